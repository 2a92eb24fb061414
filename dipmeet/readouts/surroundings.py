"""The surroundings: where the meeting was, from the lead, the zone phrase, a dateline or what the points say."""

from __future__ import annotations

import re

from dipmeet.model.meeting import Kind
from dipmeet.readouts.datelines import find_datelines
from dipmeet.readouts.draft import Findings
from dipmeet.readouts.japanese import is_japanese
from dipmeet.readouts.kinds import find_kind
from dipmeet.readouts.lead import Lead
from dipmeet.readouts.page import Page, Span
from dipmeet.readouts.places import Where, find_where, find_where_in_japanese, where_is
from dipmeet.readouts.timing import Timing
from dipmeet.readouts.words import sentences_in

CALLS = frozenset({"telephone call", "video call"})

_MET_IN = re.compile(
    r"\b(?:(?:delighted|pleased|glad|happy|honou?red|pleasure) to hold"
    r"|meet(?:ing)?|met|see(?:ing)?|welcom(?:e|ed|ing)|receiv(?:e|ed|ing)|host(?:ed|ing)?|visit(?:ed|ing)?)\b"
    r"[^.;]{0,70}?\b(?:in|to)\s+(?=[A-Z])"
)
"""What a point says of the meeting's own place: "a pleasure to meet Minister Joly in Tokyo"."""


def find_surroundings(findings: Findings, lead: Lead | None, timing: Timing | None, kind: Kind, before: int) -> Where:
    """Return where they met; of a call, where the publisher's side was, if the page says so; and quote it."""
    title = next(iter(findings.evidence.get("title", [])), None)
    where = _where(findings.page, lead, timing, kind, before, title)
    findings.quote("place", where.city_span)
    if where.country:
        findings.quote("country", where.country_span or where.city_span)
    return where


def _where(page: Page, lead: Lead | None, timing: Timing | None, kind: Kind, before: int, title: Span | None) -> Where:
    if lead is None:
        return _of_points(page, before)
    where = _told(page, lead, is_call=kind in CALLS)
    if where.city is None:
        where = _of_zone_phrase(page, timing, where)
    if where.span is None and kind not in CALLS:
        where = _of_visit(page, lead)
    if where.city is None and kind not in CALLS and not (where.span is None and _only_spoke(lead)):
        where = _of_dateline(page, lead, where)
    if where.city is None and kind not in CALLS and where.country is not None:
        where = _of_remark(page, lead, where)
    if where.city is None and kind not in CALLS:
        where = _of_title(page, title, where)
    return where


def _told(page: Page, lead: Lead, *, is_call: bool) -> Where:
    """Return where the lead's own sentence says that they met, else those before it and the lines below."""
    where = _of_lead(page, lead, is_call=is_call)
    for look in () if is_call else (_of_opening, _of_sentence_below):
        where = look(page, lead) if where.span is None else where
    return where


def _of_title(page: Page, title: Span | None, where: Where) -> Where:
    """Return the city that the title says they met in, in the state that the lead names."""
    found = find_where(page.plain, page.text, title) if title is not None else Where()
    return found if found.city is not None and where.country in {None, found.country} else where


def _only_spoke(lead: Lead) -> bool:
    """Tell whether the lead, without a place, would tell of a call: a dateline is no place of that."""
    return find_kind(lead.plain[slice(*lead.sentence)], None, is_placed=False)[0] in CALLS


def _of_lead(page: Page, lead: Lead, *, is_call: bool) -> Where:
    if is_japanese(page.plain, lead.sentence):
        return find_where_in_japanese(lead.plain, page.text, lead.sentence)
    return find_where(lead.plain, page.text, lead.sentence, is_call=is_call)


def _of_visit(page: Page, lead: Lead) -> Where:
    """Return where a visit went that the lines above the lead, or its other sentences, tell of."""
    for span in (*visits_above(page, lead.index), lead.span):
        found = find_where(page.plain, page.text, span, is_call=True)
        if found.span is not None:
            return found
    return _of_heading(page, lead)


_HELD = re.compile(r"\b(?:held|convened|took place|met)\b")


def _of_opening(page: Page, lead: Lead) -> Where:
    """Return where the sentences of the lead before that which names the people say that the meeting was held."""
    for start, end in sentences_in(page.plain, *lead.span):
        if start >= lead.sentence[0]:
            break
        if _HELD.search(page.plain, start, end) is not None:
            return find_where(lead.plain, page.text, (start, end))
    return Where()


_MEETING_THERE = re.compile(
    r"(?:(?:The |Their )?(?:[Mm]eeting|[Tt]alks)(?: (?:was|were) held| took place)?|They (?:met|spoke|talked))"
    r" (?=(?:today |yesterday )?(?:in|on the (?:sidelines|margins)|during|at) )"
)
"""What opens a line below the lead that tells where they met: "The meeting took place on the sidelines of …"."""


_MET_TODAY = re.compile(
    r"\b[Mm]inisters (?:of [\w ]{3,60} )?(?:met|held (?:an? |bilateral )*(?:meeting|talks)) "
    r"(?=in [A-Z][^.,;]{2,40} (?:today|this (?:morning|afternoon|evening))\b)"
)
"""What a spokesperson is quoted with: "the Foreign Ministers of A and B held a meeting in London today"."""


def told_below(page: Page, lead: Lead) -> Span | None:
    """Return what a sentence at the head of one of the two lines below the lead says of where the meeting was."""
    for line in page.lines[lead.index + 1 : lead.index + 3]:
        sentence = next(iter(sentences_in(page.plain, line.start, line.end)))
        told = _MEETING_THERE.match(page.plain, line.start) or _MET_TODAY.search(page.plain, *sentence)
        if told is not None:
            return told.end(), sentence[1]
    return None


def _of_sentence_below(page: Page, lead: Lead) -> Where:
    span = told_below(page, lead)
    return find_where(page.plain, page.text, span) if span is not None else Where()


_HELD_IN = re.compile(r"\b(?:meeting|talks) held (?=(?:today |yesterday )?in [A-Z])")
"""What a line above the lead says of the meeting: "Following the meeting held in London, a spokesperson said:"."""


def _of_heading(page: Page, lead: Lead) -> Where:
    """Return the city that a line right above the lead says the meeting was held in."""
    for start, end in visits_above(page, lead.index):
        held = _HELD_IN.search(page.plain, start, end)
        if held is not None:
            return find_where(page.plain, page.text, (held.end(), end))
    return Where()


def visits_above(page: Page, lead: int) -> list[Span]:
    """Return the paragraphs right above line `lead`, which may tell of the visit."""
    return [(line.start, line.end) for line in page.lines[max(0, lead - 6) : lead] if line.text[-1] in ".:"]


def _of_zone_phrase(page: Page, timing: Timing | None, where: Where) -> Where:
    """Return the city whose time the start is said in: "9:30 a.m. (New York time)"."""
    group = timing.start if timing is not None else None
    if group is None or group.zone_city is None:
        return where
    said = where_is(page.text[slice(*group.zone_city)], group.zone_city, page.text)
    return said if said is not None and where.country in {None, said.country} else where


def _of_dateline(page: Page, lead: Lead, where: Where) -> Where:
    """Return the city of a dateline: at the head of the lead, on a line above it, or in brackets behind the title."""
    seat = _SEAT.search(page.plain, *lead.sentence)
    country = _SEATS[seat["seat"]] if seat is not None and where.country is None else where.country
    for dateline in find_datelines(page, lead.index):
        if country in {None, dateline.country}:
            return dateline
    return where


_SEATS = {
    "White House": "United States",
    "Oval Office": "United States",
    "Pentagon": "United States",
    "Downing Street": "United Kingdom",
    "Kremlin": "Russia",
    "Élysée": "France",
    "Elysée": "France",
    "Elysee": "France",
    "Zhongnanhai": "China",
    "Great Hall of the People": "China",
    "Diaoyutai": "China",
}
"""Seats of governments, which are no place but tell that a dateline from elsewhere is none either."""
_SEAT = re.compile(rf"\b(?:in|at) (?:the )?(?:10 |No\.? ?10 )?(?P<seat>{'|'.join(_SEATS)})\b")


def _of_remark(page: Page, lead: Lead, where: Where) -> Where:
    """Return the city that a point names as where they met, in the state that the lead names."""
    for line in page.lines[lead.index + 1 : lead.index + 5]:
        for match in _MET_IN.finditer(page.plain, line.start, min(line.end, line.start + 400)):
            found = _city_at(page, (match.end(), line.end))
            if found is not None and found.country == where.country:
                return found
    return where


def _city_at(page: Page, span: Span) -> Where | None:
    match = re.compile(r"[A-ZÀ-Þ][\w'.-]*(?: [A-ZÀ-Þ][\w'.-]*){0,2}").match(page.plain, *span)
    name = match[0].rstrip(".'") if match is not None else ""
    while name:
        found = where_is(name, (span[0], span[0] + len(name)), page.text)
        if found is not None:
            return found if found.city is not None else None
        name = name.rpartition(" ")[0]
    return None


def _of_points(page: Page, before: int) -> Where:
    """Return where the points of a page without a lead say they were: "the first Foreign Minister in Barbados"."""
    spans = [(line.start, line.end) for line in page.lines[before : before + 2]]
    return next((w for span in spans if (w := find_where(page.plain, page.text, span)).span is not None), Where())
