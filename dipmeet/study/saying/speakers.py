"""Speakers: whom a readout can mean by a name, an office, a state or "the two ministers"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dipmeet.model.meeting import Meeting
from dipmeet.model.people import Participant
from dipmeet.model.value import Value
from dipmeet.names.folding import fold
from dipmeet.names.parties import find_party, parties_in

BOTH = ""
"""Stands for all sides together where else a party is named."""


class Speaker(Value):
    """Somebody named at [start, end) of a sentence who can be its subject.

    `party` is whom they speak for (BOTH for all sides together); `kind` tells a person from a state ("side") and from
    what only points back ("pronoun", whose party is the word itself until it is known).
    """

    start: int
    end: int
    party: str | None
    kind: str


class Cast(Value):
    """Who can speak in a record: the parties, those who met, and the party whose page it is."""

    parties: tuple[str, ...]
    people: tuple[Participant, ...]
    own: str | None

    def meant_by(self, pronoun: str, last: str | None) -> str | None:
        """Return the party of "he" or "she": of the only one it can be, else of the `last` who spoke alone."""
        wanted = "she" if pronoun.lower() == "she" else "he"
        told = {person.party: _pronoun_of(person) for person in self.people}
        fitting = [party for party, said in told.items() if said == wanted]
        if len(fitting) == 1 and all(told.values()):
            return fitting[0]
        return last if last is None or told.get(last) in {wanted, None} else self.other_than(last)

    def other_than(self, party: str | None) -> str | None:
        """Return the other of two parties; None where there are not two."""
        others = [name for name in self.parties if name != party]
        return others[0] if len(self.parties) == 2 and len(others) == 1 else None


_OF_WOMEN = re.compile(r"\b(?:Ms|Mrs|Miss|Madam|Madame|Mme|Daw|Dame|Lady|Smt|Her)\b")
_OF_MEN = re.compile(r"\b(?:Mr|Sir|Lord|U|His|Shri)\b")


def _pronoun_of(person: Participant) -> str | None:
    """Return "he" or "she" as the honorific tells, None where it does not."""
    honorific = person.honorific or ""
    if _OF_WOMEN.search(honorific):
        return "she"
    return "he" if _OF_MEN.search(honorific) else None


_OF_PUBLISHERS = {
    "White House": "United States", "State": "United States", "Downing Street": "United Kingdom",
    "External Action": "European Union", "European Council": "European Union", "Kremlin": "Russia",
    "Global Affairs": "Canada", "External Affairs": "India",
}  # fmt: skip
"""Words in a publisher's name that tell whose it is, where it names no state."""


def cast_of(meeting: Meeting) -> Cast:
    """Return who can speak in a record; one whose party is not known speaks under a name.

    If only one is, the page is theirs: at home a minister's country goes without saying.
    """
    publisher = meeting.source.publisher if meeting.source is not None and meeting.source.publisher else ""
    named = [party.name for _, _, party in parties_in(publisher)]
    named += [party for words, party in _OF_PUBLISHERS.items() if words in publisher]
    own = next((name for name in named if name in meeting.parties), None)
    if own is None and (meeting.source is not None and meeting.source.language == "ja") and "Japan" in meeting.parties:
        own = "Japan"
    people = tuple(p if p.party else p.replaced(party=p.name) for p in meeting.participants if p.party or p.name)
    nameless = [person.name for person in meeting.participants if not person.party and person.name]
    if own is None and len(nameless) == 1 and len(people) > 1:
        own = nameless[0]
    parties = dict.fromkeys((*meeting.parties, *(p.party for p in people if p.party)))
    return Cast(tuple(parties), people, own)


_TOGETHER = re.compile(
    r"\b(?:(?:[Tt]he|[Tt]hese)\s)?(?:[Tt]wo|[Bb]oth|[Tt]hree|[Ff]our|[Ff]ive)"
    r"(?:\s(?:(?:[Ff]oreign|[Pp]rime|[Dd]efen[cs]e)\s)?(?:[Mm]inisters|sides|leaders|parties|"
    r"[Pp]residents|[Ss]ecretaries|officials|heads|counterparts|of them)\b"
    r"|(?=\s[a-z])(?!\s(?:should|could|can|must|ought|signed)\b))"
    r"|\b[Tt]he\s(?:(?:[Ff]oreign|[Pp]rime|[Dd]efen[cs]e)\s)?(?:[Mm]inisters|[Ll]eaders|sides|parties|[Pp]residents)\b"
    r"|\b[Bb]oth\s[A-Z]\w+\sand\s[A-Z]\w+\b|\b(?:[Ww]e|[Ee]ach side)\b"
)
_COUNTRIES = re.compile(
    r"\b(?:(?:[Tt]he)\s)?(?:[Tt]wo|[Bb]oth|[Tt]hree|[Tt]heir)\s(?:countries|nations|governments|states|peoples)\b"
)
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_THEY = re.compile(r"\b[Tt]hey\b")
_FIRST_PERSON = re.compile(r"\bI\b(?=\s[a-z])")
_COUNTERPART = re.compile(r"\b(?:[Hh]is|[Hh]er|[Tt]he)\s(?:\w+\s)?(?:counterpart|host|guest|visitor)\b")
_OFFICE = re.compile(
    r"\b(?:(?:[Tt]he\s)?(?P<of>[A-Z][\w.’'-]+(?:\s[A-Z]\w+)??)\s)??(?:[Tt]he\s)?(?P<office>(?:(?:Prime|Foreign|Deputy|Vice|External|Affairs|State|High|"
    r"First|Defen[cs]e|Union|National|Security)\s){0,3}"
    r"(?:Minister|President|Secretary(?:-General)?|Chancellor|Representative|Premier|Counsell?or|Councill?or|King|"
    r"Emperor|Ambassador|Commissioner|Leader|Adviser|Governor|Sultan|Emir|EAM))\b(?!\s(?:of|for)\b(?!\s(?:State|Foreign)))"
)
_TITLE_BEFORE = re.compile(
    r"(?:(?:[Tt]he|(?!(?:He|She|They|It|Both|We|I)\b)[A-Z][\w.’'-]*(?:/[A-Z][\w-]+)*|of|for|and)\s)*$"
)


def speakers_in(sentence: str, cast: Cast) -> tuple[Speaker, ...]:
    """Return everybody named in an English sentence who can be its subject, in order, the longest at each place."""
    found = [
        *(Speaker(*m.span(), BOTH, "person") for m in _TOGETHER.finditer(sentence)),
        *(Speaker(*m.span(), BOTH, "side") for m in _COUNTRIES.finditer(sentence)),
        *_named(sentence, cast),
        *_by_office(sentence, cast),
        *_sides(sentence, cast),
        *(Speaker(*m.span(), m[0].lower(), "pronoun") for m in _PRONOUN.finditer(sentence)),
        *(Speaker(*m.span(), BOTH, "they") for m in _THEY.finditer(sentence)),
        *(Speaker(*m.span(), cast.own, "person") for m in _FIRST_PERSON.finditer(sentence) if cast.own),
        *(Speaker(*m.span(), None, "counterpart") for m in _COUNTERPART.finditer(sentence)),
    ]
    found.sort(key=lambda s: (s.start, -s.end))
    return tuple(_paired(_apart(found), sentence))


_OF_OFFICES = frozenset(
    {"foreign", "prime", "minister", "ministers", "secretary", "president", "state", "high", "representative"}
)
"""Words that are no part of a name, though they stand in one that was read badly."""


def name_words(person: Participant) -> frozenset[str]:
    """Return the words of a person's name, folded, by any of which a readout may call them."""
    return frozenset(word for word in fold(person.name or "").split() if len(word) > 1) - _OF_OFFICES


def _named(sentence: str, cast: Cast) -> Iterator[Speaker]:
    """Yield those who are called by a part of their name, with the office before it."""
    by_word: dict[str, set[str]] = {}
    for person in cast.people:
        for word in name_words(person):
            by_word.setdefault(word, set()).add(person.party or "")
    at = 0
    for match in re.finditer(r"[^\W\d_][\w’-]*", sentence):
        if match.start() < at or not match[0][0].isupper():
            continue
        plain = match[0].removesuffix("’s")
        parties = set().union(*(by_word.get(word, set()) for word in fold(plain).split()))
        if len(parties) != 1:
            continue
        end = match.start() + len(plain)
        while (more := re.compile(r"\s([A-Z][\w’-]*)").match(sentence, end)) and fold(more[1]) in by_word:
            end = more.end()
        before = _TITLE_BEFORE.search(sentence, at, match.start())
        start = before.start() if before is not None else match.start()
        start = _without_connectives(sentence, _past_another(sentence, start, match.start()), match.start())
        at = end
        yield Speaker(start, end, next(iter(parties)), "person")


_ANOTHER = re.compile(
    r"\b(?:EAM|Minister|Secretary|President|Premier|Chancellor|Representative)\sand\s"
    r"(?=(?:the\s)?(?:[A-Z]\w+\s)*(?:Minister|Secretary|President|Premier|Chancellor|Representative)\s)"
)
"""One office and another: "EAM and Minister Lambert" are two."""


def _past_another(sentence: str, start: int, end: int) -> int:
    """Return `start`, or where the last office before a name begins behind somebody else's."""
    return max((match.end() for match in _ANOTHER.finditer(sentence, start, end)), default=start)


def _without_connectives(sentence: str, start: int, end: int) -> int:
    """Return `start`, or where the words of an office begin behind what cannot open one."""
    opening = re.compile(r"(?:(?:of|for|and|On|In|At|With|As|To|For|While|When|That|Because)\s)+").match(
        sentence, start, end
    )
    return opening.end() if opening is not None else start


def _by_office(sentence: str, cast: Cast) -> Iterator[Speaker]:
    for match in _OFFICE.finditer(sentence):
        party = _holder(match["office"], match["of"], cast)
        if party is not None:
            is_of_party = match["of"] is not None and find_party(_bare(match["of"])) is not None
            start = match.start() if is_of_party else _with_article(sentence, match.start("office"))
            yield Speaker(start, match.end(), party, "person")


def _with_article(sentence: str, start: int) -> int:
    """Return where the article before `start` begins, or `start`."""
    article = re.compile(r"\b[Tt]he\s$").search(sentence, max(0, start - 4), start)
    return article.start() if article is not None else start


def _bare(name: str) -> str:
    return name.removesuffix("’s").removesuffix("'s")


_RANKS = frozenset({"prime", "deputy", "vice"})


def _offices_of(title: str) -> Iterator[frozenset[str]]:
    """Yield the words of a title, and of each office that it joins: "Deputy Prime Minister and Minister of …"."""
    for office in (title, *re.split(r"\s(?:and|–|-|/)\s", title)):
        yield frozenset(fold(office).split())


def _holder(office: str, of: str | None, cast: Cast) -> str | None:
    """Return the party of the one who holds an office, of two the one whose page it is."""
    named = find_party(_bare(of)) if of else None
    if named is not None:
        return named.name if named.name in cast.parties else None
    if office == "EAM":
        return "India" if "India" in cast.parties else None
    wanted = set(fold(office).split()) - {"foreign", "external", "affairs"}
    is_prime = _RANKS & wanted
    holders = [
        person.party or ""
        for person in cast.people
        if any(
            wanted <= words and (words & _RANKS == is_prime or "minister" not in wanted)
            for words in _offices_of(person.title or "")
        )
    ]
    parties = tuple(dict.fromkeys(holders))
    if len(parties) == 1:
        return parties[0]
    return cast.own if cast.own in parties else None


def _sides(sentence: str, cast: Cast) -> Iterator[Speaker]:
    """Yield states and "the Japanese side"."""
    for start, end, party in parties_in(sentence):
        if party.name not in cast.parties:
            continue
        following = re.compile(r"\s(?:side|[Gg]overnment|delegation|party)\b").match(sentence, end)
        is_adjective = sentence[start:end] in party.adjectives
        if following is None and (is_adjective or sentence[end : end + 1] in {"’", "'", "-", "–"}):
            continue
        stop = following.end() if following is not None else end
        yield Speaker(_with_article(sentence, start), stop, party.name, "person" if following else "side")


def _apart(found: Sequence[Speaker]) -> list[Speaker]:
    """Return the speakers that do not overlap one before them."""
    kept: list[Speaker] = []
    for speaker in found:
        if not kept or speaker.start >= kept[-1].end:
            kept.append(speaker)
        elif speaker.end > kept[-1].end and speaker.kind == "person" and kept[-1].kind != "person":
            kept[-1] = speaker
    return kept


_AND = re.compile(r"(?:,[^,;]{1,80},)?\s(?:and|together with)\s(?:(?:his|her|the)\s)?")


def _paired(found: Sequence[Speaker], sentence: str) -> Iterator[Speaker]:
    """Yield the speakers, two who are joined by "and" and speak for different parties as one."""
    at = 0
    while at < len(found):
        one = found[at]
        other = found[at + 1] if at + 1 < len(found) else None
        if other is not None and _AND.fullmatch(sentence, one.end, other.start) and _differ(one, other):
            yield Speaker(one.start, other.end, BOTH, "side" if one.kind == other.kind == "side" else "person")
            at += 2
        else:
            yield one
            at += 1


def _differ(one: Speaker, other: Speaker) -> bool:
    is_known = one.kind in {"person", "side", "pronoun"} and other.kind in {"person", "side", "counterpart"}
    return is_known and one.party != other.party
