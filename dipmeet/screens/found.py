"""What a search found: for each meeting its heading and the points that match, with the words marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.table import Table
from rich.text import Text

from dipmeet.model.meeting import Meeting, heading_of
from dipmeet.model.value import Value
from dipmeet.screens.flow import Flow
from dipmeet.screens.words import DIM, READABLE, marked, words
from dipmeet.when.wording import render_moment


class FoundPoint(Value):
    """A point that matches: its address (positions from 1), its text and the spans of it to mark."""

    address: tuple[int, ...]
    text: str
    spans: tuple[tuple[int, int], ...] = ()


class Voice(Value):
    """What one of several accounts of a meeting says: whose it is, its id, and the points of it that match."""

    publisher: str | None
    id: str
    points: tuple[FoundPoint, ...]


class Found(Value):
    """A meeting that matches, with the points that do; none where only its title, people or place match.

    `voices` are in the place of `points` where the meeting has several accounts.
    """

    meeting: Meeting
    points: tuple[FoundPoint, ...]
    voices: tuple[Voice, ...] = ()


def address_text(address: tuple[int, ...]) -> str:
    """Return a point's address as a reference spells it: (2, 1) is `2.1`."""
    return ".".join(map(str, address))


def found(results: Sequence[Found], width: int | None, zones: Sequence[str] = ()) -> Iterator[RenderableType]:
    """Yield a block for each of `results` for a screen of `width` columns, or whole where it is None."""
    room = min(width or READABLE, READABLE)
    for result in results:
        heading = Group(words(heading_of(result.meeting), "bold"), Flow(_when_and_where(result, zones), room))
        yield Group(
            heading if width is None else Constrain(heading, room),
            *_points(result.points, room),
            *(part for voice in result.voices for part in _voice(voice, room)),
            "",
        )


def _when_and_where(result: Found, zones: Sequence[str]) -> Iterator[Text]:
    """Yield time, place and id; of a meeting with several accounts each id stands above what that account says."""
    meeting = result.meeting
    yield words(render_moment(meeting.start) if meeting.start else "undated")
    yield from _elsewhere(meeting, zones)
    where = meeting.place or meeting.country
    if where:
        yield words(where)
    if not result.voices:
        yield words(meeting.id, DIM)


def _elsewhere(meeting: Meeting, zones: Sequence[str]) -> Iterator[Text]:
    from dipmeet.when.moments import to_zone

    for zone in zones if meeting.start is not None else ():
        moment = to_zone(meeting.start, zone) if meeting.start else None
        if moment is not None:
            yield words(render_moment(moment, shift_from=meeting.start, weekday=False))


def found_points(
    points: Sequence[tuple[str, str, Sequence[tuple[int, int]]]], width: int | None
) -> Iterator[RenderableType]:
    """Yield points alone: each (reference, text, spans to mark), its reference above it."""
    room = min(width or READABLE, READABLE)
    for reference, text, spans in points:
        grid = Table.grid(padding=(0, 0, 0, 2), pad_edge=True)
        grid.add_column(overflow="fold", width=room - 2)
        grid.add_row(marked(text, spans))
        yield Group(words(reference, DIM), grid, "")


def _voice(voice: Voice, room: int) -> Iterator[RenderableType]:
    """Yield whose account it is, and the points of it that match."""
    yield Flow((words(voice.publisher) if voice.publisher else None, words(voice.id, DIM)), room)
    yield from _points(voice.points, room)


def _points(points: Sequence[FoundPoint], room: int) -> Iterator[Table]:
    """Yield one table of the points that match: their addresses in a margin, their texts wrapped beside it."""
    if not points:
        return
    addresses = [f"  #{address_text(point.address)}" for point in points]
    margin = max(map(len, addresses))
    grid = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    grid.add_column(style=DIM, width=margin)
    grid.add_column(overflow="fold", width=room - margin - 2)
    for address, point in zip(addresses, points, strict=True):
        grid.add_row(address, marked(point.text, point.spans))
    yield grid
