"""Accounts side by side: the facts in which two of one meeting differ, and records that may be accounts of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dipmeet.model.meeting import Meeting
from dipmeet.model.moment import Duration, Moment
from dipmeet.model.people import Participant
from dipmeet.screens.card import doubts_part, measure_of_card, origin_part, points_part
from dipmeet.screens.flow import Flow
from dipmeet.screens.measure import GAP, Measure, set_widths
from dipmeet.screens.words import DIM, DOUBT, READABLE, joined, ruled, words
from dipmeet.study.facts import differing_facts
from dipmeet.when.wording import render_duration, render_moment

if TYPE_CHECKING:
    from dipmeet.study.accounts import Probable
    from dipmeet.study.facts import Compared, Told

LABELS = {
    "kind": "Kind", "start": "Time", "end": "Until", "stated_times": "Elsewhere", "duration": "Duration",
    "place": "Place", "country": "Country", "occasion": "Occasion", "participants": "Participant",
}  # fmt: skip


def further_accounts(
    first: Meeting, others: Sequence[Meeting], width: int | None, zones: Sequence[str] = ()
) -> Iterator[RenderableType]:
    """Yield for each of the other accounts of a meeting what differs from the first, and its points and source.

    All stands in line with the card of the first, which has its times in `zones` too.
    """
    measure = measure_of_card(first, width, zones)
    for other in others:
        yield Group(facts_side_by_side(first, other, measure), "")
        points = points_part(other, measure, f"Points of {publisher_of(other)}")
        for part in (points, origin_part(other, measure), doubts_part(other, measure)):
            if part is not None:
                yield Group(part, "")


def facts_side_by_side(one: Meeting, other: Meeting, measure: Measure) -> Table:
    """Return the table of the facts in which two accounts differ or which one of them lacks, one column for each.

    A fact in which they contradict each other is marked.
    """
    rows = [
        (words("Record"), words(one.id, DIM), words(other.id, DIM)),
        *([(words("Title"), _told(one.title), _told(other.title))] if one.title or other.title else []),
        *((_label(fact), _told(fact.a), _told(fact.b)) for fact in differing_facts(one, other)),
    ]
    if all(row[0].plain in {"Record", "Title"} for row in rows):
        rows.append((words(""), words("no fact differs", DIM), words("")))
    table = ruled("Accounts", words(publisher_of(one)).plain, words(publisher_of(other)).plain)
    beside = measure.room - measure.labels - 2 * GAP
    set_widths(table, [measure.labels, beside - beside // 2, beside // 2])
    for row in rows:
        table.add_row(*row)
    return table


def probable_pairs(pairs: Sequence[Probable], width: int | None) -> Iterator[RenderableType]:
    """Yield a block for each pair of records that are probably of one meeting: their ids, whose, and what tells so."""
    room = min(width or READABLE, READABLE)
    for pair in pairs:
        for record in (pair.a, pair.b):
            yield Flow((words(record.id, "bold"), words(publisher_of(record))), room)
        grid = Table.grid(padding=(0, 0, 0, 2), pad_edge=True)
        grid.add_column(overflow="fold", width=room - 2)
        grid.add_row(Flow([words(reason, DIM) for reason in pair.reasons], room - 2))
        yield Group(grid, "")


def publisher_of(record: Meeting) -> str:
    """Return who published an account, its id where that is not known."""
    return (record.source.publisher if record.source is not None else None) or record.id


def _label(fact: Compared) -> Text:
    person = fact.a or fact.b
    label = (person.party if isinstance(person, Participant) else None) or LABELS.get(fact.field, fact.field)
    return joined((words("≠", DOUBT), words(label, DOUBT)), " ") if fact.verdict == "differs" else words(label)


def _told(fact: Told | None) -> Text:
    match fact:
        case None:
            return words("not said", DIM)
        case Moment():
            return words(render_moment(fact))
        case Duration():
            return words(render_duration(fact))
        case Participant():
            return joined((fact.name or words("(not named)", DIM), fact.title), ", ")
        case str():
            return words(fact)
    return joined(map(render_moment, fact), "\n")
