"""Own names: what a person's configuration adds to the vocabularies of places, parties and topics.

The vocabularies ask `additions` where they are first read. Whoever starts a program calls `use` before that, or later:
what was read is then forgotten and read again.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from dipmeet.model.value import Value
from dipmeet.names.folding import fold


class OwnPlace(Value):
    """A place: its country's short name, an IANA zone, and other names."""

    name: str
    country: str
    zone: str
    aliases: tuple[str, ...] = ()


class OwnParty(Value):
    """More names for a party of the vocabulary, or a party that it lacks; the capital's zone where one is known."""

    name: str
    aliases: tuple[str, ...] = ()
    capital: str = ""
    zone: str = ""


class OwnTopic(Value):
    """More names for a topic of the vocabulary, or a topic that it lacks, with the topics that it belongs to."""

    name: str
    aliases: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()


class Additions(Value):
    """What is added to the vocabularies."""

    places: tuple[OwnPlace, ...] = ()
    parties: tuple[OwnParty, ...] = ()
    topics: tuple[OwnTopic, ...] = ()


_in_use = [Additions()]


def additions() -> Additions:
    """Return what is added to the vocabularies now."""
    return _in_use[-1]


def use(added: Additions) -> None:
    """Have the vocabularies hold `added` beside their own, in place of what was added before."""
    if added != additions():
        _in_use[-1] = added
        _forget()


def told() -> str:
    """Return what is added as a text, by which an index of other names is known."""
    added = additions()
    return "" if added == Additions() else repr(added)


def named_in(places: Sequence[OwnPlace], key: str) -> tuple[OwnPlace, ...]:
    """Return the places one of whose names folds to `key`."""
    return tuple(place for place in places if key in map(fold, (place.name, *place.aliases)))


def _forget() -> None:
    """Empty what dipmeet's modules have cached, most of which follows from the vocabularies."""
    for name in [name for name in sys.modules if name.startswith("dipmeet.")]:
        for value in list(vars(sys.modules[name]).values()):
            clear = getattr(value, "cache_clear", None)
            if callable(clear):
                clear()
