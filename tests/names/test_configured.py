"""Configured names: each form of an entry is understood, and each mistake is named with what was likely meant."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from typing import Any

import pytest

from dipmeet.names.configured import BadEntry, read_parties, read_places, read_publishers, read_topics, with_both
from dipmeet.names.own import Additions, OwnParty, OwnPlace, OwnTopic

ENTRIES: list[tuple[Callable[[Any], Any], str, Any]] = [
    (read_places, '"Rideau Hall" = "Ottawa"', (OwnPlace("Rideau Hall", "Canada", "America/Toronto"),)),
    (read_places, 'M = {zone = "Europe/Berlin", country = "Germany", aliases = ["Schloss M"]}',
     (OwnPlace("M", "Germany", "Europe/Berlin", ("Schloss M",)),)),
    (read_places, 'M = {zone = "Berlin", country = "the ROK"}', (OwnPlace("M", "South Korea", "Europe/Berlin"),)),
    (read_parties, 'Japan = ["Nihon", "日の本"]', (OwnParty("Japan", ("Nihon", "日の本")),)),
    (read_parties, 'Club = {aliases = ["C"], capital = "Suva"}', (OwnParty("Club", ("C",), "Suva", "Pacific/Fiji"),)),
    (read_topics, 'NAFTA = ["the old one"]', (OwnTopic("NAFTA", ("the old one",)),)),
    (read_topics, 'a = {broader = ["DPRK", "b"]}\nb = []',
     (OwnTopic("a", (), ("DPRK", "b")), OwnTopic("b"))),
    (read_publishers, '"Ministry of X" = ["MoX", "the Ministry"]',
     {"mox": "Ministry of X", "the ministry": "Ministry of X"}),
    (read_places, "", ()),
]  # fmt: skip


@pytest.mark.parametrize(("read", "written", "expected"), ENTRIES)
def test_an_entry_is_understood(read: Callable[[Any], Any], written: str, expected: Any) -> None:
    assert read(tomllib.loads(written)) == expected


MISTAKES: list[tuple[Callable[[Any], Any], str, str, str | None]] = [
    (read_places, 'x = "Genva"', "places.x: unknown place: 'Genva'", "did you mean 'Geneva' or 'Genoa'?"),
    (read_places, 'x = {zone = "Europe/Berlin"}', "places.x: country is missing", 'country = "Germany"'),
    (read_places, 'x = {country = "Japan"}', "places.x: zone is missing", 'zone = "Europe/Berlin"'),
    (read_places, 'x = {zone = "Lisbn", country = "Portugal"}', "places.x: zone: unknown time zone: 'Lisbn'",
     "did you mean 'Lisbon' or 'Europe/Lisbon'?"),
    (read_places, 'x = {zone = "Lisbon", country = "Portugl"}', "places.x: country: unknown country: 'Portugl'",
     "did you mean 'Portugal'?"),
    (read_places, 'x = {zne = "Lisbon"}', "places.x: unknown key 'zne'", "did you mean 'zone'?"),
    (read_places, 'x = {hue = "red"}', "places.x: unknown key 'hue'", "one of zone, country, aliases"),
    (read_places, "x = 3", "places.x should be a list of names, or a table of zone, country, aliases", None),
    (read_places, '" " = "Lima"', "places: a name is empty", None),
    (read_parties, 'x = [""]', "parties.x: expected a list of names", 'such as ["one", "other"]'),
    (read_parties, 'x = {capital = "Sva"}', "parties.x: unknown place: 'Sva'", "did you mean 'Suva'?"),
    (read_topics, 'x = {broader = ["North Korae"]}', "topics.x: broader: unknown topic: 'North Korae'",
     "did you mean 'North Korea'?"),
    (read_topics, 'x = {broader = "energy"}', "topics.x: expected a list of names", 'such as ["one", "other"]'),
    (read_publishers, 'x = "y"', "publishers.x: expected a list of names", 'such as ["one", "other"]'),
]  # fmt: skip


@pytest.mark.parametrize(("read", "written", "message", "hint"), MISTAKES)
def test_a_mistake_is_named(read: Callable[[Any], Any], written: str, message: str, hint: str | None) -> None:
    with pytest.raises(BadEntry) as refused:
        read(tomllib.loads(written))
    assert (refused.value.message, refused.value.hint) == (message, hint)


@pytest.mark.parametrize("read", [read_places, read_parties, read_topics, read_publishers])
def test_a_table_that_is_none_is_refused(read: Callable[[Any], Any]) -> None:
    with pytest.raises(BadEntry, match="should be a table"):
        read(["x"])


def test_the_nearer_of_two_files_comes_first() -> None:
    near, far = Additions((OwnPlace("x", "Japan", "Asia/Tokyo"),)), Additions((OwnPlace("x", "Peru", "America/Lima"),))
    assert [place.country for place in with_both(near, far).places] == ["Japan", "Peru"]
