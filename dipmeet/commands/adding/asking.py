"""Asking for a meeting on a terminal: one question a fact, asked again where the answer cannot be."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from dipmeet.commands.adding.options import FactOptions
from dipmeet.commands.shared.entering import typed_moment, typed_participant, typed_place
from dipmeet.errors import AmbiguousZone, DipmeetError, UnknownName

if TYPE_CHECKING:
    from dipmeet.commands.declaration import Session


def ask_facts(session: Session) -> FactOptions:
    """Ask for the facts of a meeting and return them as if typed as flags; an empty answer leaves a fact out.

    Raises:
        Cancelled: on Ctrl-C or the end of the input.
    """
    session.terminal.note("An empty answer leaves a fact out; Ctrl-C leaves without adding anything.")
    start = _ask("When did it begin? (2:05 p.m. 19 Sep 2017) ", session, lambda w: _moment(w, session))
    place, zone = _ask_place(session)
    if start and not zone and not place:
        zone = _ask("In which zone? (a city, JST, UTC) ", session, _zone)
    return FactOptions(
        start=start or None,
        place=place or None,
        within=zone or None,
        kind=_ask("What kind? (meeting) ", session, _kind) or None,
        duration=_ask("How long? (about 30 min) ", session, _duration) or None,
        occasion=_ask("On the margins of what? ", session) or None,
        participant=_ask_many("Who took part? (Name; Title; Party) ", session, _participant),
        point=_ask_many("What was said? (a point) ", session),
        topic=_ask_many("About which topic? ", session),
        title=_ask("The page's title? ", session) or None,
        url=_ask("Its address? ", session) or None,
    )


def _ask(question: str, session: Session, check: Callable[[str], Any] | None = None) -> str:
    """Return the first answer that is empty or that `check` lets through."""
    while True:
        answer = session.terminal.ask(question).strip()
        if not answer or check is None:
            return answer
        try:
            check(answer)
        except DipmeetError as error:
            session.terminal.error(error)
            continue
        return answer


def _ask_many(question: str, session: Session, check: Callable[[str], Any] | None = None) -> tuple[str, ...]:
    answers: list[str] = []
    while answer := _ask(question if not answers else " … and? ", session, check):
        answers.append(answer)
    return tuple(answers)


def _ask_place(session: Session) -> tuple[str, str]:
    """Return the place and, where no table tells it, the zone."""
    place = _ask("Where? (New York) ", session)
    if not place:
        return "", ""
    try:
        typed_place(place, zone_is_given=False)
    except (UnknownName, AmbiguousZone) as error:
        session.terminal.error(error)
        return place, _ask("In which zone is it? (Asia/Tokyo, a city) ", session, _zone)
    return place, ""


def _moment(words: str, session: Session) -> None:
    typed_moment(words, None, today=session.today)


def _zone(words: str) -> None:
    from dipmeet.names.zones import zone_of

    zone_of(words)


def _kind(words: str) -> None:
    from dipmeet.commands.shared.filtering import typed_kind

    typed_kind(words)


def _duration(words: str) -> None:
    from dipmeet.when.typed import read_duration

    read_duration(words)


def _participant(words: str) -> None:
    typed_participant(words, force=False)
