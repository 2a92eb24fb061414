"""A draft of one meeting, put together from what each grammar reads of its page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dipmeet.model.ids import id_stem
from dipmeet.model.meeting import Kind, Meeting, Point, Source
from dipmeet.model.people import Participant
from dipmeet.names.subjects import subjects_of
from dipmeet.readouts.calendar import Calendar, when_it_began
from dipmeet.readouts.dates import dates_in
from dipmeet.readouts.days import tells_day
from dipmeet.readouts.draft import Findings
from dipmeet.readouts.kinds import find_kind, kind_in_brackets, kind_looked_back_on
from dipmeet.readouts.lead import Lead
from dipmeet.readouts.occasions import find_occasion, find_occasion_beside, find_occasion_of_visit
from dipmeet.readouts.page import Page, Span
from dipmeet.readouts.participants import Person, find_participants
from dipmeet.readouts.points import PointsRead, read_points
from dipmeet.readouts.published import Published, find_published
from dipmeet.readouts.publishers import Publisher, recognise
from dipmeet.readouts.sides import with_parties
from dipmeet.readouts.surroundings import find_surroundings, told_below, visits_above
from dipmeet.readouts.suspicions import Told, raise_suspicions
from dipmeet.readouts.timing import find_timing, meeting_duration
from dipmeet.readouts.titles import find_title, names_a_meeting

READER_VERSION = 1
"""Raised when the reader reads differently, so that `reread` knows which records to read again."""


def draft_of(page: Page, lead: Lead | None, url: str | None, published: str | None) -> Meeting | None:
    """Return the draft of the meeting that a page tells of, or None where it tells of none.

    Its source holds no text yet, and its evidence stands in places of the page.
    """
    findings = Findings(page)
    before = lead.index if lead is not None else first_point(page)
    issued = find_published(page, before)
    title = _title(findings, before)
    people = find_participants(findings, lead, before)
    publisher = recognise(page.plain, url, [person.party for person in people])
    date = _published(findings, issued, publisher, published)
    people = with_parties(findings, people, before, publisher)
    parties = tuple(dict.fromkeys(person.party for person in people if person.party))
    if not _is_readout(page, lead, title, date, people, parties):
        return None
    timing = find_timing(findings, lead.sentence) if lead is not None else None
    kind = _kind(findings, lead, title)
    points = read_points(page, lead.index if lead else before - 1, announces=bool(lead and lead.announces_points))
    where = find_surroundings(findings, lead, timing, kind, before)
    calendar = Calendar(findings, lead, date, publisher, where, parties, url)
    start, end, stated = when_it_began(calendar, timing)
    if issued is not None and issued.other is not None and publisher is None:
        _doubt_what_is_counted_from(findings, issued)
    _quote_points(findings, points)
    draft = Meeting(
        id="draft",
        title=title,
        kind=_kind_where(kind, lead, is_placed=where.span is not None),
        start=start,
        end=end,
        stated_times=stated,
        duration=meeting_duration(findings, timing) if timing is not None else None,
        place=where.city,
        country=where.country,
        occasion=_occasion(findings, lead),
        participants=tuple(_participant(findings, at, person) for at, person in enumerate(people)),
        points=points.points,
        topics=_topics(points, lead, parties, publisher),
        source=_source(publisher, url, date),
        evidence=findings.frozen_evidence(),
        doubts=findings.frozen_doubts(),
        reader=READER_VERSION,
    )
    raise_suspicions(findings, Told(page, lead, draft))
    return draft.replaced(id=id_stem(draft), doubts=findings.frozen_doubts())


def _is_readout(
    page: Page,
    lead: Lead | None,
    title: str | None,
    date: str | None,
    people: list[Person],
    parties: tuple[str, ...],
) -> bool:
    """Tell whether there is enough for a readout: people, for whom they met, and some day or a title that says so.

    Two whose names the lead tells with office or party are enough: a page that was pasted without its date.
    """
    if lead is None:
        return date is not None and len(parties) > 1
    if not people or not (parties or sum(bool(person.name and person.title) for person in people) > 1):
        return False
    if date is not None or dates_in(page.plain, *lead.span) or tells_day(page.plain, lead.span):
        return True
    if title is not None and len(parties) > 1 and names_a_meeting(title):
        return True
    if sum(bool(person.name and (person.title or person.party)) for person in people) > 1:
        return True
    return (title is not None and bool(dates_in(title))) or bool(
        dates_in(page.plain, page.lines[0].start, lead.span[0])
    )


def first_point(page: Page) -> int:
    """Return the first line with a marker, for a page without a lead; the number of lines where there is none."""
    for index, line in enumerate(page.lines):
        if re.match(r"(?:[•·-]\s*)?(?:\(\d+\)|\d+[.)])\s", line.text):
            return index
    return len(page.lines)


def _published(
    findings: Findings, found: Published | None, publisher: Publisher | None, known: str | None
) -> str | None:
    """Return the page's date, of figures that may be read in two ways as the publisher writes them."""
    if found is None:
        return known
    findings.quote("source.published", found.span)
    if found.other is None or publisher is None or found.is_month_first == (publisher.party in _MONTH_FIRST):
        return found.date
    return found.other


_MONTH_FIRST = frozenset({"United States", "Philippines"})
"""Where dates in figures with strokes begin with the month."""


def _title(findings: Findings, before: int) -> str | None:
    span = find_title(findings.page, before)
    if span is None:
        return None
    findings.quote("title", span)
    return findings.words(span)


_NEAR = 600
"""How far below the lead what it tells of is looked back on."""


def _kind(findings: Findings, lead: Lead | None, title: str | None) -> Kind:
    """Return the kind by the words that tell it, as if they had met somewhere."""
    page = findings.page
    if lead is None:
        captions = "\n".join(line.text for line in page.lines[: first_point(page)])
        return find_kind(captions, title, is_placed=True)[0]
    begin, end = lead.sentence
    kind, span = find_kind(lead.plain[begin:end], title, is_placed=True)
    if kind == "meeting":
        kind, span = kind_in_brackets(page.plain[begin:end]) or (kind, span)
    if kind == "meeting" and span is None:
        told = kind_looked_back_on(lead.plain[begin:end], page.plain[end : end + _NEAR])
        if told is not None:
            kind, span, begin = *told, end
    if span is not None:
        findings.quote("kind", (begin + span[0], begin + span[1]))
    return kind


def _kind_where(kind: Kind, lead: Lead | None, *, is_placed: bool) -> Kind:
    """Return the kind where it is known whether a place is named: "spoke with" and no place is a telephone call."""
    if lead is None or is_placed or kind != "meeting":
        return kind
    return find_kind(lead.plain[slice(*lead.sentence)], None, is_placed=False)[0]


def _occasion(findings: Findings, lead: Lead | None) -> str | None:
    span = find_occasion(findings.page.plain, lead.sentence) if lead is not None else None
    if lead is not None and span is None:
        told = (lead.span, *visits_above(findings.page, lead.index))
        found = (find_occasion_of_visit(findings.page.plain, part, lead.sentence) for part in told)
        span = next(filter(None, found), None)
    if span is None and lead is not None:
        beside = (find_occasion_beside(findings.page.plain, part) for part in _may_tell_of_margins(findings, lead))
        span = next(filter(None, beside), None)
    if span is None:
        return None
    findings.quote("occasion", span)
    return findings.words(span)


def _may_tell_of_margins(findings: Findings, lead: Lead) -> Iterator[Span]:
    """Yield what beside the lead may say on the margins of what they met: the title, a sentence below."""
    yield from findings.evidence.get("title", [])
    below = told_below(findings.page, lead)
    if below is not None:
        yield below


def _doubt_what_is_counted_from(findings: Findings, issued: Published) -> None:
    """Doubt a page's date that may be read in two ways, and the day of the meeting where it is counted from that."""
    reason = f"the figures may be read as {issued.other} too"
    findings.doubt("source.published", reason)
    if issued.span in findings.evidence.get("start.local", []):
        findings.doubt("start.local", f"of the page's date {reason}")


_HIRAGANA = re.compile(r"[\u3041-\u3096]")


def _topics(
    points: PointsRead, lead: Lead | None, parties: tuple[str, ...], publisher: Publisher | None
) -> tuple[str, ...]:
    """Return the topics, in the page's own language: its publisher's, or what its points are written in."""
    texts = [point.text or "" for point in _flat(points.points)]
    told = lead.plain[slice(*lead.span)] if lead is not None else ""
    is_japanese = publisher.language == "ja" if publisher else any(map(_HIRAGANA.search, texts))
    return subjects_of(texts, lead=told, parties=parties, language="ja" if is_japanese else None)


def _source(publisher: Publisher | None, url: str | None, date: str | None) -> Source:
    return Source(
        publisher=publisher.name if publisher else None,
        url=url,
        language=publisher.language if publisher else None,
        published=date,
    )


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


def _flat(points: tuple[Point, ...]) -> list[Point]:
    return [p for point in points for p in (point, *_flat(point.points))]
