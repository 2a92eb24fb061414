"""`dipmeet merge`: one archive out of two that were changed apart, as git's merge driver."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dipmeet.commands.declaration import Declaration, Session
from dipmeet.errors import DipmeetError, NotFound, SourceError
from dipmeet.model.shapes import Json
from dipmeet.model.value import Value

if TYPE_CHECKING:
    from dipmeet.archive.layout import Contents
    from dipmeet.archive.merging import Merge


class Disputed(NotFound):
    """A merge in which both sides changed the same field differently."""


class Options(Value):
    """What `merge` takes."""

    base: Annotated[str, typer.Argument(metavar="BASE", help="The archive that both came from; it may be empty.")]
    ours: Annotated[str, typer.Argument(metavar="OURS", help="One archive; the result is written into it.")]
    theirs: Annotated[str, typer.Argument(metavar="THEIRS", help="The other.")]
    name: Annotated[
        str, typer.Option("--name", metavar="NAME", help="What messages call the archive.", show_default=False)
    ] = ""
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would come of it; write nothing.")] = False
    json: Annotated[bool, typer.Option("--json", help="What came of it, as JSON.")] = False


def run(options: Options, session: Session) -> None:
    """Merge three archives into the second of them, and say what could not be decided."""
    from dipmeet.archive.files import save_text, stamp_of
    from dipmeet.archive.layout import render_contents
    from dipmeet.archive.merging import merge_contents
    from dipmeet.settings import path_from

    paths = [path_from(session.folder, words) for words in (options.base, options.ours, options.theirs)]
    called = [f"{options.name}, {side}" if options.name else str(path) for side, path in zip(SIDES, paths, strict=True)]
    _mend(paths[1], session)
    stamp = stamp_of(paths[1])
    hint = "nothing was written" + ("; 'git merge --abort' goes back" if options.name else "")
    base, ours, theirs = (_read(path, name, hint) for path, name in zip(paths, called, strict=True))
    merge = merge_contents(base, ours, theirs)
    if not options.dry_run:
        save_text(paths[1], render_contents(merge.contents), expected=stamp)
    if options.json:
        from dipmeet.formats.records import render_json

        session.terminal.write(render_json(_told(merge)))
    _tell(merge, f"{'would merge' if options.dry_run else 'merged'} {options.name or paths[1]}", session)


SIDES = ("the base", "ours", "theirs")


def _mend(path: Path, session: Session) -> None:
    """Finish a write to the archive that was cut short; git's own copies have none."""
    from dipmeet.archive.lines import redo_file

    if redo_file(path).exists():
        from dipmeet.archive import Archive

        archive = Archive(path, notify=session.terminal.note)
        with archive.locked():
            archive.mend()


def _read(path: Path, name: str, hint: str) -> Contents:
    """Return what an archive file holds; `name` is what a message calls it, `hint` stands behind one."""
    from dipmeet.archive.files import load_text
    from dipmeet.archive.layout import parse_contents

    if not path.exists():
        raise SourceError(f"no such file: {path}")
    try:
        return parse_contents(load_text(path), name=name)
    except DipmeetError as error:  # what its hint says of restoring does not fit a version that git holds
        raise type(error)(error.message, hint=hint) from None


def _tell(merge: Merge, done: str, session: Session) -> None:
    """Say on stderr what came of it, `done` first.

    Raises:
        Disputed: where a field was changed differently on both sides.
    """
    note = session.terminal.note
    for line in merge.notes:
        note(line)
    note(f"{done}: {merge.added} added, {merge.changed} changed, {merge.removed} removed")
    if not merge.conflicts:
        return
    for conflict in merge.conflicts:
        note(f"conflict: {conflict}")
    many = len(merge.conflicts)
    fields = "1 field was" if many == 1 else f"{many} fields were"
    raise Disputed(
        f"{fields} changed differently on both sides: ours stands, with a doubt that says what theirs is",
        hint="'dipmeet confirm REF FIELD' or 'dipmeet edit REF --set FIELD=…', then 'git add'; dipmeet help git",
    )


def _told(merge: Merge) -> dict[str, Json]:
    from dipmeet.model.conflicts import ABSENT

    def side(value: Json) -> Json:
        return None if value is ABSENT else value

    conflicts = [
        {"id": c.id, "field": c.field, "base": side(c.base), "ours": side(c.ours), "theirs": side(c.theirs)}
        for c in merge.conflicts
    ]
    counts = {"added": merge.added, "changed": merge.changed, "removed": merge.removed}
    return {**counts, "conflicts": conflicts, "notes": list(merge.notes)}


COMMAND = Declaration(
    Options,
    run,
    "Merge two archives that were changed apart, field by field, over the one that both came from.",
    (
        "dipmeet merge base.json ours.json theirs.json",
        "dipmeet merge base.json ours.json theirs.json --dry-run --json",
        "dipmeet info --git",
    ),
    notes="git calls it once 'dipmeet info --git' has told how. It ends with 1 where a field was changed differently "
    "on both sides; the archive is whole even then. See: dipmeet help git",
    is_without_settings=True,
)
