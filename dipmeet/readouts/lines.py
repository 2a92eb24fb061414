"""Lines: where each line of a page stands, and the list markers it begins with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dipmeet.readouts.wording import Wording, trimmed

MOST_MARKERS = 3
"""As many markers as a line may begin with: `• (1) a.`."""

_MARKERS = re.compile(
    r"(?P<bullet>[•‣▪▫■□●○◆◇◦∙·・➢►※]\s*|[-*]\s+)"
    r"|(?P<dot>\d{1,2})\s?[.](?!\d)\s*"
    r"|\((?P<paren>\d{1,2}|[a-zA-Z]|[ivx]{2,4})\)\s*"
    r"|(?P<half>\d{1,2}|[a-z])\)\s*"
    r"|(?P<circle>[①-⑳])\s*"
    r"|(?P<roman>[IVX]{1,4}|[ivx]{2,4})[.]\s+"
    r"|(?P<letter>[A-Za-z])[.]\s+(?=\S)"
    r"|(?P<kana>[アイウエオカキクケコ])(?:[.)]\s*|\s+)(?=\S)"
    r"|[(\[](?P<note>Notes?|References?|注|注記|参考)\s?(?P<which>\d{0,2})[)\]]\s*:?\s*"
    r"|(?P<bare>\d{1,2})\s+(?=[^\W\d_a-z]|\")",
)
_ENDS = re.compile(r"[.;:!?。][\"')\]]*$")
_ETC = re.compile(r"\b(?:etc|U\.S|Corp|Inc)\.$")


@dataclass(frozen=True, slots=True)
class Marker:
    """One list marker: its `style` (dot, paren, bullet …), its label without dots and brackets, and where it stands."""

    style: str
    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something: where its words stand, how far it is indented, what it is marked with."""

    start: int
    end: int
    indent: int
    after_blank: bool
    markers: tuple[Marker, ...]
    words: int
    """Where the words begin, after the markers."""
    is_closed: bool
    """Whether it ends as a sentence does, or announces something with a colon."""


def read_lines(wording: Wording) -> tuple[Line, ...]:
    """Return the lines that hold something, from top to bottom."""
    lines: list[Line] = []
    at, after_blank = 0, True
    for raw in wording.plain.split("\n"):
        start, end = trimmed(wording.plain, at, at + len(raw))
        if start < end:
            lines.append(_line(wording.plain, at, start, end, after_blank=after_blank))
        after_blank = start >= end
        at += len(raw) + 1
    return tuple(lines)


def is_closed(text: str) -> bool:
    """Tell whether `text` ends as a sentence does ("etc." and "U.S." also end headings)."""
    tail = text[-12:]
    return _ENDS.search(tail) is not None and _ETC.search(tail) is None


def _line(plain: str, margin: int, start: int, end: int, *, after_blank: bool) -> Line:
    markers = _markers(plain, start, end)
    words = markers[-1].end if markers else start
    return Line(start, end, start - margin, after_blank, markers, words, is_closed(plain[start:end]))


def _markers(plain: str, start: int, end: int) -> tuple[Marker, ...]:
    markers: list[Marker] = []
    while len(markers) < MOST_MARKERS:
        match = _MARKERS.match(plain, start, end)
        if match is None:
            break
        marker = _marker(match)
        if marker.style == "bare" and markers and markers[-1].style != "bullet":
            break
        markers.append(marker)
        start = match.end()
    return tuple(markers)


def _marker(match: re.Match[str]) -> Marker:
    style = match.lastgroup or ""
    if style in ("which", "note"):
        return Marker("note", f"{match['note']} {match['which'] or ''}".strip(), match.start(), match.end())
    label = "" if style == "bullet" else match[style]
    if style == "circle":
        label = str(ord(label) - ord("①") + 1)
    if style == "bullet":
        style += match[style][0]
    return Marker(style + _script(label), label, match.start(), match.end())


def _script(label: str) -> str:
    """Tell numbers, capitals and small letters of one style apart: (1), (A) and (a) are three levels."""
    return "" if not label or label.isdigit() else "A" if label.isupper() else "a"


def is_next(label: str, before: str | None) -> bool:
    """Tell whether `label` begins a list (1, a, A, i, ア) or follows `before` in one."""
    if label in ("1", "a", "A", "i", "I", "ア", ""):
        return True
    if before is None:
        return False
    if label.isdigit() and before.isdigit():
        return int(label) == int(before) + 1
    return len(label) == len(before) == 1 and ord(label) - ord(before) in (1, 2)
