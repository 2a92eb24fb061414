"""`dipmeet import`: records in from dipmeet's own JSON and JSONL."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dipmeet.commands.declaration import Declaration, Session
from dipmeet.errors import DipmeetError, SourceError

if TYPE_CHECKING:
    from dipmeet.model.meeting import Meeting


@dataclass(frozen=True)
class Options:
    """What `import` takes."""

    files: Annotated[tuple[str, ...], typer.Argument(metavar="FILE...", help="JSON or JSONL; - is stdin.")]
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be added.")] = False
    atomic: Annotated[bool, typer.Option("--atomic", help="All or nothing: one bad record refuses them all.")] = False


class SomeRefused(DipmeetError):
    """Records that could not be taken, while the others were."""


class TakenId(DipmeetError):
    """A record whose id another record of the archive has."""


@dataclass
class Sorting:
    """What became of each record read: added, held already, or refused with the reason."""

    new: list[Meeting] = field(default_factory=list)
    held: int = 0
    refused: list[DipmeetError] = field(default_factory=list)


def run(options: Options, session: Session) -> None:
    """Add the records that are not held yet; one that is wrong is reported and does not stop the others."""
    sorting = _sorted(options, session)
    terminal = session.terminal
    for error in sorting.refused:
        terminal.error(error)
    refused = len(sorting.refused)
    if options.dry_run:
        terminal.lines(meeting.id for meeting in sorting.new)
    elif sorting.new and not (options.atomic and refused):
        session.archive.add(sorting.new, now=session.now)
    added = 0 if options.atomic and refused else len(sorting.new)
    total = len(sorting.new) + sorting.held + refused
    word = "would be added" if options.dry_run else "added"
    terminal.note(f"{added} {word}, {sorting.held} held already, {refused} refused, of {total}")
    if refused:
        raise SomeRefused(f"{refused} of {total} records were refused")


def _sorted(options: Options, session: Session) -> Sorting:
    from dipmeet.formats.records import read_records

    here = {meeting.id: meeting for meeting in session.archive.meetings()}
    trashed = {meeting.id for meeting in session.archive.trash()}
    sorting = Sorting()
    for name in options.files:
        for where, read in read_records(_text(name, session), name=name):
            if isinstance(read, DipmeetError):
                sorting.refused.append(read)
            elif read.id not in here and read.id not in trashed:
                here[read.id] = read
                sorting.new.append(read)
            elif read.id in here and read.to_json() == here[read.id].to_json():
                sorting.held += 1
            else:
                what = "is in the trash" if read.id in trashed else "is held with other facts"
                sorting.refused.append(TakenId(f"{where}: {read.id} {what}"))
    return sorting


def _text(name: str, session: Session) -> str:
    try:
        if name == "-":
            return session.terminal.stdin.read()
        return (session.folder / Path(name).expanduser()).read_text("utf-8-sig")
    except FileNotFoundError:
        raise SourceError(f"no such file: {name}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"cannot read {name}: {error}") from None


COMMAND = Declaration(
    Options,
    run,
    "Add records from dipmeet's own JSON or JSONL; those held already are passed over.",
    ("dipmeet import meetings.jsonl", "dipmeet export --party Canada | dipmeet --archive canada.json import -"),
)
