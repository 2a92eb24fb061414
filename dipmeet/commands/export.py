"""`dipmeet export`: records out, in any of the formats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dipmeet.commands.declaration import Declaration, Session
from dipmeet.commands.shared.completion import complete_id, complete_one_of
from dipmeet.commands.shared.filtering import FilterOptions, read_filter
from dipmeet.errors import UnknownName, UsageError
from dipmeet.formats import ALIASES, FORMATS, format_of_file
from dipmeet.model.value import Value
from dipmeet.screens.visible import visible
from dipmeet.settings import path_from

if TYPE_CHECKING:
    from dipmeet.model.meeting import Meeting
    from dipmeet.query.filters import Filter

FEW = 2000
"""So many records are held at once; beyond that the archive is read through, one record after the other."""


class Options(Value):
    """What `export` takes."""

    filters: FilterOptions
    references: Annotated[
        tuple[str, ...],
        typer.Argument(
            metavar="[REF...]", help="Records, or - for ids from stdin, in place of filters.",
            autocompletion=complete_id,
        ),
    ] = ()  # fmt: skip
    format: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="FORMAT", help=", ".join(FORMATS) + "; else what the file's name ends in, or "
            "jsonl.", autocompletion=complete_one_of(*FORMATS),
        ),
    ] = ""  # fmt: skip
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="A new file; - is stdout.")] = "-"


def run(options: Options, session: Session) -> None:
    """Write the records that are named or that the filters let through, in the file's order."""
    into = FORMATS[_format(options)]
    chosen = _chosen(options, session)
    total, left_out, terminal = len(chosen), Counter[str](), session.terminal
    with terminal.progress("exporting", total * into.passes) as step:
        pieces = into.render(_Each(chosen, step), lambda why: left_out.update([why]))
        _write(options.output, pieces, session)
    if options.output != "-":
        done = total - left_out.total()
        terminal.note(f"wrote {done} of {len(session.archive)} records to {options.output}")
    for why, count in left_out.items():
        terminal.note(f"left out {count} of {total}: {why}")


def _write(output: str, pieces: Iterable[str], session: Session) -> None:
    terminal = session.terminal
    if output != "-":
        from dipmeet.commands.shared.writing import write_new

        write_new(output, path_from(session.folder, output), pieces)
        return
    is_screen = terminal.width is not None
    for piece in pieces:
        terminal.write(visible(piece.replace("\r\n", "\n")) if is_screen else piece)


class _Each:
    """Records, with a step told after each, however often they are gone through."""

    def __init__(self, records: Iterable[Meeting], step: Callable[[], None]) -> None:
        self._records, self._step = records, step

    def __iter__(self) -> Iterator[Meeting]:
        for record in self._records:
            yield record
            self._step()


def _format(options: Options) -> str:
    """Return the name of the format: as asked for, else by the file's name, else JSONL."""
    if not options.format:
        return format_of_file(options.output) or "jsonl"
    name = options.format.casefold()
    name = ALIASES.get(name, name)
    if name in FORMATS:
        return name
    from difflib import get_close_matches

    near = get_close_matches(name, [*FORMATS, *ALIASES], 2, 0.6)
    raise UnknownName("format", options.format, near, hint=None if near else "one of " + ", ".join(FORMATS))


class _Read:
    """The meetings that a filter lets through, read from the archive anew each time they are gone through."""

    def __init__(self, session: Session, where: Filter | None, total: int) -> None:
        self._session, self._where, self._total = session, where, total

    def __len__(self) -> int:
        return self._total

    def __iter__(self) -> Iterator[Meeting]:
        return self._session.archive.meetings(self._where)


def _chosen(options: Options, session: Session) -> Sequence[Meeting] | _Read:
    """Return the records asked for; where they are many, each is read when its turn comes."""
    if options.references:
        if not options.filters.is_empty:
            raise UsageError("name what to export: either references or filters", hint="dipmeet export 2017-09-19")
        from dipmeet.commands.shared.picking import pick

        return pick(options.references, session)
    where = read_filter(options.filters, session)
    total = session.archive.select(where, order="file", limit=1, is_brief=True).total
    if total <= FEW:
        return session.archive.select(where, order="file").meetings
    return _Read(session, where, total)


COMMAND = Declaration(
    Options,
    run,
    "Write records in another format, all of them or those that filters or references choose.",
    (
        "dipmeet export > meetings.jsonl",
        "dipmeet export --party Canada -o canada.csv",
        "dipmeet export 2017-09-19 --format icalendar -o meeting.ics",
        "dipmeet search NAFTA --ids | dipmeet export - --format bibtex",
        "dipmeet export | dipmeet --archive copy.json import -",
    ),
    notes="What each format holds: dipmeet help formats.",
)
