"""`dipmeet search`: the points that match."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dipmeet.commands.declaration import Declaration, Session
from dipmeet.commands.shared.completion import complete_one_of
from dipmeet.commands.shared.filtering import FilterOptions, read_filter
from dipmeet.commands.shared.output import OutputOptions, print_exact, whole_number
from dipmeet.errors import NotFound, UnknownName, UsageError, did_you_mean
from dipmeet.model.meeting import walk_points
from dipmeet.model.value import Value

if TYPE_CHECKING:
    from dipmeet.archive.archive import Accounts, MeetingSelection
    from dipmeet.archive.index.find import Order
    from dipmeet.model.meeting import Meeting
    from dipmeet.query.filters import Filter
    from dipmeet.query.language import Query
    from dipmeet.query.search import Hit, Match
    from dipmeet.screens.found import Found, FoundPoint

SORTS = ("date", "relevance")


class NothingFound(NotFound):
    """A search that no meeting satisfies."""


class Options(Value):
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
    fuzzy: Annotated[bool, typer.Option("--fuzzy", help="Find also what is spelt much like the words.")] = False
    points: Annotated[
        bool, typer.Option("--points", help="Points alone, each by its reference: 2017-09-19-japan-canada#2.")
    ] = False


def run(options: Options, session: Session) -> None:
    """Print the meetings that match, each with its points that do."""
    zones = options.output.zones(session)
    if options.sort not in {None, *SORTS}:
        raise UnknownName("sort", options.sort or "", hint="one of " + ", ".join(SORTS))
    if not options.words and options.filters.is_empty:
        raise UsageError("nothing to search for", hint='give words, or filters such as --topic "North Korea"')
    chosen = read_filter(options.filters, session)
    query = _query(options, session)
    selection = _selected(options, query, chosen, session)
    if not selection.total:
        raise NothingFound(f"nothing found in {session.archive.count()} meetings", hint=_meant(options, session))
    if not options.points and (options.output.plain or options.output.ids):
        print_exact(options.output, _matching(selection), session, zones)
        return
    found = [[_match(account, query, chosen) for account in accounts.matching] for accounts in selection.meetings]
    matches = [match for several in found for match in several]
    if options.points:
        _print_points(options, matches, session)
    elif options.output.is_for_scripts:
        print_exact(options.output, _matching(selection), session, zones, [_addresses(match) for match in matches])
    else:
        from dipmeet.screens import found as screen

        results = [_as_found(accounts, ms) for accounts, ms in zip(selection.meetings, found, strict=True)]
        session.terminal.show(lambda width: screen.found(results, width, zones))
    if not options.output.is_for_scripts:
        points = sum(len(match.hits) for match in matches)
        session.terminal.note(_counted(points, len(found), selection.total, session))


def _query(options: Options, session: Session) -> Query | None:
    """Return what the words typed ask for, None without any."""
    if not options.words:
        return None
    from dipmeet.query.language import loosened, read_query

    query = read_query(options.words)
    return loosened(query, session.archive.words_like) if options.fuzzy else query


def _selected(options: Options, query: Query | None, chosen: Filter | None, session: Session) -> MeetingSelection:
    """Return the meetings to show, each with the accounts that match, and how many match in all."""
    archive, limit = session.archive, options.limit
    is_brief = not (options.points or options.output.is_whole) and options.output.is_for_scripts
    if query is None:
        return archive.select_meetings(chosen, limit=limit, is_brief=is_brief)
    order: Order = "date" if options.sort == "date" else "relevance"
    return archive.search_meetings(query, chosen, order=order, limit=limit, is_brief=is_brief)


def _matching(selection: MeetingSelection) -> list[Meeting]:
    return [record for accounts in selection.meetings for record in accounts.matching]


def _match(meeting: Meeting, query: Query | None, chosen: Filter | None) -> Match:
    """Return a meeting with the points that match: those that say the words, else those that speak of the topics."""
    from dipmeet.query.search import Match, hits_in

    return Match(meeting, hits_in(meeting, query) if query is not None else _points_about(meeting, chosen))


def _meant(options: Options, session: Session) -> str | None:
    """Return the words of the archive that are spelt like those of a search that finds nothing."""
    if not options.words or options.fuzzy:
        return None
    from dipmeet.query.language import positive_phrases, read_query

    sought = dict.fromkeys(word for phrase in positive_phrases(read_query(options.words)) for word in phrase.words)
    near = dict.fromkeys(word for one in sought for word in session.archive.words_like(one)[:1])
    hint = did_you_mean(list(near))
    return f"{hint} --fuzzy finds what is spelt alike" if hint is not None else None


def _print_points(options: Options, matches: Sequence[Match], session: Session) -> None:
    """Print each point that matches, by its reference."""
    rows = [row for match in matches for row in _points_of(match)]
    terminal, output = session.terminal, options.output
    if output.ids:
        terminal.lines(reference for reference, _, _ in rows)
    elif output.plain:
        from dipmeet.formats.plain import escape

        terminal.lines(f"{reference}\t{escape(text)}" for reference, text, _ in rows)
    elif output.json or output.jsonl:
        from dipmeet.formats.records import render_json, render_jsonl

        told = [{"point": reference, "text": text, "spans": spans} for reference, text, spans in rows]
        terminal.lines(render_jsonl(told) if output.jsonl else [render_json(told).rstrip("\n")])
    else:
        from dipmeet.screens.found import found_points

        terminal.show(lambda width: found_points(rows, width))


def _points_of(match: Match) -> Iterator[tuple[str, str, Sequence[tuple[int, int]]]]:
    """Yield (reference, text, spans that match) for each point of a meeting that matches."""
    texts = dict(walk_points(match.meeting.points))
    for hit, address in zip(match.hits, _addresses(match), strict=True):
        yield f"{match.meeting.id}#{address}", texts[hit.address].text or "", hit.spans


def _points_about(meeting: Meeting, chosen: Filter | None) -> tuple[Hit, ...]:
    from dipmeet.query.filters import points_about
    from dipmeet.query.search import Hit

    topics = chosen.topics if chosen is not None else ()
    return tuple(Hit(address, spans) for address, spans in points_about(meeting, topics)) if topics else ()


def _addresses(match: Match) -> list[str]:
    return [".".join(map(str, hit.address)) for hit in match.hits]


def _as_found(accounts: Accounts, matches: Sequence[Match]) -> Found:
    """Return a meeting with the points that match; those of each account apart where it has several."""
    from dipmeet.screens.found import Found, Voice

    if len(accounts.all) == 1:
        return Found(accounts.all[0], _found_points(matches[0]))
    voices = (
        Voice(match.meeting.source.publisher if match.meeting.source else None, match.meeting.id, _found_points(match))
        for match in matches
    )
    return Found(accounts.all[0], (), tuple(voices))


def _found_points(match: Match) -> tuple[FoundPoint, ...]:
    from dipmeet.screens.found import FoundPoint

    points = dict(walk_points(match.meeting.points))
    return tuple(FoundPoint(hit.address, points[hit.address].text or "", hit.spans) for hit in match.hits)


def _counted(points: int, shown: int, total: int, session: Session) -> str:
    of = f"{total} of {session.archive.count()} meetings"
    if shown < total:
        of = f"the first {shown} of {total} meetings that match, of {session.archive.count()}"
    return f"{points} point{'s' if points != 1 else ''} in {of}"


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
