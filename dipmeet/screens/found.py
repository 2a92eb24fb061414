"""What a search found: for each meeting its heading and the points that match, with the words marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.table import Table

from dipmeet.model.meeting import Meeting, heading_of
from dipmeet.screens.words import DIM, READABLE, joined, marked, words
from dipmeet.when.wording import render_moment


@dataclass(frozen=True)
class FoundPoint:
    """A point that matches: its address (positions from 1), its text and the spans of it to mark."""

    address: tuple[int, ...]
    text: str
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Found:
    """A meeting that matches, with the points that do; none where only its title, people or place match."""

    meeting: Meeting
    points: tuple[FoundPoint, ...]


def address_text(address: tuple[int, ...]) -> str:
    """Return a point's address as a reference spells it: (2, 1) is `2.1`."""
    return ".".join(map(str, address))


def found(results: Sequence[Found], width: int | None, zones: Sequence[str] = ()) -> Iterator[RenderableType]:
    """Yield a block for each of `results` for a screen of `width` columns, or whole where it is None."""
    room = min(width or READABLE, READABLE)
    for result in results:
        yield Group(_heading(result.meeting, zones), _points(result, room), "")


def _heading(meeting: Meeting, zones: Sequence[str]) -> Group:
    when = words(render_moment(meeting.start) if meeting.start else "undated")
    below = joined((when, *_elsewhere(meeting, zones), meeting.place, words(meeting.id, DIM)))
    return Group(words(heading_of(meeting), "bold"), below)


def _elsewhere(meeting: Meeting, zones: Sequence[str]) -> Iterator[str]:
    from dipmeet.when.moments import to_zone

    for zone in zones if meeting.start is not None else ():
        moment = to_zone(meeting.start, zone) if meeting.start else None
        if moment is not None:
            yield render_moment(moment, shift_from=meeting.start, weekday=False)


def _points(result: Found, room: int) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    grid.add_column(style=DIM, no_wrap=True)
    grid.add_column(overflow="fold", max_width=room - 8)
    for point in result.points:
        grid.add_row("  #" + address_text(point.address), marked(point.text, point.spans))
    return grid
