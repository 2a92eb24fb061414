"""The participants: who of the people that a page names met, by which name, in what office and for whom.

The lead's sentence says who met; a page that has no lead, or calls its principal by the office alone, names them in
title, standfirst or captions. Names are the fullest that the page prints. Delegations in brackets are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dipmeet.model.value import Value
from dipmeet.names.parties import parties_in
from dipmeet.readouts.crowd import Crowd
from dipmeet.readouts.draft import Findings
from dipmeet.readouts.encounters import asides_left_out, office_alone, office_beside, read_encounter
from dipmeet.readouts.japanese import is_japanese, people_in_japanese
from dipmeet.readouts.lead import Lead
from dipmeet.readouts.names import fullest_name, titled_elsewhere
from dipmeet.readouts.offices import read_free_office
from dipmeet.readouts.page import Line, Page, Span
from dipmeet.readouts.people import Mention, mentions_in, read_mention
from dipmeet.readouts.words import sentences_in

_PRESENT = re.compile(r"\b(?:was|were) (?:also )?present\b|\balso joined\b|\bjoined the (?:meeting|talks|call)\b")
_COUNTERPART = re.compile(
    r"\b(?:his|her|their|the)\s+(?:[a-z-]+\s+){0,2}(?P<adjective>[A-Z][\w.'-]*(?:\s[A-Z][\w.'-]*){0,2}\s+)?(?:counterpart|colleague)s?\b"
    r"(?:\s+(?:from|of|in)\s+(?=(?:the\s+)?[A-Z]))?"
)
NEAR = 12
"""So many lines after the lead are searched for the name of one whom it calls by the office alone."""
LONGEST_LINE = 600
"""So many characters of a line are searched for people."""
MOST = 12
"""As many participants as a readout names; longer lists are delegations."""


class Person(Value):
    """One who met, with the places of each fact; `party_span` is None where the party was inferred."""

    name: str | None
    name_span: Span | None
    title: str | None = None
    title_span: Span | None = None
    party: str | None = None
    party_span: Span | None = None
    honorific: str | None = None
    postnominals: str | None = None


def find_participants(findings: Findings, lead: Lead | None, before: int) -> list[Person]:
    """Return those who met, in the page's order, with the parties that the page gives them."""
    page = findings.page
    people = _of_captions(page, before) if lead is None else _of_lead(page, lead, before)
    return [_completed(page, person) for person in _with_names_below(page, lead, people[:MOST])]


_ALSO_THERE = re.compile(r"\((?:先方|我が方|日本側|双方)?[^()]{0,6}同席")
"""What opens the brackets in which a lead lists the delegations."""


def _of_japanese_lead(page: Page, lead: Lead) -> list[Person]:
    people = []
    aside = _ALSO_THERE.search(page.plain, *lead.sentence)
    span = (lead.sentence[0], aside.start() if aside is not None else lead.sentence[1])
    for found in people_in_japanese(page.plain, span):
        name, title = page.text[slice(*found.name)], page.text[slice(*found.title)]
        people.append(Person(name, found.name, title, found.title, found.party, found.party_span))
    return people


def _of_lead(page: Page, lead: Lead, before: int) -> list[Person]:
    if is_japanese(page.plain, lead.span):
        return _of_japanese_lead(page, lead)
    plain = _without_long_brackets(page, lead)
    crowd = Crowd(plain, *lead.span)
    people: list[Person] = []
    for sentence in sentences_in(plain, *lead.span):
        if _PRESENT.search(plain, *sentence) and people:
            people = _added(people, [person_of(page, m) for m in mentions_in(crowd, *_words(crowd, sentence))[:1]])
        elif len(people) < 2:
            people = _added(people, list(_of_sentence(page, crowd, sentence, before)))
    return people if len(people) > 1 else _beyond_sentences(page, lead.index, people)


def _beyond_sentences(page: Page, lead: int, people: list[Person]) -> list[Person]:
    """Return the people with those whom a roll, the chairs, the sides' leaders or the lines above the lead tell."""
    people = _added(people, list(_of_roll(page, lead)))
    for look in (_of_chairs, _of_delegations):
        leaders = list(look(page, lead)) if len(people) < 2 else []
        people = leaders if len(leaders) > 1 else _merged(leaders, people)
    return people if len(people) > 1 else _merged(_of_lines_above(page, lead), people)


_CHAIRED = re.compile(r"\b(?:was|were) (?:jointly |co-?)chaired by ")


def _of_chairs(page: Page, lead: int) -> Iterator[Person]:
    """Yield those who chaired the meeting together, as the lead or a line after it says: "co-chaired by A and B"."""
    for line in page.lines[lead : lead + 3]:
        chaired = _CHAIRED.search(page.plain, line.start, min(line.end, line.start + LONGEST_LINE))
        if chaired is None:
            continue
        span = next(s for s in sentences_in(page.plain, line.start, line.end) if s[1] > chaired.end())
        crowd = Crowd(page.plain, chaired.end(), span[1])
        yield from (person_of(page, mention) for mention in mentions_in(crowd)[:2])
        return


_LED_BY = re.compile(r" (?:side|delegation|team) (?:(?:was |were )?(?:led|headed) )?by ")
_LED = re.compile(r"\b(?:led|headed) the $")
_OF_SIDE = re.compile(r" (?:side|delegation|team)\b")


def _of_delegations(page: Page, lead: int) -> Iterator[Person]:
    """Yield those who led the sides, as the lead or a line after it says: "The Indian side was led by A"."""
    for line in page.lines[lead : lead + 3]:
        start, end = line.start, min(line.end, line.start + LONGEST_LINE)
        if _OF_SIDE.search(page.plain, start, end) is None:
            continue
        crowd = Crowd(page.plain, start, end)
        for at, behind in sorted(crowd.parties.items()):
            leader = _leader(crowd, at, behind)
            if leader is not None and leader.name is not None:
                party = {"party": crowd.named[at], "party_span": crowd.span(at, behind)}
                yield person_of(page, leader).replaced(**party)


def _leader(crowd: Crowd, at: int, behind: int) -> Mention | None:
    """Return who led the side that the words [at, behind) name: who stands behind "was led by", or before "led the"."""
    side = crowd.words[behind - 1].end
    led_by = _LED_BY.match(crowd.plain, side)
    if led_by is not None:
        return read_mention(crowd, crowd.word_at(led_by.end()))
    if _OF_SIDE.match(crowd.plain, side) is None or _LED.search(crowd.plain, 0, crowd.words[at].start) is None:
        return None
    before = mentions_in(crowd, 0, at)
    return before[-1] if before and at - before[-1].last <= len((",", "led", "the")) else None


_ROLL = re.compile(
    r"\b(?:[Pp]articipants|(?:[Cc]ountries|[Ll]eaders|[Tt]hose|[Aa]lso) (?:participating|taking part)|[Jj]oining)\b"
    r"[^.;:]{0,60}?\b(?:included?|were|was|are)\b:?"
)
"""What opens the list of those who took part: "Participants in the call included …"."""


def _of_roll(page: Page, lead: int) -> Iterator[Person]:
    """Yield those whom the lead or a line after it lists as having taken part: people, or their states alone."""
    for line in page.lines[lead : lead + NEAR]:
        opening = _ROLL.search(page.plain, line.start, line.end)
        if opening is None:
            continue
        span = next(s for s in sentences_in(page.plain, line.start, line.end) if s[1] > opening.start())
        crowd = Crowd(page.plain, opening.end(), span[1])
        listed = mentions_in(crowd)
        yield from (person_of(page, mention) for mention in listed)
        if not listed:
            for a, b, party in parties_in(page.plain[opening.end() : span[1]], include_adjectives=False):
                yield Person(None, None, None, None, party.name, (opening.end() + a, opening.end() + b))
        return


def _words(crowd: Crowd, span: Span) -> tuple[int, int]:
    return crowd.word_at(span[0]), crowd.word_at(span[1])


def _of_sentence(page: Page, crowd: Crowd, sentence: Span, before: int) -> Iterator[Person]:
    encounter = read_encounter(crowd, sentence)
    if encounter is None:
        return
    beside = office_beside(crowd.plain, sentence, encounter)
    if beside is not None:
        yield _named_above(page, before, beside, encounter.people)
    if not encounter.subjects:
        span = office_alone(crowd.plain, sentence)
        if span is not None and crowd.plain[slice(*span)] == "I":
            yield from _author(page, before)
        elif span is not None:
            yield _named_above(page, before, span, encounter.objects)
    yield from (person_of(page, mention) for mention in encounter.people)
    if len(encounter.objects) == 0:
        known = {mention.party for mention in encounter.subjects}
        yield from (person for person in _counterparts(crowd.plain, sentence) if person.party not in known)


def _named_above(page: Page, before: int, span: Span, others: Sequence[Mention]) -> Person:
    """Return the principal whom the lead calls by the office alone, named where title or standfirst name them so."""
    office = page.text[span[0] : span[1]]
    for is_fit in (_is_same_office, _is_in_by_line):
        for line in page.lines[: before + NEAR]:
            if page.text.find(office, line.start, line.end) < 0:
                continue
            for mention in mentions_in(Crowd(page.plain, line.start, min(line.end, line.start + LONGEST_LINE))):
                if is_fit(page, mention, office) and not _is_another(page, mention, others):
                    return person_of(page, mention).replaced(title=office, title_span=span)
    alone = _named_in_standfirst(page, before, others)
    person = person_of(page, alone) if alone is not None else Person(None, None)
    return person.replaced(title=" ".join(office.split()), title_span=span)


def _named_in_standfirst(page: Page, before: int, others: Sequence[Mention]) -> Mention | None:
    """Return who, by the name alone, a line above the lead says met the same: "Ann Lee spoke to President Marchand"."""
    for line in page.lines[:before]:
        if not line.text.endswith("."):
            continue
        encounter = read_encounter(Crowd(page.plain, line.start, line.end), (line.start, line.end))
        if encounter is None or not encounter.subjects or encounter.subjects[0].title is not None:
            continue
        if any(_has_same_name(page, one, other) for one in encounter.objects for other in others):
            return encounter.subjects[0]
    return None


def _has_same_name(page: Page, one: Mention, other: Mention) -> bool:
    if one.name is None or other.name is None:
        return False
    return page.text[slice(*one.name)].split()[-1] == page.text[slice(*other.name)].split()[-1]


def _author(page: Page, before: int) -> Iterator[Person]:
    """Yield whose words a page in the first person is: the name on a line of its own, with the office beside it."""
    for at, line in enumerate(page.lines[:before]):
        crowd = Crowd(page.plain, line.start, min(line.end, line.start + LONGEST_LINE))
        mention = read_mention(crowd, 0)
        if mention is None or mention.name is None or not mention.is_anchored or mention.last < len(crowd.words):
            continue
        beside = [] if mention.title is not None else [*page.lines[at + 1 : at + 2], *page.lines[max(0, at - 1) : at]]
        yield next((p for near in beside if (p := _in_office(page, mention, near))), person_of(page, mention))
        return


def _in_office(page: Page, mention: Mention, line: Line) -> Person | None:
    """Return the person in the office that a line is, or None where it is none: "Minister for Foreign Affairs"."""
    crowd = Crowd(page.plain, line.start, min(line.end, line.start + LONGEST_LINE))
    first = crowd.parties.get(0, 0)
    office = read_free_office(crowd.words, first, crowd.parties)
    if office is None or office[1] < len(crowd.words):
        return None
    party = next((crowd.named[at] for at in crowd.parties), None)
    title = crowd.span(first, office[0])
    return person_of(page, mention).replaced(title=_value(page, title), title_span=title, party=party)


def _is_another(page: Page, mention: Mention, others: Sequence[Mention]) -> bool:
    is_of_others = mention.party is not None and any(mention.party == other.party for other in others)
    return is_of_others or any(_has_same_name(page, mention, other) for other in others)


def _is_in_by_line(page: Page, mention: Mention, office: str) -> bool:  # noqa: ARG001 (one of two alike)
    """Tell whether a mention is a name in a by-line: "From: Prime Minister's Office and The Rt Hon Ann Lee MP"."""
    if mention.name is None or mention.title is not None:
        return False
    return _BY_LINE.search(page.plain, max(0, mention.span[0] - LONGEST_BY_LINE), mention.span[0]) is not None


_BY_LINE = re.compile(
    r"(?:\A|\n) *(?:(?:From|By):?\s[^\n]*|[A-Z][^\n.]{3,80}\b(?:Office|Department|Street)\b[^\n.]*\band )$"
)
"""A by-line up to a name; the label may stand on a line of its own."""
LONGEST_BY_LINE = 200


def _is_same_office(page: Page, mention: Mention, office: str) -> bool:
    if mention.title is None or mention.name is None:
        return False
    title = page.text[slice(*mention.title)].casefold()
    return title == office.casefold()


def person_of(page: Page, mention: Mention) -> Person:
    """Return the person of a mention, values as printed."""
    return Person(
        name=_value(page, mention.name),
        name_span=mention.name,
        title=_value(page, mention.title),
        title_span=mention.title,
        party=mention.party,
        party_span=mention.party_span,
        honorific=_value(page, mention.honorific),
        postnominals=_value(page, mention.postnominals),
    )


def _value(page: Page, span: Span | None) -> str | None:
    return " ".join(page.text[span[0] : span[1]].split()).strip(" ,;") or None if span is not None else None


def _without_long_brackets(page: Page, lead: Lead) -> str:
    """Return the plain text with the brackets of the lead blanked, but for short ones such as (ROK) or (Retired)."""
    start, end = lead.span
    blanked = list(lead.plain[start:end])
    for match in re.finditer(r"\([^()\d]{1,14}\)", page.plain[start:end]):
        blanked[match.start() : match.end()] = match[0]
    return page.plain[:start] + "".join(blanked) + page.plain[end:]


def is_same(one: Person, other: Person) -> bool:
    """Tell whether two are one person: all parts of the shorter name are in the longer, or both are unnamed."""
    if one.name is None or other.name is None:
        return one.name is other.name and one.party == other.party and one.title == other.title
    a, b = set(one.name.casefold().split()), set(other.name.casefold().split())
    return a <= b or b <= a


def _added(people: list[Person], more: list[Person]) -> list[Person]:
    kept = list(people)
    for person in more:
        if not any(is_same(person, other) for other in kept):
            kept.append(person)
    return kept


def _merged(above: list[Person], people: list[Person]) -> list[Person]:
    """Return the people of the lines above the lead, with those of the lead in their places."""
    if not people or len(above) < 2:
        return people or above
    merged = [next((p for p in people if is_same(p, person)), person) for person in above]
    return _added(merged, people)


def _counterparts(plain: str, sentence: Span) -> Iterator[Person]:
    """Yield the unnamed of "his counterparts from Australia, New Zealand and the United States"."""
    match = _COUNTERPART.search(plain, *sentence)
    if match is None:
        return
    if match["adjective"]:
        for a, b, party in parties_in(match["adjective"]):
            at = match.start("adjective")
            yield Person(None, None, None, None, party.name, (at + a, at + b))
        return
    stop = re.compile(r"[.;]|\b(?:to|on|in|at|about|during|this|today)\b").search(
        plain, match.end(), min(sentence[1], match.end() + 300)
    )
    end = stop.start() if stop is not None else min(sentence[1], match.end() + 300)
    for a, b, party in parties_in(plain[match.end() : end], include_adjectives=False):
        yield Person(None, None, None, None, party.name, (match.end() + a, match.end() + b))


def _of_lines_above(page: Page, before: int) -> list[Person]:
    """Return whom the line above the lead that names most people names: title or standfirst."""
    best: list[Person] = []
    for line in page.lines[:before]:
        crowd = Crowd(page.plain, line.start, min(line.end, line.start + LONGEST_LINE))
        encounter = read_encounter(crowd, (line.start, line.end))
        found = encounter.people if encounter is not None and len(encounter.people) > 1 else mentions_in(crowd)
        people = _added([], [person_of(page, m) for m in asides_left_out(crowd, tuple(found)) or found])
        if len(people) > len(best):
            best = people
    return best


def _of_captions(page: Page, before: int) -> list[Person]:
    """Return whom title and captions name, where a page has no lead; a name that recurs in the points is spelt so."""
    people: list[Person] = []
    for line in page.lines[:before]:
        for mention in mentions_in(Crowd(page.plain, line.start, min(line.end, line.start + LONGEST_LINE))):
            person = person_of(page, mention)
            twin = next((at for at, other in enumerate(people) if _is_misspelt(person, other)), None)
            if twin is None:
                people = _added(people, [person])
            elif page.text.count(person.name or "") > page.text.count(people[twin].name or ""):
                people[twin] = person
    return people[:4]


def _is_misspelt(one: Person, other: Person) -> bool:
    """Tell whether two names of one office differ only in the order of their letters: "Mottely", "Mottley"."""
    if one.name is None or other.name is None or one.title != other.title or one.name == other.name:
        return False
    return sorted(one.name) == sorted(other.name)


def _with_names_below(page: Page, lead: Lead | None, people: list[Person]) -> list[Person]:
    """Return the people, one whom the lead calls a party's counterpart alone as the next lines name that party's."""
    if lead is None or all(person.name is not None or person.party is None for person in people):
        return people
    below = [
        line for line in page.lines[lead.index + 1 : lead.index + 3] if not is_japanese(line.text, (0, len(line.text)))
    ]
    named = [
        person_of(page, mention)
        for line in below
        for mention in mentions_in(Crowd(page.plain, line.start, min(line.end, line.start + LONGEST_LINE)))
    ]
    return [_named_below(person, named, people) for person in people]


def _named_below(person: Person, named: list[Person], people: list[Person]) -> Person:
    if person.name is not None or person.title is not None or person.party is None:
        return person
    office = next((_FOREIGN.search(other.title or "") for other in people if other.title is not None), None)
    of_party = [n for n in named if n.party == person.party and n.name is not None and n.title is not None]
    alike = [n for n in of_party if office is not None and _FOREIGN.search(n.title or "") is not None]
    return alike[0] if len({n.name for n in alike}) == 1 else person


_FOREIGN = re.compile(
    r"\bForeign (?:Affairs )?(?:Minister|Secretary)|Minister (?:of|for) (?:[\w ]+ )?(?:Foreign|External) "
)
"""A foreign minister's office, which the counterpart of one has too."""


def _completed(page: Page, person: Person) -> Person:
    """Return the person by the fullest form of the name on the page, with an office that stands before it there."""
    if person.name is None or person.name_span is None:
        return person
    full = fullest_name(page, person.name, person.name_span)
    if full is not None:
        person = person.replaced(name=" ".join(page.text[full[0] : full[1]].split()), name_span=full)
    if person.title is None:
        title = _titled_above(page, person) or titled_elsewhere(page, person.name or "")
        person = person if title is None else person.replaced(title=_value(page, title), title_span=title)
    return person


def _titled_above(page: Page, person: Person) -> Span | None:
    """Return the office with which a line at the top names the person: "meeting with Ms. Ann Lee, President of …"."""
    for line in page.lines[:NEAR]:
        for mention in mentions_in(Crowd(page.plain, line.start, min(line.end, line.start + LONGEST_LINE))):
            if mention.title is not None and mention.name is not None and is_same(person, person_of(page, mention)):
                return mention.title
    return None
