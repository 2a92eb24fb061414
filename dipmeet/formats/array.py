"""JSON of whole records: an array, as they are stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dipmeet.formats.records import pieces_of_json
from dipmeet.model.meeting import Meeting


def render(meetings: Iterable[Meeting], leave_out: Callable[[str], None]) -> Iterator[str]:
    """Yield the array piece by piece; `dipmeet.formats.records` reads it back. No meeting is left out."""
    del leave_out
    yield from pieces_of_json(meeting.to_json() for meeting in meetings)
