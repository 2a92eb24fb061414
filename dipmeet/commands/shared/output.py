"""The shared output options: a table for people; JSON, JSONL, plain rows or ids for scripts.

Annotations are evaluated here as the module is loaded: to evaluate them from text takes every command a hundredth more.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dipmeet.commands.shared.completion import complete_zone
from dipmeet.errors import UsageError
from dipmeet.model.value import Value

if TYPE_CHECKING:
    from dipmeet.commands.declaration import Session
    from dipmeet.model.meeting import Meeting


def whole_number(words: str) -> int:
    """Return the number from 1 on that was typed, as `--limit` takes it."""
    if words.isascii() and words.isdigit() and len(words) < 10 and int(words):
        return int(words)
    raise typer.BadParameter(f"{words!r} is not a whole number from 1 on")


class OutputOptions(Value):
    """How to print records."""

    json: Annotated[bool, typer.Option("--json", help="A JSON array of records.")] = False
    jsonl: Annotated[bool, typer.Option("--jsonl", help="JSON, one record a line.")] = False
    plain: Annotated[bool, typer.Option("--plain", help="Tab-separated rows (columns: dipmeet help output).")] = False
    ids: Annotated[bool, typer.Option("--ids", help="Ids alone, one a line.")] = False
    tz: Annotated[
        tuple[str, ...],
        typer.Option(
            "--tz", metavar="ZONE", help="Show times there too: a city, a country with one zone, an IANA name, UTC, "
            "local. Repeatable.", autocompletion=complete_zone,
        ),
    ] = ()  # fmt: skip

    @property
    def is_for_scripts(self) -> bool:
        """Whether one of the exact formats was asked for."""
        return self.json or self.jsonl or self.plain or self.ids

    @property
    def is_whole(self) -> bool:
        """Whether whole records are printed, not only what a row of a table shows."""
        return self.json or self.jsonl

    def zones(self, session: "Session") -> tuple[str, ...]:
        """Return the IANA names of the zones asked for.

        Raises:
            UsageError: where a zone is unknown or cannot be told, or two formats were asked for at once.
        """
        if self.json + self.jsonl + self.plain + self.ids > 1:
            raise UsageError("only one of --json, --jsonl, --plain and --ids can be had at a time")
        if not self.tz:
            return () if self.is_for_scripts else always_shown(session)
        from dipmeet.names.zones import zone_of

        return tuple(zone_of(words, local=session.local_zone) for words in self.tz)


def always_shown(session: "Session") -> tuple[str, ...]:
    """Return the IANA names of the zones that a config file has shown where none is asked for.

    Raises:
        BadConfig: where a zone is unknown or cannot be told.
    """
    if not session.settings.zones:
        return ()
    from dipmeet.names.zones import zone_of
    from dipmeet.settings import BadConfig

    try:
        return tuple(zone_of(words, local=session.local_zone) for words in session.settings.zones)
    except UsageError as error:
        raise BadConfig(f"{session.settings.file}: zones: {error.message}", hint=error.hint) from None


def called(options: OutputOptions, zones: Sequence[str], session: "Session") -> dict[str, str]:
    """Return what the person called each zone, where that is not its own name: Ottawa for America/Toronto."""
    words_of = zip(zones, options.tz or session.settings.zones, strict=False)
    return {zone: words for zone, words in words_of if "/" not in words}


def print_exact(
    options: OutputOptions,
    meetings: "Sequence[Meeting]",
    session: "Session",
    zones: Sequence[str] = (),
    matches: Sequence[Sequence[str]] | None = None,
) -> None:
    """Print `meetings` in the exact format asked for; `matches` are the points that a search found in each."""
    terminal = session.terminal
    if options.ids:
        terminal.lines(meeting.id for meeting in meetings)
        return
    if options.plain:
        from dipmeet.formats.plain import render_row

        terminal.lines(render_row(meeting) for meeting in meetings)
        return
    from dipmeet.formats.derived import with_derived
    from dipmeet.formats.records import render_json, render_jsonl

    found = matches if matches is not None else [None] * len(meetings)
    records = (with_derived(m, zones, addresses) for m, addresses in zip(meetings, found, strict=True))
    if options.json:
        terminal.write(render_json(list(records)))
    else:
        terminal.lines(render_jsonl(records))
