"""JSON-LD with schema.org's words: an Event a meeting, told of by the page that is its readout.

Dates and times are as exact as they are known (ISO 8601); schema.org has no word for a time that is about, so that
`description` says it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dipmeet.formats.records import pieces_of_json
from dipmeet.formats.telling import held_of, one_line, outline_of
from dipmeet.model.meeting import Meeting, Source, heading_of
from dipmeet.model.moment import Moment
from dipmeet.model.people import Participant
from dipmeet.model.shapes import Json

NOTHING = Source()
ONLINE = frozenset({"telephone call", "video call"})


def render(meetings: Iterable[Meeting], leave_out: Callable[[str], None]) -> Iterator[str]:
    """Yield one object, its graph an Event a meeting; no meeting is left out."""
    del leave_out
    yield '{"@context": "https://schema.org", "@graph":\n'
    yield from pieces_of_json(event_of(meeting) for meeting in meetings)
    yield "}\n"


def event_of(meeting: Meeting) -> dict[str, Json]:
    """Return the Event of a record; what is unknown is absent."""
    mode = "OnlineEventAttendanceMode" if meeting.kind in ONLINE else ""
    return _known({
        "@type": "Event",
        "identifier": meeting.id,
        "name": one_line(heading_of(meeting)),
        "startDate": date_of(meeting.start),
        "endDate": date_of(meeting.end),
        "duration": f"PT{meeting.duration.minutes}M" if meeting.duration is not None else None,
        "description": held_of(meeting),
        "eventAttendanceMode": mode and f"https://schema.org/{mode}",
        "location": _place(meeting),
        "superEvent": _known({"@type": "Event", "name": meeting.occasion}),
        "attendee": [_attendee(person) for person in meeting.participants],
        "about": [{"@type": "Thing", "name": topic} for topic in meeting.topics],
        "subjectOf": _page(meeting),
    })  # fmt: skip


def date_of(moment: Moment | None) -> str | None:
    """Return a moment as ISO 8601: a date as exact as it is, or a time with its offset where its zone is known."""
    if moment is None:
        return None
    from dipmeet.formats.timestamps import timestamp_of

    stamp = timestamp_of(moment)
    return moment.local if stamp is None else moment.local + stamp[19:25]


def _known(fields: dict[str, Json]) -> dict[str, Json]:
    """Return an object without what is unknown; nothing where but its type would be left."""
    known = {name: value for name, value in fields.items() if value}
    return known if known.keys() - {"@type"} else {}


def _place(meeting: Meeting) -> Json:
    address = {"addressLocality": meeting.place, "addressCountry": meeting.country}
    return _known({
        "@type": "Place",
        "name": meeting.place or meeting.country,
        "address": _known({"@type": "PostalAddress", **address}),
    })  # fmt: skip


def _attendee(person: Participant) -> Json:
    """Return a Person, or the party alone where nobody is named."""
    party = _known({"@type": "Organization", "name": person.party})
    if not person.name and not person.title:
        return party
    return _known({
        "@type": "Person",
        "name": person.name,
        "honorificPrefix": person.honorific,
        "honorificSuffix": person.postnominals,
        "jobTitle": person.title,
        "affiliation": party,
    })  # fmt: skip


def _page(meeting: Meeting) -> Json:
    source = meeting.source or NOTHING
    return _known({
        "@type": "WebPage" if source.url else "CreativeWork",
        "headline": meeting.title,
        "url": source.url,
        "publisher": _known({"@type": "GovernmentOrganization", "name": source.publisher}),
        "datePublished": source.published,
        "inLanguage": source.language,
        "archivedAt": source.archived,
        "abstract": "\n".join(outline_of(meeting.points)),
    })  # fmt: skip
