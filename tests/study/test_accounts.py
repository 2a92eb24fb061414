"""Which records are probably two accounts of one meeting: same day, parties and people, and nothing against it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from dipmeet.model.meeting import Meeting
from dipmeet.readouts.reader import read
from dipmeet.study.accounts import MANY, loose_links, objections, probable_accounts
from tests.model.test_accounts import records as linked

READOUTS = Path(__file__).parents[2] / "data" / "readouts"
MOFA, CHINA = "Ministry of Foreign Affairs of Japan", "Ministry of Foreign Affairs of China"
KONO = {"name": "KONO Taro", "title": "Minister for Foreign Affairs", "party": "Japan"}
WANG = {"name": "Wang Yi", "title": "State Councilor", "party": "China"}
WITHOUT = {"name": "Wang Yi", "title": "State Councilor"}
TALKS: dict[str, Any] = {
    "start": {"local": "2018-09-27T16:30", "zone": "America/New_York"},
    "place": "New York",
    "country": "United States",
    "participants": [KONO, WANG],
    "source": {"publisher": MOFA},
}
THEIRS: dict[str, Any] = {
    **TALKS,
    "participants": [WANG, {**KONO, "name": "Taro Kono"}],
    "source": {"publisher": CHINA},
}


def record(identity: str, told: dict[str, Any], **changes: Any) -> Meeting:
    fields = {name: value for name, value in {"id": identity, **told, **changes}.items() if value is not None}
    return Meeting.from_json(fields)


def pairs(records: Sequence[Meeting]) -> list[tuple[str, str]]:
    return [(pair.a.id, pair.b.id) for pair in probable_accounts(records)]


def test_two_accounts_of_a_meeting_are_proposed_with_the_reasons() -> None:
    (pair,) = probable_accounts([record("a", TALKS), record("b", THEIRS)])
    assert (pair.a.id, pair.b.id) == ("a", "b")
    assert pair.reasons == ("the same time", "Japan and China", "KONO Taro, Wang Yi", "New York")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"start": {"local": "2018-09-27"}}, "the same day"),
        ({"start": {"local": "2018-09-28T05:30", "zone": "Asia/Tokyo"}}, "the same time"),
        ({"start": {"local": "2018-09-27T17:00", "zone": "America/New_York"}}, "30 minutes apart"),
        ({"start": {"local": "2018-09-27T18:00"}}, "90 minutes apart"),
        ({"start": {"local": "2018-09-28", "zone": "America/New_York"}}, "one day apart"),
        ({"start": {"local": "2018-09-26", "zone": "America/New_York"}}, "one day apart"),
        ({"kind": "working meal", "start": {"local": "2018-09-27"}}, "the same day"),
        ({"place": None, "country": None}, "the same time"),
        ({"place": "United Nations Headquarters, New York"}, "the same time"),
        ({"participants": [{"party": "China"}, {**KONO, "name": "Kono"}]}, "the same time"),
        ({"participants": [{"party": "China"}, {"party": "Japan"}]}, "the same time"),
        ({"participants": [WANG, KONO, {"name": "Kong Xuanyou", "party": "China"}]}, "the same time"),
        ({"participants": [{**WANG, "party": "the People's Republic of China"}, KONO]}, "the same time"),
        ({"source": {"text": "no publisher"}}, "the same time"),
        ({"source": {"publisher": MOFA, "language": "ja"}}, "the same time"),
    ],
)
def test_an_account_may_be_less_exact(changes: dict[str, Any], reason: str) -> None:
    (pair,) = probable_accounts([record("a", TALKS), record("b", THEIRS, **changes)])
    assert pair.reasons[0] == reason


@pytest.mark.parametrize(
    "changes",
    [
        {"start": {"local": "2018-09-27T18:01", "zone": "America/New_York"}},
        {"start": {"local": "2018-09-29"}},
        {"start": {"local": "2018-09"}},
        {"start": None},
        {"kind": "telephone call"},
        {"place": "Washington"},
        {"country": "Canada", "place": None},
        {"participants": [KONO]},
        {"participants": [KONO, WANG, {"party": "South Korea"}]},
        {"participants": [KONO, {"name": "Wang Jing", "party": "China"}]},
        {"participants": [{"name": "Aso Taro", "party": "Japan"}, WANG]},
        {"participants": [{"party": "China"}, {"party": "Japan"}], "start": {"local": "2018-09-27"}},
        {"participants": None},
        {"source": {"publisher": MOFA}},
        {"source": {"publisher": MOFA, "language": "en"}},
        {"account_of": "a"},
    ],
)
def test_nothing_is_proposed_where_something_contradicts_it_or_too_little_speaks_for_it(
    changes: dict[str, Any],
) -> None:
    assert pairs([record("a", TALKS), record("b", THEIRS, **changes)]) == []


def test_a_call_has_two_places() -> None:
    here = record("a", TALKS, kind="telephone call", place="Tokyo", country="Japan")
    there = record("b", THEIRS, kind="telephone call", place="Beijing", country="China")
    assert pairs([here, there]) == [("a", "b")]


def test_one_text_is_no_second_account_of_itself() -> None:
    same = {"text": "words", "sha256": "0" * 64}
    assert pairs([record("a", TALKS, source=same), record("b", THEIRS, source=same)]) == []


def test_three_accounts_make_two_pairs() -> None:
    third = record("c", THEIRS, source={"publisher": "Xinhua"})
    assert pairs([record("a", TALKS), record("b", THEIRS), third]) == [("a", "b"), ("a", "c")]


def test_accounts_that_are_linked_are_joined_by_one_pair_to_a_third() -> None:
    third = record("c", THEIRS, source={"publisher": "Xinhua"})
    assert pairs([record("a", TALKS), record("b", THEIRS, account_of="a"), third]) == [("a", "c")]


def test_of_two_meetings_of_one_day_the_nearer_is_the_one() -> None:
    day = "2018-09-27T{} America/New_York"

    def at(clock: str) -> dict[str, str]:
        local, zone = day.format(clock).split()
        return {"local": local, "zone": zone}

    first, second = record("a", TALKS, start=at("16:30")), record("b", TALKS, start=at("17:30"))
    assert pairs([first, second, record("c", THEIRS, start=at("17:30"))]) == [("b", "c")]


def test_a_record_that_two_of_one_publisher_suit_alike_is_left_alone() -> None:
    later = {"local": "2018-09-27T18:30", "zone": "America/New_York"}
    both = [record("a", TALKS), record("b", TALKS, start=later)]
    assert pairs([*both, record("c", THEIRS, start={"local": "2018-09-27"})]) == []


def test_of_too_many_records_of_one_day_and_parties_none_is_told_from_the_others() -> None:
    many = [record(f"r{number}", TALKS, source={"publisher": f"P{number}"}) for number in range(MANY + 1)]
    assert pairs(many) == []
    assert len(pairs(many[:MANY])) == MANY - 1


def test_of_the_readouts_of_the_sample_the_four_pairs_are_found_and_no_other() -> None:
    files = sorted(READOUTS.glob("*.txt"))
    drafts = [draft.replaced(id=file.stem) for file in files for draft in read(file.read_text("utf-8")).drafts]
    expected = {
        frozenset({"mfa-china-2018-09-27-japan", "mofa-japan-2018-09-27-china"}),
        frozenset({"mofa-japan-2020-08-24-myanmar", "mofa-myanmar-2020-08-24-japan"}),
        frozenset({"kantei-japan-2011-03-17-united-states", "white-house-2011-03-16-japan"}),
        frozenset({"mofa-japan-2022-01-06-united-states", "us-state-2022-01-05-japan"}),
    }
    assert {frozenset(pair) for pair in pairs(drafts)} == expected
    random.Random(1).shuffle(drafts)
    assert {frozenset(pair) for pair in pairs(drafts)} == expected


@pytest.mark.parametrize(
    ("told", "loose"),
    [
        ("a b>a c>a", []),
        ("b>x", [("b", "no record is called x", None)]),
        ("b>x c>x", [("b", "no record is called x", None), ("c", "no record is called x", "b")]),
        ("a b>a c>b", [("c", "b is itself an account of another", "a")]),
        ("b>x c>b", [
            ("b", "no record is called x", None),
            ("c", "b is an account of another that leads to no first one", "b"),
        ]),
        ("a>b b>a", [
            ("a", "b is an account of another that leads to no first one", None),
            ("b", "a is an account of another that leads to no first one", "a"),
        ]),
    ],
)  # fmt: skip
def test_links_that_lead_nowhere_in_a_circle_or_by_a_detour_are_loose(
    told: str, loose: list[tuple[str, str, str | None]]
) -> None:
    assert [(one.record.id, one.reason, one.first) for one in loose_links(linked(told))] == loose


@pytest.mark.parametrize(
    ("changes", "reasons"),
    [
        ({}, ()),
        ({"start": None}, ()),
        ({"start": {"local": "2018-09-28"}}, ()),
        ({"start": {"local": "2018-09"}}, ()),
        ({"start": {"local": "2018-10"}}, ("2018-09-27 is not 2018-10",)),
        ({"start": {"local": "2018-09-29"}}, ("2018-09-27 is not 2018-09-29",)),
        ({"participants": [{"party": "Peru"}]}, ("no party took part in both",)),
        ({"participants": None}, ()),
        ({"source": {"publisher": MOFA}}, (f"both are by {MOFA}",)),
        ({"source": {"publisher": MOFA, "language": "ja"}}, ()),
    ],
)
def test_what_speaks_against_one_meeting_is_said(changes: dict[str, Any], reasons: tuple[str, ...]) -> None:
    one, other = record("a", TALKS), record("b", THEIRS, **changes)
    assert objections(one, other) == reasons


def test_a_page_that_leaves_its_own_country_out_is_known_by_the_people() -> None:
    """On the site of China's ministry nobody says of whom Wang Yi is the minister."""
    at_home = {**THEIRS, "participants": [WITHOUT, {**KONO, "name": "Taro Kono"}]}
    (pair,) = probable_accounts([record("a", TALKS), record("b", at_home)])
    assert pair.reasons == ("the same time", "Japan and China", "KONO Taro, Wang Yi", "New York")


def test_one_person_in_common_is_too_little_where_the_parties_are_not_the_same() -> None:
    other = {**THEIRS, "participants": [{"name": "Li Wei", "title": "Premier"}, {**KONO, "name": "Taro Kono"}]}
    assert pairs([record("a", TALKS), record("b", other)]) == []


def test_each_side_without_its_own_country_is_no_objection() -> None:
    ours = record("a", {**TALKS, "participants": [{"name": "KONO Taro", "title": "Foreign Minister"}, WANG]})
    theirs = record("b", {**THEIRS, "participants": [WITHOUT, {**KONO, "name": "Taro Kono"}]})
    assert objections(ours, theirs) == ()
    assert pairs([ours, theirs]) == [("a", "b")]


def test_an_office_in_japanese_tells_who_is_meant() -> None:
    japanese = [{**KONO, "name": "河野太郎", "title": "外務大臣"}, {**WANG, "name": "王毅", "title": "国務委員"}]
    day = {"start": {"local": "2018-09-27"}}
    assert pairs([record("a", {**THEIRS, **day}), record("b", {**TALKS, **day, "participants": japanese})]) == [
        ("a", "b")
    ]
