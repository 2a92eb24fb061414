"""JSONL of whole records: one a line, as they are stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dipmeet.formats.records import render_jsonl
from dipmeet.model.meeting import Meeting


def render(meetings: Iterable[Meeting], leave_out: Callable[[str], None]) -> Iterator[str]:
    """Yield the lines; `dipmeet.formats.records` reads them back. No meeting is left out."""
    del leave_out
    yield from (line + "\n" for line in render_jsonl(meeting.to_json() for meeting in meetings))
