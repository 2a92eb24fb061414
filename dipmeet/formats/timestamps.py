"""RFC 9557 timestamps: a local time with its offset and its zone, `2017-09-19T14:05:00-04:00[America/New_York]`.

The seconds are there because RFC 3339 §5.6 wants them; the sources give minutes. An offset that has seconds (a local
mean time) is written to the nearest minute, which is all that RFC 3339 can say. What the RFC has no word for, that a
time is about, stands beside the timestamp.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta

from dipmeet.errors import BadValue
from dipmeet.formats.plain import escape
from dipmeet.model.meeting import Meeting, heading_of
from dipmeet.model.moment import Moment

_TIMESTAMP = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d):00([+-]\d\d:\d\d)\[!?([A-Za-z._][A-Za-z0-9._+/-]*)\]", re.ASCII)


def timestamp_of(moment: Moment) -> str | None:
    """Return the moment as an RFC 9557 timestamp; None without an hour or a zone, or where nobody knows the zone."""
    from dipmeet.when.zones import at_local, is_zone, render_offset

    if moment.zone is None or moment.precision != "minute" or not is_zone(moment.zone):
        return None
    aware = at_local(moment.local, moment.zone, moment.offset)
    if aware is None:
        return None
    minutes = round((aware.utcoffset() or timedelta()).total_seconds() / 60)
    return f"{moment.local}:00{render_offset(timedelta(minutes=minutes))}[{moment.zone}]"


def read_timestamp(text: str) -> Moment:
    """Return the moment that a timestamp names, exact: the inverse of `timestamp_of`.

    Raises:
        BadValue: where the text is no timestamp to the minute with offset and zone.
    """
    match = _TIMESTAMP.fullmatch(text)
    if match is None:
        raise BadValue(f"no RFC 9557 timestamp: {text!r}", hint="such as 2017-09-19T14:05:00-04:00[America/New_York]")
    return Moment(local=match[1], offset=match[2], zone=match[3])


def render(meetings: Iterable[Meeting], leave_out: Callable[[str], None]) -> Iterator[str]:
    """Yield a line a meeting, tabs between: timestamp of the start, `about` or nothing, id, heading."""
    for meeting in meetings:
        stamp = timestamp_of(meeting.start) if meeting.start is not None else None
        if meeting.start is None or stamp is None:
            leave_out("no time with a zone")
            continue
        cells = (stamp, "about" if meeting.start.approximate else "", meeting.id, heading_of(meeting))
        yield "\t".join(map(escape, cells)) + "\n"
