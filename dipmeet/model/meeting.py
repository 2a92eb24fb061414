"""A meeting record: one government's account of one meeting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, get_args

from dipmeet.model.moment import DATE, DAY_TEXT, Duration, Moment, is_local
from dipmeet.model.people import Participant
from dipmeet.model.record import Object, Record, field_of
from dipmeet.model.shapes import Anything, Count, Json, Many, Problem, Spans, Table, Text

Kind = Literal["meeting", "telephone call", "video call", "courtesy call", "working meal", "other"]
KINDS: tuple[str, ...] = get_args(Kind)

MOST_LEVELS = 100
"""How deep points may stand within points: no page has ten levels, and what can be read must be writable again."""

SpanOfText = tuple[int, int]
"""[start, end) in code points of `source.text`."""


def is_instant(text: str) -> bool:
    """Tell whether `text` is an instant in UTC to the second, YYYY-MM-DDTHH:MM:SSZ, that the calendar has."""
    seconds = text[17:19]
    whole = len(text) == 20 and text[16] == ":" and text[19] == "Z" and seconds.isascii() and seconds.isdigit()
    return whole and int(seconds) < 60 and is_local(text[:16])


_INSTANT = Text(
    "an instant in UTC such as 2026-11-23T10:00:00Z",
    DATE + r"T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z",
    check=is_instant,
)
_SHA256 = Text("64 hexadecimal digits", r"[0-9a-f]{64}")
_ID = Text("an id such as 2017-09-19-japan-canada", r"[^\s#\-./\\\x00-\x1f\x7f][^\s#/\\\x00-\x1f\x7f]{0,199}")
"""No path either: whoever saves a record under its id writes no file elsewhere."""


class Point(Record):
    """One numbered or bulleted item, with the items under it; `label` is as printed, without dots and brackets."""

    one_of = ("label", "text", "points")

    label: str | None = field_of(Text("a label such as 1 or (a)"))
    text: str | None = field_of(Text())
    points: tuple[Point, ...] = field_of(Many(Object(lambda: Point)), default=())


class Source(Record):
    """Where an account stands, and its words.

    `sha256` is of `text` in UTF-8; `bytes_sha256` of the bytes as fetched or read from a file; `published`,
    `accessed` are dates; `versions` are earlier states of the same page.
    """

    publisher: str | None = field_of(Text())
    url: str | None = field_of(Text("an address such as https://…", r"[a-z][a-z0-9+.-]*:\S+", format="uri"))
    language: str | None = field_of(Text("a language tag such as en", r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"))
    published: str | None = field_of(DAY_TEXT)
    accessed: str | None = field_of(DAY_TEXT)
    archived: str | None = field_of(Text("an address such as https://…", r"[a-z][a-z0-9+.-]*:\S+", format="uri"))
    sha256: str | None = field_of(_SHA256)
    bytes_sha256: str | None = field_of(_SHA256)
    text: str | None = field_of(Text())
    versions: tuple[Mapping[str, Json], ...] = field_of(Many(Table(Anything(), "fields")), default=())


class Doubt(Record):
    """A fact that the reader is not sure of: the field's path and the reason, in words."""

    field: str = field_of(Text("a field path such as start.local"), required=True)
    reason: str = field_of(Text("a reason"), required=True)


class Confirmation(Record):
    """A doubt that a person settled: the field, the reason it was doubted for, who says so and when."""

    field: str = field_of(Text("a field path such as start.local"), required=True)
    doubt: str | None = field_of(Text("a reason"))
    by: str | None = field_of(Text("a name"))
    at: str = field_of(_INSTANT, required=True)


class Ignored(Record):
    """A finding of `check` that a person passed over: its rule and field, why, who says so and when."""

    rule: str = field_of(Text("the name of a rule"), required=True)
    field: str = field_of(Text("a field path such as start.local"), required=True)
    reason: str = field_of(Text("a reason"), required=True)
    by: str | None = field_of(Text("a name"))
    at: str = field_of(_INSTANT, required=True)


class Row(Record):
    """Which row a record was made of: the profile that read it, what its table calls it, a digest of what it said."""

    profile: str = field_of(Text("the name of a profile"), required=True)
    id: str | None = field_of(Text("what the table calls the row"))
    digest: str = field_of(Text("a digest"), required=True)


class Meeting(Record):
    """One account of one meeting, as stored (DESIGN: the record). Absent means unknown.

    `account_of` names the first record of the same meeting where this is another government's account of it.
    `evidence` maps field paths to spans of `source.text`. `by_hand` lists the fields that a person set or confirmed,
    `confirmed` the doubts settled so, `ignored` the findings of `check` passed over. `places` are all that a row of a
    table names where these are several, `place` the first; `row` is that row.
    """

    id: str = field_of(_ID, required=True)
    title: str | None = field_of(Text())
    kind: Kind = field_of(Text("one of " + ", ".join(KINDS), choices=KINDS), default="meeting")
    start: Moment | None = field_of(Object(lambda: Moment))
    end: Moment | None = field_of(Object(lambda: Moment))
    stated_times: tuple[Moment, ...] = field_of(Many(Object(lambda: Moment)), default=())
    duration: Duration | None = field_of(Object(lambda: Duration))
    place: str | None = field_of(Text())
    places: tuple[str, ...] = field_of(Many(Text("a place")), default=())
    country: str | None = field_of(Text())
    occasion: str | None = field_of(Text())
    participants: tuple[Participant, ...] = field_of(Many(Object(lambda: Participant)), default=())
    points: tuple[Point, ...] = field_of(Many(Object(lambda: Point)), default=())
    topics: tuple[str, ...] = field_of(Many(Text("a topic")), default=())
    source: Source | None = field_of(Object(lambda: Source))
    evidence: Mapping[str, tuple[SpanOfText, ...]] = field_of(Table(Spans()), default={})
    doubts: tuple[Doubt, ...] = field_of(Many(Object(lambda: Doubt)), default=())
    reader: int | None = field_of(Count(1))
    by_hand: tuple[str, ...] = field_of(Many(Text("a field path")), default=())
    confirmed: tuple[Confirmation, ...] = field_of(Many(Object(lambda: Confirmation)), default=())
    ignored: tuple[Ignored, ...] = field_of(Many(Object(lambda: Ignored)), default=())
    account_of: str | None = field_of(_ID)
    row: Row | None = field_of(Object(lambda: Row))
    notes: str | None = field_of(Text())
    added: str | None = field_of(_INSTANT)
    changed: str | None = field_of(_INSTANT)

    def problems(self) -> Iterator[Problem]:
        """Refuse evidence outside the text it quotes, points within points without end, an account of itself."""
        if (levels := _levels(self.points)) > MOST_LEVELS:
            yield "points", f"expected at most {MOST_LEVELS} levels of points, not {levels}"
        if self.account_of is not None and self.account_of == self.id:
            yield "account_of", "expected the id of another record"
        text = self.source.text if isinstance(self.source, Source) else None
        length = len(text) if isinstance(text, str) else 0
        for field, spans in self.evidence.items():
            if any(end > length for _, end in spans):
                yield f"evidence.{field}", f"expected spans within the source's text of {length} characters"

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties that took part, in the source's order, each once."""
        return tuple(dict.fromkeys(p.party for p in self.participants if p.party))

    @property
    def whereabouts(self) -> tuple[str, ...]:
        """Where they met, from the place to the country, each name once: several places only where a row names them."""
        return tuple(dict.fromkeys(filter(None, (self.place, *self.places, self.country))))


def _levels(points: tuple[Point, ...]) -> int:
    levels, at = 0, points
    while at:
        levels, at = levels + 1, tuple(inner for point in at if point is not None for inner in point.points)
    return levels


def walk_points(points: tuple[Point, ...], address: tuple[int, ...] = ()) -> Iterator[tuple[tuple[int, ...], Point]]:
    """Yield (address, point) for every point, outer before inner; an address counts positions from 1 ((2, 1): 2.1)."""
    for position, point in enumerate(points, 1):
        here = (*address, position)
        yield here, point
        yield from walk_points(point.points, here)


def heading_of(meeting: Meeting) -> str:
    """Return the title, or one composed of the parties and the kind where the page prints none."""
    return composed_heading(meeting.title, meeting.parties, meeting.kind)


def composed_heading(title: str | None, parties: Sequence[str], kind: str) -> str:
    """Return the title, or where there is none the parties and the kind: "Japan–Barbados meeting"."""
    if title:
        return title
    said = "meeting" if kind == "other" else kind
    return f"{'–'.join(parties)} {said}" if parties else said.capitalize()
