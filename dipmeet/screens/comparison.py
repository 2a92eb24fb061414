"""Two accounts side by side: the facts that differ, and each topic with its verdict and the words behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.table import Table
from rich.text import Text

from dipmeet.model.meeting import heading_of
from dipmeet.screens.accounts import LABELS, facts_side_by_side, publisher_of
from dipmeet.screens.flow import Flow
from dipmeet.screens.found import address_text
from dipmeet.screens.measure import GAP, measure_for, set_widths
from dipmeet.screens.words import DIM, DOUBT, GOOD, HEAD, READABLE, facts, joined, ruled, words

if TYPE_CHECKING:
    from dipmeet.study.comparison import Comparison, Quote, Side, Topic

WIDEST = 160
"""The widest that two columns of quotes are set, in columns."""

TOPICS = 22
"""The width of the column of topics."""

_STYLES = {"both": GOOD, "differs in weight": DOUBT, "only a": DOUBT, "only b": DOUBT}
_CALLED = {"both": "both", "differs in weight": "differs in weight", "only a": "only A", "only b": "only B"}


def comparison_parts(comparison: Comparison, width: int | None) -> Iterator[RenderableType]:
    """Yield the parts of a comparison for a screen of `width` columns: two columns from 100 on, else stacked."""
    room = min(width or READABLE, WIDEST)
    heading = Group(words(heading_of(comparison.a), HEAD), "")
    yield heading if width is None else Constrain(heading, room)
    measure = measure_for(width, (*comparison.a.parties, *comparison.b.parties)).replaced(room=room)
    yield Group(facts_side_by_side(comparison.a, comparison.b, measure), "")
    same = dict.fromkeys(LABELS.get(f.field, f.field) for f in comparison.facts if f.verdict == "same")
    if same:
        yield facts([("Same in both", Flow(same, room - 14))], measure.labels)
        yield ""
    if comparison.topics:
        yield _in_columns(comparison, room) if room >= READABLE else Group(*_stacked(comparison, room))


def counted(comparison: Comparison) -> str:
    """Return in words how many topics there are, and how many of them in both accounts or in one alone."""
    topics = comparison.topics
    numbers = {verdict: sum(topic.verdict == verdict for topic in topics) for verdict in _CALLED}
    parts = [f"{numbers['both']} in both", f"{numbers['only a']} only in A", f"{numbers['only b']} only in B"]
    if numbers["differs in weight"]:
        parts.insert(1, f"{numbers['differs in weight']} in both with another weight")
    return f"{len(topics)} topic{'' if len(topics) == 1 else 's'}: {', '.join(parts)}"


def _in_columns(comparison: Comparison, room: int) -> Table:
    """Return the topics as a table: the topic with its verdict, and what either account says of it."""
    table = ruled("Topic", *(words(head).plain for head in _heads(comparison)))
    beside = room - TOPICS - 2 * GAP
    set_widths(table, [TOPICS, beside // 2, beside // 2])
    for topic in comparison.topics:
        cells = [joined((cell, words(" ")), "\n") for cell in _cells(topic, comparison)]
        table.add_row(joined((*_named(topic), words(" ")), "\n"), *cells)
    return table


def _stacked(comparison: Comparison, room: int) -> Iterator[RenderableType]:
    """Yield the topics one under another, what A says of each above what B says."""
    table = ruled("Topics")
    set_widths(table, [room])
    table.add_row(words("\n".join(_heads(comparison))))
    yield Group(table, "")
    for topic in comparison.topics:
        grid = Table.grid(padding=(0, 1, 0, 0), pad_edge=False)
        grid.add_column(style=DIM, width=1)
        grid.add_column(overflow="fold", width=room - 3)
        for letter, cell in zip("AB", _cells(topic, comparison), strict=True):
            grid.add_row(letter, cell)
        yield Group(Constrain(joined(_named(topic)), room), grid, "")


def _heads(comparison: Comparison) -> tuple[str, str]:
    return f"A  {publisher_of(comparison.a)}", f"B  {publisher_of(comparison.b)}"


def _cells(topic: Topic, comparison: Comparison) -> tuple[Text, Text]:
    return (
        _cell(topic.a, comparison.topics_of_a, comparison.words_a),
        _cell(topic.b, comparison.topics_of_b, comparison.words_b),
    )


def _named(topic: Topic) -> tuple[Text, Text]:
    return words(topic.name, HEAD), words(_CALLED[topic.verdict], _STYLES[topic.verdict])


def _cell(side: Side, topics: int, of_words: int) -> Text:
    """Return what an account says of a topic: its quotes, then its place among all and its share of the words."""
    if not side.quotes:
        return words("not mentioned", DIM)
    raised = f"raised by {side.raised_by}" if side.raised_by else None
    place = f"{side.order} of {topics} topics"
    weight = words(", ".join(filter(None, (raised, place, f"{side.share:.0%} of {of_words} words"))), DIM)
    return joined((*map(_quoted, side.quotes), weight), "\n")


def _quoted(quote: Quote) -> Text:
    who = words(f"{quote.said.who}:", DIM) if quote.said.who else None
    return joined((words(f"#{address_text(quote.address)}", DIM), who, words(f"“{quote.words}”")), " ")
