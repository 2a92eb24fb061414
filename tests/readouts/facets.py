"""The facets of a case: what is compared, one row each, of what was wanted and what was read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

Facts = dict[str, Any]
LITTLE_WORDS = frozenset({"the", "of", "a", "an", "and", "s"})


@dataclass(frozen=True)
class Row:
    """One facet: the record's field that it speaks of, what was wanted, what was read, and whether that is right."""

    facet: str
    field: str
    wanted: Any
    read: Any
    is_right: bool


@cache
def folded(text: str) -> str:
    """Words in small letters, without accents and punctuation."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    return " ".join(re.findall(r"\w+", "".join(c for c in letters if not unicodedata.combining(c))))


def telling(text: str | None) -> set[str]:
    """The words of a text that tell something."""
    return set(folded(text or "").split()) - LITTLE_WORDS


def are_alike(wanted: str | None, read: str | None, share: float) -> bool:
    """Whether so large a share of the words of both is common to both, or one holds the other and three words more."""
    one, other = telling(wanted), telling(read)
    if not (one and other):
        return one == other
    larger, smaller = max(one, other, key=len), min(one, other, key=len)
    return len(one & other) >= share * len(one | other) or (smaller <= larger and len(larger) - len(smaller) <= 3)


def clock_of(moment: Facts) -> str:
    return (moment.get("local") or "")[:16]


def offset_of(moment: Facts) -> object:
    if not (moment.get("zone") and moment.get("local")):
        return None
    return ZoneInfo(moment["zone"]).utcoffset(datetime.fromisoformat(moment["local"]))


def in_one_zone(wanted: Facts, read: Facts) -> bool:
    """Whether two moments are in one zone, or in zones that agree then."""
    zones = wanted.get("zone"), read.get("zone")
    return zones[0] == zones[1] or (
        all(zones) and offset_of(wanted) is not None and offset_of(wanted) == offset_of(read)
    )


def is_about(value: Facts) -> bool:
    return bool(value.get("approximate"))


def rows_of(wanted: Facts, read: Facts) -> Iterator[Row]:
    """Yield the rows of a case; `read` is the record."""
    for compare in COMPARISONS:
        yield from compare(wanted, read)


def _start(wanted: Facts, read: Facts) -> Iterator[Row]:
    want, got = wanted["start"] or {}, read.get("start") or {}
    yield Row("start.local", "start.local", clock_of(want), clock_of(got), clock_of(want) == clock_of(got))
    yield Row("start.zone", "start.zone", want.get("zone"), got.get("zone"), in_one_zone(want, got))
    yield Row("start.approximate", "start.approximate", is_about(want), is_about(got), is_about(want) == is_about(got))


def _stated_times(wanted: Facts, read: Facts) -> Iterator[Row]:
    want, got = wanted["stated_times"], read.get("stated_times", [])
    twins = [next((g for g in got if clock_of(w) == clock_of(g) and in_one_zone(w, g)), None) for w in want]
    yield Row("stated_times", "stated_times", want, got, len(want) == len(got) and None not in twins)
    for moment, twin in zip(want, twins, strict=True):
        right = twin is not None and is_about(moment) == is_about(twin)
        yield Row("stated.approximate", "stated_times", is_about(moment), is_about(twin or {}), right)


def _contradiction(wanted: Facts, read: Facts) -> Iterator[Row]:
    if wanted["stated_agree"] is False:
        doubted = any(doubt["field"].startswith(("start", "stated_times")) for doubt in read.get("doubts", []))
        yield Row("contradiction doubted", "contradiction doubted", True, doubted, doubted)


def _duration(wanted: Facts, read: Facts) -> Iterator[Row]:
    want, got = wanted["duration"] or {}, read.get("duration") or {}
    right = want.get("minutes") == got.get("minutes") and is_about(want) == is_about(got)
    yield Row("duration", "duration", want, got, right)


def _words(wanted: Facts, read: Facts) -> Iterator[Row]:
    for field, share in (("place", 0.5), ("occasion", 0.5), ("title", 0.7)):
        yield Row(field, field, wanted[field], read.get(field), are_alike(wanted[field], read.get(field), share))


def _exact(wanted: Facts, read: Facts) -> Iterator[Row]:
    published = read["source"].get("published")
    yield Row("kind", "kind", wanted["kind"], read.get("kind"), wanted["kind"] == read.get("kind"))
    yield Row("published", "source.published", wanted["published"], published, wanted["published"] == published)


def is_person(wanted: Facts, read: Facts) -> bool:
    """Whether a person read is the one wanted: by two parts of the name in any order, else by the party."""
    if not (wanted["name"] and read.get("name")):
        return wanted["party"] == read.get("party")
    parts = [set(folded(name).split()) for name in (wanted["name"], read["name"])]
    return len(parts[0] & parts[1]) >= min(2, *map(len, parts))


def _people(wanted: Facts, read: Facts) -> Iterator[Row]:
    left = list(read.get("participants", []))
    count = len(wanted["participants"])
    yield Row("participants.count", "participants", count, len(left), count == len(left))
    for person in wanted["participants"]:
        twin = next((other for other in left if is_person(person, other)), None)
        left = [other for other in left if other is not twin]
        got = twin or {}
        party, title = got.get("party"), got.get("title")
        yield Row("participant.name", "participants", person["name"], got.get("name"), twin is not None)
        yield Row("participant.party", "participants", person["party"], party, person["party"] == party)
        yield Row("participant.title", "participants", person["title"], title, are_alike(person["title"], title, 0.6))


def flat(points: list[Facts], depth: int = 0) -> Iterator[tuple[int, Facts]]:
    """Yield points and those below them with their depth, in the page's order."""
    for point in points:
        yield depth, point
        yield from flat(point.get("points", []), depth + 1)


def _points(wanted: Facts, read: Facts) -> Iterator[Row]:
    want, got = list(flat(wanted["points"])), list(flat(read.get("points", [])))
    yield Row("points.count", "points", len(want), len(got), len(want) == len(got))
    starts = [folded(point["starts"]) for _, point in want]
    whole = len(folded(read["source"]["text"]))
    at = 0
    for number, (depth, point) in enumerate(want):
        found = next((k for k in range(at, len(got)) if _begins(got[k][1], starts[number])), None)
        at = at if found is None else found + 1
        depth_read, twin = (None, {}) if found is None else got[found]
        label, text = twin.get("label", ""), folded(twin.get("text", ""))
        swallowed = [s for s in starts[number + 1 :] if len(s.split()) > 4 and s in text]
        is_found = found is not None
        yield Row("point.text", "points", point["starts"], label if is_found else None, is_found)
        yield Row("point.label", "points", point["label"], label, is_found and folded(point["label"]) == folded(label))
        yield Row("point.depth", "points", depth, depth_read, depth == depth_read)
        ends = is_found and not swallowed and len(text) <= 0.9 * whole
        yield Row("point.bounds", "points", point["starts"], swallowed[:1], ends)


def _begins(point: Facts, start: str) -> bool:
    text = folded(point.get("text", ""))
    return text.startswith(start) if start else not text


def quoted(read: Facts, field: str) -> str:
    """What the evidence of a field and of its parts quotes from the text."""
    text, evidence = read["source"]["text"], read.get("evidence", {})
    return " ".join(text[a:b] for name, spans in evidence.items() if name.startswith(field) for a, b in spans)


def _evidence(wanted: Facts, read: Facts) -> Iterator[Row]:
    length = len(read["source"]["text"])
    spans = [tuple(span) for spans in read.get("evidence", {}).values() for span in spans]
    inside = bool(spans) and all(0 <= start < end <= length for start, end in spans)
    yield Row("evidence.bounds", "evidence", "spans inside the text", len(spans), inside)
    if len(clock_of(wanted["start"] or {})) > len("2017-09-19"):
        said = quoted(read, "start")
        yield Row(
            "evidence.start", "start", "a clock time", said, re.search(r"(?i)\d|noon|midnight|正午", said) is not None
        )
    names = [folded(person["name"]).split()[-1] for person in wanted["participants"] if person["name"]]
    if names:
        said = folded(quoted(read, "participants"))
        yield Row("evidence.people", "participants", names, said, all(name in said for name in names))


COMPARISONS: tuple[Callable[[Facts, Facts], Iterator[Row]], ...] = (
    _start,
    _stated_times,
    _contradiction,
    _duration,
    _words,
    _exact,
    _people,
    _points,
    _evidence,
)


@dataclass(frozen=True)
class Topics:
    """How many topics were wanted and found, and how many were read and wanted."""

    wanted: int = 0
    found: int = 0
    read: int = 0
    right: int = 0

    def __add__(self, other: Topics) -> Topics:
        return Topics(
            self.wanted + other.wanted, self.found + other.found, self.read + other.read, self.right + other.right
        )


def topics_of(wanted: Facts, read: Facts) -> Topics:
    """Compare topics, which are the same where one holds the other's words or half of both are common."""
    want = [telling(topic) for topic in wanted["topics"]]
    got = [words for topic in read.get("topics", []) if (words := telling(topic))]
    found = sum(any(_is_same_topic(w, g) for g in got) for w in want)
    return Topics(len(want), found, len(got), sum(any(_is_same_topic(w, g) for w in want) for g in got))


def _is_same_topic(one: set[str], other: set[str]) -> bool:
    return one <= other or other <= one or 2 * len(one & other) >= len(one | other)
