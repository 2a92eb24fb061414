"""What `check` found: for each record its findings, with what is printed, what would be right, and the quote marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.table import Table
from rich.text import Text

from dipmeet.model.meeting import Ignored, Meeting, heading_of
from dipmeet.model.value import Value
from dipmeet.screens.flow import Flow
from dipmeet.screens.words import BAD, DIM, DOUBT, READABLE, joined, marked, words
from dipmeet.when.wording import render_moment

if TYPE_CHECKING:
    from dipmeet.study.findings import Finding, Severity
    from dipmeet.study.provenance import Quote

STYLES = {"contradiction": BAD, "oddity": DOUBT, "hint": DIM}

BESIDE = 60
"""So many characters of a line are shown on either side of a quote."""

LABELS = 9
"""The columns of the labels and the space after them: "Printed" is the longest."""


class Shown(Value):
    """A finding with its rule's severity, its quotes, and what says that it is ignored, if anything does."""

    finding: Finding
    severity: Severity
    quotes: tuple[Quote, ...] = ()
    ignored: Ignored | None = None


def findings_parts(groups: Sequence[tuple[Meeting, Sequence[Shown]]], width: int | None) -> Iterator[RenderableType]:
    """Yield a block for each record with its findings, for a screen of `width` columns, or whole where it is None."""
    room = min(width or READABLE, READABLE)
    for meeting, shown in groups:
        heading = Group(words(heading_of(meeting), "bold"), Flow(_when_and_where(meeting), room))
        yield heading if width is None else Constrain(heading, room)
        text = meeting.source.text or "" if meeting.source is not None else ""
        for one in shown:
            yield ""
            yield joined((words(one.severity, STYLES[one.severity]), one.finding.rule, words(one.finding.field, DIM)))
            yield _facts(one, text, room)
        yield ""


def _when_and_where(meeting: Meeting) -> Iterator[Text]:
    yield words(render_moment(meeting.start) if meeting.start else "undated")
    where = meeting.place or meeting.country
    if where:
        yield words(where)
    yield words(meeting.id, DIM)


def _facts(one: Shown, text: str, room: int) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    grid.add_column(style=DIM, width=LABELS)
    grid.add_column(overflow="fold", width=room - LABELS - 2)
    for label, cell in _rows(one, text):
        grid.add_row(f"  {label}", cell)
    return grid


def _rows(one: Shown, text: str) -> Iterator[tuple[str, Text]]:
    finding = one.finding
    if finding.printed is not None:
        yield "Printed", words(finding.printed)
    if finding.right is not None:
        yield "Right", words(finding.right)
    yield "Why", joined((finding.reason, finding.slip), ": ")
    if finding.others:
        yield "See", words(", ".join(finding.others))
    for quote in one.quotes:
        yield f"Line {quote.line}"[: LABELS - 2], _in_its_line(text, quote)
    if one.ignored is not None:
        by = f" by {one.ignored.by}" if one.ignored.by else ""
        yield "Ignored", words(f"{one.ignored.reason} ({one.ignored.at[:10]}{by})", DIM)


def _in_its_line(text: str, quote: Quote) -> Text:
    """Return the line that a quote begins on, cut between words near `BESIDE` characters on either side, and marked."""
    start, end = quote.span
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    before = _ending(text[line_start:start].lstrip())
    after = _ending(text[end:line_end].rstrip()[::-1])[::-1]
    return marked(before + text[start:end].replace("\n", " ") + after, [(len(before), len(before) + end - start)])


def _ending(text: str) -> str:
    """Return the end of a text, cut where a word begins if one does among the first of its last characters."""
    if len(text) <= BESIDE:
        return text
    space = text.find(" ", len(text) - BESIDE - 1, len(text) - BESIDE // 2)
    return "…" + (text[space + 1 :] if space >= 0 else text[-BESIDE:])
