"""`dipmeet confirm`: a doubt settled, with who settled it and when."""

from __future__ import annotations

from typing import Annotated

import typer

from dipmeet.commands.declaration import Declaration, Session
from dipmeet.commands.shared.completion import complete_id, complete_path
from dipmeet.commands.shared.picking import pick_one
from dipmeet.commands.shared.settling import NoDoubt, confirmed, doubted_fields
from dipmeet.model.fields import shape_at
from dipmeet.model.meeting import Meeting
from dipmeet.model.value import Value


class Options(Value):
    """What `confirm` takes."""

    reference: Annotated[str, typer.Argument(metavar="REF", help="A record.", autocompletion=complete_id)]
    fields: Annotated[
        tuple[str, ...],
        typer.Argument(metavar="[FIELD...]", help="The fields that are right; needless where only one is doubted.",
                       autocompletion=complete_path),
    ] = ()  # fmt: skip
    all: Annotated[bool, typer.Option("--all", help="Every field that is doubted.")] = False


def run(options: Options, session: Session) -> None:
    """Settle the doubts on the fields named: they are right as they stand."""
    meeting = pick_one(options.reference, session)
    doubted = tuple(dict.fromkeys(doubt.field for doubt in meeting.doubts))
    for field in options.fields:
        if field not in doubted:  # a merge doubts fields of other programs too
            shape_at(field)
    fields = doubted if options.all or (not options.fields and len(doubted) == 1) else options.fields
    if not fields:
        raise _undecided(meeting)
    after = meeting
    for field in fields:
        after = confirmed(after, field, by=session.person, at=session.now)
    session.archive.replace([after], now=session.now, expected=[meeting])
    left = f", {len(after.doubts)} of {len(meeting.doubts)} doubts left" if after.doubts else ", no doubt is left"
    session.terminal.note(f"confirmed {', '.join(fields)} of {meeting.id}{left}")


def _undecided(meeting: Meeting) -> Exception:
    from dipmeet.errors import UsageError

    if not meeting.doubts:
        return NoDoubt(f"nothing doubts {meeting.id}")
    return UsageError(f"which of the {len(meeting.doubts)} doubts of {meeting.id}?", hint=doubted_fields(meeting))


COMMAND = Declaration(
    Options,
    run,
    "Settle a doubt: the field is right as it stands. Who says so and when is kept; 'reread' leaves the field alone.",
    ("dipmeet confirm 2024-02-28-japan-israel 'stated_times[0].local'", "dipmeet confirm 2024-02-28 --all"),
    notes="A field that is wrong is mended by: dipmeet edit REF --set FIELD=VALUE",
)
