"""Who met: names with honorifics and post-nominals, the offices held then, and the parties represented."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dipmeet.names.parties import Party, find_party, parties_in
from dipmeet.readouts.page import Span

_HONORIFIC = (
    r"(?:H\.\s?E\.?|(?:His|Her|Their)\s+Excellenc(?:y|ies)|(?:[Tt]he\s+)?(?:Right\s+|Rt\.?\s+)?Hon(?:ou?rable|\.)?(?=\s)|[Tt]he\s+Rt\.?|"
    r"Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?|Prof(?:essor|\.)|Senator|Amb(?:assador|\.)(?=\s+(?!of|to|Extra))|Daw|Sir|Dame|Lord|Baroness|Shri|Smt\.?|Sheikh|Dato'?|Tun|"
    r"Rear\s+Admiral|Admiral|(?:Lieutenant\s+|Major\s+|Brigadier\s+)?General(?=\s+(?!of|Secretary|Assembly|Debate|Affairs))|Lt\.|Gen\.|Col\.|\(Retired\)|\(Ret(?:d|\.)?\))"
)
_PARTICLE = r"(?:de|da|do|dos|del|della|di|du|van|von|der|den|ter|el|al|bin|binti|ibn|bint|ben|y|e|la|le|O')"
_TOKEN = r"(?:[A-ZÀ-ÞĀ-Ž][\w'’\u0300-\u036f-]*\.?|al-[A-Z][\w'-]*)"
_NAME = rf"{_TOKEN}(?:\s+(?:{_PARTICLE}\s+)?{_TOKEN}){{0,6}}"
_POSTNOMINALS = r"(?:,?\s*(?:P\.?C\.?|M\.?P\.?|Q\.?C\.?|K\.?C\.?|C\.?M\.?G\.?|O\.?B\.?E\.?|MEP|KBE|CBE|Ph\.?D\.?|AM|AO|CNZM|DCNZM)(?=[\s,.]|$))+"
_HEAD = (
    r"(?:Minister(?!ial)|Secretary|President|Chancellor|Premier|Councill?or|Counsell?or|Representative|Ambassador|Commissioner|Chair(?:man|woman|person)?|"
    r"Governor|Emir|King|Queen|Sultan|Crown Prince|Taoiseach|Under-?[Ss]ecretary|Envoy|Director|Speaker|Leader|Administrator|Coordinator|Pope)"
)
_BEFORE_HEAD = (
    r"(?:(?:First|Second|Deputy|Vice|State|Federal|Union|Acting|Prime|Foreign|External|Cabinet|Chief|Senior|Parliamentary|Permanent|High|Special|"
    r"Home|Defen[cs]e|Finance|Trade|Assistant|Senior|General|Interim|Supreme|Executive|Managing|Tánaiste|Affairs|and|Exterior|Interior|European|Secretary|Vice-)[\s-]+){0,6}"
)
_OFFICE_START = re.compile(rf"(?:the\s+)?(?:{_BEFORE_HEAD})(?:Vice-|Secretary-|Under-)?{_HEAD}\b")
_STOP = re.compile(
    r"\s*,?\s*\b(?:who|whom|which|held|hold|had|has|met|meets|paid|pays|made|attended|hosted|received|receives|spoke|speaks|talked|during|while|on|at|commencing|"
    r"starting|beginning|following|followed|as|to attend|to discuss|to the|visited|visiting|currently|also|with|was|were|is|are|by|over|today|yesterday|about|in(?= [A-Z(])|"
    r"for (?=approximately|about|around|just|some|\d|a |an |the first|bilateral|talks)|from (?=\d|around|about|approximately)|conducted|exchanged|called|"
    r"telephoned|phoned|and (?=held|had|met|made|the two|they|both|discussed|attended))\b"
    rf"|\s*[;(:]|(?<![A-Z])[.](?:\s|$)|,\s+(?:and\s+)?(?={_HONORIFIC}\s)|\s+and\s+(?:with\s+)?(?={_HONORIFIC}\s)|\"|,\s+(?=(?:on|at|for|from|in)\s)"
)
_NAME_FIRST = re.compile(
    rf"(?P<honorific>(?:{_HONORIFIC}\s*)+)(?P<name>{_NAME})(?P<post>{_POSTNOMINALS})?(?:\s*\([^)]{{1,40}}\))?\s*,\s+(?P<office>)"
)
_BARE_NAME_FIRST = re.compile(
    rf"(?:(?<=with )|(?<=and )|(?<=between )|(?<=met )|(?<=counterpart )|(?<=by )|(?<=Commission, )|(?<=^))(?P<honorific>)(?P<name>{_TOKEN}(?:\s+(?:{_PARTICLE}\s+)?{_TOKEN}){{1,5}})(?P<post>{_POSTNOMINALS})?\s*,\s+(?:the\s+)?(?P<office>)(?=(?:[A-Z]\w+(?:'s?)?\s+)?(?:{_BEFORE_HEAD}){_HEAD}\b)"
)
_LINK = r"(?:\s+(?:for|of)\s+(?:the\s+)?(?:State|Foreign|External|European|Europe|International|Defen[cs]e|Trade|Commerce|Finance|Global|Home|Economy|Economic|Interior|Security)(?:[\s,]+(?:and\s+)?(?:Foreign|External|Affairs|Trade|Commonwealth|Development|Cooperation|Security|Policy|European|Europe|Worship|Expatriates|Diaspora|Industry|Relations|International|Integration)){0,6}|\s+General)?"
_TITLE_FIRST = re.compile(
    rf"(?P<before>(?:[A-Z][\w.'-]*(?:\s(?=[A-Z]))?){{0,3}}?\s?)(?P<office>(?:{_BEFORE_HEAD})(?:Vice-)?{_HEAD}{_LINK}(?:(?:\s+and\s+|/)(?:{_BEFORE_HEAD})(?:Vice-)?{_HEAD}{_LINK}|/Vice-President of the European Commission)?)"
    rf"(?:\s+of\s+(?P<of>(?:the\s+)?[A-Z][\w.'-]*(?:\s[A-Z][\w.'-]*){{0,4}}?))?,?\s+(?P<honorific>(?:{_HONORIFIC}\s+)*)(?P<name>{_NAME})(?P<post>{_POSTNOMINALS})?"
)
_AFTER_OF = re.compile(r",?\s+(?:of|from)\s+(?:the\s+)?(?=[A-Z])|,\s+(?=[A-Z])")
_NO_NAME = re.compile(
    r"^(?:Minister|Ministers|Secretary|President|Foreign|Prime|Affairs|Meeting|Meetings|State|General|Conference|Talks?|Summit|The|This|On|In|At|Both|Japan|Monday|Tuesday|"
    r"Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Union|Office|Call|Dialogue|Photo|Japanese)$"
)
_ASIDE = re.compile(
    r"(?i)(?:suite of|hosted by|invitation (?:by|of|from)|on behalf of|accompanied by|in the presence of|visit of|initiative of|together with the spouse of|predecessor)\s+(?:the\s+)?(?:\w+\s+)?$"
)


@dataclass(frozen=True, slots=True)
class Person:
    """One whom a text names, with the places of each fact; `party_span` is None where the party was inferred."""

    name: str | None
    name_span: Span | None
    title: str | None = None
    title_span: Span | None = None
    party: str | None = None
    party_span: Span | None = None
    honorific: str | None = None
    postnominals: str | None = None

    @property
    def at(self) -> int:
        """Where the person is first named."""
        return min(span[0] for span in (self.name_span, self.title_span) if span is not None)


def people_in(plain: str, text: str, span: Span, *, asides: bool = False) -> list[Person]:
    """Return the people named in `plain[start:end]` with an office, left to right, each once.

    Those named only as host, company or predecessor are left out, unless `asides` are wanted.
    """
    found: list[Person] = []
    for person in sorted(_all(plain, text, span), key=lambda p: (p.at, -len(p.title or ""))):
        aside = not asides and _ASIDE.search(plain[max(span[0], person.at - 60) : person.at])
        if aside or any(_overlap(person, other) for other in found):
            continue
        same = next((i for i, other in enumerate(found) if is_same(person, other)), None)
        if same is None:
            found.append(person)
        else:
            found[same] = _fuller(found[same], person)
    return found


def is_same(one: Person, other: Person) -> bool:
    """Tell whether two mentions are of one person: they share the family name, the part in capitals or the last."""
    if one.name is None or other.name is None:
        return False
    a, b = set(one.name.casefold().split()), set(other.name.casefold().split())
    return a <= b or b <= a


def _fuller(one: Person, other: Person) -> Person:
    """Return the first mention with what only the second has: the longer name, a missing office or party."""
    longer = other if len((other.name or "").split()) > len((one.name or "").split()) else one
    return replace(
        one,
        name=longer.name,
        name_span=longer.name_span,
        title=one.title or other.title,
        title_span=one.title_span or other.title_span,
        party=one.party or other.party,
        party_span=one.party_span or other.party_span,
    )


def _overlap(one: Person, other: Person) -> bool:
    return any(
        a is not None and b is not None and a[0] < b[1] and b[0] < a[1]
        for a in (one.name_span,)
        for b in (other.name_span, other.title_span)
    )


def _all(plain: str, text: str, span: Span) -> Iterator[Person]:
    taken: list[Span] = []
    for pattern in (_NAME_FIRST, _BARE_NAME_FIRST):
        for match in pattern.finditer(plain, *span):
            person = _name_first(plain, text, span, match)
            if person is not None and not any(s[0] <= person.at < s[1] for s in taken):
                taken.append((match.start(), (person.title_span or match.span())[1]))
                yield person
    for match in _TITLE_FIRST.finditer(plain, *span):
        if any(s[0] <= match.start("name") < s[1] or s[0] <= match.start("office") < s[1] for s in taken):
            continue
        person = _title_first(plain, text, span, match)
        if person is not None:
            yield person


def _name_first(plain: str, text: str, span: Span, match: re.Match[str]) -> Person | None:
    """Return the person of `Mr. Taro Kono, Minister for Foreign Affairs of Japan`."""
    start = match.end()
    possessive = re.compile(r"(?:the\s+)?([A-Z][\w.'-]*(?:\s[A-Z][\w.'-]*){0,3}?)'s?\s+").match(plain, start)
    owner = find_party(possessive[1]) if possessive is not None else None
    if possessive is not None and owner is not None:
        start = possessive.end()
    stop = _STOP.search(plain, start, min(span[1], start + 260))
    end = stop.start() if stop is not None else min(span[1], start + 260)
    if _OFFICE_START.match(plain, start) is None and not re.search(rf"\b{_HEAD}\b", plain[start:end]):
        return None
    title, party = split_office(plain, text, (start, end))
    party_span = party[1] if party else (possessive.span(1) if owner is not None and possessive is not None else None)
    return Person(
        name=_clean(text, match.span("name")),
        name_span=_trimmed(text, match.span("name")),
        title=text[title[0] : title[1]] if title else None,
        title_span=title,
        party=party[0].name if party else (owner.name if owner else None),
        party_span=party_span,
        honorific=_squeezed(text, match.span("honorific")),
        postnominals=_squeezed(text, match.span("post")) if match["post"] else None,
    )


def split_office(plain: str, text: str, span: Span) -> tuple[Span | None, tuple[Party, Span] | None]:
    """Return the office without the party that ends it, and the party: "… of the Republic of Korea", "…, Germany"."""
    start, end = span
    opens = re.compile(r"(?:the\s+)?(?:newly[- ]appointed\s+|new\s+|then\s+)?").match(plain, start, end)
    start = opens.end() if opens is not None else start
    while end > start and plain[end - 1] in " ,;":
        end -= 1
    named = parties_in(plain[start:end])
    spans = [(start + a, start + b, party) for a, b, party in named]
    trailing = next((s for s in spans if s[1] >= end - 1), None)
    if trailing is not None and trailing[0] > start:
        cut = re.compile(r"[\s,]*(?:\b(?:of|for|to|in)\b)?[\s,]*(?:the\s*)?$").search(plain, start, trailing[0])
        office = (start, cut.start() if cut is not None else trailing[0])
        return (office if office[1] > office[0] else None), (trailing[2], (trailing[0], trailing[1]))
    leading = next((s for s in spans if s[0] == start), None)
    if leading is not None and leading[1] < end:
        return _trimmed(text, (leading[1], end)), (leading[2], (leading[0], leading[1]))
    inner = spans[0] if spans else None
    return (start, end), ((inner[2], (inner[0], inner[1])) if inner is not None else None)


def _title_first(plain: str, text: str, span: Span, match: re.Match[str]) -> Person | None:
    """Return the person of `Japanese Foreign Minister Taro Kono` or `Prime Minister Justin Trudeau of Canada`."""
    name_span = _own_name(plain, match.span("name"))
    if name_span is None:
        return None
    party, party_span = _party_around(plain, span, match, name_span[1])
    return Person(
        name=_clean(text, name_span),
        name_span=name_span,
        title=_squeezed(text, _without_the(plain, match.span("office"))),
        title_span=_without_the(plain, match.span("office")),
        party=party.name if party else None,
        party_span=party_span,
        honorific=_squeezed(text, match.span("honorific")) if match["honorific"] else None,
        postnominals=_squeezed(text, match.span("post")) if match["post"] else None,
    )


def _own_name(plain: str, span: Span) -> Span | None:
    """Return the part of a run of capitalised words that is a name: up to the first word that is none."""
    end = span[0]
    for match in re.compile(r"\S+\s*").finditer(plain, *span):
        word = match[0].strip()
        if _NO_NAME.match(word.rstrip(".,'s")) or (find_party(word) is not None and end > span[0]):
            break
        end = match.start() + len(word)
    possessive = re.compile(r"'s?$").search(plain, span[0], end)
    end = possessive.start() if possessive is not None else end
    while end > span[0] and plain[end - 1] in ".,":
        if plain[end - 1] == "." and plain[end - 2 : end - 1].isupper() and plain[end - 3 : end - 2] in " .":
            break
        end -= 1
    return (span[0], end) if end > span[0] + 1 else None


def _party_around(plain: str, span: Span, match: re.Match[str], end: int) -> tuple[Party | None, Span | None]:
    """Return the party that stands before the office, in it, or after the name, with its place."""
    if match["of"]:
        party = find_party(match["of"])
        if party is not None:
            return party, match.span("of")
    before = parties_in(plain[max(span[0], match.start("office") - 40) : match.start("office")])
    base = max(span[0], match.start("office") - 40)
    for a, b, party in reversed(before):
        gap = plain[base + b : match.start("office")]
        if re.fullmatch(r"(?:'s?)?\s*(?:newly[- ]appointed|new|then|the|State Councill?or and|Deputy)?\s*", gap):
            return party, (base + a, base + b)
        break
    after = _AFTER_OF.match(plain, end, span[1])
    if after is not None:
        for a, b, party in parties_in(plain[after.end() : after.end() + 60], include_adjectives=False):
            if a == 0:
                return party, (after.end() + a, after.end() + b)
            break
    return None, None


def _without_the(plain: str, span: Span) -> Span:
    return (span[0] + 4, span[1]) if plain.startswith("the ", span[0]) else span


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in " ,\n":
        start += 1
    while end > start and text[end - 1] in " ,\n":
        end -= 1
    return start, end


def _clean(text: str, span: Span) -> str:
    return " ".join(text[span[0] : span[1]].split()).rstrip(",")


def _squeezed(text: str, span: Span) -> str | None:
    return " ".join(text[span[0] : span[1]].split()).strip(" ,") or None
