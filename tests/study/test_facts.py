"""The facts of two accounts side by side: what is the same, what differs, what only one tells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from dipmeet.model.meeting import Meeting
from dipmeet.model.moment import Moment
from dipmeet.model.people import Participant
from dipmeet.readouts.reader import read
from dipmeet.study.facts import (
    Compared,
    compared_facts,
    differing_facts,
    is_same_occasion,
    is_same_place,
    is_same_time,
)
from tests.archive.index.strategies import facts

READOUTS = Path(__file__).parents[2] / "data" / "readouts"
TOKYO, NEW_YORK = "Asia/Tokyo", "America/New_York"


def meeting(**fields: Any) -> Meeting:
    return Meeting.from_json({"id": "x", **fields})


def verdicts(a: dict[str, Any], b: dict[str, Any]) -> dict[str, str]:
    return {fact.field: fact.verdict for fact in compared_facts(meeting(**a), meeting(**b))}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("2017-09-19T14:05", NEW_YORK), ("2017-09-20T03:05", TOKYO), True),
        (("2017-09-19T14:05", NEW_YORK), ("2017-09-19T14:05", TOKYO), False),
        (("2017-09-19T14:05", NEW_YORK), ("2017-09-19T14:10", NEW_YORK), False),
        (("2017-09-19T14:05", NEW_YORK), ("2017-09-19T14:05", None), True),
        (("2017-09-19T14:05", None), ("2017-09-19T14:10", None), False),
        (("2022-01-06T08:10", TOKYO), ("2022-01-05", NEW_YORK), True),
        (("2022-01-06T08:10", TOKYO), ("2022-01-05", TOKYO), False),
        (("2022-01-06T08:10", TOKYO), ("2022-01-05", None), True),
        (("2022-01-06T08:10", TOKYO), ("2022-01-04", None), False),
        (("2022-01-06", TOKYO), ("2022-01-05", NEW_YORK), True),
        (("2022-01-06", TOKYO), ("2022-01-05", TOKYO), False),
        (("2022-01-06", None), ("2022-01-05", None), False),
        (("2022-01-06T08:10", None), ("2022-01-05", None), False),
        (("2022-01-06T08:10", None), ("2022-01-06", None), True),
        (("2022-01-06", None), ("2022-01", None), True),
        (("2022-01-01T08:00", TOKYO), ("2021", NEW_YORK), True),
        (("2022-01-06", None), ("2021-12", None), False),
        (("2022-01", None), ("2022", None), True),
        (("2022", None), ("2022", None), True),
        (("2022-02", None), ("2022-01", None), False),
        (("0001-01-01", None), ("0001-01-01", TOKYO), True),
        (("9999-12-31", None), ("9999-12-31T23:00", TOKYO), True),
        (("2022-01-06", "Nowhere/At-all"), ("2022-01-06T08:10", TOKYO), True),
    ],
)
def test_a_time_is_the_same_where_it_may_be_one_instant(
    one: tuple[str, str | None], other: tuple[str, str | None], same: bool
) -> None:
    first, second = (Moment(local=local, zone=zone) for local, zone in (one, other))
    assert is_same_time(first, second) is same
    assert is_same_time(second, first) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("New York", "new york", True),
        ("Nay Pyi Taw", "Naypyidaw", True),
        ("Washington", "Washington, D.C.", True),
        ("New York", "United Nations Headquarters, New York", True),
        ("Kyiv", "Kiev", True),
        ("New York", "Washington", False),
        ("Nowhere", "Elsewhere", False),
        ("東京", "Tokyo", True),
    ],
)
def test_a_place_is_the_same_by_all_of_its_names(one: str, other: str, same: bool) -> None:
    assert is_same_place(one, other) is same
    assert is_same_place(other, one) is same


def test_places_of_one_name_in_two_countries_are_the_same_name_and_differ_in_their_country() -> None:
    told = verdicts({"place": "London", "country": "Canada"}, {"place": "London", "country": "United Kingdom"})
    assert (told["place"], told["country"]) == ("same", "differs")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("United Nations General Assembly (UNGA)", "United Nations General Assembly", True),
        ("UN General Assembly", "the 72nd session of the United Nations General Assembly", True),
        ("UNGA", "United Nations General Assembly", True),
        ("TICAD8", "TICAD 8", True),
        ("TICAD 7", "TICAD 8", False),
        ("G7 Foreign Ministers' Meeting", "G20 Foreign Ministers' Meeting", False),
        ("Munich Security Conference", "G7", False),
        ("国連総会", "UN General Assembly", True),
    ],
)
def test_an_occasion_is_the_same_in_fewer_words_or_by_its_initials(one: str, other: str, same: bool) -> None:
    assert is_same_occasion(one, other) is same
    assert is_same_occasion(other, one) is same


@pytest.mark.parametrize(
    ("field", "a", "b", "verdict"),
    [
        ("kind", "telephone call", "video call", "differs"),
        ("duration", {"minutes": 30}, {"minutes": 30, "approximate": True}, "same"),
        ("duration", {"minutes": 30, "approximate": True}, {"minutes": 35}, "differs"),
        ("end", {"local": "2017-09-19T15:00"}, {"local": "2017-09-19T15:30"}, "differs"),
        ("country", "ROK", "South Korea", "same"),
        ("stated_times", [{"local": "2017-09-20T03:05", "zone": TOKYO}],
         [{"local": "2017-09-19T18:05", "zone": "UTC"}, {"local": "2017-09-20T03:06", "zone": TOKYO}], "same"),
        ("stated_times", [{"local": "2017-09-20T03:05", "zone": TOKYO}],
         [{"local": "2017-09-20T03:06", "zone": TOKYO}], "differs"),
        ("occasion", "G7", None, "only a"),
        ("place", None, "Paris", "only b"),
    ],
)  # fmt: skip
def test_a_fact_has_a_verdict(field: str, a: Any, b: Any, verdict: str) -> None:
    sides = [{field: value} if value is not None else {} for value in (a, b)]
    assert verdicts(*sides)[field] == verdict


def test_where_both_are_silent_there_is_no_fact() -> None:
    assert verdicts({}, {}) == {"kind": "same"}
    assert differing_facts(meeting(), meeting()) == ()


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({"name": "Taro Kono", "title": "Foreign Minister"}, "same"),
        ({"name": "Kono", "title": "Deputy Foreign Minister"}, "differs"),
        ({"name": "河野太郎", "title": "外務大臣"}, "same"),
        ({"name": None, "title": None}, "same"),
    ],
)
def test_each_participant_is_a_fact(changes: dict[str, Any], verdict: str) -> None:
    kono = Participant(name="KONO Taro", title="Minister for Foreign Affairs", party="Japan")
    a, b = Meeting(id="a", participants=(kono,)), Meeting(id="b", participants=(kono.replaced(**changes),))
    (fact,) = (fact for fact in compared_facts(a, b) if fact.field == "participants")
    assert fact == Compared("participants", kono, b.participants[0], verdict)


def test_who_only_one_account_names_is_a_fact_of_that_one() -> None:
    kono, aso = (Participant(name=name, party="Japan") for name in ("Kono Taro", "Aso Taro"))
    found = differing_facts(Meeting(id="a", participants=(kono,)), Meeting(id="b", participants=(aso,)))
    assert [(fact.a, fact.b, fact.verdict) for fact in found] == [(kono, None, "only a"), (None, aso, "only b")]


@pytest.mark.parametrize(
    ("one", "other", "differing"),
    [
        ("mofa-japan-2020-08-24-myanmar", "mofa-myanmar-2020-08-24-japan",
         {"duration": "only a", "place": "only b"}),
        ("mofa-japan-2018-09-27-china", "mfa-china-2018-09-27-japan",
         {"duration": "only a", "stated_times": "only a"}),
        ("kantei-japan-2011-03-17-united-states", "white-house-2011-03-16-japan", {"duration": "only a"}),
        ("mofa-japan-2022-01-06-united-states", "us-state-2022-01-05-japan", {"duration": "only a"}),
    ],
)  # fmt: skip
def test_two_governments_readouts_differ_as_a_careful_reader_says(
    one: str, other: str, differing: dict[str, str]
) -> None:
    a, b = (read((READOUTS / f"{name}.txt").read_text("utf-8")).drafts[0] for name in (one, other))
    assert {fact.field: fact.verdict for fact in differing_facts(a, b)} == differing
    turned = {"only a": "only b", "only b": "only a"}
    assert {fact.field: turned[fact.verdict] for fact in differing_facts(b, a)} == differing


TURNED = {"only a": "only b", "only b": "only a", "same": "same", "differs": "differs"}


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(facts, facts)
def test_turned_around_two_accounts_differ_in_the_same_facts(a: dict[str, Any], b: dict[str, Any]) -> None:
    one, other = (Meeting.from_json({"id": name, **told}) for name, told in (("a", a), ("b", b)))
    there, back = compared_facts(one, other), compared_facts(other, one)
    for field in {fact.field for fact in there} - {"participants"}:
        ((told,), (turned,)) = ([fact for fact in some if fact.field == field] for some in (there, back))
        assert (turned.a, turned.b, turned.verdict) == (told.b, told.a, TURNED[told.verdict])


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(facts)
def test_an_account_does_not_differ_from_itself(told: dict[str, Any]) -> None:
    record = Meeting.from_json({"id": "a", **told})
    assert [fact for fact in differing_facts(record, record) if fact.field != "participants"] == []
