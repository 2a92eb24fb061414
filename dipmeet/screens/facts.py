"""Where facts stand: field, value, quote and line; and the source's text with the quotes marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dipmeet.screens.words import DIM, DOUBT, MARK, READABLE, joined, ruled, words

if TYPE_CHECKING:
    from dipmeet.study.provenance import Fact, Quote

STACKED = 90
"""Below this many columns, the quote stands under the value."""

LONG = 90
"""A value of more characters is shown by its beginning and its end."""


def facts_table(facts: Sequence[Fact], width: int | None) -> Table:
    """Return the table of facts for a screen of `width` columns, or whole where it is None."""
    room = min(width or READABLE, READABLE) if width is None or width < READABLE else width
    stacked = width is not None and width < STACKED
    headers = ("Field", "Value") if stacked else ("Field", "Value", "Quote", ("Line", "right"))
    table = ruled(*headers, expand=False)
    if not stacked:
        for column in table.columns[1:3]:
            column.max_width = max(20, (room - 34) // 2)
    for fact in facts:
        field = words(fact.field, DOUBT if fact.doubts else "")
        value = joined((_value(fact), *_remarks(fact)), "\n")
        if stacked:
            table.add_row(field, joined((value, *(_with_line(quote) for quote in fact.quotes)), "\n"))
        else:
            quotes = joined([_quoted(quote) for quote in fact.quotes], "\n")
            table.add_row(field, value, quotes, ", ".join(dict.fromkeys(str(q.line) for q in fact.quotes)))
    return table


def unused_table(unused: Sequence[Quote]) -> Table:
    """Return the table of the text that no fact was read from, by line."""
    table = ruled(("Line", "right"), "Not used", expand=False)
    for quote in unused:
        table.add_row(str(quote.line), words(_shortened(quote.words)))
    return table


def review_parts(
    facts: Sequence[Fact], unused: Sequence[Quote], text: str, width: int | None
) -> Iterator[RenderableType]:
    """Yield all of a record's facts, the text that none was read from, and `text`, if any, with the quotes marked."""
    yield facts_table(facts, width)
    yield ""
    if unused:
        yield unused_table(unused)
        yield ""
    if text:
        yield from marked_text(text, [q.span for fact in facts if not _is_point(fact) for q in fact.quotes])


def _is_point(fact: Fact) -> bool:
    """Tell whether a fact is a point, whose quote would mark a whole paragraph."""
    return fact.field.startswith("points[")


def edits_table(edits: Sequence[tuple[str, str, str]]) -> Table:
    """Return the table of (when, by which command, what it was) of the changes to a record."""
    table = ruled("Changed", "By", "What", expand=False)
    for at, who, what in edits:
        table.add_row(words(at), words(who), words(what))
    return table


def marked_text(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[RenderableType]:
    """Yield the lines of a source's text with their numbers, the `spans` of it marked."""
    grid = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    grid.add_column(style=DIM, justify="right", no_wrap=True)
    grid.add_column(overflow="fold", max_width=READABLE)
    whole = words(text)
    for start, end in spans:
        whole.stylize(MARK, start, end)
    for number, line in enumerate(whole.split("\n", allow_blank=True), 1):
        grid.add_row(str(number), line)
    yield Group(grid, "")


def lines_around(text: str, quotes: Sequence[Quote]) -> Iterator[RenderableType]:
    """Yield the lines of the text that the quotes stand on, with their numbers and the quotes marked."""
    grid = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    grid.add_column(style=DIM, justify="right", no_wrap=True)
    grid.add_column(overflow="fold", max_width=READABLE)
    whole = words(text)
    for quote in quotes:
        whole.stylize(MARK, *quote.span)
    lines = whole.split("\n", allow_blank=True)
    shown = {line for q in quotes for line in range(q.line, q.line + 1 + text[slice(*q.span)].count("\n"))}
    for number in sorted(shown):
        grid.add_row(str(number), lines[number - 1])
    yield Group(grid, "")


def told(value: object) -> str:
    """Return a fact's value in words: a list joined, a long text by its beginning and its end, "" for none."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(map(told, value))
    if isinstance(value, dict):
        return ", ".join(f"{name} {told(inner)}" for name, inner in value.items())
    return _shortened(str(value))


def _value(fact: Fact) -> Text:
    value = told(fact.value)
    return words(f"about {value}" if fact.approximate and fact.field.endswith((".local", ".minutes")) else value)


def _remarks(fact: Fact) -> Iterator[Text]:
    for reason in fact.doubts:
        yield words(f"? {reason}", DOUBT)
    for settled in fact.confirmed:
        who = f" by {settled.by}" if settled.by else ""
        yield words(f"✓ confirmed{who} on {settled.at[:10]}", DIM)
    if fact.by_hand and not fact.confirmed:
        yield words("set by hand", DIM)


def _with_line(quote: Quote) -> Text:
    return joined((words(f"line {quote.line}:", DIM), _quoted(quote)), " ")


def _quoted(quote: Quote) -> Text:
    return words(f"“{_shortened(quote.words)}”", DIM)


def _shortened(text: str) -> str:
    """Return a text as it is, or the first and last words of a long one with how many stand between."""
    if len(text) <= LONG:
        return text
    said = text.split()
    if len(said) < 16:
        return f"{text[: LONG // 2]} … {text[-LONG // 3 :]} ({len(text):,} characters)"
    return f"{' '.join(said[:8])} … {' '.join(said[-4:])} ({len(said)} words)"
