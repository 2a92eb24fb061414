"""Records for the tests of the rules: made of facts, or read from a page made for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dipmeet.model.meeting import Meeting
from dipmeet.model.moment import Moment
from dipmeet.readouts.reader import read
from dipmeet.study.findings import Finding
from dipmeet.when.moments import pinned
from dipmeet.when.zones import is_zone

PAGE = """\
{title}
{published}

{when} Mr. Taro Kono, Minister for Foreign Affairs of Japan, who was visiting {city}, held a meeting with {guest}. \
The overview of the meeting is as follows.

1. Bilateral relations
They spoke of trade.
2. North Korea
They spoke of the abductions issue.
"""
CANADA = "the Honourable Chrystia Freeland, P.C., M.P., Minister of Foreign Affairs of Canada"


def made(**fields: Any) -> Meeting:
    """Return a record of these facts, as JSON has them; each moment with the offset that its zone has."""
    meeting = Meeting.from_json({"id": "one", **fields})
    start, end = (_pinned(m) if (m := getattr(meeting, name)) is not None else None for name in ("start", "end"))
    return meeting.replaced(start=start, end=end, stated_times=tuple(map(_pinned, meeting.stated_times)))


def _pinned(moment: Moment) -> Moment:
    return pinned(moment) if moment.zone is not None and is_zone(moment.zone) else moment


def moment(local: str, zone: str | None = None, **more: Any) -> dict[str, Any]:
    """Return a moment's JSON."""
    return {"local": local, **({"zone": zone} if zone else {}), **more}


def page_of(
    when: str,
    *,
    published: str = "September 20, 2017",
    city: str = "New York",
    guest: str = CANADA,
    title: str = "Japan-Canada Foreign Ministers' Meeting",
) -> Meeting:
    """Return the record read from a page of Japan's ministry on which they met `when`."""
    drafts = read(PAGE.format(title=title, published=published, when=when, city=city, guest=guest)).drafts
    assert len(drafts) == 1
    return drafts[0]


def told(findings: Iterable[Finding]) -> list[tuple[str, str | None, str | None]]:
    """Return (field, printed, right) of each finding."""
    return [(finding.field, finding.printed, finding.right) for finding in findings]
