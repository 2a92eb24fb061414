"""`dipmeet edit`: change fields of records, by `--set` or in an editor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from dipmeet.commands.declaration import Declaration, Session
from dipmeet.commands.shared.completion import complete_field, complete_id
from dipmeet.commands.shared.entering import set_field
from dipmeet.commands.shared.filtering import FilterOptions, read_filter
from dipmeet.commands.shared.linking import with_checked_link
from dipmeet.commands.shared.picking import pick_one, told
from dipmeet.errors import NotFound, UsageError
from dipmeet.model.meeting import Meeting
from dipmeet.model.shapes import Json
from dipmeet.model.value import Value

_NOT_TOLD = frozenset({"by_hand", "evidence", "doubts"})
"""Fields that change with those that a person sets."""


class Options(Value):
    """What `edit` takes."""

    filters: FilterOptions
    references: Annotated[
        tuple[str, ...],
        typer.Argument(metavar="[REF...]", help="The record, by its id or its beginning.", autocompletion=complete_id),
    ] = ()
    set: Annotated[
        tuple[str, ...],
        typer.Option(
            "--set", metavar="FIELD=VALUE", help="Set a field. Repeatable; positions from 0: participants[0].name",
            autocompletion=complete_field,
        ),
    ] = ()  # fmt: skip
    unset: Annotated[tuple[str, ...], typer.Option("--unset", metavar="FIELD", help="Take a field away.")] = ()
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask before changing several.")] = False
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print the records as they would be.")] = False


def run(options: Options, session: Session) -> None:
    """Change the records named, all or none, and say which fields changed."""
    before = _named(options, session)
    if options.set or options.unset:
        after = [_with_settings(meeting, options, session) for meeting in before]
    else:
        after = [_edited(_only(before), session)]
    after = [with_checked_link(old, new, session) for old, new in zip(before, after, strict=True)]
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old.to_json() != new.to_json()]
    if options.dry_run:
        from dipmeet.formats.records import render_json

        session.terminal.write(render_json([new.to_json() for _, new in changed]))
        return
    if not changed:
        session.terminal.note("nothing to change")
        return
    if len(changed) > 1:
        session.terminal.confirm(f"Change {len(changed)} records?", yes=options.yes)
    session.archive.replace([new for _, new in changed], now=session.now, expected=[old for old, _ in changed])
    session.terminal.note(f"changed {told([new.id for _, new in changed])}: {', '.join(_fields_changed(changed))}")


def _named(options: Options, session: Session) -> Sequence[Meeting]:
    if bool(options.references) == (not options.filters.is_empty):
        raise UsageError("name what to edit: either references or filters", hint="dipmeet edit 2017-09-19-japan-canada")
    if options.references:
        return [pick_one(reference, session) for reference in dict.fromkeys(options.references)]
    meetings = session.archive.select(read_filter(options.filters, session)).meetings
    if not meetings:
        raise NotFound("nothing matches these filters")
    return meetings


def _only(meetings: Sequence[Meeting]) -> Meeting:
    if len(meetings) != 1:
        raise UsageError("one record at a time in the editor", hint="--set FIELD=VALUE changes several")
    return meetings[0]


def _with_settings(meeting: Meeting, options: Options, session: Session) -> Meeting:
    record: dict[str, Json] = meeting.to_json()
    for setting in options.set:
        field, equals, words = setting.partition("=")
        if not equals:
            raise UsageError(f"--set takes FIELD=VALUE, not {setting!r}", hint="dipmeet edit REF --set place=Geneva")
        if not words:
            raise UsageError(f"no value in {setting!r}", hint=f"--unset {field} takes the field away")
        record = set_field(record, field.strip(), words, today=session.today)
    for field in options.unset:
        record = set_field(record, field.strip(), None, today=session.today)
    return Meeting.from_json(record, where=meeting.id)


def _edited(meeting: Meeting, session: Session) -> Meeting:
    """Return the record as the person leaves it in the editor."""
    from dipmeet.commands.shared.editor import edit_json

    def check(edited: Json) -> None:
        if Meeting.from_json(edited, where=meeting.id).id != meeting.id:
            raise UsageError(f"an id never changes: {meeting.id}", hint="add a new record, and remove this one")

    record = meeting.to_json()
    edited = edit_json(record, session, check)
    if edited == record:
        return meeting
    new = Meeting.from_json(edited, where=meeting.id)
    fields = [name for name in edited if edited[name] != record.get(name) and name not in {"by_hand", "notes"}]
    return new.replaced(by_hand=tuple(dict.fromkeys((*new.by_hand, *fields))))


def _fields_changed(changed: Sequence[tuple[Meeting, Meeting]]) -> list[str]:
    names: dict[str, None] = {}
    for old, new in changed:
        before, after = old.to_json(), new.to_json()
        names |= dict.fromkeys(n for n in (*before, *after) if before.get(n) != after.get(n) and n not in _NOT_TOLD)
    return list(names)


COMMAND = Declaration(
    Options,
    run,
    "Change fields of a record with --set and --unset, or the whole of it in $EDITOR.",
    (
        "dipmeet edit 2017-09-19-japan-canada",
        'dipmeet edit 2017-09-19 --set "occasion=UN General Assembly" --set place="New York"',
        'dipmeet edit --publisher Kantei --set "source.publisher=Prime Minister\'s Office of Japan" --yes',
    ),
    notes="Fields are named as in JSON: start.local, participants[1].title, points[0].text (dipmeet help fields).",
)
