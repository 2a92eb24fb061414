"""What stands before the items of a list: the numbers, letters and bullets that a browser draws."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dipmeet.sources.tree import Element

_BULLET = "•"
_BULLETS = frozenset({"disc", "circle", "square"})
_OF_TYPE = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
"""The attribute `type` of ol and li, where case matters (HTML §4.4.5)."""

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]*)")
_KNOWN = re.compile(
    r"\b(none|disc|circle|square|decimal-leading-zero|decimal|(?:lower|upper)-(?:alpha|latin|roman)|katakana)\b"
)
_WHOLE = re.compile(r"\s*([+-]?[0-9]{1,9})")
_KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱヲン"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def marked_items(listed: Element) -> Iterator[tuple[str, Element]]:
    """Yield (marker, item) for the items of a list; the marker is "3.", "b.", "•" or, where none is drawn, "".

    `start`, `value`, `reversed` and `type` count as HTML §4.4.5–8 has it, and `list-style` in the page itself.
    """
    items = [element for element in listed.elements if element.tag == "li"]
    backwards = listed.tag == "ol" and "reversed" in listed.attributes
    number = _whole(listed.attributes.get("start"), len(items) if backwards else 1)
    for item in items:
        number = _whole(item.attributes.get("value"), number)
        yield _marker(_style(listed, item), number), item
        number += -1 if backwards else 1


def _style(listed: Element, item: Element) -> str:
    """Return the name of the marker's style: the item's own goes before the list's, what CSS says before `type`."""
    for element in (item, listed):
        said = _STYLE.search(element.attributes.get("style", "").casefold())
        known = _KNOWN.search(said[1]) if said is not None else None
        if known is not None:
            return known[1]
        kind = element.attributes.get("type", "").strip()
        if kind in _OF_TYPE:
            return _OF_TYPE[kind]
        if kind.casefold() in _BULLETS | {"none"}:
            return kind.casefold()
    return "decimal" if listed.tag == "ol" else "disc"


def _marker(style: str, number: int) -> str:
    if style == "none":
        return ""
    if style in _BULLETS:
        return _BULLET
    return f"{_counted(style, number) or number}."


def _counted(style: str, number: int) -> str:
    """Return a number in a style; empty where the style has no such number (CSS falls back to decimal)."""
    case, _, kind = style.partition("-")
    if kind in {"alpha", "latin"} and number > 0:
        told = _lettered(number)
    elif kind == "roman" and 0 < number < 4000:
        told = _roman(number)
    elif style == "katakana" and 0 < number <= len(_KATAKANA):
        return _KATAKANA[number - 1]
    else:
        return f"{number:02d}" if style == "decimal-leading-zero" else ""
    return told.upper() if case == "upper" else told


def _lettered(number: int) -> str:
    """Return the letters of a number: a, b, … z, aa, ab."""
    told = ""
    while number > 0:
        number, letter = divmod(number - 1, 26)
        told = chr(ord("a") + letter) + told
    return told


def _roman(number: int) -> str:
    told = ""
    for value, sign in _ROMAN:
        told += sign * (number // value)
        number %= value
    return told


def _whole(text: str | None, default: int) -> int:
    found = _WHOLE.match(text) if text is not None else None
    return int(found[1]) if found is not None else default
