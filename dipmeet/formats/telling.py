"""A meeting told in plain text, for formats that have no fields of their own for what a readout says.

Around is always said: `about 2:05 p.m. EDT`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dipmeet.model.meeting import Meeting, Point, heading_of
from dipmeet.model.people import Participant
from dipmeet.when.wording import render_duration, render_moment, render_time

_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x1c-\x1f\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
UNPRINTABLE = "\ufffd"
"""What stands for a control character: few formats may carry one."""


def many_lines(text: str) -> str:
    """Return text with LF alone for a line end, and no other control character but tabs."""
    return _CONTROLS.sub(UNPRINTABLE, _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """Return text on one line, a space for each line end and no control characters."""
    return text if text.isprintable() else many_lines(text).replace("\n", " ").replace("\t", " ")


def heading_supplied(meeting: Meeting) -> str:
    """Return the title on one line; one that dipmeet composed stands in brackets, as a supplied title does (ISBD)."""
    heading = one_line(heading_of(meeting))
    return heading if meeting.title else f"[{heading}]"


def time_of(meeting: Meeting) -> str:
    """Return when they met and for how long: `Tue 19 Sep 2017 about 2:05 p.m. EDT, for about 30 min`; or nothing."""
    start, end = meeting.start, meeting.end
    told = [render_moment(start)] if start is not None else []
    if end is not None and (start is None or end.local != start.local):
        is_that_day = start is not None and start.date == end.date and end.precision == "minute"
        told.append(f"until {render_time(end) if is_that_day else render_moment(end)}")
    if meeting.duration is not None:
        told.append(f"for {render_duration(meeting.duration)}")
    return ", ".join(told)


def place_of(meeting: Meeting) -> str:
    """Return where they met, `New York, United States`; or nothing."""
    return ", ".join(map(one_line, meeting.whereabouts))


def person_of(person: Participant) -> str:
    """Return who it was: `the Honourable Chrystia Freeland, P.C., M.P., Minister of Foreign Affairs (Canada)`."""
    named = " ".join(part for part in (person.honorific, person.name) if part)
    told = ", ".join(part for part in (named, person.postnominals, person.title) if part)
    if not person.party:
        return one_line(told)
    return one_line(f"{told} ({person.party})" if told else person.party)


def outline_of(points: tuple[Point, ...], margin: str = "") -> Iterator[str]:
    """Yield the points one a line, `2. text`, those under another two spaces further in."""
    for point in points:
        mark = marked(one_line(point.label)) if point.label else "-"
        yield f"{margin}{mark} {one_line(point.text or '')}".rstrip()
        yield from outline_of(point.points, margin + "  ")


def marked(label: str) -> str:
    """Return a label as it begins a line: `2.`, `(a)`."""
    return f"{label}." if label[-1:].isalnum() else label


def held_of(meeting: Meeting) -> str:
    """Return in one sentence what was held when, where and on which occasion; the timestamp is beside the words."""
    from dipmeet.formats.timestamps import timestamp_of

    stamp = timestamp_of(meeting.start) if meeting.start is not None else None
    told = (time_of(meeting), place_of(meeting), one_line(meeting.occasion or ""))
    kind = "Meeting" if meeting.kind == "other" else meeting.kind.capitalize()
    return f"{kind}: {'; '.join(part for part in told if part) or 'date unknown'}{f' ({stamp})' if stamp else ''}"


def note_of(meeting: Meeting) -> str:
    """Return what a bibliography has no field for: what was held, and where the page is archived."""
    archived = meeting.source.archived if meeting.source is not None else None
    return held_of(meeting) + (f". Archived at {one_line(archived)}" if archived else "")
