"""The participants: who of the people that a page names met, and for whom."""

from __future__ import annotations

import re
from dataclasses import replace

from dipmeet.names.parties import parties_in
from dipmeet.readouts.draft import Findings
from dipmeet.readouts.lead import Lead, sentences, without_brackets
from dipmeet.readouts.page import Page, Span
from dipmeet.readouts.people import Person, people_in
from dipmeet.readouts.publishers import Publisher

_PRESENT = re.compile(
    r"\b(?:was|were) also present\b|\battended the meeting\b|\balso took part\b|\bjoined the meeting\b"
)
_COUNTERPARTS = re.compile(r"\bcounterparts?\s+(?:from|of)\s+(?=(?:the\s+)?[A-Z])")


def find_participants(findings: Findings, lead: Lead | None, before: int, publisher: Publisher | None) -> list[Person]:
    """Return those who met, in the page's order: of the lead's sentence, else of its next ones, else of captions."""
    page = findings.page
    if lead is None:
        people = _of_captions(page, before)
    else:
        plain = _without_long_brackets(page, lead)
        people = people_in(plain, page.text, lead.sentence)
        for span in sentences(plain, lead.sentence[1], lead.span[1]):
            if len(people) >= 2 and not _PRESENT.search(plain[span[0] : span[1]]):
                break
            people = _added(people, people_in(plain, page.text, span))
        people = _unnamed(plain, lead) + people + _counterparts(plain, lead, people)
        if len(people) < 2:
            people = _of_lines_above(page, lead.index, people) + people
    people = [_with_fuller_name(page, before, person) for person in people]
    return _with_parties(findings, people, before, publisher)


def _without_long_brackets(page: Page, lead: Lead) -> str:
    """Return the plain text with the brackets of the lead blanked, but for short ones such as (ROK) or (Retired)."""
    start, end = lead.span
    blanked = without_brackets(page.plain, lead.span)
    kept = list(blanked)
    for match in re.finditer(r"\([^()]{1,12}\)", page.plain[start:end]):
        kept[match.start() : match.end()] = match[0]
    return page.plain[:start] + "".join(kept) + page.plain[end:]


def _added(people: list[Person], more: list[Person]) -> list[Person]:
    known = {(p.name or "").casefold().split()[-1] for p in people if p.name}
    return people + [p for p in more if not p.name or p.name.casefold().split()[-1] not in known]


_UNNAMED = re.compile(
    r"^[\"']?(?:Today,?\s+)?[Tt]he (?P<office>President|Vice President|Prime Minister|Chancellor|Secretary)(?=\s+(?:spoke|met|held|had|called|today))"
)


def _unnamed(plain: str, lead: Lead) -> list[Person]:
    """Return the principal whom the lead calls by the office alone: "The President spoke …"."""
    match = _UNNAMED.search(plain[lead.sentence[0] : lead.sentence[1]])
    if match is None:
        return []
    span = (lead.sentence[0] + match.start("office"), lead.sentence[0] + match.end("office"))
    return [Person(None, None, match["office"], span)]


def _of_lines_above(page: Page, before: int, people: list[Person]) -> list[Person]:
    """Return whom the title or the standfirst names and the lead does not."""
    above = [p for line in page.lines[:before] for p in people_in(page.plain, page.text, (line.start, line.end))]
    known = {(p.name or "").casefold().split()[-1] for p in people if p.name}
    fresh: dict[str, Person] = {}
    for person in above:
        last = (person.name or "").casefold().split()[-1:]
        if last and last[0] not in known and len((person.name or "").split()) > 1:
            fresh.setdefault(last[0], person)
    return list(fresh.values())


def _counterparts(plain: str, lead: Lead, people: list[Person]) -> list[Person]:
    """Return the unnamed of "his counterparts from Australia, New Zealand and the United States"."""
    match = _COUNTERPARTS.search(plain, *lead.span)
    if match is None:
        return []
    end = min(lead.span[1], match.end() + 200)
    stop = re.compile(r"[.;]|\bto (?=[a-z])|\bon (?=[A-Za-z])").search(plain, match.end(), end)
    end = stop.start() if stop is not None else end
    held = {person.party for person in people}
    return [
        Person(None, None, None, None, party.name, (match.end() + a, match.end() + b))
        for a, b, party in parties_in(plain[match.end() : end], include_adjectives=False)
        if party.name not in held
    ]


def _of_captions(page: Page, before: int) -> list[Person]:
    people: list[Person] = []
    for line in page.lines[:before]:
        people = _added(people, people_in(page.plain, page.text, (line.start, line.end), asides=True))
    return people[:4]


def _with_fuller_name(page: Page, before: int, person: Person) -> Person:
    """Return the person with the fullest form of the name that title or captions give: `Wong` as `Penny Wong`."""
    if person.name is None or len(person.name.split()) > 1:
        return person
    pattern = re.compile(rf"((?:[A-ZÀ-Þ][\w'-]+\s+){{1,3}}){re.escape(person.name)}\b")
    for line in page.lines:
        match = pattern.search(page.plain, line.start, line.end)
        if match is not None:
            given = re.compile(
                r"(?:.*\b(?:Minister|Secretary|President|State|Affairs|Chancellor|Mr|Ms|Mrs|Dr|Prime|Foreign|Japanese|The)\.?\s+)?"
            ).match(match[1])
            start = match.start() + (given.end() if given is not None else 0)
            if start < match.end() - len(person.name):
                return replace(
                    person, name=" ".join(page.text[start : match.end()].split()), name_span=(start, match.end())
                )
    return person


def _with_parties(findings: Findings, people: list[Person], before: int, publisher: Publisher | None) -> list[Person]:
    """Return the people with a party each: their own, the publisher's, or one that the title names."""
    said = {person.party for person in people if person.party}
    named = _parties_above(findings.page, before)
    filled: list[Person] = []
    for at, person in enumerate(people):
        if person.party is None:
            person = _with_party(findings, person, at, said, named, publisher)
            said.add(person.party or "")
        filled.append(person)
    return filled


def _with_party(
    findings: Findings,
    person: Person,
    at: int,
    said: set[str],
    named: list[tuple[str, Span]],
    publisher: Publisher | None,
) -> Person:
    if publisher is not None and publisher.party not in said:
        return replace(person, party=publisher.party)
    for name, span in named:
        if name not in said:
            return replace(person, party=name, party_span=span)
    findings.doubt(f"participants[{at}].party", "the page does not say for whom")
    return person


def _parties_above(page: Page, before: int) -> list[tuple[str, Span]]:
    """Return the parties that the lines above the lead name, with their places."""
    found: dict[str, Span] = {}
    for line in page.lines[:before]:
        for a, b, party in parties_in(line.text):
            found.setdefault(party.name, (line.start + a, line.start + b))
    return list(found.items())
