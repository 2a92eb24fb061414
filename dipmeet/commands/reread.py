"""`dipmeet reread`: the reader of today over the texts that records keep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dipmeet.commands.declaration import Declaration, Session
from dipmeet.commands.shared.completion import complete_id
from dipmeet.commands.shared.filtering import FilterOptions, read_filter
from dipmeet.commands.shared.picking import pick
from dipmeet.errors import NotFound, UsageError
from dipmeet.model.meeting import Meeting
from dipmeet.model.value import Value

if TYPE_CHECKING:
    from rich.console import RenderableType


class Options(Value):
    """What `reread` takes."""

    filters: FilterOptions
    references: Annotated[
        tuple[str, ...], typer.Argument(metavar="[REF...]", help="Records.", autocompletion=complete_id)
    ] = ()
    all: Annotated[bool, typer.Option("--all", help="The whole archive.")] = False
    force: Annotated[bool, typer.Option("--force", help="Also what this version of the reader read already.")] = False
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change.")] = False
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False


def run(options: Options, session: Session) -> None:
    """Read the stored texts again and put the new facts in place, but for those that a person set."""
    meetings = _named(options, session)
    pairs, unread = _reread(meetings, session, force=options.force)
    changed = [(old, new) for old, new in pairs if old.to_json() != new.to_json()]
    terminal = session.terminal
    for identity in unread:
        terminal.note(f"no meeting is found in the stored text of {identity} now; it stays as it is")
    differing = [(old, new) for old, new in changed if _differs(old, new)]
    if differing:
        terminal.show(lambda width: _shown(differing, width))
    told = f"{len(pairs)} of {len(meetings)} records read again, {len(differing)} with facts that change"
    if not changed or options.dry_run:
        terminal.note(told)
        return
    if differing:
        terminal.confirm(f"Change {len(differing)} records?", yes=options.yes)
    session.archive.replace([new for _, new in changed], now=session.now, expected=[old for old, _ in changed])
    terminal.note(told)


def _named(options: Options, session: Session) -> Sequence[Meeting]:
    ways = bool(options.references) + (not options.filters.is_empty) + options.all
    if ways != 1:
        raise UsageError("name what to read again: references, filters or --all", hint="dipmeet reread --all --dry-run")
    if options.references:
        return pick(options.references, session)
    meetings = session.archive.select(read_filter(options.filters, session)).meetings
    if not meetings:
        raise NotFound("nothing matches these filters" if not options.all else "the archive is empty")
    return meetings


def _reread(
    meetings: Sequence[Meeting], session: Session, *, force: bool
) -> tuple[list[tuple[Meeting, Meeting]], list[str]]:
    """Return (as it is, as it would be) for the records with a text, and the ids of those it says nothing in now."""
    from dipmeet.readouts.reader import READER_VERSION, read
    from dipmeet.study.renewal import counterpart_of, renewed

    pairs: list[tuple[Meeting, Meeting]] = []
    unread: list[str] = []
    for meeting in meetings:
        source = meeting.source
        if source is None or source.text is None or meeting.row is not None:
            continue  # a row of a table is no page to be read
        if not force and (meeting.reader or 0) >= READER_VERSION:
            continue
        readings = read(source.text, url=source.url, published=source.published).drafts
        reading = counterpart_of(meeting, readings, place=_place(meeting, session))
        if reading is None:
            unread.append(meeting.id)
        else:
            pairs.append((meeting, renewed(meeting, reading)))
    return pairs, unread


def _place(meeting: Meeting, session: Session) -> int:
    """Return which of the records of its page, day and parties this one is, counted from 0."""
    from dipmeet.study.renewal import is_same_meeting

    digest = meeting.source.sha256 if meeting.source is not None else None
    if digest is None:
        return 0
    alike = [other.id for other in session.archive.from_text(digest) if is_same_meeting(meeting, other)]
    return alike.index(meeting.id) if meeting.id in alike else 0


def _differs(old: Meeting, new: Meeting) -> bool:
    from dipmeet.study.changes import changes_between

    return bool(changes_between(old, new))


def _shown(changed: Sequence[tuple[Meeting, Meeting]], width: int | None) -> Iterator[RenderableType]:
    from dipmeet.screens.changes import changes_table
    from dipmeet.screens.words import words
    from dipmeet.study.changes import changes_between

    for old, new in changed:
        yield words(old.id, "bold")
        yield changes_table(changes_between(old, new), width)
        yield ""


COMMAND = Declaration(
    Options,
    run,
    "Read the texts that records keep with the reader of this version, and put the facts it finds in place; fields "
    "that a person set or confirmed stay as they are.",
    ("dipmeet reread --all --dry-run", "dipmeet reread 2017-09-19", "dipmeet reread --publisher Kantei --yes"),
)
