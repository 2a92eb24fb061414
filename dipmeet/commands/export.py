"""`dipmeet export`: records out, whole."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dipmeet.commands.completion import complete_one_of
from dipmeet.commands.declaration import Declaration, Session
from dipmeet.commands.filtering import FilterOptions, read_filter
from dipmeet.errors import DipmeetError, UnknownName, UsageError
from dipmeet.model.value import Value
from dipmeet.settings import path_from

FORMATS = ("json", "jsonl")


class NotWritten(DipmeetError):
    """A file that could not be written."""


class Options(Value):
    """What `export` takes."""

    filters: FilterOptions
    format: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="FORMAT", help="json or jsonl.", autocompletion=complete_one_of(*FORMATS)
        ),
    ] = "jsonl"
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="A new file; - is stdout.")] = "-"


def run(options: Options, session: Session) -> None:
    """Write the records that the filters let through, as stored and in the file's order."""
    from dipmeet.formats.records import render_json, render_jsonl

    if options.format not in FORMATS:
        raise UnknownName("format", options.format, hint="one of " + ", ".join(FORMATS))
    chosen = read_filter(options.filters, session)
    records = [meeting.to_json() for meeting in session.archive.select(chosen, order="file").meetings]
    lines = (line + "\n" for line in render_jsonl(records))
    text = render_json(records) if options.format == "json" else "".join(lines)
    if options.output == "-":
        session.terminal.write(text)
        return
    _write_new(options.output, path_from(session.folder, options.output), text)
    session.terminal.note(f"wrote {len(records)} of {session.archive.count()} meetings to {options.output}")


def _write_new(name: str, file: Path, text: str) -> None:
    """Write a file that is not there yet, whole or not at all."""
    try:
        opened = file.open("x", encoding="utf-8", newline="\n")
    except FileExistsError:
        raise UsageError(f"{name!r} is there already", hint="name a new file, or use > to overwrite it") from None
    except OSError as error:
        raise _not_written(name, error) from None
    try:
        with opened:
            opened.write(text)
    except OSError as error:
        file.unlink()
        raise _not_written(name, error) from None


def _not_written(name: str, error: OSError) -> NotWritten:
    return NotWritten(f"cannot write {name}: {(error.strerror or str(error)).lower()}")


COMMAND = Declaration(
    Options,
    run,
    "Write records as JSON or JSONL, as they are stored, so that 'import' takes them back whole.",
    (
        "dipmeet export > meetings.jsonl",
        "dipmeet export --party Canada --format json -o canada.json",
        "dipmeet export | dipmeet --archive copy.json import -",
    ),
)
