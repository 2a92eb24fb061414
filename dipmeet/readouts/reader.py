"""The reader: the text of a page into drafts, each fact with its evidence, what can fail doubted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

from dipmeet.errors import SourceError
from dipmeet.model.ids import id_stem
from dipmeet.model.meeting import Meeting, Point, Source
from dipmeet.model.moment import Moment
from dipmeet.model.people import Participant
from dipmeet.names.topics import topics_of
from dipmeet.readouts.calendar import Calendar, when_it_began
from dipmeet.readouts.draft import Findings, merged
from dipmeet.readouts.headings import find_published, find_title
from dipmeet.readouts.kinds import find_kind
from dipmeet.readouts.lead import Lead, find_lead, without_brackets
from dipmeet.readouts.occasions import find_occasion
from dipmeet.readouts.page import LONGEST, Page, Span, read_page
from dipmeet.readouts.participants import Person, find_participants, with_parties
from dipmeet.readouts.places import Where, find_dateline, find_where
from dipmeet.readouts.points import PointsRead, read_points
from dipmeet.readouts.publishers import Publisher, recognise
from dipmeet.readouts.timing import find_timing, meeting_duration

READER_VERSION = 1
"""Raised when the reader reads differently, so that `reread` knows which records to read again."""


@dataclass(frozen=True)
class Reading:
    """What a text gave: drafts, and the spans of it that no fact was read from."""

    drafts: tuple[Meeting, ...] = ()
    unused: tuple[Span, ...] = ()


def read(text: str, *, url: str | None = None, published: str | None = None) -> Reading:
    """Return the drafts of the meetings that a page tells of; none where it tells of none.

    `url` is the page's address; `published` its date (YYYY-MM-DD) where that is known from elsewhere, such as HTML.

    Raises:
        SourceError: where the text is longer than any readout.
    """
    if len(text) > LONGEST:
        raise SourceError(f"a text of {len(text):,} characters is no readout", hint=f"the most is {LONGEST:,}")
    page = read_page(text)
    lead = find_lead(page)
    draft = _draft(page, lead, url, published)
    if draft is None:
        return Reading()
    used = merged(span for spans in draft.evidence.values() for span in spans)
    return Reading((draft,), tuple(_gaps(page, used)))


def _draft(page: Page, lead: Lead | None, url: str | None, published: str | None) -> Meeting | None:
    findings = Findings(page)
    before = lead.index if lead is not None else _first_point(page)
    date = _published(findings, before, published)
    title = _title(findings, before)
    people = find_participants(findings, lead, before)
    publisher = recognise(page.plain, url, [person.party for person in people])
    people = with_parties(findings, people, before, publisher)
    if lead is None and (date is None or len({p.party for p in people}) < 2):
        return None
    if not people:
        return None
    where = _where(findings, lead)
    points = read_points(page, lead.index if lead else before - 1, announces=bool(lead and lead.announces_points))
    _quote_points(findings, points)
    calendar = Calendar(findings, lead, title, date, publisher, where, tuple(p.party for p in people if p.party))
    start, end, stated, duration = _times(calendar)
    kind = _kind(findings, lead, title, where)
    occasion = _occasion(findings, lead)
    source = Source(
        publisher=publisher.name if publisher else None,
        url=url,
        language=publisher.language if publisher else None,
        published=date,
        sha256=sha256(page.text.encode()).hexdigest(),
        text=page.text,
    )
    draft = Meeting(
        id="draft",
        title=title,
        kind=kind,  # type: ignore[arg-type] # find_kind returns a kind
        start=start,
        end=end,
        stated_times=stated,
        duration=duration,
        place=where.city,
        country=where.country,
        occasion=occasion,
        participants=tuple(_participant(findings, at, person) for at, person in enumerate(people)),
        points=points.points,
        topics=_topics(findings, points, tuple(p.party for p in people if p.party)),
        source=source,
        evidence=findings.frozen_evidence(),
        doubts=findings.frozen_doubts(),
        reader=READER_VERSION,
    )
    return draft.replaced(id=id_stem(draft))


def _first_point(page: Page) -> int:
    """Return the first line with a marker, for a page without a lead; all lines where there is none."""
    for index, line in enumerate(page.lines):
        if re.match(r"(?:[•·-]\s*)?(?:\(\d+\)|\d+[.)])\s", line.text):
            return index
    return len(page.lines)


def _published(findings: Findings, before: int, known: str | None) -> str | None:
    found = find_published(findings.page, before)
    if found is None:
        return known
    findings.quote("source.published", found[1])
    return found[0]


def _title(findings: Findings, before: int) -> str | None:
    span = find_title(findings.page, before)
    if span is None:
        return None
    findings.quote("title", span)
    return findings.words(span)


def _where(findings: Findings, lead: Lead | None) -> Where:
    """Return where they met, by the lead without what stands in brackets, else by a dateline."""
    page = findings.page
    if lead is None:
        return _where_of_points(page)
    blanked = (
        page.plain[: lead.sentence[0]] + without_brackets(page.plain, lead.sentence) + page.plain[lead.sentence[1] :]
    )
    where = find_where(blanked, page.text, lead.sentence, is_call=_is_call(page, lead))
    if where.city is None and not _is_call(page, lead):
        for line in page.lines[: lead.index]:
            dateline = find_dateline(line.text, line.start, page.text) if line.text.startswith("(") else None
            if dateline is not None and where.country in {None, dateline.country}:
                where = dateline
    findings.quote("place", where.city_span)
    if where.country and where.country_span:
        findings.quote("country", where.country_span)
    elif where.country:
        findings.quote("country", where.city_span)
    return where


def _where_of_points(page: Page) -> Where:
    """Return where the points say that they were, for a page without a lead: "the first Foreign Minister in Barbados"."""
    first = _first_point(page)
    spans = [(line.start, line.end) for line in page.lines[first : first + 2]]
    return next((w for span in spans if (w := find_where(page.plain, page.text, span)).span is not None), Where())


def _is_call(page: Page, lead: Lead) -> bool:
    kind, _ = find_kind(page.plain[lead.sentence[0] : lead.sentence[1]], None, is_placed=False)
    return kind in {"telephone call", "video call"}


def _times(calendar: Calendar) -> tuple[Moment | None, Moment | None, tuple[Moment, ...], object]:
    findings, lead = calendar.findings, calendar.lead
    if lead is None:
        start, end, stated = when_it_began(calendar, None)
        return start, end, stated, None
    timing = find_timing(findings, lead.sentence)
    start, end, stated = when_it_began(calendar, timing)
    return start, end, stated, meeting_duration(findings, timing)


def _kind(findings: Findings, lead: Lead | None, title: str | None, where: Where) -> str:
    if lead is None:
        captions = "\n".join(line.text for line in findings.page.lines[: _first_point(findings.page)])
        kind, _ = find_kind(captions, title, is_placed=True)
        return kind
    start, _ = lead.sentence
    sentence = without_brackets(findings.page.plain, lead.sentence)
    kind, span = find_kind(sentence, title, is_placed=where.span is not None)
    if span is not None:
        findings.quote("kind", (start + span[0], start + span[1]))
    return kind


def _occasion(findings: Findings, lead: Lead | None) -> str | None:
    if lead is None:
        return None
    span = find_occasion(findings.page.plain, lead.sentence)
    if span is None:
        return None
    findings.quote("occasion", span)
    return findings.words(span)


def _participant(findings: Findings, at: int, person: Person) -> Participant:
    name = f"participants[{at}]"
    findings.quote(f"{name}.name", person.name_span)
    findings.quote(f"{name}.title", person.title_span)
    findings.quote(f"{name}.party", person.party_span)
    return Participant(
        name=person.name,
        title=person.title,
        party=person.party,
        honorific=person.honorific,
        postnominals=person.postnominals,
    )


def _quote_points(findings: Findings, points: PointsRead) -> None:
    for address, spans in points.evidence.items():
        path = ".".join(f"points[{at}]" for at in address)
        findings.quote(f"{path}.text", *spans)


def _topics(findings: Findings, points: PointsRead, parties: tuple[str, ...]) -> tuple[str, ...]:
    return topics_of([point.text or "" for point in _flat(points.points)], exclude=parties)


def _flat(points: tuple[Point, ...]) -> list[Point]:
    return [p for point in points for p in (point, *_flat(point.points))]


def _gaps(page: Page, used: list[Span]) -> list[Span]:
    """Return the stretches of text between `used` that say something."""
    gaps, at = [], 0
    for start, end in [*used, (len(page.text), len(page.text))]:
        if page.text[at:start].strip(" \n\t.,;:()-•"):
            gaps.append((at, start))
        at = max(at, end)
    return gaps
