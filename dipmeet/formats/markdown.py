"""Markdown (CommonMark): a section a meeting, with when, who, the numbered points, topics and the source.

Record text is never markup: what Markdown, GitHub's included, would read as such is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from urllib.parse import quote

from dipmeet.formats.telling import many_lines, marked, one_line, person_of, place_of
from dipmeet.model.meeting import Meeting, Point, Source, heading_of
from dipmeet.when.wording import render_duration, render_moment

NOTHING = Source()
_INLINE = re.compile(r"[\\`*_\[\]<>&~$|]|!(?=\[)")
_BLOCK = re.compile(r"\d{1,9}(?=[.)](?:\s|$))|(?=[#+=-](?:[\s#+=-]|$))", re.ASCII)
_ADDRESS_SAFE = ":/?#[]@!$&'()*+,;=-._~%"


def render(meetings: Iterable[Meeting], leave_out: Callable[[str], None]) -> Iterator[str]:
    """Yield a section of level 2 a meeting under one heading; no meeting is left out."""
    del leave_out
    yield "# Meetings\n"
    for meeting in meetings:
        blocks = (block for block in _blocks(meeting) if block)
        yield "".join(f"\n{block}\n" for block in blocks)


def escape(text: str) -> str:
    """Return text on one line, to be read as it is wherever a line may begin with it."""
    return _block_safe(_INLINE.sub(r"\\\g<0>", one_line(text).strip()))


def _block_safe(line: str) -> str:
    """Return a line that begins no heading, list, table or underline."""
    match = _BLOCK.match(line)
    return line if match is None else f"{match[0]}\\{line[match.end() :]}"


def escape_lines(text: str, margin: str = "") -> str:
    """Return text with its line ends kept as hard breaks, each line after the first behind `margin`."""
    lines = [escape(line) for line in many_lines(text).split("\n")]
    return f"\\\n{margin}".join(line for line in lines if line)


def _blocks(meeting: Meeting) -> Iterator[str]:
    """Yield the blocks of a section, which blank lines stand between."""
    yield f"## {escape(heading_of(meeting))}"
    yield "\n".join(f"- {said}: {told}" for said, told in _facts(meeting) if told)
    if meeting.participants:
        yield "### Participants"
        yield "\n".join(f"- {escape(person_of(person))}" for person in meeting.participants)
    if meeting.points:
        yield "### Points"
        yield "\n".join(_points(meeting.points, ""))
    if meeting.doubts:
        yield "### Doubts"
        yield "\n".join(f"- {escape(doubt.field)}: {escape(doubt.reason)}" for doubt in meeting.doubts)
    if meeting.notes:
        yield "### Notes"
        yield escape_lines(meeting.notes)


def _facts(meeting: Meeting) -> Iterator[tuple[str, str]]:
    yield "When", escape(render_moment(meeting.start)) if meeting.start is not None else ""
    yield "Until", escape(render_moment(meeting.end)) if meeting.end is not None else ""
    yield "Also stated", "; ".join(escape(render_moment(stated)) for stated in meeting.stated_times)
    yield "Duration", escape(render_duration(meeting.duration)) if meeting.duration is not None else ""
    yield "Kind", escape(meeting.kind)
    yield "Place", escape(place_of(meeting))
    yield "Occasion", escape(meeting.occasion or "")
    yield "Topics", ", ".join(escape(topic) for topic in meeting.topics)
    yield "Source", _source(meeting)
    yield "Account of", escape(meeting.account_of or "")
    yield "Record", escape(meeting.id)


def _source(meeting: Meeting) -> str:
    source = meeting.source or NOTHING
    named = escape(source.publisher or "")
    page = f"[{escape(meeting.title or source.url)}]({_address(source.url)})" if source.url else ""
    dated = (
        f"published {source.published}" if source.published else "",
        f"accessed {source.accessed}" if source.accessed else "",
        f"[archived copy]({_address(source.archived)})" if source.archived else "",
    )
    return ", ".join(part for part in (named, page, *dated) if part)


def _address(url: str) -> str:
    """Return an address as it may stand between brackets: what would end it is percent-encoded."""
    return f"<{quote(one_line(url), safe=_ADDRESS_SAFE)}>"


def _points(points: Sequence[Point], margin: str) -> Iterator[str]:
    """Yield the lines of a list: numbered where the labels count on by one, else each label as it is printed."""
    first = _first_number(points)
    for at, point in enumerate(points):
        mark = f"{first + at}. " if first is not None else "- "
        label = "" if first is not None or not point.label else escape(marked(point.label)) + " "
        inner = margin + " " * len(mark)
        yield f"{margin}{mark}{label}{escape_lines(point.text or '', inner)}".rstrip()
        yield from _points(point.points, inner)


def _first_number(points: Sequence[Point]) -> int | None:
    """Return the number that a list begins with, where its labels are numbers that count on by one."""
    labels = [point.label or "" for point in points]
    if not labels or not re.fullmatch(r"[0-9]{1,6}", labels[0]):
        return None
    first = int(labels[0])
    return first if labels == [str(first + at) for at in range(len(labels))] else None
