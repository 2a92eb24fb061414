"""The lexicon: words that mean the same in a readout, words of which no topic is made, and stems.

`vocabulary/concepts.tsv` and `vocabulary/generic.txt` are kept by hand; anyone can add a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "vocabulary"

Hit = tuple[int, int, str]
"""Where in a text a concept is named: [start, end) and which."""

COURTESY = "="
"""What the names of courtesies begin with: thanks, congratulations, condolences."""

_WORD = re.compile(r"[a-z0-9][a-z0-9'’.-]*")
_KEY = 3
"""As many letters as the pattern of a word with any ending has at least."""

Pattern = tuple[tuple[str, ...], str]
"""The words of a name, `*` at the end of one for any ending and alone for any word, and the concept."""


def concepts_in(text: str) -> tuple[Hit, ...]:
    """Return every mention of a concept in `text`, English or Japanese; mentions of several concepts may overlap."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a letter such as İ grows
        lowered = text
    hits = {*_in_english(lowered)}
    if not text.isascii():
        hits.update(_in_japanese(text))
    return tuple(sorted(hits))


@cache
def generic_words() -> frozenset[str]:
    """Return the words of which no topic is made, in lower case."""
    lines = (_FOLDER / "generic.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


_ENDINGS = tuple(
    (ending, "y" if ending in {"ies", "ied"} else "")
    for ending in (
        "isations", "izations", "isation", "ization", "ations", "ation", "ating", "ments", "ment", "ities", "ated",
        "ates", "ity", "ate", "ingly", "ings", "ing", "ives", "ive", "ions", "ion", "ised", "ized", "ise", "ize", "ies",
        "ied", "ers", "ors", "er", "or", "ally", "al", "ly", "ed", "es", "s", "e",
    )
)  # fmt: skip
"""Endings, longer ones first, and what stands in their place."""

_SHORTEST = 4
"""A stem has as many letters at least."""


@lru_cache(4096)
def stem(word: str) -> str:
    """Return a lower-case English word without its ending: negotiations and negotiating are one."""
    word = word.removesuffix("'s").removesuffix("’s")
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) + len(instead) >= _SHORTEST:
            return word[: len(word) - len(ending)] + instead
    return word


def _in_english(lowered: str) -> Iterator[Hit]:
    words = [(m[0].rstrip(".'’-").removesuffix("'s").removesuffix("’s"), m.start()) for m in _WORD.finditer(lowered)]
    for at, (word, start) in enumerate(words):
        for pattern, concept in _candidates(word):
            following = words[at : at + len(pattern)]
            if len(following) == len(pattern) and all(
                _fits(said, wanted) for (said, _), wanted in zip(following, pattern, strict=True)
            ):
                last, last_start = following[-1]
                yield start, last_start + len(last), concept


def _candidates(word: str) -> Iterator[Pattern]:
    exact, beginning = _by_word()
    yield from exact.get(word, ())
    yield from beginning.get(word[:_KEY], ())


def _fits(word: str, pattern: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


def _in_japanese(text: str) -> Iterator[Hit]:
    for start in range(len(text) - 1):
        for word, concept in _by_letter().get(text[start], ()):
            if text.startswith(word, start) and not _runs_on(text, start, start + len(word)):
                yield start, start + len(word), concept


def _runs_on(text: str, start: int, end: int) -> bool:
    """Tell whether Latin letters go on beside a word in them: the AI of NAIROBI is none."""
    return (start > 0 and _is_latin(text[start - 1 : start + 1])) or _is_latin(text[end - 1 : end + 1])


def _is_latin(pair: str) -> bool:
    return len(pair) == 2 and pair.isascii() and pair.isalnum()


@cache
def _table() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """Return (concept, English names, Japanese words) in the order of the table."""
    lines = (_FOLDER / "concepts.tsv").read_text("utf-8").splitlines()
    rows = ([*line.split("\t"), ""][:3] for line in lines if line and not line.startswith("#"))
    return tuple((name, tuple(english.split(";")), tuple(japanese.split(";"))) for name, english, japanese in rows)


@cache
def _by_word() -> tuple[dict[str, list[Pattern]], dict[str, list[Pattern]]]:
    """Return the English names by their first word, and those whose first word has any ending by how it begins."""
    exact: dict[str, list[Pattern]] = {}
    beginning: dict[str, list[Pattern]] = {}
    for concept, english, _ in _table():
        for name in english:
            words = tuple(name.split())
            index, key = (beginning, words[0][:_KEY]) if words[0].endswith("*") else (exact, words[0])
            index.setdefault(key, []).append((words, concept))
    return exact, beginning


@cache
def _by_letter() -> dict[str, list[tuple[str, str]]]:
    index: dict[str, list[tuple[str, str]]] = {}
    for concept, _, japanese in _table():
        for word in filter(None, japanese):
            index.setdefault(word[0], []).append((word, concept))
    return index
