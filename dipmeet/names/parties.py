"""Parties: states and organisations, by the common English short name and every other name a readout gives them.

Short names are CLDR's English ones but for a few that the field writes otherwise (Myanmar, Turkey, Palestine …). The
table is `tables/parties.tsv`, made by `dipmeet.names.build`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

from dipmeet.model.value import Value
from dipmeet.names.folding import fold
from dipmeet.names.own import OwnParty, additions

_TABLE = Path(__file__).parent / "tables" / "parties.tsv"

Found = tuple[int, int, "Party"]
"""Where in a text a party is named: [start, end) and which."""


class Party(Value):
    """A state or an organisation. `zones` differ in their clocks today, the most peopled first."""

    name: str
    kind: Literal["state", "organisation"]
    code: str
    capital: str
    capital_zone: str
    zones: tuple[str, ...]
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]

    @property
    def adjective(self) -> str:
        """The first adjective, or the name where there is none."""
        return self.adjectives[0] if self.adjectives else self.name


@cache
def all_parties() -> tuple[Party, ...]:
    """Return every party of the vocabulary: states by name, then states that are no more, organisations, own ones."""
    listed = tuple(map(_party, _TABLE.read_text("utf-8").splitlines()))
    own = additions().parties
    return _with_own(listed, own) if own else listed


def find_party(text: str) -> Party | None:
    """Return the party that `text` as a whole names, by any of its names or adjectives, with or without "the"."""
    words = fold(text.strip(" .,;:()"))
    return _by_name().get(words.removeprefix("the ").removeprefix("government of ").removeprefix("the "))


def parties_in(text: str, *, include_adjectives: bool = True) -> tuple[Found, ...]:
    """Return the parties named in running text, the longest name at each place, from left to right.

    Letters count as printed ("us" is no state), typographic apostrophes as plain ones.
    """
    return tuple(_found(text.replace("’", "'"), include_adjectives=include_adjectives))


def suggest_party(text: str) -> tuple[str, ...]:
    """Return the short names of parties that are spelt much like `text`."""
    from difflib import get_close_matches

    near = get_close_matches(fold(text), _by_name(), 3, 0.75)
    return tuple(dict.fromkeys(_by_name()[name].name for name in near))[:2]


_WORD = re.compile(r"[^\W\d_]+")
_CAPITALISED = re.compile(r"[A-Zfn\u00c0-\u00de\u0250-\U0010ffff](?<=[^\W\d_])(?<![^\W\d_].)[^\W\d_]*")
"""A word that may begin a name: a capitalised one, one that is not Latin, one like "former" Yugoslav, "ni"-Vanuatu.

What is told by its first letter comes first, so that the others are passed over quickly.
"""


def _found(text: str, *, include_adjectives: bool) -> Iterator[Found]:
    index = _by_first_word()
    at = 0
    for match in _CAPITALISED.finditer(text):
        word = match[0]
        if word[0] >= JAPANESE:
            yield from _found_in_run(text, max(at, match.start()), match.end())
        elif word in index and match.start() >= at:
            hit = _longest(text, match.start(), index[word], include_adjectives=include_adjectives)
            if hit is not None:
                at = hit[1]
                yield hit


def _found_in_run(text: str, start: int, end: int) -> Iterator[Found]:
    """Yield the parties named in a run of Japanese, where no space parts the words."""
    index = _by_first_word()
    while start < end:
        hit = _longest(text, start, index.get(text[start], ()), include_adjectives=True)
        if hit is not None:
            yield hit
        start = hit[1] if hit is not None else start + 1


def _longest(
    text: str, start: int, names: tuple[tuple[str, Party, bool], ...], *, include_adjectives: bool
) -> Found | None:
    for name, party, is_adjective in names:
        if text.startswith(name, start) and (include_adjectives or not is_adjective):
            end = start + len(name)
            if not _is_latin(name) or not (text[end : end + 1].isalnum() and text[end : end + 1] < JAPANESE):
                return start, end, party
    return None


JAPANESE = "\u0250"
"""From here on no letter is Latin, and no space parts the words of a text that names parties."""


def _is_latin(name: str) -> bool:
    return name[0] < JAPANESE


@cache
def _by_first_word() -> dict[str, tuple[tuple[str, Party, bool], ...]]:
    """Return (name, party, whether it is an adjective) by first word, or first letter in Japanese; longest first."""
    index: dict[str, list[tuple[str, Party, bool]]] = {}
    for party in all_parties():
        names = dict.fromkeys(name.removeprefix("the ") for name in (party.name, *party.aliases))
        for name, is_adjective in (*((n, False) for n in names), *((a, True) for a in party.adjectives)):
            first = _WORD.match(name)
            if first is None or (not _is_latin(name) and len(name) < 2):
                continue
            plain = name.replace("’", "'")
            index.setdefault(first[0] if _is_latin(name) else name[0], []).append((plain, party, is_adjective))
    return {word: tuple(sorted(names, key=lambda n: -len(n[0]))) for word, names in index.items()}


@cache
def _by_name() -> dict[str, Party]:
    named: dict[str, Party] = {}
    for party in all_parties():
        for name in (party.name, *party.aliases, *party.adjectives):
            named.setdefault(fold(name).removeprefix("the "), party)
    return named


def _with_own(listed: tuple[Party, ...], own: tuple[OwnParty, ...]) -> tuple[Party, ...]:
    """Return the parties with the names that a person adds, and with the parties that only that person knows."""
    parties = {party.name: party for party in listed}
    names = {fold(name).removeprefix("the "): p.name for p in reversed(listed) for name in (*p.aliases, p.name)}
    for added in own:
        name = names.get(fold(added.name).removeprefix("the "), added.name)
        zones = (added.zone,) if added.zone else ()
        party = parties.get(name) or Party(name, "organisation", "", added.capital, added.zone, zones, (), ())
        parties[name] = party.replaced(aliases=(*party.aliases, *added.aliases))
    return tuple(parties.values())


def _party(line: str) -> Party:
    name, kind, code, capital, capital_zone, zones, others, adjectives, japanese = line.split("\t")
    return Party(
        name=name,
        kind="state" if kind == "state" else "organisation",
        code=code,
        capital=capital,
        capital_zone=capital_zone,
        zones=_split(zones),
        aliases=(*_split(others), *_split(japanese)),
        adjectives=_split(adjectives),
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)
