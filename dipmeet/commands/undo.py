"""`dipmeet undo`: the last changes taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dipmeet.commands.declaration import Declaration, Session
from dipmeet.commands.shared.picking import told
from dipmeet.errors import NotFound
from dipmeet.model.value import Value

if TYPE_CHECKING:
    from dipmeet.archive.history import Entry


class Options(Value):
    """What `undo` takes."""

    steps: Annotated[int, typer.Option("--steps", metavar="N", min=1, help="As many changes, the last first.")] = 1
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what the last change was.")] = False


class NothingToUndo(NotFound):
    """no change is left to take back"""  # noqa: D400, D415


def run(options: Options, session: Session) -> None:
    """Take back the last changes, each whole, saying what they were."""
    if options.dry_run:
        session.terminal.note(f"would take back {_in_words(_taken_back(session, is_trial=True))}")
        return
    for _ in range(options.steps):
        session.terminal.note(f"took back {_in_words(_taken_back(session))}")


def _taken_back(session: Session, *, is_trial: bool = False) -> Entry:
    entry = session.archive.undo(is_trial=is_trial)
    if entry is None:
        raise NothingToUndo
    return entry


def _in_words(entry: Entry) -> str:
    return f"'{entry.command or 'a change'}' of {entry.at}: {told([step.id for step in entry.steps])}"


COMMAND = Declaration(
    Options,
    run,
    "Take back the last change: what was added goes, what was edited is as it was, what was removed is there again. "
    "Typed again, it takes back the one before.",
    ("dipmeet undo", "dipmeet undo --dry-run", "dipmeet undo --steps 3"),
    notes="What 'purge' forgot cannot be brought back.",
)
