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

COURTESIES = "courtesies"
"""The name of thanks, welcomes and congratulations together."""

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
    if len(weights) > 1 and all(kind == "courtesy" for kind, _ in weights):
        yield COURTESIES
    for key in sorted(weights, key=lambda k: (k not in common, _rank(*k), _worth(k[0], k[1], weights[k]), k)):
        yield _as_printed(key, theme, texts)
    for side, text in zip((theme.a, theme.b), texts, strict=True):
        for unit in side:
            yield _phrase(unit, text(unit))


def _rank(kind: str, name: str) -> int:
    """Return 0 for a topic of the vocabulary, 1 for another, 2 for a concept, 3 for a courtesy, 4 for a name."""
    if kind == "topic":
        return 0 if find_topic(name) is not None else 1
    return {"concept": 2, "courtesy": 3}.get(kind, 4)


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


_NAME = re.compile(
    r"[A-Z][\w’'&-]*(?:\s(?:(?:of|for|on|in|and|the|de|du)\s){0,2}[A-Z][\w’'&-]*)+"
    r"(?:\s(?:act|amendment|law|policy|project|plan|process|agreement)\b)?"
)
"""A run of words in capitals, which is somebody's or something's name."""

_SINGLE = re.compile(r"[A-Z][\w’&-]*(?:\s(?:act|amendment|law|policy|project|plan|process|agreement)\b)?")

_BREAK = re.compile(r"[,;:.。、]|\s(?:and|that|which|who|with)\s")


def _phrase(unit: Unit, text: str) -> str:
    """Return what a clause itself calls its subject: the longest name in it, else from its first telling word on."""
    telling = [f for f in unit.features if f.kind in {"name", "word"}]
    starts = {f.start - unit.offset for f in telling if f.kind == "name"}
    names = [m[0] for m in _NAME.finditer(text) if any(m.start() <= at < m.end() for at in starts)]
    names += [m[0] for at in sorted(starts) if (m := _SINGLE.match(text, max(at, 0))) is not None]
    if names:
        return _short(max(names, key=len))
    if not telling:
        return _short(text)
    start = telling[0].start - unit.offset
    cut = _BREAK.search(text, telling[-1].end - unit.offset)
    return _short(text[max(start, 0) : cut.start() if cut is not None else len(text)])


def _short(text: str) -> str:
    words = text.rstrip(" .,;:。、").split()
    said = " ".join(words[:FEW])
    return said[:60] + (" …" if len(words) > FEW or len(said) > 60 else "") or text
