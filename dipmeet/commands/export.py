"""`dipmeet export`: records out, whole."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from dipmeet.commands.declaration import Declaration, Session
from dipmeet.commands.filtering import FilterOptions, read_filter
from dipmeet.errors import UnknownName, UsageError

FORMATS = ("json", "jsonl")


@dataclass(frozen=True)
class Options:
    """What `export` takes."""

    filters: FilterOptions
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="json or jsonl.", autocompletion=lambda: [*FORMATS])
    ] = "jsonl"
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="A new file; - is stdout.")] = "-"


def run(options: Options, session: Session) -> None:
    """Write the records that the filters let through, as stored and in the file's order."""
    from dipmeet.formats.records import render_json, render_jsonl

    if options.format not in FORMATS:
        raise UnknownName("format", options.format, hint="one of " + ", ".join(FORMATS))
    chosen = read_filter(options.filters, session)
    records = [meeting.to_json() for meeting in session.archive.select(chosen.matches)]
    lines = (line + "\n" for line in render_jsonl(records))
    text = render_json(records) if options.format == "json" else "".join(lines)
    if options.output == "-":
        session.terminal.write(text)
        return
    _write_new(session.folder / Path(options.output).expanduser(), text)
    session.terminal.note(f"wrote {len(records)} of {session.archive.count()} meetings to {options.output}")


def _write_new(file: Path, text: str) -> None:
    try:
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
    except FileExistsError:
        raise UsageError(f"{file} is there already", hint="name a new file, or use > to overwrite it") from None


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
