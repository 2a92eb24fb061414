"""Whether two accounts name one person: names in any order and spelling, offices in any wording."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from dipmeet.model.people import Participant
from dipmeet.names.folding import fold

NEARLY = 0.85
"""How alike two words of a name are, between 0 and 1, where no other word speaks for it: Kono and Kouno."""

BESIDE = 0.65
"""How alike they must be where another word of the name is the same to the letter: Sergey and Sergei Lavrov."""

LONG = 5
"""Beside a word of as many letters that is the same another may begin otherwise: Antony and Tony Blinken are one, Li
Keqiang and Li Qiang are not."""

_RANKS = frozenset(
    {"deputy", "vice", "parliamentary", "assistant", "acting", "under", "undersecretary", "former", "shadow", "prime"}
)
"""Words that make another office of one: a deputy minister is no minister."""

_PASSED_OVER = frozenset(
    {"a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "s", "de", "la", "le", "du"}
    | {"minister", "ministers", "ministry", "affairs", "union", "federal"}
)
"""Words in which two wordings of one office may differ: Minister for Foreign Affairs, Foreign Minister."""

_SAME_WORD = {"councilor": "councillor", "external": "foreign", "defence": "defense"}

Pair = tuple[Participant | None, Participant | None]


@lru_cache(4096)
def is_same_name(one: str, other: str) -> bool:
    """Tell whether two names are spellings of one: Kono Taro and Taro Kōno, Kim Sung-han and Kim Sunghan."""
    fewer, more = sorted((fold(one).split(), fold(other).split()), key=len)
    if not fewer or not is_comparable(one, other):
        return False
    candidates = (*more, *("".join(pair) for pair in pairwise(more)))
    may_turn = any(len(word) >= LONG and word in candidates for word in fewer)
    likeness = [max(_likeness(word, other, may_turn=may_turn) for other in candidates) for word in fewer]
    return min(likeness) >= (BESIDE if max(likeness) == 1 else NEARLY)


def is_comparable(one: str, other: str) -> bool:
    """Tell whether two texts are of one script: whether Kōno is 河野 cannot be told from the letters."""
    return bool(one and other) and _is_latin(one) == _is_latin(other)


def is_same_person(one: Participant, other: Participant) -> bool:
    """Tell whether two participants are one person: one party, and names or, where one has none, offices that agree."""
    if one.party and other.party and party_meant(one.party) != party_meant(other.party):
        return False
    if one.name and other.name and is_comparable(one.name, other.name):
        return is_same_name(one.name, other.name)
    if one.name and other.name and not (one.party and other.party):
        return False
    return is_same_office(one.title, other.title) is True


@lru_cache(4096)
def is_same_office(one: str | None, other: str | None) -> bool | None:
    """Tell whether two offices are wordings of one, one of them perhaps less exact; None where that cannot be told."""
    if not one or not other:
        return None
    one, other = _in_english(one), _in_english(other)
    if not is_comparable(one, other):
        return None
    first, second = _office_words(one), _office_words(other)
    if first & _RANKS != second & _RANKS:
        return False
    return first <= second or second <= first


_JAPANESE_OFFICES = (
    ("外務大臣政務官", "parliamentary vice-minister for foreign affairs"),
    ("外務副大臣", "vice-minister for foreign affairs"), ("国務長官", "secretary of state"),
    ("内閣総理大臣", "prime minister"), ("総理大臣", "prime minister"), ("首相", "prime minister"),
    ("副大統領", "vice president"), ("大統領", "president"), ("国家主席", "president"),
    ("外務大臣", "foreign minister"), ("外相", "foreign minister"), ("外交部長", "foreign minister"),
    ("防衛大臣", "minister of defense"), ("国防大臣", "minister of defense"), ("国防長官", "secretary of defense"),
)  # fmt: skip
"""The usual offices in Japanese, the longer names first."""


def _in_english(title: str) -> str:
    return next((english for japanese, english in _JAPANESE_OFFICES if japanese in title), title)


@lru_cache(1024)
def party_meant(name: str) -> str:
    """Return the party's short name, folded; the folded name itself where the vocabulary has none."""
    from dipmeet.names.parties import find_party

    party = find_party(name)
    return fold(party.name if party is not None else name)


def matched(one: Sequence[Participant], other: Sequence[Participant]) -> tuple[Pair, ...]:
    """Return who is whom: pairs in the order of `one`, then those that only `other` has.

    Two of one party of whom neither finds a partner by name are taken for one person where their names cannot be
    compared (KONO Taro, 河野太郎), or one has none, and nothing speaks against it.
    """
    partners = dict(_pairs(range(len(one)), range(len(other)), lambda a, b: is_same_person(one[a], other[b])))
    mine = [at for at in range(len(one)) if at not in partners]
    theirs = [at for at in range(len(other)) if at not in partners.values()]
    partners |= dict(_pairs(mine, theirs, lambda a, b: _may_be(one[a], other[b])))
    paired = ((person, other[partners[at]] if at in partners else None) for at, person in enumerate(one))
    return (*paired, *((None, person) for at, person in enumerate(other) if at not in partners.values()))


def _pairs(mine: Sequence[int], theirs: Sequence[int], is_one: Callable[[int, int], bool]) -> Iterator[tuple[int, int]]:
    """Yield each of `mine` with the first of `theirs` that is its and nobody else's."""
    left = list(theirs)
    for a in mine:
        partner = next((b for b in left if is_one(a, b)), None)
        if partner is not None:
            left.remove(partner)
            yield a, partner


def _may_be(one: Participant, other: Participant) -> bool:
    """Tell whether two of one party may be one person, as far as can be told."""
    if not one.party or not other.party or party_meant(one.party) != party_meant(other.party):
        return False
    if one.name and other.name and is_comparable(one.name, other.name):
        return False
    return is_same_office(one.title, other.title) is not False


def _likeness(one: str, other: str, *, may_turn: bool) -> float:
    """Return how alike two folded words of a name are, 1 for the same; they begin alike unless they `may_turn`."""
    if one == other:
        return 1
    if min(len(one), len(other)) == 1:
        return NEARLY if one[0] == other[0] else 0
    if one[0] != other[0] and not may_turn:
        return 0
    return min(0.99, SequenceMatcher(None, one, other, autojunk=False).ratio())


def _is_latin(text: str) -> bool:
    return max(text) < "\u0370" or not any(letter.isalpha() and letter >= "\u0370" for letter in text)


def _office_words(title: str) -> frozenset[str]:
    return frozenset(_SAME_WORD.get(word, word) for word in fold(title).split()) - _PASSED_OVER
