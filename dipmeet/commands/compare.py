"""`dipmeet compare`: two accounts side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dipmeet.commands.declaration import Declaration, Session
from dipmeet.commands.shared.completion import complete_id
from dipmeet.commands.shared.picking import SHOWN, expanded, pick, pick_one
from dipmeet.errors import EXIT_NO, UsageError
from dipmeet.model.value import Value

if TYPE_CHECKING:
    from dipmeet.model.meeting import Meeting
    from dipmeet.study.comparison import Comparison


class Options(Value):
    """What `compare` takes."""

    references: Annotated[
        tuple[str, ...],
        typer.Argument(
            metavar="A [B]", help="Two records, or one meeting that has two accounts.", autocompletion=complete_id
        ),
    ]
    json: Annotated[bool, typer.Option("--json", help="As JSON: facts and topics with verdicts and quotes.")] = False
    markdown: Annotated[bool, typer.Option("--markdown", help="As Markdown.")] = False


class NotTwo(UsageError):
    """References that do not name two records."""


def run(options: Options, session: Session) -> None:
    """Print two accounts side by side; exit 1 where they differ."""
    if options.json and options.markdown:
        raise UsageError("only one of --json and --markdown can be had at a time")
    a, b = _two(options, session)
    from dipmeet.study.comparison import compare

    comparison = compare(a, b)
    _print(options, comparison, session)
    _note_what_lacks(comparison, session)
    if comparison.differs:
        raise typer.Exit(EXIT_NO)


def _two(options: Options, session: Session) -> tuple[Meeting, Meeting]:
    references = expanded(options.references, session)
    if len(references) == 1:
        return _accounts_of_one(references[0], session)
    if len(references) != 2:
        raise NotTwo(f"compare takes two records, and here are {len(references)}")
    a, b = (pick_one(reference, session) for reference in references)
    if a.id == b.id:
        raise NotTwo(f"compare takes two records, and both are {a.id}")
    return a, b


def _accounts_of_one(reference: str, session: Session) -> tuple[Meeting, Meeting]:
    """Return the two accounts of the one meeting that a reference names, the one that it names first."""
    named = pick([reference], session)
    if len(named) == 2:
        return named[0], named[1]
    meetings = session.archive.accounts_of(named)
    if len(meetings) > 1:
        listed = ", ".join(record.id for record in named[:SHOWN]) + (", …" if len(named) > SHOWN else "")
        raise NotTwo(f"{reference!r} names {len(named)} records", hint=f"name two of: {listed}")
    accounts = meetings[0].all
    if len(accounts) == 1:
        raise NotTwo(f"{accounts[0].id} is the only account of its meeting", hint="name a second record")
    if len(accounts) > 2:
        listed = ", ".join(record.id for record in accounts)
        raise NotTwo(f"the meeting has {len(accounts)} accounts", hint=f"name two of: {listed}")
    first = next(account for account in accounts if account.id == named[0].id)
    return first, next(account for account in accounts if account.id != first.id)


def _print(options: Options, comparison: Comparison, session: Session) -> None:
    if options.json:
        from dipmeet.formats.compared import comparison_json
        from dipmeet.formats.records import render_json

        session.terminal.write(render_json(comparison_json(comparison)))
    elif options.markdown:
        from dipmeet.formats.compared import comparison_markdown

        session.terminal.write("".join(comparison_markdown(comparison)))
    else:
        from dipmeet.screens.comparison import comparison_parts, counted

        session.terminal.show(lambda width: comparison_parts(comparison, width))
        session.terminal.note(counted(comparison))


def _note_what_lacks(comparison: Comparison, session: Session) -> None:
    """Tell the person what makes the comparison say less than it seems to."""
    from dipmeet.study.comparison import has_points

    for account in (comparison.a, comparison.b):
        if not has_points(account):
            session.terminal.note(f"note: {account.id} has no points, so that only facts are compared")
    if comparison.objections:
        session.terminal.note(f"note: these hardly are one meeting: {'; '.join(comparison.objections)}")


COMMAND = Declaration(
    Options,
    run,
    "Compare two accounts of one meeting: facts that differ; topics that both, or only one of them, speaks of, with "
    "the words; who is said to have raised each, where in the account, and in how many of its words. Exits 1 where "
    "they differ.",
    (
        "dipmeet compare 2018-09-27-japan-china 2018-09-27-china-japan",
        "dipmeet compare 2018-09-27-japan-china --json | jq '.topics[].topic'",
        "dipmeet compare 2018-09-27-japan-china 2018-09-27-china-japan --markdown",
    ),
)
