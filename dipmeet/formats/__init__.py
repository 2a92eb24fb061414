"""Formats: the table of what records can be written as, each module imported where it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from dipmeet.model.value import Value

if TYPE_CHECKING:
    from dipmeet.model.meeting import Meeting

LeaveOut = Callable[[str], None]
"""Told, for each meeting that a format cannot hold, what it lacks."""


class Format(Value):
    """A format: its module here, its files' endings, a line on it; whether `import` takes it, how often it reads.

    A module's `render(meetings, leave_out)` yields the text piece by piece, so that no archive is too long; it goes
    through `meetings` as often as `passes` says. All are text in UTF-8, with the line ends that the format wants.
    """

    module: str
    endings: tuple[str, ...]
    summary: str
    is_read: bool = False
    passes: int = 1

    def render(self, meetings: Iterable[Meeting], leave_out: LeaveOut) -> Iterator[str]:
        """Yield the text of `meetings`; `leave_out` is called with a reason for each that has no place in it."""
        from importlib import import_module

        render: Callable[[Iterable[Meeting], LeaveOut], Iterator[str]]
        render = import_module(f"dipmeet.formats.{self.module}").render
        return render(meetings, leave_out)


FORMATS: dict[str, Format] = {
    "jsonl": Format("jsonl", (".jsonl", ".ndjson"), "the records whole, one a line", is_read=True),
    "json": Format("array", (".json",), "the records whole, an array", is_read=True),
    "csv": Format("table", (".csv",), "a row a record, for spreadsheets", is_read=True),
    "markdown": Format("markdown", (".md", ".markdown"), "a section a meeting, to be read"),
    "icalendar": Format("ical", (".ics",), "an event a meeting, for calendars (RFC 5545)", passes=2),
    "csl": Format("csl", (".csl.json", ".csljson"), "CSL-JSON, for reference managers and pandoc"),
    "ris": Format("ris", (".ris",), "RIS, for EndNote and Zotero"),
    "bibtex": Format("bibtex", (".bib",), "BibTeX and biblatex"),
    "jsonld": Format("jsonld", (".jsonld",), "schema.org Events, for the web"),
    "rfc9557": Format("timestamps", (".times",), "a line a meeting: exact start with offset and zone, id, heading"),
}
ALIASES = {"md": "markdown", "ical": "icalendar", "ics": "icalendar", "bib": "bibtex", "csl-json": "csl",
           "json-ld": "jsonld", "ndjson": "jsonl", "timestamps": "rfc9557"}  # fmt: skip


def format_of_file(name: str) -> str | None:
    """Return the name of the format that a file's name ends in, the longest ending first; None for any other."""
    endings = ((ending, name_) for name_, known in FORMATS.items() for ending in known.endings)
    matching = [(len(ending), known) for ending, known in endings if name.casefold().endswith(ending)]
    return max(matching)[1] if matching else None
