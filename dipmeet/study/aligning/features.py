"""What a sentence is about, word by word: topics, concepts, names, numbers and rare words, each with its weight."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal

from dipmeet.model.meeting import Meeting
from dipmeet.model.value import Value
from dipmeet.names.folding import fold
from dipmeet.names.mentions import mentions_in
from dipmeet.names.parties import Found, all_parties, find_party, parties_in
from dipmeet.names.topics import all_topics, find_topic
from dipmeet.study.aligning.lexicon import COURTESY, concepts_in, generic_words, stem

Kind = Literal["topic", "concept", "courtesy", "name", "number", "word"]


class Feature(Value):
    """Something that a sentence names at [start, end); two are one where kind and name are."""

    start: int
    end: int
    kind: Kind
    name: str
    weight: float

    @property
    def span(self) -> tuple[int, int]:
        """Where it is named in the sentence."""
        return self.start, self.end

    @property
    def key(self) -> tuple[Kind, str]:
        """What makes two features one."""
        return self.kind, self.name


ALL_KINDS: frozenset[Kind] = frozenset({"topic", "concept", "courtesy", "name", "number", "word"})

CUTTING: frozenset[Kind] = frozenset({"topic", "concept"})
"""Kinds of which a clause has one, or it goes with the clause beside it."""

SUBJECTS: frozenset[Kind] = frozenset({"topic", "concept", "courtesy"})
"""Kinds that a clause can be about, without a name, a number or a rare word."""

ACROSS_LANGUAGES: frozenset[Kind] = frozenset({"topic", "concept", "courtesy", "number"})
"""Kinds that an English and a Japanese account can share."""

_TOPIC = {"": 2.0, "general": 1.2, "frame": 1.2}
_FRAME = 0.4

_ALSO = 1.2
"""What a topic weighs at most that only another word for it names: batteries, which are of many kinds."""

_FRAMES = frozenset(
    {"bilateral relations", "international situation", "security", "economy", "democracy and values",
     "high-level visits", "new administration"}
)  # fmt: skip
"""Topics that every talk has. Others that only frame a readout (the G7) are subjects where two are compared."""

_FRAMING = frozenset({"relations", "cooperation", "dialogue", "talks", "consultations"})
"""What two states always have: their relations, by whatever name."""

_STATE, _EVENT = 1.5, 1.2
_WEIGHTS: dict[Kind, float] = {"concept": 1.0, "courtesy": 0.9, "name": 1.0, "number": 0.8, "word": 0.6}


class Setting(Value):
    """What both accounts take for granted, and which is therefore no topic: who met, for whom, where, at what event."""

    parties: tuple[str, ...]
    words: frozenset[str]


def setting_of(*accounts: Meeting) -> Setting:
    """Return what these accounts take for granted."""
    parties = tuple(sorted({party for account in accounts for party in account.parties}))
    said = (text for account in accounts for text in _said_of(account))
    capitals = (party.capital for name in parties if (party := find_party(name)) is not None)
    return Setting(parties, frozenset(word for text in (*said, *capitals) for word in fold(text).split()))


def features_of(sentence: str, setting: Setting) -> tuple[Feature, ...]:
    """Return what `sentence` is about, from left to right."""
    offices = [match.span() for match in _OFFICE.finditer(sentence)]
    parties = parties_in(sentence)
    together = _together(sentence, parties, setting)
    passed_over = [*offices, *(feature.span for feature in together)]
    told = [*_topics(sentence, setting), *_concepts(sentence, setting)]
    found = [*together, *(feature for feature in told if not _is_in(feature.start, passed_over))]
    named = [*offices, *(feature.span for feature in found), *((start, end) for start, end, _ in parties)]
    found += _words(sentence, setting, named)
    return tuple(sorted(found, key=lambda feature: (feature.start, feature.end, feature.key)))


_OFFICE = re.compile(
    r"\b(?:Department|Ministry|Minister|Secretary|Premier|President|Chairman|Member)s?\s(?:of|for)\s(?:the\s)?"
    r"[A-Z][\w-]+(?:,?\s(?:(?:and|of|for|the)\s){0,2}[A-Z][\w-]+){0,6}"
)
"""An office or a department by its full name, which speaks of nothing."""


_JOINT = re.compile(r"\s*(?:,|and|,\s*and|[-–、・]|及び)\s*(?:the\s)?")


def _together(sentence: str, parties: Sequence[Found], setting: Setting) -> list[Feature]:
    """Return where three states are named in a row, one of them a party: "Japan, the United States and the ROK"."""
    rows: list[list[Found]] = []
    for found in parties:
        is_next = bool(rows) and _JOINT.fullmatch(sentence[rows[-1][-1][1] : found[0]]) is not None
        rows[-1].append(found) if is_next else rows.append([found])
    return [
        Feature(row[0][0], row[-1][1], "concept", "trilateral", _WEIGHTS["concept"])
        for row in rows
        if len(row) > 2 and any(party.name in setting.parties for _, _, party in row)
    ]


def _is_in(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _said_of(account: Meeting) -> Iterator[str]:
    for person in account.participants:
        yield from filter(None, (person.name, person.title, person.honorific))
    yield from filter(None, (account.place, account.country, account.occasion))


def _topics(sentence: str, setting: Setting) -> Iterator[Feature]:
    for start, end, name in mentions_in(sentence, setting.parties):
        if name in _OWN and _OWN[name] not in setting.parties and not _ABDUCTOR.search(sentence):
            continue
        if not _is_taken_for_granted(sentence[start:end], setting) and sentence[end : end + 1] != "$":
            is_of_assets = name.startswith("sanctions") and "asset" in sentence[start:end].lower()
            plain = FROZEN if is_of_assets else _plain_name(_SAME.get(name, name), setting)
            yield Feature(start, end, "topic", plain, _weight_of(plain))


_SAME = {"TPP 11": "CPTPP"}
"""Topics of the vocabulary that are one."""

FROZEN = "frozen assets"
"""What the vocabulary has under sanctions, and readers name apart."""

_OWN = {"abductions issue": "Japan", "Official Security Assistance (OSA)": "Japan"}
"""Topics that one state made its own, by words that others say of other things: children whom Russia abducted."""

_ABDUCTOR = re.compile(r"Japan|North Korea|DPRK")


def _plain_name(topic: str, setting: Setting) -> str:
    """Return the name of a topic; what no vocabulary lists goes without the parties and in American spelling."""
    if topic in _marks() or find_party(topic) is not None:
        return topic
    words = fold(topic).replace("defence", "defense").replace("programme", "program").split()
    kept = [word for word in words if word not in _party_words(setting.parties)]
    plain = " ".join(kept)
    known = find_topic(plain)
    return known.name if known is not None else plain or topic


@lru_cache(64)
def _party_words(parties: tuple[str, ...]) -> frozenset[str]:
    known = [party for name in parties if (party := find_party(name)) is not None]
    return frozenset(fold(word) for party in known for word in (party.name, *party.aliases, *party.adjectives))


def _concepts(sentence: str, setting: Setting) -> Iterator[Feature]:
    for start, end, name in concepts_in(sentence):
        if not _is_taken_for_granted(sentence[start:end], setting):
            kind: Kind = "courtesy" if name.startswith(COURTESY) else "topic" if name in _marks() else "concept"
            weight = min(_ALSO, _weight_of(name)) if kind == "topic" else _WEIGHTS[kind]
            yield Feature(start, end, kind, name.removeprefix(COURTESY), weight)


def _is_taken_for_granted(text: str, setting: Setting) -> bool:
    return text[:1].isupper() and setting.words.issuperset(fold(text).split())


_WORD = re.compile(r"(?:US)?[$€£¥]?\d[\d,.]*\d(?:st|nd|rd|th)?|\d(?:st|nd|rd|th)?|[^\W\d_][^\W_]*(?:[’'-][^\W_]+)*")
_TRADE_PACTS = ("FTA", "CEPA")
"""What the short names of trade agreements end in: EVFTA, KAFTA."""

_IN_A_NAME = re.compile(r"\s[A-Z][a-z]")
"""What follows a capital that only stands in a name: the Colombo Security Conclave."""

_CLOCK = re.compile(r"\d{1,2}|20\d\d|19\d\d|\d{1,2}(?:st|nd|rd|th)")


def _words(sentence: str, setting: Setting, named: Sequence[tuple[int, int]]) -> Iterator[Feature]:
    """Yield numbers, names and rare words outside of what is named already."""
    for match in _WORD.finditer(sentence):
        word, start, end = match[0], match.start(), match.end()
        if word[0] >= "\u3000" or _is_in(start, named):
            continue
        if any(letter.isdigit() for letter in word):
            if _CLOCK.fullmatch(word) is None or (word[-1].isalpha() and len(word) > 3):
                yield Feature(start, end, "number", word.strip("US$€£¥").replace(",", ""), _WEIGHTS["number"])
            continue
        plain = fold(word.removesuffix("'s").removesuffix("’s"))
        if len(plain) < 3 or plain in setting.words or not _tells(word):
            continue
        if word.isupper() and word.endswith(_TRADE_PACTS):
            yield Feature(start, end, "topic", "free trade", _ALSO)
            continue
        is_name = word[0].isupper() and start > 0
        if is_name and word in _states_by_capital() and _IN_A_NAME.match(sentence, end) is None:
            yield Feature(start, end, "topic", _states_by_capital()[word], _STATE)
            continue
        kind: Kind = "name" if is_name else "word"
        yield Feature(start, end, kind, stem(plain), _WEIGHTS[kind])


def _tells(word: str) -> bool:
    """Tell whether none of the parts of a word is one of which no topic is made."""
    lowered = word.lower().removesuffix("'s").removesuffix("’s")
    generic = generic_words()
    return lowered not in generic and not all(part in generic for part in re.split("[-’']", lowered))


def _weight_of(topic: str) -> float:
    if topic in _FRAMES or (topic not in _marks() and topic.rsplit(" ", 1)[-1] in _FRAMING):
        return _FRAME
    if topic in _marks():
        return _TOPIC[_marks()[topic]]
    return _STATE if find_party(topic) is not None else _EVENT


@cache
def _marks() -> dict[str, str]:
    return {topic.name: topic.mark for topic in all_topics()}


@cache
def _states_by_capital() -> dict[str, str]:
    """Return states by the one word that their capital is: what "Moscow" says is said by Russia."""
    found: dict[str, str] = {}
    for party in all_parties():  # states of today stand before those that are no more
        if party.capital and " " not in party.capital:
            found.setdefault(party.capital, party.name)
    return found
