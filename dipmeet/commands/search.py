"""`dipmeet search`: the points that match."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from dipmeet.commands.completion import complete_one_of
from dipmeet.commands.declaration import Declaration, Session
from dipmeet.commands.filtering import FilterOptions, read_filter
from dipmeet.commands.output import OutputOptions, print_exact, whole_number
from dipmeet.errors import NotFound, UnknownName, UsageError

if TYPE_CHECKING:
    from dipmeet.model.meeting import Meeting
    from dipmeet.query.filters import Filter
    from dipmeet.query.search import Hit, Match
    from dipmeet.screens.found import Found

SORTS = ("date", "relevance")


class NothingFound(NotFound):
    """A search that no meeting satisfies."""


@dataclass(frozen=True)
class Options:
    """What `search` takes."""

    filters: FilterOptions
    output: OutputOptions
    words: Annotated[
        tuple[str, ...], typer.Argument(metavar="[WORD...]", help="What to find: dipmeet help search.")
    ] = ()
    sort: Annotated[
        str | None,
        typer.Option("--sort", metavar="HOW", help="date or relevance (where words are sought).",
                     autocompletion=complete_one_of(*SORTS)),
    ] = None  # fmt: skip
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit", "-n", metavar="N", parser=whole_number, help="The first N meetings.", show_default=False
        ),
    ] = None


def run(options: Options, session: Session) -> None:
    """Print the meetings that match, each with its points that do."""
    zones = options.output.zones(session)
    if options.sort not in {None, *SORTS}:
        raise UnknownName("sort", options.sort or "", hint="one of " + ", ".join(SORTS))
    if not options.words and options.filters.is_empty:
        raise UsageError("nothing to search for", hint='give words, or filters such as --topic "North Korea"')
    chosen = read_filter(options.filters, session)
    matches, total = _matches(options, chosen, session)
    if not matches:
        raise NothingFound(f"nothing found in {session.archive.count()} meetings")
    if options.output.is_for_scripts:
        meetings = [match.meeting for match in matches]
        print_exact(options.output, meetings, session, zones, [_addresses(match) for match in matches])
        return
    from dipmeet.screens.found import found

    session.terminal.show(lambda width: found([_as_found(match) for match in matches], width, zones))
    session.terminal.note(_counted(matches, total, session))


def _matches(options: Options, chosen: Filter, session: Session) -> tuple[Sequence[Match], int]:
    """Return the meetings to show, and how many match in all."""
    from dipmeet.query.search import Match, hits_in

    archive, limit = session.archive, options.limit
    if not options.words:
        selection = archive.select(chosen, limit=limit)
        return [Match(meeting, _points_about(meeting, chosen)) for meeting in selection.meetings], selection.total
    from dipmeet.query.language import read_query

    query = read_query(options.words)
    selection = archive.search(query, chosen, order="date" if options.sort == "date" else "relevance", limit=limit)
    return [Match(meeting, hits_in(meeting, query)) for meeting in selection.meetings], selection.total


def _points_about(meeting: Meeting, chosen: Filter) -> tuple[Hit, ...]:
    from dipmeet.query.filters import points_about
    from dipmeet.query.search import Hit

    return (
        tuple(Hit(address, spans) for address, spans in points_about(meeting, chosen.topics)) if chosen.topics else ()
    )


def _addresses(match: Match) -> list[str]:
    return [".".join(map(str, hit.address)) for hit in match.hits]


def _as_found(match: Match) -> Found:
    from dipmeet.model.meeting import walk_points
    from dipmeet.screens.found import Found, FoundPoint

    points = dict(walk_points(match.meeting.points))
    return Found(
        match.meeting,
        tuple(FoundPoint(hit.address, points[hit.address].text or "", hit.spans) for hit in match.hits),
    )


def _counted(matches: Sequence[Match], total: int, session: Session) -> str:
    points = sum(len(match.hits) for match in matches)
    first = f"the first {len(matches)} of {total}" if len(matches) < total else str(total)
    return f"{points} point{'s' if points != 1 else ''} in {first} of {session.archive.count()} meetings"


COMMAND = Declaration(
    Options,
    run,
    "Find the points that match, with the words marked; --json gives their addresses in `matches`.",
    (
        'dipmeet search --topic "North Korea"',
        "dipmeet search '\"ship-to-ship transfers\"' --party Canada --since 2018",
        "dipmeet search NAFTA OR CPTPP --json | jq -r '.[].id'",
    ),
    notes="The language of words is explained by: dipmeet help search; the filters by: dipmeet help filters",
)
