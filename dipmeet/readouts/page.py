"""The page: lines and paragraphs with their places in the verbatim text.

`plain` is the text as the grammars read it: as long as the original to the letter, so that every place in it is a
place in the text (non-breaking spaces are spaces, typographic quotes and dashes plain ones, full-width digits ASCII).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dipmeet.model.value import Value

Span = tuple[int, int]
"""[start, end) in code points of the verbatim text."""

LONGEST = 1_000_000
"""A text longer than this is refused: no readout is."""
MOST_LINES = 20_000
"""So is one of more lines."""

LONGEST_JOINED = 10_000
"""A line that so many characters were joined to takes no more."""

NARROWEST, WIDEST = 45, 120
"""A page whose longest line lies between was broken into lines; wider ones are a paragraph a line."""

_LOOKS_MARKED = re.compile(
    r"[Pp]hoto|[•‣◦●○■□◆◇▪▫・*·]|-\s|\(?\d{1,2}[.)]|\([a-zA-Z]\)|[a-zA-Z][.)]\s"
    r"|(?:Published|Posted|Updated|Released)\b:?\s(?:[Oo]n:? )?\d"
)
_JOINS_ON = re.compile(r"(?:[,;(–-]|\b(?:of|the|and|for|to|in|on|at|with|a|an|by|from|Mr\.|Ms\.|Mrs\.|Dr\.|H\.E\.))$")


class Line(Value):
    """A line without the white space around it; `indent` counts that before it, `is_first` follows a blank line."""

    start: int
    end: int
    text: str
    indent: int
    after_blank: bool


class Page(Value):
    """A text as the grammars see it."""

    text: str
    plain: str
    lines: tuple[Line, ...]


def read_page(text: str) -> Page:
    """Return the page of a text; lines that an e-mail or a narrow window broke are joined again."""
    plain = text.translate(_plain_letters())
    return Page(text, plain, tuple(_joined(list(_lines(plain)))))


@cache
def _plain_letters() -> dict[int, str]:
    letters = dict.fromkeys(
        map(
            ord,
            "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\r\f\v\u200b\ufeff\u00ad",
        ),
        " ",
    )
    letters |= dict.fromkeys(map(ord, "’‘ʼ`´′"), "'") | dict.fromkeys(map(ord, "“”„«»″"), '"')
    letters |= dict.fromkeys(map(ord, "‐‑‒–—−－"), "-") | {
        ord("："): ":",
        ord("（"): "(",
        ord("）"): ")",
        ord("．"): ".",
    }
    return letters | {0xFF10 + digit: str(digit) for digit in range(10)}


def _lines(plain: str) -> Iterator[Line]:
    at, blank = 0, True
    for raw in plain.split("\n"):
        inner = raw.strip()
        if inner:
            indent = len(raw) - len(raw.lstrip())
            yield Line(at + indent, at + indent + len(inner), inner, indent, blank)
        blank = not inner
        at += len(raw) + 1


def _joined(lines: list[Line]) -> Iterator[Line]:
    """Yield lines with those joined that were one: the first stops in mid-sentence, or had no room for more."""
    width = _width(lines)
    held: Line | None = None
    last = 0
    for line in lines:
        if held is not None and _goes_on(held, line, width, last):
            gap = line.start - held.end
            held = Line(held.start, line.end, held.text + " " * gap + line.text, held.indent, held.after_blank)
        else:
            if held is not None:
                yield held
            held = line
        last = line.indent + len(line.text)
    if held is not None:
        yield held


def _width(lines: list[Line]) -> int | None:
    """Return the width that a page's lines were broken at, as mail programs do; None where they were not."""
    widths = sorted(line.indent + len(line.text) for line in lines)
    if len(widths) < 4 or not NARROWEST <= widths[-1] <= WIDEST:
        return None
    return widths[-1] if sum(width >= widths[-1] - 15 for width in widths) >= 3 else None


def _goes_on(line: Line, following: Line, width: int | None, last: int) -> bool:
    """Tell whether a line goes on with `following`; `last` is how wide the last of its printed lines was."""
    if following.after_blank or len(line.text) > LONGEST_JOINED or _LOOKS_MARKED.match(following.text):
        return False
    if line.text[-1] in '.:!?"':
        return (
            width is not None and last > width - 12 and following.text[0].isupper() and line.indent < following.indent
        )
    first = following.text[0]
    if width is not None and last + 1 + len(following.text.split(" ", 1)[0]) > width - 1:
        return True
    if len(line.text) < 40:
        return False
    return (first.islower() and following.text[1:2] not in ".)") or bool(_JOINS_ON.search(line.text[-8:]))
