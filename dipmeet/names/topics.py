"""Topics: what ministers talk about, with other names and broader topics, found in English and Japanese text.

The vocabulary is `tables/topics.tsv`, kept by hand: name, mark, broader topics, other names, Japanese names; a line
that begins with # opens a theme. Before another name, = says that a page which uses it is told to speak of that
("humanitarian aid", not "humanitarian assistance"). A topic includes its narrower ones. Names in capitals count as
printed (`ALPS`, not "alps"), others in any case; a hyphen is as good as a space, a plural as good as a singular,
American spelling as good as British.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import Literal, cast

from dipmeet.model.value import Value
from dipmeet.names.folding import fold
from dipmeet.names.own import OwnTopic, additions

_TABLE = Path(__file__).parent / "tables" / "topics.tsv"

Mark = Literal["", "general", "frame"]


class Topic(Value):
    """A topic by its name, its other names, the topics it belongs to, and what Japanese pages call it.

    A general topic (the economy, the rule of law) is touched on in passing by most readouts; one that is a frame
    (bilateral relations, the international situation) is what readouts head their points with.
    """

    name: str
    aliases: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    mark: Mark = ""
    japanese: str = ""
    told_as: tuple[str, ...] = ()


@cache
def all_topics() -> tuple[Topic, ...]:
    """Return the vocabulary, in the order of its table, then own topics."""
    lines = _TABLE.read_text("utf-8").splitlines()
    listed = tuple(_topic(line) for line in lines if line and not line.startswith("#"))
    own = additions().topics
    return _with_own(listed, own) if own else listed


def find_topic(text: str) -> Topic | None:
    """Return the topic that `text` as a whole names, or None."""
    key = _key(text)
    return _by_name().get(key) or _by_name().get(key.removesuffix("s")) or _by_name().get(key.removeprefix("the "))


@lru_cache(2048)
def topic_in(language: str | None, name: str) -> str:
    """Return what a topic is called in a language: its Japanese name where it has one, else the name it has here."""
    topic = _by_name().get(_key(name)) if language == "ja" else None
    return (topic.japanese or name) if topic is not None else name


@lru_cache(4096)
def topic_as_told(name: str, words: tuple[str, ...], language: str | None = None) -> str:
    """Return what a page that names a topic by `words`, the most frequent first, is told to speak of.

    That is the topic's name, where the page uses it or no other that tells as much; on a Japanese page its own word,
    where that is more than the topic's with a word added, or cut short.
    """
    topic = _by_name().get(_key(name))
    if topic is None or topic.name != name or not words:
        return topic_in(language, name)
    if language == "ja":
        own = topic_in(language, name)
        return own if any(word in own or own in word for word in words) else words[0]
    same = [word for word in words if _key(word) == _key(name)]
    if same:
        return name if fold(same[0]) == fold(name) else _as_printed(same[0], name)
    told = ((word, alias) for word in words for alias, key in _keys_told(name) if _is_plural_of(_key(word), key))
    return next((_as_printed(word, alias) for word, alias in told), name)


@cache
def _keys_told(name: str) -> tuple[tuple[str, str], ...]:
    return tuple((alias, _key(alias)) for alias in _by_name()[_key(name)].told_as)


def _is_plural_of(word: str, name: str) -> bool:
    """Tell whether a folded word is a folded name or its plural."""
    return word.startswith(name) and word[len(name) :] in _ENDINGS


def _as_printed(word: str, name: str) -> str:
    """Return a page's word as it stands within a sentence."""
    return " ".join((word.lower() if name.islower() else word).split())


def suggest_topic(text: str) -> tuple[str, ...]:
    """Return the names of topics that are spelt much like `text`, or hold its words."""
    from difflib import get_close_matches

    key = _key(text)
    near = get_close_matches(key, _by_name(), 3, 0.7) or [name for name in _by_name() if key and key in name]
    return tuple(dict.fromkeys(_by_name()[name].name for name in near))[:2]


@cache
def narrower(name: str) -> frozenset[str]:
    """Return the topic and all that belong to it, at any depth; a name that no topic has is alone."""
    below, more = set[str](), {name}
    while more:
        below |= more
        more = {under for above in more for under in _right_below().get(above, ())} - below
    return frozenset(below)


@cache
def _right_below() -> dict[str, list[str]]:
    below: dict[str, list[str]] = {}
    for topic in all_topics():
        for above in topic.broader:
            below.setdefault(above, []).append(topic.name)
    return below


def topics_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return [start, end) and the topic of every mention in `text`, the longest at each place, left to right."""
    return tuple(_mentions(text))


def topics_of_texts(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the topics that are mentioned, text by text and left to right, as often as they are.

    Texts without Japanese are looked through as one, which takes two thirds of the time.
    """
    some: list[str] = []
    for is_japanese, alike in groupby(texts, _is_japanese):
        together = list(alike)
        some += together if is_japanese else [_NO_NAME_RUNS_OVER.join(together)]
    return tuple(name for text in some for _, _, name in _mentions(text))


_NO_NAME_RUNS_OVER = "\0"


def _is_japanese(text: str) -> bool:
    return not text.isascii() and _JAPANESE.search(text) is not None


_WORD = re.compile(r"[^\W_\u3000-\uffff]+|[^\W_\u0000-\u2fff]+")
_MARK_BEYOND_ASCII = re.compile(r"[^\w\x00-\x7f]")
_JAPANESE = re.compile(r"[\u3000-\U0010ffff]")
_WORDS_APART = bytes(c if chr(c).isalnum() or c == ord("?") else ord(" ") for c in range(256))
"""ASCII letters, digits and question marks as they are, all else a space."""

_NO_PART_OF_A_NAME = '"'
"""Stands for signs beyond ASCII that part words: a text without them is looked through in a fraction of the time."""

_SPELLINGS = (
    ("defence", "defense"), ("Defence", "Defense"), ("isation", "ization"), ("labour", "labor"), ("centre", "center"),
    ("programme", "program"), ("Programme", "Program"), ("neighbour", "neighbor"), ("ageing", "aging"),
)  # fmt: skip
_SPELT_TWICE = re.compile("|".join(word for spellings in _SPELLINGS for word in spellings))


def _mentions(text: str) -> Sequence[tuple[int, int, str]]:
    """Return what a text names, left to right.

    Most words begin no name; those that do are looked at together with the word that follows.
    """
    plain = _plain(text)
    lowered = plain.lower()
    if _is_japanese(plain):
        return list(_mentions_in_japanese(plain, lowered))
    index = _by_first_words()
    words = _words_apart(lowered)
    mentions = []
    at = seen = start = 0
    for here in [here for here, word in enumerate(words) if word in index]:
        following = index[words[here]]
        names = following.get(words[here + 1]) or following.get(_ANY)
        if names is not None:
            start += len(" ".join(words[seen:here])) + (here > seen)
            seen = here
            found = _longest(plain, lowered, names, start) if start >= at else None
            if found is not None:
                at = found[1]
                mentions.append(found)
    return mentions


def _plain(text: str) -> str:
    """Return `text`, as long as it was, with straight apostrophes and with spaces for hyphens."""
    if not text.isascii():
        text = text.replace("’", "'").replace("‐", " ").replace("‑", " ").replace("–", " ").replace("\u00a0", " ")
        text = text.replace("İ", "I")
        for mark in "“”‘—…•":
            text = text.replace(mark, _NO_PART_OF_A_NAME)
    return text.replace("-", " ").replace("\n", " ")


def _words_apart(lowered: str) -> list[str]:
    """Return the words and, where more than one other character parts two, empty ones; one is added at the end.

    So each begins one character after the one before it ends. A letter beyond ASCII shows as a question mark.
    """
    lowered = lowered.replace("?", " ")
    if not lowered.isascii():
        lowered = _MARK_BEYOND_ASCII.sub(" ", lowered)
    words = lowered.encode("ascii", "replace").translate(_WORDS_APART).decode("ascii").split(" ")
    words.append("")
    return words


def _mentions_in_japanese(plain: str, lowered: str) -> Iterator[tuple[int, int, str]]:
    """Yield what a text with Japanese in it names; names in Latin letters stand among it."""
    index = _by_first_word()
    at = 0
    for match in _WORD.finditer(lowered):
        word, start, end = match[0], match.start(), match.end()
        if word >= "\u3000":
            for hit in _in_run(plain, max(at, start), end):
                at = hit[1]
                yield hit
        elif start >= at:
            names = index.get(word) or (index.get(word[:-1]) if word[-1] == "s" else None)
            found = _longest(plain, lowered, names, start) if names else None
            if found is not None:
                at = found[1]
                yield found


def _longest(plain: str, lowered: str, names: tuple[_Name, ...], start: int) -> tuple[int, int, str] | None:
    for name, is_exact, topic in names:
        if (plain if is_exact else lowered).startswith(name, start):
            end = _end_of_word(lowered, start + len(name))
            if end:
                return start, end, topic
    return None


_ENDINGS = ("", "s", "es")


def _end_of_word(text: str, end: int) -> int:
    """Return where the word that is complete at `end`, but for a plural's ending, ends; 0 where it goes on."""
    after = text[end : end + 1]
    if not after.isalnum() or after >= "\u3000":
        return end
    if after == "s" or (after == "e" and text.startswith("es", end)):
        last = end + 1 + (after == "e")
        after = text[last : last + 1]
        return 0 if after.isalnum() and after < "\u3000" else last
    return 0


def _in_run(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield mentions in a run of Japanese, where no space parts the words."""
    index = _by_first_letters()
    while start < end:
        for name, topic in index.get(text[start : start + 2], ()):
            if text.startswith(name, start):
                yield start, start + len(name), topic
                start += len(name)
                break
        else:
            start += 1


def _is_exact(name: str) -> bool:
    """Tell whether a name counts as printed: it has a word in capitals, or is one word with a capital."""
    return (" " not in name and name.istitle()) or any(
        word.isupper() and len(word) > 1 for word in re.findall(r"[^\W\d_]+", name)
    )


_Name = tuple[str, bool, str]
"""A name as it is sought, whether it counts as printed, and the topic it is of."""


@cache
def _by_first_word() -> dict[str, tuple[_Name, ...]]:
    """Return the names by their first word in lower case, longest first."""
    index: dict[str, dict[tuple[str, bool], str]] = {}
    for topic in all_topics():
        for name in (topic.name, *topic.aliases):
            if name[0] < "\u3000":
                is_exact = _is_exact(name)
                for spelt in _spelt(_plain(name)):
                    first = _WORD.search(spelt.lower())
                    if first is not None:
                        index.setdefault(first[0], {})[spelt if is_exact else spelt.lower(), is_exact] = topic.name
    return {
        word: tuple(sorted(((*name, topic) for name, topic in names.items()), key=lambda n: (-len(n[0]), not n[1])))
        for word, names in index.items()
    }


_ANY = " "
"""Stands for whatever word follows, behind a name of one word."""


@cache
def _by_first_words() -> dict[str, dict[str, tuple[_Name, ...]]]:
    """Return the names by their first word, or its plural, and by the word that follows, longest first."""
    whole = _by_first_word()
    index: dict[str, dict[str, list[_Name]]] = {}
    for first, names in whole.items():
        shown = _words_apart(first)[0]
        for name in names:
            for word, second in _begun(name[0].lower()):
                if word == shown or (word == f"{shown}s" and f"{first}s" not in whole):
                    index.setdefault(word, {}).setdefault(second, []).append(name)
    return {first: _with_any(following) for first, following in index.items()}


def _begun(name: str) -> list[tuple[str, str]]:
    """Return the first and the second word that a name, or its plural, begins with."""
    first, *others = _words_apart(name)[:-1]
    if not others:
        return [(first + ending, _ANY) for ending in _ENDINGS]
    return [(first, others[0] + ending) for ending in (_ENDINGS if len(others) == 1 else ("",))]


def _with_any(following: dict[str, list[_Name]]) -> dict[str, tuple[_Name, ...]]:
    """Return the names by the word that follows, those of one word behind the rest."""
    alone = following.get(_ANY, [])
    return {second: tuple(dict.fromkeys([*names, *alone])) for second, names in following.items()}


def _spelt(name: str) -> tuple[str, ...]:
    """Return a name as it is, as the British spell it and as Americans do, where they differ."""
    american = british = _american(name)
    if _SPELT_TWICE.search(american) is None:
        return (name,) if american == name else (name, american)
    for one, other in _SPELLINGS:
        british = british.replace(other, one)
    return tuple(dict.fromkeys((name, american, british)))


def _american(name: str) -> str:
    if _SPELT_TWICE.search(name) is None:
        return name
    for british, american in _SPELLINGS:
        name = name.replace(british, american)
    return name


@cache
def _by_first_letters() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the Japanese names, none of which is a single letter, by the two that they begin with, longest first."""
    index: dict[str, list[tuple[str, str]]] = {}
    for topic in all_topics():
        for name in topic.aliases:
            if name[0] >= "\u3000":
                index.setdefault(name[:2], []).append((name, topic.name))
    return {letters: tuple(sorted(names, key=lambda n: -len(n[0]))) for letters, names in index.items()}


@lru_cache(4096)
def _key(text: str) -> str:
    return _american(fold(text))


@cache
def _by_name() -> dict[str, Topic]:
    named = {_key(topic.name): topic for topic in all_topics()}
    for topic in all_topics():
        for name in topic.aliases:
            named.setdefault(_key(name), topic)
    return named


def _with_own(listed: tuple[Topic, ...], own: tuple[OwnTopic, ...]) -> tuple[Topic, ...]:
    """Return the topics with the names that a person adds, and with the topics that only that person knows."""
    topics = {topic.name: topic for topic in listed}
    names = {_key(name): topic.name for topic in reversed(listed) for name in (*topic.aliases, topic.name)}
    for added in own:
        name = names.get(_key(added.name), added.name)
        topic = topics.get(name) or Topic(name)
        broader = (names.get(_key(above), above) for above in added.broader)
        topics[name] = topic.replaced(
            aliases=(*topic.aliases, *added.aliases), broader=tuple(dict.fromkeys((*topic.broader, *broader)))
        )
        names[_key(name)] = name
    return tuple(topics.values())


def _topic(line: str) -> Topic:
    name, mark, broader, others, japanese = (*line.split("\t"), "", "", "", "")[:5]
    names = _split(japanese)
    told = tuple(part[1:] for part in others.split(";") if part[:1] == _TOLD)
    return Topic(name, (*_split(others), *names), _split(broader), cast(Mark, mark), "".join(names[:1]), told)


_TOLD = "="


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.removeprefix(_TOLD) for part in cell.split(";") if part)
