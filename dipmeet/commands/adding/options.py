"""The options of `add`, among them the facts of a meeting."""

from __future__ import annotations

from typing import Annotated

import typer

from dipmeet.commands.shared.completion import complete_kind, complete_party, complete_topic, complete_zone
from dipmeet.model.value import Value


class FactOptions(Value):
    """The facts of a meeting, typed."""

    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="The title that the page prints.")] = None
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="KIND", help="meeting, telephone call, video call, courtesy call, working meal, "
                     "other.", autocompletion=complete_kind),
    ] = None  # fmt: skip
    start: Annotated[
        str | None,
        typer.Option("--start", metavar="TIME", help='When it began, where it was: "around 2:05 p.m. 19 Sep 2017".'),
    ] = None
    within: Annotated[
        str | None,
        typer.Option("--in", metavar="ZONE", help="In which zone --start is said, where --place does not tell.",
                     autocompletion=complete_zone),
    ] = None  # fmt: skip
    place: Annotated[str | None, typer.Option("--place", metavar="PLACE", help="The city: Geneva; Lima, Peru.")] = None
    duration: Annotated[str | None, typer.Option("--duration", metavar="LENGTH", help="30 min, about 1 h 20.")] = None
    occasion: Annotated[str | None, typer.Option("--occasion", metavar="TEXT", help="On the margins of what.")] = None
    party: Annotated[
        tuple[str, ...],
        typer.Option("--party", metavar="PARTY", help="A party whose people are not known. Repeatable.",
                     autocompletion=complete_party),
    ] = ()  # fmt: skip
    participant: Annotated[
        tuple[str, ...],
        typer.Option("--participant", metavar='"NAME; TITLE; PARTY"', help="One who took part. Repeatable."),
    ] = ()
    point: Annotated[
        tuple[str, ...], typer.Option("--point", metavar="TEXT", help="A point, numbered in turn. Repeatable.")
    ] = ()
    topic: Annotated[
        tuple[str, ...],
        typer.Option("--topic", metavar="TOPIC", help="A topic. Repeatable.", autocompletion=complete_topic),
    ] = ()
    url: Annotated[str | None, typer.Option("--url", metavar="ADDRESS", help="Where the readout stands.")] = None
    publisher: Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="Who published it.")] = None
    published: Annotated[str | None, typer.Option("--published", metavar="DATE", help="When it was published.")] = None
    account_of: Annotated[
        str | None, typer.Option("--account-of", metavar="ID", help="The record that this is another account of.")
    ] = None
    notes: Annotated[str | None, typer.Option("--notes", metavar="TEXT", help="Notes of your own.")] = None

    @property
    def is_empty(self) -> bool:
        """Whether no fact was given."""
        return not any(vars(self).values())


class Options(Value):
    """What `add` takes."""

    facts: FactOptions
    sources: Annotated[
        tuple[str, ...], typer.Argument(metavar="[SOURCE...]", help="Files, folders, http(s) addresses; - is stdin.")
    ] = ()
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be added, and add nothing.")] = False
    json: Annotated[bool, typer.Option("--json", help="Print the records as a JSON array.")] = False
    review: Annotated[
        bool, typer.Option("--review", help="Show each fact with its quote, and ask before anything is added.")
    ] = False
    edit: Annotated[bool, typer.Option("--edit", help="Open each draft in $EDITOR before it is added.")] = False
    fail_on_doubt: Annotated[
        bool, typer.Option("--fail-on-doubt", help="Add nothing that has a doubt, and end with 1.")
    ] = False
    force: Annotated[
        bool, typer.Option("--force", help="Add a source again; keep a party that no vocabulary knows.")
    ] = False
