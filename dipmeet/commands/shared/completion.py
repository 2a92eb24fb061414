"""Completion of values: ids, topics, parties, places and zones.

A completer that fails would print a traceback into the person's prompt, so each gives up in silence.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from typing import Any

import typer

BASH = """\
%(complete_func)s() {
    local value ask=(env COMP_CWORD=$COMP_CWORD %(autocomplete_var)s=complete_bash)
    COMPREPLY=()
    while IFS= read -r value; do
        [[ -n $value ]] || continue
        case "${COMP_WORDS[COMP_CWORD]}" in
            [\\"\\']*) COMPREPLY+=("$value") ;;
            *) COMPREPLY+=("$(printf %%q "$value")") ;;
        esac
    done < <(IFS=$'\\n'; "${ask[@]}" COMP_WORDS="${COMP_WORDS[*]}" "$1")
}

complete -o default -F %(complete_func)s %(prog_name)s
"""
"""Typer's own script leaves the space in `North Korea` as it is, and so makes two words of it."""

MOST = 200
"""As many values as a shell shows with grace."""


def teach_shells() -> None:
    """Tell Typer of the shells that can ask for completions, as it does itself where it adds its own options."""
    from typer._completion_classes import BashComplete, completion_init

    completion_init()
    BashComplete.source_template = BASH


def completer(values: Callable[[Any, str], Iterable[str]]) -> Callable[..., list[str]]:
    """Return what Typer asks for completions, of values that a session has for the beginning of a word."""

    @functools.wraps(values)
    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        try:
            begun, session = incomplete.casefold(), ctx.find_root().obj
            _ = session.settings  # own names are completed too
            matching = (v for v in values(session, incomplete) if v.casefold().startswith(begun))
            return [_as_typed(value, incomplete) for value, _ in zip(matching, range(MOST), strict=False)]
        except Exception:  # noqa: BLE001 (see the module's first lines)
            return []

    pretended: Any = complete
    del pretended.__wrapped__
    pretended.__annotations__ = {"ctx": typer.Context, "incomplete": str, "return": list[str]}
    return complete


def _as_typed(value: str, incomplete: str) -> str:
    """Return `value` beginning as the person typed it, since Typer compares beginnings to the letter."""
    return incomplete + value[len(incomplete) :]


def complete_one_of(*values: str) -> Callable[..., list[str]]:
    """Return the completer of a closed set of words."""
    return completer(lambda _session, _incomplete: values)


@completer
def complete_id(session: Any, incomplete: str) -> Iterable[str]:
    """Complete the id of a record."""
    del incomplete
    return sorted(session.archive.ids())


@completer
def complete_trashed_id(session: Any, incomplete: str) -> Iterable[str]:
    """Complete the id of a record in the trash."""
    del incomplete
    return sorted(session.archive.trashed_ids())


@completer
def complete_topic(session: Any, incomplete: str) -> Iterable[str]:
    """Complete a topic of the vocabulary."""
    del session, incomplete
    from dipmeet.names.topics import all_topics

    return sorted(topic.name for topic in all_topics())


@completer
def complete_party(session: Any, incomplete: str) -> Iterable[str]:
    """Complete the short name of a party."""
    del session, incomplete
    from dipmeet.names.parties import all_parties

    return sorted(party.name for party in all_parties())


@completer
def complete_place(session: Any, incomplete: str) -> Iterable[str]:
    """Complete a place where the archive's meetings were held."""
    del incomplete
    used: tuple[str, ...] = session.archive.used("place")
    return used


@completer
def complete_zone(session: Any, incomplete: str) -> Iterable[str]:
    """Complete an IANA zone, UTC or local."""
    del session, incomplete
    from dipmeet.when.zones import zone_names

    return ["UTC", "local", *sorted(zone_names())]


@completer
def complete_kind(session: Any, incomplete: str) -> Iterable[str]:
    """Complete a kind of meeting."""
    del session, incomplete
    from dipmeet.model.meeting import KINDS

    return KINDS


@completer
def complete_field(session: Any, incomplete: str) -> Iterable[str]:
    """Complete the name of a field, for `--set FIELD=value`."""
    del session, incomplete
    from dipmeet.model.fields import known_paths

    return [path + "=" for path in known_paths()]


@completer
def complete_path(session: Any, incomplete: str) -> Iterable[str]:
    """Complete the name of a field."""
    del session, incomplete
    from dipmeet.model.fields import known_paths

    return known_paths()
