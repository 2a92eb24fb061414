"""The numbers of points: a list that leaves one out, or has one twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dipmeet.model.fields import Path, render_path
from dipmeet.model.meeting import Meeting, Point
from dipmeet.readouts.lead import closes
from dipmeet.study.findings import Finding, Span
from dipmeet.study.rules.printed import text_of

Numbers = tuple[str, ...]
"""The labels of a kind, each at the place of the number that it is."""

DIGITS: Numbers = tuple(map(str, range(100)))
LETTERS: Numbers = ("", *"abcdefghijklmnopqrstuvwxyz")
ROMAN: Numbers = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")

Numbered = tuple[int, Path, Point]
"""A point that has a number as its label: the number, where it stands in the record, and the point."""


def check_numbering(meeting: Meeting) -> Iterator[Finding]:
    """Yield the points whose number does not follow from the one before, within one list.

    A list may begin anew with 1, a number may stand twice before one point ("2. 2."), and paragraphs that are numbered
    may begin with 2 after an opening without a number, unless that announces the points. Where the page prints a
    number that the record lacks, that is said.
    """
    yield from _check_list(meeting, meeting.points, ())


def _check_list(meeting: Meeting, points: Sequence[Point], above: Path) -> Iterator[Finding]:
    for numbers in (DIGITS, _letters_of(points)):
        numbered = tuple(_numbered(points, above, numbers))
        if numbered and numbered[0][2] is points[0]:
            yield from _check_first(meeting, numbered[0], numbers)
        for one, other in pairwise(numbered):
            if other[0] not in {one[0] + 1, 1}:
                yield from _unfollowed(meeting, one, other, numbers)
    for at, point in enumerate(points):
        yield from _check_list(meeting, point.points, (*above, "points", at))


def _letters_of(points: Sequence[Point]) -> Numbers:
    """Return which numbers the letters of a list are: i may be the ninth or the first."""
    labels = [(point.label or "").casefold() for point in points]
    letters = [label for label in labels if label.isalpha()]
    return ROMAN if letters and letters[0] == "i" and all(label in ROMAN for label in letters) else LETTERS


def _numbered(points: Sequence[Point], above: Path, numbers: Numbers) -> Iterator[Numbered]:
    for at, point in enumerate(points):
        label = (point.label or "").casefold()
        if label and label in numbers:
            yield numbers.index(label), (*above, "points", at), point


def _check_first(meeting: Meeting, first: Numbered, numbers: Numbers) -> Iterator[Finding]:
    """Yield the first number of a list where it is no beginning."""
    number, path, _ = first
    if number > 2 or (number == 2 and (len(path) > 2 or _is_announced(meeting, path))):
        line = _line_of(meeting, None, path, numbers[number - 1])
        yield _finding(meeting, first, "a list begins so" + _printed_on(numbers[number - 1], line), numbers[1])


def _unfollowed(meeting: Meeting, one: Numbered, other: Numbered, numbers: Numbers) -> Iterator[Finding]:
    right = numbers[min(one[0] + 1, len(numbers) - 1)]
    line = _line_of(meeting, one[1], other[1], right) if other[0] > one[0] else None
    follows = "follows itself" if one[0] == other[0] else f"follows {one[2].label}"
    yield _finding(meeting, other, follows + _printed_on(right, line), right)


def _printed_on(number: str, line: int | None) -> str:
    return f"; the page prints {number} on line {line}, which the record lacks" if line is not None else ""


def _finding(meeting: Meeting, numbered: Numbered, how: str, right: str) -> Finding:
    _, path, point = numbered
    label = point.label or ""
    spans = _heads(meeting, meeting.evidence.get(f"{render_path(path)}.text", ()))
    right = right.upper() if label.isupper() else right
    return Finding("numbering", meeting.id, f"{render_path(path)}.label", label, how, right, spans=spans)


def _heads(meeting: Meeting, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the beginning of the first quote: the line up to its first words, with the number before it."""
    if not spans:
        return ()
    text = text_of(meeting)
    start, end = spans[0]
    return ((text.rfind("\n", 0, start) + 1, min(end, start + 24)),)


def _is_announced(meeting: Meeting, path: Path) -> bool:
    """Tell whether the opening says that points follow ("The overview is as follows"): these begin with 1."""
    spans = meeting.evidence.get(f"{render_path(path)}.text", ())
    return bool(spans) and closes(text_of(meeting)[: spans[0][0]]) is not None


def _line_of(meeting: Meeting, before: Path | None, after: Path, number: str) -> int | None:
    """Return the line (from 1) between two points that begins with the number which the record lacks; None for none."""
    text = text_of(meeting)
    first = meeting.evidence.get(f"{render_path(before)}.text", ()) if before is not None else ((0, 0),)
    last = meeting.evidence.get(f"{render_path(after)}.text", ())
    if not text or not first or not last:
        return None
    end = text.rfind("\n", 0, last[0][0]) + 1
    found = re.compile(rf"(?m)^[\s•●○·*-]*[(（]?{number}[.)）．:]").search(text, first[-1][1], end)
    return text.count("\n", 0, found.end()) + 1 if found is not None else None
