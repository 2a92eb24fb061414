"""CSL-JSON (citationstyles.org, 1.0.2): an item a record, as reference managers and pandoc take it.

The day of the meeting is `event-date`, apart from `issued`. Dates are as exact as they are known. A title that the page
does not print stands in brackets; the time of the meeting, which CSL has no field for, is told in `note`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dipmeet.formats.records import pieces_of_json
from dipmeet.formats.telling import heading_supplied, note_of, one_line, outline_of, place_of
from dipmeet.model.meeting import Meeting, Source
from dipmeet.model.moment import Moment
from dipmeet.model.shapes import Json

NOTHING = Source()


def render(meetings: Iterable[Meeting], leave_out: Callable[[str], None]) -> Iterator[str]:
    """Yield an array of items; no meeting is left out."""
    del leave_out
    yield from pieces_of_json(item_of(meeting) for meeting in meetings)


def item_of(meeting: Meeting) -> dict[str, Json]:
    """Return the item of a record; what is unknown is absent."""
    source = meeting.source or NOTHING
    fields: dict[str, Json] = {
        "id": meeting.id,
        "type": "webpage" if source.url else "document",
        "title": heading_supplied(meeting),
        "author": [{"literal": one_line(source.publisher)}] if source.publisher else None,
        "issued": _date(source.published),
        "accessed": _date(source.accessed),
        "URL": source.url,
        "language": source.language,
        "genre": f"readout of a {meeting.kind}" if meeting.kind != "other" else "readout",
        "event-title": one_line(meeting.occasion or ""),
        "event-date": _event_date(meeting.start),
        "event-place": place_of(meeting),
        "keyword": ", ".join(map(one_line, meeting.topics)),
        "abstract": "\n".join(outline_of(meeting.points)),
        "note": note_of(meeting),
    }
    return {name: value for name, value in fields.items() if value}


def _date(day: str | None) -> Json:
    return {"date-parts": [[int(part) for part in day.split("-")]]} if day else None


def _event_date(start: Moment | None) -> Json:
    """Return the day of the meeting; circa where it is the day, month or year that is about, not the hour."""
    if start is None:
        return None
    return _date(start.date) | ({"circa": True} if start.approximate and start.precision != "minute" else {})
