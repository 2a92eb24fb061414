"""Topics: what ministers talk about, with other names and broader topics, found in English and Japanese text.

The vocabulary is `tables/topics.tsv`, kept by hand: name, other names, broader topic, Japanese names. A topic includes
its narrower ones. Names in capitals count as printed (`ALPS`, not "alps"), others in any case.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dipmeet.names.folding import fold

_TABLE = Path(__file__).parent / "tables" / "topics.tsv"

MOST = 10
"""As many topics as a readout is given."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic by its name, its other names, and the topic it belongs to, if any."""

    name: str
    aliases: tuple[str, ...]
    broader: str | None


@cache
def all_topics() -> tuple[Topic, ...]:
    """Return the vocabulary, in the order of its table."""
    return tuple(map(_topic, filter(None, _TABLE.read_text("utf-8").splitlines())))


def find_topic(text: str) -> Topic | None:
    """Return the topic that `text` as a whole names, or None."""
    return _by_name().get(fold(text))


def suggest_topic(text: str) -> tuple[str, ...]:
    """Return the names of topics that are spelt much like `text`, or hold its words."""
    from difflib import get_close_matches

    folded = fold(text)
    near = get_close_matches(folded, _by_name(), 3, 0.7) or [n for n in _by_name() if folded and folded in n]
    return tuple(dict.fromkeys(_by_name()[name].name for name in near))[:2]


@cache
def narrower(name: str) -> frozenset[str]:
    """Return the topic and all that belong to it, at any depth; a name that no topic has is alone."""
    below = {name}
    while True:
        more = {topic.name for topic in all_topics() if topic.broader in below} - below
        if not more:
            return frozenset(below)
        below |= more


def topics_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return [start, end) and the topic of every mention in `text`, the longest at each place, left to right."""
    return tuple(_mentions(text))


def topics_of(texts: Sequence[str], *, exclude: Collection[str] = ()) -> tuple[str, ...]:
    """Return the topics that a readout's points speak of, in the order of their first mention.

    `exclude` are the parties of the meeting: their names, and what the vocabulary calls by them, are no topics. A
    broader topic is left out where only a narrower one told of it. Third states and events that are named count too.
    """
    from dipmeet.names.events import events_in

    found: dict[str, int] = {}
    for text in texts:
        spans = [*_mentions(text), *events_in(text), *_third_states(text, exclude)]
        for _, _, name in sorted(spans, key=lambda span: (span[0], -span[1])):
            found[name] = found.get(name, 0) + 1
    names = [name for name in found if name not in exclude and name not in GENERAL]
    kept = [name for name in names if not _is_told_by_narrower(name, names, found)]
    return tuple(kept[:MOST] if len(kept) <= MOST else _most_told(kept, found))


GENERAL = frozenset({"international situation", "bilateral relations", "security", "economy", "high-level visits"})
"""Topics so general that they say little of a meeting."""


def _most_told(names: list[str], found: dict[str, int]) -> list[str]:
    best = sorted(names, key=lambda name: (-found[name], names.index(name)))[:MOST]
    return [name for name in names if name in best]


def _is_told_by_narrower(name: str, names: Sequence[str], found: dict[str, int]) -> bool:
    below = narrower(name) - {name}
    return any(other in below for other in names) and found[name] < 2 and not _is_state(name)


def _is_state(name: str) -> bool:
    from dipmeet.names.parties import find_party

    return find_party(name) is not None


def _third_states(text: str, exclude: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the states named that are not parties of the meeting; organisations are in the vocabulary."""
    from dipmeet.names.parties import parties_in

    for start, end, party in parties_in(text, include_adjectives=False):
        if party.kind == "state" and party.name not in exclude:
            yield start, end, party.name


_WORD = re.compile(r"[^\W_]+")


def _mentions(text: str) -> Iterator[tuple[int, int, str]]:
    plain = text.replace("’", "'").replace("‐", "-").replace("–", "-")
    lowered = plain.casefold() if len(plain.casefold()) == len(plain) else plain
    at = 0
    for match in _WORD.finditer(plain):
        start = match.start()
        if start < at:
            continue
        if match[0][0] >= "\u3000":
            yield from _in_run(plain, start, match.end())
            at = match.end()
            continue
        hit = _longest(plain, lowered, start)
        if hit is not None:
            at = hit[1]
            yield hit


def _longest(plain: str, lowered: str, start: int) -> tuple[int, int, str] | None:
    first = _WORD.match(lowered, start)
    for name, exact, topic in _by_first_word().get(first[0] if first else "", ()):
        end = start + len(name)
        if (plain if exact else lowered).startswith(name, start) and not plain[end : end + 1].isalnum():
            return start, end, topic
    return None


def _in_run(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield mentions in a run of Japanese, where no space parts the words."""
    while start < end:
        for name, topic in _by_first_letter().get(text[start], ()):
            if text.startswith(name, start):
                yield start, start + len(name), topic
                start += len(name)
                break
        else:
            start += 1


@cache
def _by_first_word() -> dict[str, tuple[tuple[str, bool, str], ...]]:
    """Return (name, whether it counts as printed, topic) by first word in lower case, longest first."""
    index: dict[str, list[tuple[str, bool, str]]] = {}
    for topic in all_topics():
        for name in (topic.name, *topic.aliases):
            plain = name.replace("’", "'").replace("–", "-")
            if plain[0] >= "\u3000":
                continue
            exact = any(word.isupper() and len(word) > 1 for word in re.findall(r"[^\W\d_]+", plain)) or plain.istitle()
            first = _WORD.match(plain.casefold())
            if first is not None:
                index.setdefault(first[0], []).append((plain if exact else plain.casefold(), exact, topic.name))
    return {word: tuple(sorted(names, key=lambda n: -len(n[0]))) for word, names in index.items()}


@cache
def _by_first_letter() -> dict[str, tuple[tuple[str, str], ...]]:
    index: dict[str, list[tuple[str, str]]] = {}
    for topic in all_topics():
        for name in topic.aliases:
            if name[0] >= "\u3000":
                index.setdefault(name[0], []).append((name, topic.name))
    return {letter: tuple(sorted(names, key=lambda n: -len(n[0]))) for letter, names in index.items()}


@cache
def _by_name() -> dict[str, Topic]:
    named: dict[str, Topic] = {}
    for topic in all_topics():
        named[fold(topic.name)] = topic
    for topic in all_topics():
        for name in topic.aliases:
            named.setdefault(fold(name), topic)
    return named


def _topic(line: str) -> Topic:
    name, others, broader, japanese = (*line.split("\t"), "", "", "")[:4]
    aliases = tuple(part for cell in (others, japanese) for part in cell.split(";") if part)
    return Topic(name, aliases, broader or None)
