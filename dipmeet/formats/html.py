"""HTML tables of records: what a notebook shows, plain and escaped.

A page's words are not the notebook's: everything is escaped, and controls that would turn the text around are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from dipmeet.formats.plain import escape as visible
from dipmeet.model.meeting import Meeting, Point, heading_of
from dipmeet.model.moment import Moment
from dipmeet.model.people import Participant

MOST_ROWS = 60
"""As many meetings as a table shows."""

COLUMNS = ("Date", "Time", "Meeting", "Place", "Id")


def render_meeting(meeting: Meeting) -> str:
    """Return a meeting as a table of its facts, a row each."""
    rows = "".join(_row(label, cell) for label, cell in _facts(meeting) if cell)
    return f"<table>\n<caption>{_text(heading_of(meeting))}</caption>\n{rows}</table>\n"


def render_meetings(meetings: Sequence[Meeting], *, of: int | None = None) -> str:
    """Return a table of meetings, at most `MOST_ROWS` of them, and how many there are; `of` is out of how many."""
    head = "".join(f"<th>{column}</th>" for column in COLUMNS)
    rows = "".join(f"<tr>{_cells(_brief(meeting))}</tr>\n" for meeting in meetings[:MOST_ROWS])
    total = len(meetings) if of is None else of
    shown = min(len(meetings), MOST_ROWS)
    caption = f"{total} meetings" if shown == total else f"{shown} of {total} meetings"
    return f"<table>\n<caption>{caption}</caption>\n<tr>{head}</tr>\n{rows}</table>\n"


def _brief(meeting: Meeting) -> Iterator[str]:
    from dipmeet.when.wording import render_day, render_time

    yield render_day(meeting.start.local) if meeting.start is not None else ""
    yield render_time(meeting.start) if meeting.start is not None else ""
    yield heading_of(meeting)
    yield _where(meeting)
    yield meeting.id


def _facts(meeting: Meeting) -> Iterator[tuple[str, str]]:
    """Yield (label, HTML) for each fact."""
    from dipmeet.when.wording import render_duration

    yield "Id", _text(meeting.id)
    yield "Kind", _text(meeting.kind)
    yield "Start", _moment(meeting.start)
    yield "End", _moment(meeting.end)
    yield "Also stated", _lines(_moment(moment) for moment in meeting.stated_times)
    yield "Length", _text(render_duration(meeting.duration)) if meeting.duration is not None else ""
    yield "Place", _text(_where(meeting))
    yield "Occasion", _text(meeting.occasion or "")
    yield "Participants", _lines(_text(_person(participant)) for participant in meeting.participants)
    yield "Points", _points(meeting.points)
    yield "Topics", _text(" · ".join(meeting.topics))
    yield "Source", _source(meeting)
    yield "Doubts", _lines(_text(f"{doubt.field}: {doubt.reason}") for doubt in meeting.doubts)
    yield "Account of", _text(meeting.account_of or "")
    yield "Notes", _text(meeting.notes or "")


def _moment(moment: Moment | None) -> str:
    from dipmeet.when.wording import render_moment

    return _text(render_moment(moment)) if moment is not None else ""


def _where(meeting: Meeting) -> str:
    return ", ".join(filter(None, (meeting.place, meeting.country)))


def _person(participant: Participant) -> str:
    name = " ".join(filter(None, (participant.honorific, participant.name)))
    return ", ".join(filter(None, (name, participant.postnominals, participant.title, participant.party)))


def _points(points: Sequence[Point]) -> str:
    items = "".join(
        f"<li>{_text(' '.join(filter(None, (point.label, point.text))))}{_points(point.points)}</li>"
        for point in points
    )
    return f'<ul style="list-style: none">{items}</ul>' if items else ""


def _source(meeting: Meeting) -> str:
    source = meeting.source
    if source is None:
        return ""
    said = _text(", ".join(filter(None, (source.publisher, source.published))))
    if source.url is None:
        return said
    address = _text(source.url)
    is_web = source.url.startswith(("https://", "http://"))
    return _lines([said, f'<a href="{address}" rel="noreferrer">{address}</a>' if is_web else address])


def _row(label: str, cell: str) -> str:
    return f'<tr><th style="text-align: left">{label}</th><td style="text-align: left">{cell}</td></tr>\n'


def _cells(values: Iterable[str]) -> str:
    return "".join(f'<td style="text-align: left">{_text(value)}</td>' for value in values)


def _lines(parts: Iterable[str]) -> str:
    return "<br>".join(part for part in parts if part)


def _text(value: str) -> str:
    """Return `value` as HTML shows it to the letter."""
    return escape("\n".join(visible(line) for line in value.split("\n"))).replace("\n", "<br>")
