"""Own names: the vocabularies hold what a person adds, beside what they held, for as long as it is in use."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dipmeet.names import parties, places, topics
from dipmeet.names.own import Additions, OwnParty, OwnPlace, OwnTopic, told, use
from dipmeet.names.zones import capital_of, zone_of

OWN = Additions(
    (OwnPlace("Meseberg Palace", "Germany", "Europe/Berlin", ("Schloss Meseberg",)),
     OwnPlace("Paris", "Canada", "America/Toronto")),
    (OwnParty("DPRK", ("the Hermit Kingdom",)), OwnParty("Pacific Club", ("PaC",), "Suva", "Pacific/Fiji"),
     OwnParty("Nowhere League")),
    (OwnTopic("abductions", ("the taken",)), OwnTopic("seabed cables", ("undersea lines",), ("maritime security",)),
     OwnTopic("cable ships", (), ("seabed cables",))),
)  # fmt: skip


@pytest.fixture(autouse=True)
def _own_names() -> Iterator[None]:
    use(Additions())
    assert parties.find_party("PaC") is None  # read before anything is added, and read again after
    use(OWN)
    yield
    use(Additions())


def test_an_own_place_is_found_by_all_its_names_and_has_its_zone() -> None:
    for name in ("Meseberg Palace", "schloss meseberg"):
        place = places.find_place(name)
        assert place is not None
        assert (place.name, place.country, place.zone) == ("Meseberg Palace", "Germany", "Europe/Berlin")
        assert zone_of(name) == "Europe/Berlin"


def test_an_own_place_comes_before_its_namesakes() -> None:
    assert [place.country for place in places.places_named("Paris")][:2] == ["Canada", "France"]
    assert not places.is_ambiguous("Paris")
    france = places.find_place("Paris, France")
    assert france is not None
    assert france.country == "France"


def test_a_party_has_more_names_and_keeps_its_own() -> None:
    for name in ("the Hermit Kingdom", "North Korea", "DPRK"):
        party = parties.find_party(name)
        assert party is not None
        assert party.name == "North Korea"
    assert [p.name for _, _, p in parties.parties_in("talks with the Hermit Kingdom and PaC")] == [
        "North Korea", "Pacific Club",
    ]  # fmt: skip


def test_a_party_that_the_vocabulary_lacks_is_an_organisation_with_the_seat_it_is_given() -> None:
    party, seat = parties.find_party("PaC"), capital_of("Pacific Club")
    assert party is not None
    assert party.kind == "organisation"
    assert seat is not None
    assert (seat.name, seat.zone) == ("Suva", "Pacific/Fiji")
    assert capital_of("Nowhere League") is None


def test_topics_have_more_names_and_belong_to_broader_ones() -> None:
    found = topics.topics_in("They spoke of the taken, of undersea lines and of cable ships.")
    assert [name for _, _, name in found] == ["abductions issue", "seabed cables", "cable ships"]
    assert {"seabed cables", "cable ships"} <= topics.narrower("maritime security")
    assert topics.suggest_topic("seabed cable") == ("seabed cables",)


def test_what_is_no_longer_in_use_is_forgotten() -> None:
    assert "Meseberg Palace" in told()
    use(Additions())
    assert told() == ""
    assert places.find_place("Schloss Meseberg") is None
    assert parties.find_party("PaC") is None
    assert topics.find_topic("seabed cables") is None
    korea = parties.find_party("North Korea")
    assert korea is not None
    assert "the Hermit Kingdom" not in korea.aliases
