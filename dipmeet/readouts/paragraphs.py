"""Paragraphs: lines that belong together, where a page was pasted with its lines broken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dipmeet.readouts.lines import Line, Marker
from dipmeet.readouts.wording import Span, Wording

WIDEST = 130
"""A page whose longest line is wider than this was not broken into lines by hand or by a mail program."""

_OPEN_END = re.compile(r"(?:,|\b(?:of|the|and|with|by|between|to|for|in|a))$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One or several lines that read as one."""

    lines: tuple[Line, ...]

    @property
    def start(self) -> int:
        """Where it begins, its markers included."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.lines[-1].end

    @property
    def words(self) -> int:
        """Where its words begin, after the markers."""
        return self.lines[0].words

    @property
    def markers(self) -> tuple[Marker, ...]:
        """The list markers it begins with."""
        return self.lines[0].markers

    @property
    def is_closed(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.lines[-1].is_closed

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where its words stand, line by line."""
        return tuple((line.words if at == 0 else line.start, line.end) for at, line in enumerate(self.lines))

    def plain(self, wording: Wording) -> str:
        """Return its words as they are compared, markers left out; line ends stay, so that positions hold."""
        return wording.plain[self.words : self.end]

    def value(self, wording: Wording) -> str:
        """Return its words as printed, in one line."""
        return wording.value(self.words, self.end)


def read_paragraphs(wording: Wording, lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a page: a line each, but for lines that were broken."""
    width = _width(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _continues(groups[-1][-1], line, wording.plain, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(Paragraph(tuple(group)) for group in groups)


def _width(lines: Sequence[Line]) -> int | None:
    """Return the width that the page's lines were broken at, or None where they were not."""
    widths = sorted(line.end - line.start + line.indent for line in lines)
    if len(widths) < 4 or not 40 <= widths[-1] <= WIDEST:
        return None
    near = sum(width >= widths[-1] - 20 for width in widths)
    return widths[-1] if near >= 3 else None


def _continues(before: Line, line: Line, plain: str, width: int | None) -> bool:
    if line.after_blank or (line.markers and not _is_broken_off(before, line, plain, width)):
        return False
    if plain[line.start].islower() and not before.is_closed:
        return True
    if _OPEN_END.search(plain[max(before.start, before.end - 8) : before.end]):
        return True
    return _is_broken_off(before, line, plain, width)


def _is_broken_off(before: Line, line: Line, plain: str, width: int | None) -> bool:
    """Tell whether the line before was full, so that the next word had no room in it."""
    if width is None or (line.markers and (before.is_closed or line.markers[0].style != "bare")):
        return False
    first = plain.find(" ", line.start, line.end)
    word = (first if first >= 0 else line.end) - line.start
    return before.end - before.start + before.indent + 1 + word > width - 2
