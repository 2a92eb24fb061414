"""The card of a meeting: everything a record says, as tables that belong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dipmeet.model.meeting import Meeting, Point, heading_of, walk_points
from dipmeet.model.people import Participant
from dipmeet.screens.clocks import Clock, clocks_of
from dipmeet.screens.words import BAD, DIM, DOUBT, GOOD, READABLE, facts, joined, ruled, words
from dipmeet.when.wording import render_duration, render_moment

LABELS = 10
"""The least width of the first column, so that the tables of a card stand in line."""


def card(meeting: Meeting, width: int | None, zones: Sequence[str] = ()) -> Iterator[RenderableType]:
    """Yield the parts of a meeting's card for a screen of `width` columns, or whole where it is None."""
    room = min(width or READABLE, READABLE)
    yield Group(words(heading_of(meeting), "bold"), words(meeting.id, DIM), "")
    for part in (_facts(meeting), _times(meeting, zones), _people(meeting), _points(meeting, room), _rest(meeting)):
        if part is not None:
            yield Group(_fitted(part, room if width else None), "")
    if meeting.doubts:
        yield Group(_fitted(_doubts(meeting), room if width else None), "")


def _fitted(part: Table, room: int | None) -> Table:
    """Return the table no wider than `room`; in a pipe it is as wide as what it holds."""
    part.width = room if part.expand else None
    part.expand = False
    return part


def _facts(meeting: Meeting) -> Table:
    where = joined((meeting.place, meeting.country if meeting.country != meeting.place else None), ", ")
    lasted = render_duration(meeting.duration) if meeting.duration else None
    rows: list[tuple[str, RenderableType]] = [("Kind", joined((meeting.kind, lasted), ", "))]
    if where:
        rows.append(("Place", where))
    if meeting.occasion:
        rows.append(("Occasion", words(meeting.occasion)))
    if meeting.account_of:
        rows.append(("Account of", words(meeting.account_of)))
    return facts(rows, LABELS)


def _times(meeting: Meeting, zones: Sequence[str]) -> Table | None:
    clocks = clocks_of(meeting, zones)
    if not clocks:
        return None
    table = ruled("Time", "", "", expand=True)
    _set_labels(table)
    here = clocks[0].moment
    for clock in clocks:
        shift = None if clock is clocks[0] else here
        table.add_row(words(clock.label), words(render_moment(clock.moment, shift_from=shift)), _verdict(clock))
    if meeting.end is not None:
        table.add_row(words("until"), words(render_moment(meeting.end)), "")
    return table


def _verdict(clock: Clock) -> Text:
    if not clock.stated:
        return words("")
    if clock.agrees is None:
        return words("as stated", DIM)
    if clock.agrees:
        return words("✓ as stated", GOOD)
    right = f": {render_moment(clock.right)} would agree" if clock.right else ""
    return words(f"✗ as stated{right}", BAD)


def _people(meeting: Meeting) -> Table | None:
    if not meeting.participants:
        return None
    table = ruled("Participants", "", "", expand=True)
    _set_labels(table)
    party: str | None = ""
    for participant in meeting.participants:
        table.add_row(
            words(participant.party if participant.party != party else ""), _name(participant), words(participant.title)
        )
        party = participant.party
    return table


def _name(participant: Participant) -> Text:
    if participant.name is None:
        return words("(not named)", DIM)
    return joined((participant.honorific, words(participant.name, "bold"), participant.postnominals), " ")


def _points(meeting: Meeting, room: int) -> Table | None:
    if not meeting.points:
        return None
    table = ruled("Points", expand=True)
    if table.columns:
        table.columns[0].max_width = room
    table.add_row(point_grid(meeting.points, addressed=not _labels_count(meeting.points)))
    return table


def point_grid(points: tuple[Point, ...], *, addressed: bool, above: tuple[int, ...] = ()) -> Table:
    """Return points as rows of label and text, each wrapped under itself, those under it indented.

    `addressed` puts the position (`#2.1`) before each, for pages whose labels restart or are missing.
    """
    grid = Table.grid(padding=(0, 1, 0, 0), pad_edge=False)
    if addressed:
        grid.add_column(style=DIM, no_wrap=True)
    grid.add_column(justify="right", style="bold", no_wrap=True)
    grid.add_column(overflow="fold")
    for position, point in enumerate(points, 1):
        here = (*above, position)
        content: list[RenderableType] = [words(point.text)] if point.text else []
        if point.points:
            content.append(point_grid(point.points, addressed=addressed, above=here))
        cells: list[RenderableType] = [words(_label(point, len(here))), Group(*content)]
        grid.add_row(*([words("#" + ".".join(map(str, here))), *cells] if addressed else cells))
    return grid


def _label(point: Point, depth: int) -> str:
    if not point.label:
        return "•"
    return point.label if depth == 1 or not point.label.isascii() else f"({point.label})"


def _labels_count(points: tuple[Point, ...]) -> bool:
    """Tell whether every label is its point's position, so that labels serve as addresses."""
    return all(point.label == str(address[-1]) for address, point in walk_points(points))


def _rest(meeting: Meeting) -> Table | None:
    rows: list[tuple[str, RenderableType]] = []
    if meeting.topics:
        rows.append(("Topics", joined(meeting.topics)))
    if meeting.notes:
        rows.append(("Notes", words(meeting.notes)))
    source = meeting.source
    if source is not None:
        published = f"published {source.published}" if source.published else None
        told = joined((source.publisher, published), ", ")
        if told:
            rows.append(("Source", told))
        rows.extend(
            ("Address" if at is source.url else "Archived", words(at)) for at in (source.url, source.archived) if at
        )
    return facts(rows, LABELS) if rows else None


def _doubts(meeting: Meeting) -> Table:
    table = ruled("Doubts", "", expand=True)
    _set_labels(table)
    for doubt in meeting.doubts:
        table.add_row(words(doubt.field, DOUBT), words(doubt.reason))
    return table


def _set_labels(table: Table) -> None:
    table.columns[0].min_width = LABELS
