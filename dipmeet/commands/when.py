"""`dipmeet when`: what a time is in other zones."""

from __future__ import annotations

from typing import Annotated

import typer

from dipmeet.commands.declaration import Declaration, Session
from dipmeet.commands.shared.completion import complete_zone
from dipmeet.errors import BadValue, UsageError
from dipmeet.model.moment import Moment
from dipmeet.model.value import Value


class Options(Value):
    """What `when` takes."""

    time: Annotated[
        tuple[str, ...], typer.Argument(metavar="TIME...", help='"2:05 p.m. 19 Sep 2017", 2017-09-19T14:05')
    ]
    within: Annotated[
        str,
        typer.Option("--in", metavar="ZONE", help="Where the time is said: a city, a country with one zone, an IANA "
                     "name, UTC, local.", autocompletion=complete_zone),
    ]  # fmt: skip
    tz: Annotated[
        tuple[str, ...],
        typer.Option("--tz", metavar="ZONE", help="Where to show it. Repeatable; else the config's zones, else UTC.",
                     autocompletion=complete_zone),
    ] = ()  # fmt: skip
    json: Annotated[bool, typer.Option("--json", help="A JSON array: the time as said, then each zone's.")] = False
    plain: Annotated[bool, typer.Option("--plain", help="Rows of zone, local time, offset.")] = False


def run(options: Options, session: Session) -> None:
    """Print the time in every zone asked for."""
    from dipmeet.names.zones import zone_of

    zone = zone_of(options.within, local=session.local_zone)
    said = _said(" ".join(options.time), zone, session)
    _note_repeated(said, session)
    asked = [(words, zone_of(words, local=session.local_zone)) for words in _shown_in(options, session)]
    _print(options, [(options.within, said), *((words, _converted(said, name)) for words, name in asked)], session)


def _shown_in(options: Options, session: Session) -> tuple[str, ...]:
    """Return the words for the zones to show: those asked for, else for people those of the config file, else UTC.

    Raises:
        BadConfig: where a zone of the config file is unknown.
    """
    from dipmeet.commands.shared.output import always_shown

    is_for_scripts = options.json or options.plain
    configured = always_shown(session) if not options.tz and not is_for_scripts else ()
    return options.tz or (session.settings.zones if configured else ("UTC",))


def _said(words: str, zone: str, session: Session) -> Moment:
    from dipmeet.commands.shared.entering import typed_moment

    moment = Moment.from_json(typed_moment(words, zone, today=session.today))
    if moment.precision != "minute":
        raise BadValue(f"{words!r} has no hour", hint="a day is not converted to another zone; give the time too")
    return moment


def _converted(said: Moment, zone: str) -> Moment:
    from dipmeet.when.moments import to_zone

    converted = to_zone(said, zone)
    if converted is None:
        raise UsageError(f"this time cannot be said in {zone}")
    return converted


def _note_repeated(said: Moment, session: Session) -> None:
    from dipmeet.when.moments import clock_trouble

    trouble = clock_trouble(said.local, said.zone or "UTC")
    if trouble is not None:
        session.terminal.note(f"note: {trouble.reason}")


def _print(options: Options, rows: list[tuple[str, Moment]], session: Session) -> None:
    if options.json:
        from dipmeet.formats.records import render_json

        session.terminal.write(render_json([moment.to_json() for _, moment in rows]))
    elif options.plain:
        session.terminal.lines("\t".join((m.zone or "", m.local, m.offset or "")) for _, m in rows)
    else:
        from dipmeet.screens.times import times

        session.terminal.show(lambda width: [times(rows, width)])


COMMAND = Declaration(
    Options,
    run,
    "Convert a time between zones, as history had them.",
    (
        'dipmeet when "2:05 p.m. 19 Sep 2017" --in "New York" --tz Tokyo --tz Ottawa',
        'dipmeet when "17 July 1945 5 p.m." --in Potsdam --tz Moscow --tz UTC',
        'dipmeet when "yesterday 15:00" --in local --tz Geneva --json',
    ),
)
