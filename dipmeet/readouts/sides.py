"""The sides: for whom each of those who met did so, where the page does not say it beside the name.

Told by an office that one party alone has, by the publisher, by the capital that the page was issued in, or by the
parties that the title or the text names beside those already known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dipmeet.model.value import Value
from dipmeet.names.folding import fold
from dipmeet.names.parties import find_party, parties_in
from dipmeet.names.zones import capital_of
from dipmeet.readouts.crowd import Crowd
from dipmeet.readouts.datelines import find_datelines, find_signatures
from dipmeet.readouts.draft import Findings
from dipmeet.readouts.names import SEARCHED
from dipmeet.readouts.page import Line, Page, Span
from dipmeet.readouts.participants import Person, is_same, person_of
from dipmeet.readouts.people import Mention, mentions_in
from dipmeet.readouts.places import find_where
from dipmeet.readouts.publishers import Publisher

_Named = tuple[str, Span]
"""A party's short name, and where the page names it."""


class _Hints(Value):
    """What tells a side: the parties above the lead, the publisher's own, the states whose capital the page is from."""

    above: tuple[_Named, ...]
    own: str | None
    homes: tuple[_Named, ...]
    lead: Line | None = None
    last: str | None = None


def with_parties(
    findings: Findings, people: Sequence[Person], before: int, publisher: Publisher | None
) -> list[Person]:
    """Return the people with a party each: their own, the publisher's, or the one that the title names beside it."""
    if all(person.party for person in people):
        return list(people)
    said = {person.party for person in people if person.party}
    own = publisher.party if publisher is not None else None
    homes = tuple(_homes(findings.page, before)) if own is None else ()
    lead = findings.page.lines[before] if before < len(findings.page.lines) else None
    hints = _Hints(tuple(_parties_above(findings.page, before)), own, homes, lead)
    filled: list[Person] = []
    for at, person in enumerate(people):
        if person.party is None:
            joined = filled[-1].party if filled and _are_joined(findings.page, filled[-1], person) else None
            person = _with_party(findings, person, at, said, hints.replaced(last=joined))
            said.add(person.party or "")
        filled.append(person)
    return filled


def _with_party(findings: Findings, person: Person, at: int, said: set[str], hints: _Hints) -> Person:
    party, span, doubt = next(_told(findings.page, person, said, hints), (None, None, "the page does not say for whom"))
    if doubt is not None:
        findings.doubt(f"participants[{at}].party", doubt)
    return person.replaced(party=party, party_span=span)


def _named_elsewhere(page: Page, person: Person, said: set[str], hints: _Hints) -> Iterator[_Told]:
    """Yield the parties that the page names outside the lead."""
    if hints.own is None and person.name is not None and hints.lead is not None:
        yield from (told for told in _of_same_person(page, person, hints.lead) if told[0] not in said)
    if hints.own is None:
        yield from _speaking(page, person, said)
    for name, span in (*hints.homes, *hints.above):
        if name not in said:
            yield name, span, _doubt_of(page, name, span, hints)
    paired = _paired(page, said)
    if paired is not None:
        yield *paired, None


_AS_SIDE = re.compile(
    r" side (?:also |then |further )?(?:thank|express|stress|note|confirm|reaffirm|reiterat|welcom|appreciat|emphasi"
    r"|inform|brief|stat|underlin|underscor|shar|convey|propos|invit|highlight|commend|outlin|explain|propos|support|hope|said|drew|gave)"
)
"""What follows a party that a page of two speaks of as a side: "The Russian side thanked …"."""
_AS_SPEAKER = re.compile(
    r" (?:(?:is|was) (?:always )?(?:ready|willing|prepared) to|st(?:ands|ood) ready to"
    r"|attache[sd] (?:great |high )?importance|highly value[sd])\b"
)
"""What follows a party in whose name its minister speaks: "China is ready to work with Nepal"."""


_SAYS = re.compile(r"\b(?:underscor|reaffirm|reiterat|express|convey|stress|shar|explain|highlight|confirm)\w* $")
_OF_ITS_OWN = re.compile(
    r"'s? (?:\w+ )?(?:desire|commitment|readiness|willingness|support|position|perspective|interest|wish|intention"
    r"|concern|gratitude|appreciation|determination)\b"
)
"""What a minister says of the own state: "underscored Pakistan's desire for peace"."""


def _speaking(page: Page, person: Person, said: set[str]) -> Iterator[_Told]:
    """Yield the one party, of those not known already, that the text lets speak, or whose office the person has."""
    plain = page.plain[:SEARCHED]
    found: dict[str, Span] = {}
    for a, b, party in parties_in(plain):
        speaks = _AS_SPEAKER.match(plain, b) or (plain[max(0, a - 4) : a] == "The " and _AS_SIDE.match(plain, b))
        speaks = speaks or (_OF_ITS_OWN.match(plain, b) and _SAYS.search(plain, max(0, a - 16), a))
        if speaks or _is_office_of(plain, (a, b), person.title) or _is_called_so(plain, (a, b), person.title):
            found.setdefault(party.name, (a, b))
    others = [(name, span) for name, span in found.items() if name not in said]
    if len(others) == 1:
        yield *others[0], None


def _is_office_of(plain: str, party: Span, title: str | None) -> bool:
    """Tell whether the text speaks of an office-holder's like: "the first visit by a German Foreign Minister"."""
    if title is None or not plain.startswith(title, party[1] + 1):
        return False
    return re.search(r"\bby an? $", plain[max(0, party[0] - 6) : party[0]]) is not None


def _is_called_so(plain: str, party: Span, title: str | None) -> bool:
    """Tell whether the text speaks of an office-holder by party and office alone: "The Peruvian Foreign Minister"."""
    if title is None or plain[max(0, party[0] - 4) : party[0]] != "The ":
        return False
    behind = party[1] + 1 + len(title)
    return plain.startswith(title, party[1] + 1) and plain[behind + 1 : behind + 2].islower()


def _of_same_person(page: Page, person: Person, lead: Line) -> Iterator[_Told]:
    """Yield the party that a line above the lead names beside the same person."""
    for line in page.lines[:ABOVE]:
        if line.start >= lead.start:
            return
        for mention in _mentions_of(page, line):
            if mention.party is not None and is_same(person, person_of(page, mention)):
                yield mention.party, mention.party_span, None


ABOVE = 12
"""So many lines at the top of a page are looked at for parties."""

SEARCHED_OF_LINE = 400
"""So many characters of each of them."""


def _are_joined(page: Page, one: Person, other: Person) -> bool:
    """Tell whether only "and" parts two people: "with Estonian Prime Minister A and Foreign Minister B"."""
    begins = other.title_span or other.name_span
    if one.name_span is None or begins is None or not 0 < begins[0] - one.name_span[1] < JOINED:
        return False
    return _JOINT.fullmatch(page.plain, one.name_span[1], begins[0]) is not None


JOINED = 30
_JOINT = re.compile(r"(?:[ ,]+(?:[A-Z]{2,4}|(?:[A-Z]\.){2,4})\b\.?)*[ ,]*(?:and )?(?:the )?")
"""What parts two who met for one party: letters after the first's name, commas, "and"."""


_Told = tuple[str | None, Span | None, str | None]
"""A party, where it stands on the page, and why it may be another."""


def _told(page: Page, person: Person, said: set[str], hints: _Hints) -> Iterator[_Told]:
    """Yield the parties that a person may have met for, the likeliest first; `said` are those already there."""
    of_office = _party_of_office(person.title or "")
    if of_office is not None and of_office not in said:
        yield of_office, person.title_span, None
    if hints.last is not None and hints.own in said and hints.last != hints.own:
        yield hints.last, None, None
    if hints.own is not None and (hints.own not in said or _is_colleague(hints.above, hints.own, said)):
        yield hints.own, None, None
    yield from _named_elsewhere(page, person, said, hints)
    if hints.own is None:
        yield from (told for told in _of_its_ministry(page) if told[0] not in said)
    host = _host(page, hints.lead)
    if host is not None and hints.lead is not None and host[0] not in said:
        are_guests = _ELSEWHERE.search(hints.lead.text) is not None
        yield *host, "the page does not say for whom: this is where they met" if are_guests else None


_MINISTRY_OF = re.compile(
    r"\b(?P<capital>[A-Z]\w+(?: [A-Z]\w+)?)'s (?:foreign ministry|Foreign Ministry|Foreign Office|foreign office)\b"
)
"""What an agency names its source by: "Seoul's foreign ministry said"."""


def _of_its_ministry(page: Page) -> Iterator[_Told]:
    """Yield the state whose capital's ministry the page gives as its source, if it is one alone."""
    found: dict[str, Span] = {}
    for match in _MINISTRY_OF.finditer(page.plain, 0, SEARCHED):
        where = find_where(f"in {match['capital']}.", f"in {match['capital']}.", (0, len(match["capital"]) + 4))
        seat = capital_of(where.country) if where.country is not None else None
        if seat is not None and where.country is not None and fold(seat.name) == fold(match["capital"]):
            found.setdefault(where.country, match.span("capital"))
    if len(found) == 1:
        yield *next(iter(found.items())), None


def _doubt_of(page: Page, name: str, span: Span, hints: _Hints) -> str | None:
    """Return why a party that the page names need not be the person's."""
    if hints.own is not None:
        return None
    if (name, span) in hints.homes:
        is_of_lead = hints.lead is not None and hints.lead.start <= span[0] < hints.lead.end
        are_guests = is_of_lead and hints.lead is not None and _ELSEWHERE.search(hints.lead.text) is not None
        return "the page does not say for whom: this is where it was issued" if are_guests else None
    if _AS_SUBJECT.match(page.plain, span[1]) is not None:
        return None
    is_others = _OTHERS.search(page.plain, max(0, span[0] - 16), span[0]) is not None
    if is_others and _OF_ISSUER.search(page.plain[max(0, span[0] - 80) : span[0]]) is not None:
        return None
    return "the page names this party only for somebody else" if is_others else None


_ABROAD = re.compile(
    r"\b(?P<people>[A-Z]\w+) (?:[Ee]xpatriates?|[Aa]broad|[Nn]ationals|[Rr]esid\w+ [Aa]broad|Diaspora)\b"
)
"""What an office is for that tells whose it is: "Moroccan Expatriates", "Senegalese Abroad"."""

_BETWEEN_PARTIES = re.compile(r"\s*(?:'s?)?\s*(?:and|-|/)\s*(?:the\s+)?")


def _paired(page: Page, said: set[str]) -> _Named | None:
    """Return the one party that the text names beside one of those said: "Italy and Japan share …", "Italy-Japan"."""
    found: dict[str, Span] = {}
    named = parties_in(page.plain[:SEARCHED])
    for (a, b, one), (c, d, other) in pairwise(named):
        if _BETWEEN_PARTIES.fullmatch(page.plain, b, c) is None or (one.name in said) == (other.name in said):
            continue
        if one.name in said:
            found.setdefault(other.name, (c, d))
        else:
            found.setdefault(one.name, (a, b))
    return next(iter(found.items())) if len(found) == 1 else None


_OFFICES_OF_ONE = (
    (re.compile(r"High Representative\b"), "European Union"),
    (re.compile(r"External Affairs Minister\b"), "India"),
    (re.compile(r"Minister (?:for|of) Europe and Foreign Affairs\b"), "France"),
    (re.compile(r"Minister (?:for|of) Foreign Affairs, (?:the )?European Union,? and Cooperation\b"), "Spain"),
    (re.compile(r"Secretary General of NATO\b|NATO Secretary General\b"), "NATO"),
    (re.compile(r"Federal Foreign Minister\b"), "Germany"),
    (re.compile(r"(?:Secretary|Minister) (?:of State )?for Foreign(?:,| and) Commonwealth\b"), "United Kingdom"),
    (re.compile(r"Taoiseach|Tánaiste"), "Ireland"),
    (re.compile(r"(?:Crown Prince|(?:Deputy )?Ruler) of (?:Abu Dhabi|Dubai|Sharjah)\b"), "United Arab Emirates"),
    (re.compile(r"Secretary of State$"), "United States"),
    (re.compile(r"外務(?:大臣|副大臣|審議官|省)|内閣(?:総理大臣|官房長官)"), "Japan"),
)
"""Offices that, where the page says no more, only one party has."""


def _party_of_office(title: str) -> str | None:
    """Return the party that an office tells, by itself or by whom it is for: "Moroccan Expatriates"."""
    only = next((party for office, party in _OFFICES_OF_ONE if office.match(title)), None)
    abroad = _ABROAD.search(title) if only is None else None
    state = find_party(abroad["people"]) if abroad is not None else None
    return state.name if state is not None else only


def _is_colleague(above: Sequence[_Named], own: str, said: set[str]) -> bool:
    """Tell whether all parties that the title names are there already: then a further person is of the publisher's."""
    return own in said and all(name in said for name, _ in above)


def _parties_above(page: Page, before: int) -> list[_Named]:
    """Return the parties that the lines above the lead name, with their places."""
    found: dict[str, Span] = {}
    for line in page.lines[: min(before, ABOVE)]:
        for name, span in _named_as_sides(page, line):
            found.setdefault(name, span)
    return list(found.items())


_DISCUSSED = re.compile(r"\b(?:discuss\w*|talked about|views on) (?:(?! with )[^.:;])*$")
"""What stands before a party that a line names as what was spoken of: "They discussed Afghanistan, Syria, …"."""


def _named_as_sides(page: Page, line: Line) -> Iterator[_Named]:
    """Yield the parties that a line names, but for what was spoken of and what an office is for: "Commonwealth"."""
    for a, b, party in parties_in(line.text[:SEARCHED_OF_LINE]):
        at = line.start + a
        if _DISCUSSED.search(line.text, 0, a) is None and not _is_listed(page, line, at, party.name):
            yield party.name, (at, line.start + b)


_MAY_BE_LISTED = re.compile(r"(?:,|\band|\bfor) (?:the )?$")


def _is_listed(page: Page, line: Line, at: int, party: str) -> bool:
    """Tell whether somebody's office, of another party, lists the one named at `at` among what it is for."""
    if _MAY_BE_LISTED.search(page.plain, max(line.start, at - 9), at) is None:
        return False
    titles = [one.title for one in _mentions_of(page, line) if one.party != party]
    return any(title is not None and title[0] < at < title[1] for title in titles)


def _mentions_of(page: Page, line: Line) -> Sequence[Mention]:
    """Return the people that the head of a line names."""
    return mentions_in(Crowd(page.plain, line.start, min(line.end, line.start + SEARCHED_OF_LINE)))


def _homes(page: Page, before: int) -> Iterator[_Named]:
    """Yield the states whose capital the page was issued in: a dateline, or the place that stands under the text."""
    if before >= len(page.lines):
        return
    for where in (*find_datelines(page, before), *find_signatures(page)):
        seat = capital_of(where.country) if where.country is not None else None
        if seat is None or where.city_span is None:
            continue
        if fold(where.city or "") in {fold(seat.name), fold(seat.name.partition(",")[0])}:  # "Washington, D.C."
            yield seat.country, where.city_span


_AS_SUBJECT = re.compile(
    r"(?:'s [A-Z][\w ]{5,40})?(?:,? (?:and )?[A-Z]\w+){0,4}"
    r" (?:met|meets|receive[sd]|speaks|spoke|holds|held|welcome[sd]|discusse[sd])\b"
)
"""What follows a party whose office-holder a title makes the subject: "The Foreign Minister of Latvia meets …"."""
_OTHERS = re.compile(r"\b(?:of|in|with|from|[Vv]isit(?:s|ed|ing)?(?: to)?)\s+(?:the\s+)?$")
"""What stands before a party in a title that speaks of the other side: "meets the President of Cyprus"."""
_OF_ISSUER = re.compile(
    r"(?:\A|\n)(?:The )?(?:Ministry|Government|Office|Department|Prime Minister's Office)\b[\w, ]{0,60}$"
)
"""What opens a line that says who issued the page: "Ministry for Foreign Affairs of Finland"."""
_ELSEWHERE = re.compile(
    r"\b(?:sidelines?|margins?|Summit|Conference|Assembly"
    r"|attend(?:ing)?|(?<!received a )(?<!receives a )visit(?:ing)?|participat\w+)\b"
)
"""What tells that those who met may both be guests where they met."""
_SEATS_OF_MANY = frozenset({"Belgium", "Switzerland", "Austria", "United States", "Ethiopia"})
"""States in whose capitals or seats of organisations those of other states meet."""


def _host(page: Page, lead: Line | None) -> _Named | None:
    """Return the state in whose capital the lead says that they met."""
    if lead is None:
        return None
    where = find_where(page.plain, page.text, (lead.start, min(lead.end, lead.start + 600)))
    if where.country is None or where.span is None or where.country in _SEATS_OF_MANY:
        return None
    seat = capital_of(where.country)
    return (where.country, where.span) if seat is not None and fold(seat.name) == fold(where.city or "") else None
