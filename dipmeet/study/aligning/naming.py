"""Names of themes: the topic that most is said of, else what it is in other words, else words of the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from dipmeet.names.topics import find_topic
from dipmeet.study.aligning.features import SUBJECTS
from dipmeet.study.aligning.themes import Theme
from dipmeet.study.aligning.units import Unit

FEW = 8
"""A name taken from the text has as many words at most."""

Texts = tuple[Callable[[Unit], str], Callable[[Unit], str]]
"""How the words of a clause of `a`, and of `b`, are had."""


def names_of(themes: Sequence[Theme], texts: Texts) -> tuple[str, ...]:
    """Return a name for each theme, no two of them alike."""
    names: list[str] = []
    for theme in themes:
        names.append(_unused(_candidates(theme, texts), names))
    return tuple(names)


def _unused(candidates: Iterator[str], used: Collection[str]) -> str:
    first = last = ""
    for candidate in candidates:
        if candidate not in used:
            return candidate
        first, last = first or candidate, candidate
    return next(name for number in range(2, len(used) + 3) if (name := f"{last or first} ({number})") not in used)


def _candidates(theme: Theme, texts: Texts) -> Iterator[str]:
    """Yield names, the best first: what both sides name, then what weighs most, then words of the text."""
    ours = [feature for unit in theme.a for feature in unit.features]
    theirs = [feature for unit in theme.b for feature in unit.features]
    common = {f.key for f in ours} & {f.key for f in theirs}
    weights: dict[tuple[str, str], float] = {}
    for feature in (*ours, *theirs):
        if feature.kind in SUBJECTS or (feature.kind == "name" and feature.key in common):
            weights[feature.key] = weights.get(feature.key, 0.0) + feature.weight
    for key in sorted(weights, key=lambda k: (k not in common, _rank(*k), _worth(k[0], k[1], weights[k]), k)):
        yield _as_printed(key, theme, texts)
    for side, text in zip((theme.a, theme.b), texts, strict=True):
        for unit in side:
            yield _phrase(text(unit))


def _rank(kind: str, name: str) -> int:
    """Return 0 for a topic of the vocabulary, 1 for another and for a courtesy, 2 for a concept, 3 for a name."""
    if kind == "topic":
        return 0 if find_topic(name) is not None else 1
    return {"courtesy": 1, "concept": 2}.get(kind, 3)


def _worth(kind: str, name: str, weight: float) -> float:
    """Return the less, the better a name: what weighs much; of names of people and places the longest."""
    return -len(name) if kind == "name" else -weight


def _as_printed(key: tuple[str, str], theme: Theme, texts: Texts) -> str:
    """Return the name of a topic or concept; of what no vocabulary lists the words of the text."""
    if key[0] in {"concept", "courtesy"} or find_topic(key[1]) is not None:
        return key[1]
    printed = [
        text(unit)[feature.start - unit.offset : feature.end - unit.offset]
        for side, text in zip((theme.a, theme.b), texts, strict=True)
        for unit in side
        for feature in unit.features
        if feature.key == key
    ]
    return min((words for words in printed if words), default=key[1])


_OPENING = re.compile(r"^(?:(?:and|or|but|of|on|to|for|in|that|the|a|an|including|with|about)\s+)+", re.IGNORECASE)


def _phrase(text: str) -> str:
    """Return the first words of a clause, without those that open any."""
    words = _OPENING.sub("", text).rstrip(" .,;:。、").split()
    said = " ".join(words[:FEW])
    return said[:60] + (" …" if len(words) > FEW or len(said) > 60 else "") or text
