"""The card of a meeting: everything a record says, as tables that belong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.table import Table
from rich.text import Text

from dipmeet.model.meeting import Meeting, Point, heading_of, walk_points
from dipmeet.model.people import Participant
from dipmeet.screens.clocks import Clock, clocks_of
from dipmeet.screens.flow import Flow
from dipmeet.screens.found import address_text
from dipmeet.screens.measure import Measure, measure_for, set_widths, width_of
from dipmeet.screens.said import Speakers, with_speakers
from dipmeet.screens.words import BAD, DIM, DOUBT, GOOD, facts, joined, ruled, words
from dipmeet.when.wording import render_duration, render_moment

Fact = tuple[str, RenderableType]

NOT_TOLD: Speakers = {}


def card(
    meeting: Meeting, width: int | None, zones: Sequence[str] = (), said: Speakers = NOT_TOLD
) -> Iterator[RenderableType]:
    """Yield the parts of a meeting's card for a screen of `width` columns, or whole where it is None.

    `said` is who says the sentences of each point, to be told within its text.
    """
    clocks = clocks_of(meeting, zones)
    measure = _measure(meeting, clocks, width)
    heading = Group(words(heading_of(meeting), "bold"), words(meeting.id, DIM), "")
    yield heading if measure.whole else Constrain(heading, measure.room)
    parts = (
        _facts(_about(meeting), measure),
        _times(meeting, clocks, measure),
        _people(meeting, measure),
        points_part(meeting, measure, said=said),
        origin_part(meeting, measure),
        doubts_part(meeting, measure),
    )
    for part in parts:
        if part is not None:
            yield Group(part, "")


def measure_of_card(meeting: Meeting, width: int | None, zones: Sequence[str] = ()) -> Measure:
    """Return the measure of a meeting's card, for what is to stand in line with it."""
    return _measure(meeting, clocks_of(meeting, zones), width)


def _measure(meeting: Meeting, clocks: Sequence[Clock], width: int | None) -> Measure:
    return measure_for(width, (*(clock.label for clock in clocks), *meeting.parties))


def _about(meeting: Meeting) -> Iterator[Fact]:
    lasted = render_duration(meeting.duration) if meeting.duration else None
    yield "Kind", joined((meeting.kind, lasted), ", ")
    where = joined(meeting.whereabouts, ", ")
    if where:
        yield "Place", where
    if meeting.occasion:
        yield "Occasion", words(meeting.occasion)
    if meeting.account_of:
        yield "Account of", words(meeting.account_of)


def origin_part(meeting: Meeting, measure: Measure) -> Table | None:
    """Return the table of topics, notes and source, or None without any of them."""
    return _facts(_origin(meeting, measure), measure)


def _origin(meeting: Meeting, measure: Measure) -> Iterator[Fact]:
    if meeting.topics:
        yield "Topics", Flow(meeting.topics, measure.beside)
    if meeting.notes:
        yield "Notes", Constrain(words(meeting.notes), measure.beside)
    source = meeting.source
    if source is None:
        return
    published = f"published {source.published}" if source.published else None
    told = joined((source.publisher, published), ", ")
    if told:
        yield "Source", told
    if source.url:
        yield "Address", words(source.url)
    if source.archived:
        yield "Archived", words(source.archived)


def _facts(rows: Iterator[Fact], measure: Measure) -> Table | None:
    told = list(rows)
    return facts(told, measure.labels, None if measure.whole else measure.beside) if told else None


def _table(heading: str, rows: Sequence[tuple[Text, ...]], measure: Measure) -> Table:
    """Return a table of the card: a heading over a line as wide as the card, and the rows."""
    table = ruled(heading, *("" for _ in rows[0][1:]))
    set_widths(table, measure.widths(rows))
    for row in rows:
        table.add_row(*row)
    return table


def _times(meeting: Meeting, clocks: Sequence[Clock], measure: Measure) -> Table | None:
    if not clocks:
        return None
    here = clocks[0].moment
    rows: list[tuple[Text, ...]] = []
    for clock in clocks:
        time = render_moment(clock.moment, shift_from=None if clock is clocks[0] else here)
        rows.append((words(clock.label), words(time), _verdict(clock)))
        if clock.right is not None:
            right = render_moment(clock.right, shift_from=here)
            rows.append((words(""), words(right, DIM), words("would agree", DIM)))
    if meeting.end is not None and meeting.end.local != here.local:
        rows.append((words("until"), words(render_moment(meeting.end)), words("")))
    return _table("Time", _folded(rows, measure), measure)


def _folded(rows: list[tuple[Text, ...]], measure: Measure) -> list[tuple[Text, ...]]:
    """Return rows of three as rows of two, the third under the second, where there is too little room beside."""
    if not measure.is_stacked:
        return rows
    return [(label, joined((first, second), "\n")) for label, first, second in rows]


def _verdict(clock: Clock) -> Text:
    if not clock.stated:
        return words("")
    if clock.agrees is None:
        return words("as stated", DIM)
    return words("✓ as stated", GOOD) if clock.agrees else words("✗ as stated", BAD)


def _people(meeting: Meeting, measure: Measure) -> Table | None:
    if not meeting.participants:
        return None
    rows: list[tuple[Text, ...]] = []
    party: str | None = ""
    for participant in meeting.participants:
        label = words(participant.party if participant.party != party else "")
        rows.append((label, _name(participant), words(participant.title)))
        party = participant.party
    return _table("Participants", _folded(rows, measure), measure)


def _name(participant: Participant) -> Text:
    if participant.name is None:
        return words("(not named)", DIM)
    return joined((participant.honorific, words(participant.name, "bold"), participant.postnominals), " ")


def points_part(meeting: Meeting, measure: Measure, heading: str = "Points", said: Speakers = NOT_TOLD) -> Table | None:
    """Return the table of a meeting's points under a heading, or None without any."""
    if not meeting.points:
        return None
    table = ruled(words(heading).plain)
    set_widths(table, [measure.room])
    table.add_row(Group(*_point_lines(meeting.points, measure.room, said)))
    return table


def _point_lines(points: tuple[Point, ...], room: int, said: Speakers) -> Iterator[Table]:
    """Yield a line of address, label and text for each point, the text wrapped under itself.

    Addresses (`#2.1`) stand in a margin of their own, on pages whose labels restart or are missing.
    """
    addresses = [] if _labels_count(points) else [_address(address) for address, _ in walk_points(points)]
    margin = min(max(map(len, addresses), default=0), room // 4)
    for address, point, label, upto in _laid_out(points, most=(room - margin) // 2):
        line = Table.grid(padding=(0, 1, 0, 0), pad_edge=False)
        if margin:
            line.add_column(style=DIM, width=margin)
        line.add_column(style="bold", justify="right", width=upto)
        line.add_column(overflow="fold", width=room - upto - 1 - (margin + 1 if margin else 0))
        cells = (words(label), with_speakers(point.text, said.get(address, ())))
        line.add_row(*((words(_address(address)), *cells) if margin else cells))
        yield line


def _laid_out(
    points: tuple[Point, ...], most: int, above: tuple[int, ...] = (), indent: int = 0
) -> Iterator[tuple[tuple[int, ...], Point, str, int]]:
    """Yield (address, point, label, column that its label ends at), outer points before inner ones.

    No label ends after `most` columns, however deep the point.
    """
    labels = [_label(point, len(above) + 1) for point in points]
    upto = min(indent + max(map(cell_len, labels), default=0), most)
    for position, (point, label) in enumerate(zip(points, labels, strict=True), 1):
        here = (*above, position)
        yield here, point, label, upto
        yield from _laid_out(point.points, most, here, upto + 1)


def _address(address: tuple[int, ...]) -> str:
    return "#" + address_text(address)


def _label(point: Point, depth: int) -> str:
    if not point.label:
        return "•"
    return point.label if depth == 1 or not point.label.isascii() else f"({point.label})"


def _labels_count(points: tuple[Point, ...]) -> bool:
    """Tell whether every label is its point's position, so that labels serve as addresses."""
    return all(point.label == str(address[-1]) for address, point in walk_points(points))


def doubts_part(meeting: Meeting, measure: Measure) -> Table | None:
    """Return the table of the doubts about a meeting's facts, or None without any."""
    if not meeting.doubts:
        return None
    rows = [(words(doubt.field, DOUBT), words(doubt.reason)) for doubt in meeting.doubts]
    if measure.is_stacked:
        return _table("Doubts", [(joined(row, "\n"),) for row in rows], measure)
    labels = max(measure.labels, min(max(width_of(field) for field, _ in rows), measure.room // 3))
    return _table("Doubts", rows, Measure(measure.room, labels, whole=False))
