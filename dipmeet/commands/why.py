"""`dipmeet why`: where each fact stands in the source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dipmeet.commands.declaration import Declaration, Session
from dipmeet.commands.shared.completion import complete_id, complete_path
from dipmeet.commands.shared.picking import pick_one
from dipmeet.errors import NotFound
from dipmeet.model.fields import shape_at
from dipmeet.model.value import Value

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dipmeet.model.meeting import Meeting
    from dipmeet.study.provenance import Fact


class Options(Value):
    """What `why` takes."""

    reference: Annotated[str, typer.Argument(metavar="REF", help="A record.", autocompletion=complete_id)]
    field: Annotated[
        str,
        typer.Argument(metavar="[FIELD]", help="A field and what is below it: start, participants[1].title.",
                       autocompletion=complete_path),
    ] = ""  # fmt: skip
    json: Annotated[bool, typer.Option("--json", help="As a JSON array of facts.")] = False


Edited = tuple[str, str, str]
"""When a field was changed, by which command and whom, and what it was."""


class NoSuchFact(NotFound):
    """A field that the record leaves open."""


def run(options: Options, session: Session) -> None:
    """Print field, value, quote and line of the facts asked for, and the source with the quotes marked."""
    from dipmeet.study.provenance import facts_of

    if options.field:
        shape_at(options.field)
    meeting = pick_one(options.reference, session)
    found = facts_of(meeting, options.field)
    if not found:
        raise NoSuchFact(f"{meeting.id} has no {options.field}", hint=f"dipmeet why {meeting.id} lists what it has")
    if options.json:
        from dipmeet.formats.records import render_json

        session.terminal.write(render_json([as_json(fact) for fact in found]))
        return
    edits = tuple(_edits(meeting, options.field, session))
    session.terminal.show(lambda width: _parts(options, meeting, found, edits, width))


def _parts(
    options: Options, meeting: Meeting, found: tuple[Fact, ...], edits: tuple[Edited, ...], width: int | None
) -> Iterator[RenderableType]:
    from dipmeet.screens.facts import edits_table, facts_table, lines_around, review_parts
    from dipmeet.study.provenance import unused_of

    text = meeting.source.text if meeting.source is not None and meeting.source.text else ""
    if options.field:
        yield facts_table(found, width)
        yield ""
        yield from lines_around(text, [quote for fact in found for quote in fact.quotes])
    else:
        yield from review_parts(found, unused_of(meeting), text if width is not None else "", width)
    if edits:
        yield edits_table(edits)
        yield ""


def _edits(meeting: Meeting, field: str, session: Session) -> Iterator[Edited]:
    """Yield when, by which command and how a field of the record, or what is below it, was changed."""
    from dipmeet.archive.history import changes_of
    from dipmeet.screens.facts import told
    from dipmeet.study.provenance import BOOKKEEPING

    top = field.partition(".")[0].partition("[")[0]
    for entry, step in changes_of(session.archive.history.entries(), meeting.id):
        who = f"{entry.command} by {entry.by}" if entry.by else entry.command
        if step.fields is None and not top:
            yield entry.at, who, "added" if step.was_in is None else f"moved from {step.was_in} to {step.is_in}"
        for name, was in (step.fields or {}).items():
            if name not in BOOKKEEPING and top in {"", name}:
                yield entry.at, who, f"{name} was not there" if was is None else f"{name} was {told(was)}"


def as_json(fact: Fact) -> dict[str, Any]:
    """Return a fact as scripts get it: absent means none, as in the record."""
    told: dict[str, Any] = {"field": fact.field, "value": fact.value}
    if fact.approximate:
        told["approximate"] = True
    if fact.quotes:
        told["quotes"] = [{"span": list(q.span), "line": q.line, "words": q.words} for q in fact.quotes]
    if fact.doubts:
        told["doubts"] = list(fact.doubts)
    if fact.by_hand:
        told["by_hand"] = True
    if fact.confirmed:
        told["confirmed"] = [confirmation.to_json() for confirmation in fact.confirmed]
    return told


COMMAND = Declaration(
    Options,
    run,
    "Show where each fact of a record stands in its source: field, value, quote and line, what is doubted, what a "
    "person set; which text no fact was read from; and what was changed since.",
    (
        "dipmeet why 2017-09-19",
        "dipmeet why 2017-09-19 start",
        "dipmeet why 2017-09-19 'participants[1]' --json",
    ),
    notes="Fields are named as in JSON, positions from 0 (dipmeet help fields).",
)
