"""A comparison: two accounts side by side, fact by fact and topic by topic, each claim with the words behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import ceil
from typing import Literal

from dipmeet.model.meeting import Meeting, walk_points
from dipmeet.model.value import Value
from dipmeet.study.accounts import objections
from dipmeet.study.aligning.naming import names_of
from dipmeet.study.aligning.themes import Theme, themes_of
from dipmeet.study.aligning.units import Unit
from dipmeet.study.facts import Compared, compared_facts
from dipmeet.study.persons import matched
from dipmeet.study.said import Said, said_of
from dipmeet.study.saying.speakers import Cast, cast_of

Verdict = Literal["both", "only a", "only b", "differs in weight"]

TIMES, POINTS = 3.0, 0.10
"""A topic differs in weight where one side gives it so many times the share of its words, and so much more of it."""


class Quote(Value):
    """The words of an account, at [start, end) of the text of the point at `address`, and who says the sentence."""

    address: tuple[int, ...]
    start: int
    end: int
    words: str
    said: Said


class Side(Value):
    """What one account has on a topic.

    `order` is the place of the topic among those of the account, from 1 (None where it is not mentioned); `share` is
    its part of the account's words, from 0 to 1; `raised_by` says who is said to have raised it, "" for nobody named.
    """

    quotes: tuple[Quote, ...] = ()
    order: int | None = None
    share: float = 0.0
    raised_by: str = ""


class Topic(Value):
    """Something that is spoken of in one of two accounts or in both."""

    name: str
    verdict: Verdict
    a: Side
    b: Side


class Comparison(Value):
    """Two accounts side by side, of so many words each.

    `objections` are reasons to think that they are not of one meeting.
    """

    a: Meeting
    b: Meeting
    words_a: int
    words_b: int
    facts: tuple[Compared, ...]
    topics: tuple[Topic, ...]
    objections: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether any fact or topic is not the same in both."""
        return any(fact.verdict != "same" for fact in self.facts) or any(t.verdict != "both" for t in self.topics)

    @property
    def topics_of_a(self) -> int:
        """How many of the topics `a` speaks of."""
        return sum(bool(topic.a.quotes) for topic in self.topics)

    @property
    def topics_of_b(self) -> int:
        """How many of the topics `b` speaks of."""
        return sum(bool(topic.b.quotes) for topic in self.topics)

    @property
    def mirrored(self) -> Comparison:
        """The same with the sides changed."""
        facts = tuple(Compared(f.field, f.b, f.a, _MIRRORED.get(f.verdict, f.verdict)) for f in self.facts)
        topics = tuple(Topic(t.name, _MIRRORED_TOPICS[t.verdict], t.b, t.a) for t in self.topics)
        return Comparison(self.b, self.a, self.words_b, self.words_a, facts, topics, self.objections)


_MIRRORED: Mapping[str, Literal["only a", "only b"]] = {"only a": "only b", "only b": "only a"}
_MIRRORED_TOPICS: Mapping[Verdict, Verdict] = {
    "both": "both", "only a": "only b", "only b": "only a", "differs in weight": "differs in weight",
}  # fmt: skip


def compare(a: Meeting, b: Meeting) -> Comparison:
    """Return two accounts side by side; with `a` and `b` changed the result is the mirror of this one, exactly.

    The work is done on the two in one order, whichever comes first, so that no tie is broken by the side. Of an
    account without points no topic is told.
    """
    if _order(b) < _order(a):
        return compare(b, a).mirrored
    topics = _topics(a, b) if has_points(a) and has_points(b) else ()
    return Comparison(a, b, words_of(a), words_of(b), compared_facts(a, b), topics, objections(a, b))


def _order(account: Meeting) -> tuple[str, ...]:
    publisher = account.source.publisher if account.source is not None else None
    return (account.id, publisher or "", repr(account.to_json()))


def _topics(a: Meeting, b: Meeting) -> tuple[Topic, ...]:
    """Return the topics in the order in which they come up in the two accounts taken together."""
    one, other = _Account(a, b), _Account(b, a)
    themes = sorted(themes_of(a, b), key=lambda theme: _place(theme, one, other))
    names = names_of(themes, (one.words_of, other.words_of))
    sides_of_a, sides_of_b = _sides([t.a for t in themes], one), _sides([t.b for t in themes], other)
    return tuple(
        Topic(name, _verdict(mine, theirs), mine, theirs)
        for name, mine, theirs in zip(names, sides_of_a, sides_of_b, strict=True)
    )


class _Account:
    """An account's points as they are looked up: the text, who says what, and how far down a clause stands."""

    def __init__(self, meeting: Meeting, beside: Meeting) -> None:
        points = [(address, point.text) for address, point in walk_points(meeting.points) if point.text]
        self._texts = dict(points)
        self._said = {(said.address, said.start): said for said in said_of(meeting, _cast(meeting, beside))}
        self._before: dict[tuple[int, ...], int] = {}
        self._length = 0
        for address, text in points:
            self._before[address] = self._length
            self._length += len(text)
        self._words = sum(map(_measured, self._texts.values()))

    def words_of(self, unit: Unit) -> str:
        """Return the words of a clause."""
        return self._texts[unit.address][unit.start : unit.end]

    def place_of(self, unit: Unit) -> float:
        """Return how far down a clause stands, from 0 to 1."""
        return (self._before[unit.address] + unit.start) / self._length

    def share_of(self, units: Sequence[Unit]) -> float:
        """Return the part of the account's words that clauses have, from 0 to 1."""
        return round(sum(_measured(self.words_of(unit)) for unit in units) / self._words, 4) if self._words else 0.0

    def quote_of(self, unit: Unit) -> Quote:
        """Return a clause with its words and who says them."""
        said = self._said[unit.address, unit.sentence[0]]
        return Quote(unit.address, unit.start, unit.end, self.words_of(unit), said)


def _cast(account: Meeting, other: Meeting) -> Cast:
    """Return who can speak in an account: the other one tells the party of whom its own leaves without."""
    pairs = matched(account.participants, other.participants)
    people = tuple(
        one.replaced(party=same.party) if not one.party and same is not None else one for one, same in pairs if one
    )
    cast, known = cast_of(account), cast_of(account.replaced(participants=people))
    own = next((one.party for one in people if cast.own is not None and one.name == cast.own), cast.own)
    return known.replaced(own=own)


def _place(theme: Theme, one: _Account, other: _Account) -> tuple[float, float, float]:
    """Return how far down a theme first comes up: on the whole, then in either account."""
    places = [account.place_of(units[0]) for units, account in ((theme.a, one), (theme.b, other)) if units]
    return round(sum(places) / len(places), 6), places[0], places[-1]


def _sides(themes: Sequence[Sequence[Unit]], account: _Account) -> list[Side]:
    """Return what an account has on each of the themes, of which these are its clauses."""
    firsts = sorted(account.place_of(units[0]) for units in themes if units)
    return [
        _side(units, account, firsts.index(account.place_of(units[0])) + 1) if units else Side() for units in themes
    ]


def _side(units: Sequence[Unit], account: _Account, order: int) -> Side:
    quotes = tuple(account.quote_of(unit) for unit in units)
    raised_by = next((quote.said.first for quote in quotes if quote.said.first), "")
    return Side(quotes, order, account.share_of(units), raised_by)


def _verdict(a: Side, b: Side) -> Verdict:
    if not b.quotes:
        return "only a"
    if not a.quotes:
        return "only b"
    less, more = sorted((a.share, b.share))
    return "differs in weight" if more >= TIMES * less and more - less >= POINTS else "both"


_LATIN = re.compile(r"[^\W\u3000-\uffff]+(?:[’'.-][^\W\u3000-\uffff]+)*")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def counted_words(text: str) -> int:
    """Return how many words a text has; two Japanese characters count as one."""
    return ceil(_measured(text))


def _measured(text: str) -> float:
    return len(_LATIN.findall(text)) + len(_CJK.findall(text)) / 2


def words_of(account: Meeting) -> int:
    """Return how many words the points of an account have."""
    return sum(counted_words(point.text or "") for _, point in walk_points(account.points))


def has_points(account: Meeting) -> bool:
    """Tell whether an account tells anything of what was said."""
    return any(point.text for _, point in walk_points(account.points))
