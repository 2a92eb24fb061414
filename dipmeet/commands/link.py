"""`dipmeet link`: records joined as accounts of one meeting, or parted again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dipmeet.commands.declaration import Declaration, Session
from dipmeet.commands.shared.completion import complete_id
from dipmeet.commands.shared.picking import pick, told
from dipmeet.errors import NotFound, UsageError
from dipmeet.model.meeting import Meeting
from dipmeet.model.value import Value

if TYPE_CHECKING:
    from dipmeet.archive.archive import Accounts
    from dipmeet.study.accounts import Probable
    from dipmeet.study.linking import Edited


class Options(Value):
    """What `link` takes."""

    references: Annotated[
        tuple[str, ...],
        typer.Argument(
            metavar="[REF...]", help="The accounts, the first one first; none lists probable ones.",
            autocompletion=complete_id,
        ),
    ] = ()  # fmt: skip
    remove: Annotated[
        bool, typer.Option("--remove", help="Part these from their meetings: each is one of its own.")
    ] = False
    all: Annotated[bool, typer.Option("--all", help="Link all that probably are of one meeting.")] = False
    force: Annotated[bool, typer.Option("--force", help="Link also what hardly is one meeting.")] = False
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done.")] = False
    json: Annotated[bool, typer.Option("--json", help="The probable pairs as a JSON array.")] = False


class NoChange(NotFound):
    """Records that already are what they should become: linked, or not linked."""


class NotOneMeeting(NotFound):
    """Records that are hardly accounts of one meeting."""


def run(options: Options, session: Session) -> None:
    """Link what is named, part it, or say what could be linked."""
    if options.all and (options.references or options.remove):
        raise UsageError("--all links what probably is of one meeting, and takes no references")
    if options.json and (options.references or options.all or options.remove):
        raise UsageError("--json is for the list of probable pairs, without references")
    if options.remove:
        _part(options, session)
    elif options.references:
        _link(options, session)
    else:
        _propose(options, session)


def _link(options: Options, session: Session) -> None:
    from dipmeet.study.linking import joined

    records = pick(options.references, session)
    if len(records) < 2:
        raise UsageError(
            f"{records[0].id if records else 'nothing'} alone is no two accounts",
            hint="dipmeet link 2018-09-27-japan-china 2018-09-27-china-japan",
        )
    meetings = session.archive.accounts_of(records)
    ordered = [accounts.all for accounts in meetings]
    changes = joined(ordered)
    if not changes:
        ids = ", ".join(record.id for record in records)
        raise NoChange(f"already accounts of one meeting: {ids}", hint="'dipmeet show' shows it")
    if not options.force:
        _refuse_two_meetings(meetings)
    _store(changes, options, session)
    count = sum(map(len, ordered))
    did = "would be" if options.dry_run else "are now"
    session.terminal.note(
        f"{ordered[0][0].id} and {told(_ids_but_first(ordered))} {did} {count} accounts of one meeting"
    )


def _refuse_two_meetings(meetings: Sequence[Accounts]) -> None:
    """Raise NotOneMeeting where something speaks against the accounts of two meetings being of one."""
    from dipmeet.study.accounts import objections

    for at, accounts in enumerate(meetings):
        for one in (record for earlier in meetings[:at] for record in earlier.all):
            for other in accounts.all:
                for reason in objections(one, other):
                    raise NotOneMeeting(
                        f"hardly one meeting: {one.id} and {other.id}: {reason}", hint="--force links them"
                    )


def _part(options: Options, session: Session) -> None:
    from dipmeet.study.linking import parted

    if not options.references:
        raise UsageError("name what to part from its meeting", hint="dipmeet link --remove 2018-09-27-china-japan")
    records = pick(options.references, session)
    changes: list[Edited] = []
    for accounts in session.archive.accounts_of(records):
        alone = [record.id for record in accounts.matching if len(accounts.all) == 1 and record.account_of is None]
        if alone:
            raise NoChange(f"{alone[0]} is the only account of its meeting")
        changes += parted(accounts.all, {record.id for record in accounts.matching})
    _store(changes, options, session)
    did = "would be parted" if options.dry_run else "parted"
    session.terminal.note(f"{did} from its meeting: {told([record.id for record in records])}")


def _propose(options: Options, session: Session) -> None:
    from dipmeet.study.accounts import loose_links, probable_accounts

    records = tuple(session.archive.meetings())
    pairs = probable_accounts(records)
    if options.all:
        _link_all(pairs, options, session)
        return
    if options.json:
        from dipmeet.formats.records import render_json

        session.terminal.write(render_json([_as_json(pair) for pair in pairs]))
        return
    if pairs:
        from dipmeet.screens.accounts import probable_pairs

        session.terminal.show(lambda width: probable_pairs(pairs, width))
    hint = " ('dipmeet link A B' links two, 'dipmeet link --all' all of them)" if pairs else ""
    session.terminal.note(f"{_counted(len(pairs))} among {len(records)} records{hint}")
    for loose in loose_links(records):
        mend = f"link {loose.first} {loose.record.id}" if loose.first else f"link --remove {loose.record.id}"
        session.terminal.note(f"{loose.record.id} has a loose link: {loose.reason} (dipmeet {mend})")


def _as_json(pair: Probable) -> dict[str, object]:
    return {
        "accounts": [pair.a.id, pair.b.id],
        "publishers": [record.source.publisher if record.source else None for record in (pair.a, pair.b)],
        "reasons": list(pair.reasons),
    }


def _link_all(pairs: Sequence[Probable], options: Options, session: Session) -> None:
    from dipmeet.study.linking import joined

    if not pairs:
        raise NoChange(f"no probable pair among {len(session.archive)} records")
    changes: list[Edited] = []
    for records in _connected(pairs):
        changes += joined([accounts.all for accounts in session.archive.accounts_of(records)])
    if not options.dry_run:
        session.terminal.confirm(f"Link {_counted(len(pairs))}?", yes=options.yes)
    _store(changes, options, session)
    did = "would be linked" if options.dry_run else "linked"
    session.terminal.note(f"{did}: {told([new.id for _, new in changes])}")


def _connected(pairs: Sequence[Probable]) -> list[list[Meeting]]:
    """Return the records of pairs that have one in common, in the order of the pairs."""
    found: list[list[Meeting]] = []
    for pair in pairs:
        both = [pair.a, pair.b]
        touched = [some for some in found if any(record.id in {r.id for r in some} for record in both)]
        found = [some for some in found if some not in touched]
        together = {record.id: record for some in (*touched, both) for record in some}
        found.append(list(together.values()))
    return found


def _store(changes: Sequence[Edited], options: Options, session: Session) -> None:
    if not options.dry_run:
        session.archive.replace([new for _, new in changes], now=session.now, expected=[old for old, _ in changes])


def _ids_but_first(meetings: Sequence[Sequence[Meeting]]) -> list[str]:
    return [record.id for accounts in meetings for record in accounts][1:]


def _counted(pairs: int) -> str:
    return f"{pairs} probable pair{'s' if pairs != 1 else ''}"


COMMAND = Declaration(
    Options,
    run,
    "Link records as accounts of one meeting, which is then listed, counted and shown as one; without a reference, "
    "list the pairs that probably are.",
    (
        "dipmeet link",
        "dipmeet link 2018-09-27-japan-china 2018-09-27-china-japan",
        "dipmeet link --remove 2018-09-27-china-japan",
    ),
    notes="The first account named stays first; the others name it in `account_of`. 'dipmeet undo' takes it back.",
)
