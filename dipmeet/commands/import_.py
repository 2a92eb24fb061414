"""`dipmeet import`: records in from dipmeet's own JSON and JSONL."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import typer

from dipmeet.commands.declaration import Declaration, Session
from dipmeet.errors import DipmeetError, SourceError
from dipmeet.model.value import Value
from dipmeet.settings import path_from

if TYPE_CHECKING:
    from dipmeet.model.meeting import Meeting


class Options(Value):
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

    @property
    def total(self) -> int:
        """How many records were read."""
        return len(self.new) + self.held + len(self.refused)

    def told(self, options: Options) -> str:
        """Return the counts, in words."""
        did = "would be added" if options.dry_run else "added"
        return f"{len(self.new)} {did}, {self.held} held already, {len(self.refused)} refused, of {self.total}"


def run(options: Options, session: Session) -> None:
    """Add the records that are not held yet; one that is wrong is reported and does not stop the others."""
    sorting = _sorted(options, session)
    if sorting.refused and sorting.total == 1:
        raise sorting.refused[0]
    for error in sorting.refused:
        session.terminal.error(error)
    if sorting.refused and options.atomic:
        raise SomeRefused(f"nothing was added, since {len(sorting.refused)} of {sorting.total} records were refused")
    if options.dry_run:
        session.terminal.lines(meeting.id for meeting in sorting.new)
    elif sorting.new:
        session.archive.add(sorting.new, now=session.now)
    if sorting.refused:
        raise SomeRefused(sorting.told(options))
    session.terminal.note(sorting.told(options))


def _sorted(options: Options, session: Session) -> Sorting:
    from dipmeet.formats.records import read_records

    archive = session.archive
    trashed = frozenset(archive.trashed_ids())
    new: dict[str, Meeting] = {}
    sorting = Sorting()
    for name in options.files:
        for where, read in read_records(_text(name, session), name="standard input" if name == "-" else name):
            if isinstance(read, DipmeetError):
                sorting.refused.append(read)
            elif (held := new.get(read.id) or archive.get(read.id)) is not None and held.to_json() == read.to_json():
                sorting.held += 1
            elif held is not None or read.id in trashed:
                what = "is held with other facts" if held is not None else "is in the trash"
                sorting.refused.append(TakenId(f"{where}: {read.id} {what}"))
            else:
                new[read.id] = read
    sorting.new = list(new.values())
    return sorting


def _text(name: str, session: Session) -> str:
    try:
        if name == "-":
            return session.terminal.stdin.read()
        return path_from(session.folder, name).read_text("utf-8-sig")
    except FileNotFoundError:
        raise SourceError(f"no such file: {name}") from None
    except OSError as error:
        raise SourceError(f"cannot read {name!r}: {(error.strerror or str(error)).lower()}") from None
    except UnicodeDecodeError as error:
        raise SourceError(f"{name} is not text: no UTF-8 at byte {error.start}") from None


COMMAND = Declaration(
    Options,
    run,
    "Add records from dipmeet's own JSON or JSONL; those held already are passed over.",
    ("dipmeet import meetings.jsonl", "dipmeet export --party Canada | dipmeet --archive canada.json import -"),
)
