"""Offices that differ from those of the person's records around."""

from __future__ import annotations

import pytest

from dipmeet.model.meeting import Meeting
from dipmeet.study.rules.offices import check_offices, is_other_office
from tests.study.rules.made import made, moment

FREELAND = {"name": "Chrystia Freeland", "party": "Canada", "title": "Minister of Foreign Affairs"}


@pytest.mark.parametrize(
    ("one", "other", "are_two"),
    [
        ("Minister for Foreign Affairs", "Foreign Minister", False),
        ("Minister for Foreign Affairs", "Minister of Foreign Affairs and International Cooperation", False),
        ("Minister of Foreign Affairs", "Deputy Prime Minister and Minister of Foreign Affairs", False),
        ("State Councilor", "State Councilor and Foreign Minister", False),
        ("Minister for Foreign Affairs", "Minister forForeign Affairs", False),
        ("Minister for Foreign Affairs", "外務大臣", False),  # which cannot be told from the letters
        ("Minister for Foreign Affairs", "Prime Minister", True),
        ("Minister for Foreign Affairs", "Minister of Defense", True),
        ("Minister for Foreign Affairs", "State Minister for Foreign Affairs", True),
        ("Minister for Foreign Affairs", "Vice-Minister for Foreign Affairs", True),
        ("Secretary of State", "President", True),
    ],
)
def test_wordings_of_one_office_and_offices_held_together_are_not_two(one: str, other: str, are_two: bool) -> None:
    assert is_other_office(one, other) is are_two
    assert is_other_office(other, one) is are_two


def held(identity: str, day: str, title: str | None, name: str = "Taro Kono") -> Meeting:
    person = {"name": name, "party": "Japan", **({"title": title} if title else {})}
    return made(id=identity, start=moment(day), participants=[FREELAND, person])


FOREIGN, DEFENCE = "Minister for Foreign Affairs", "Minister of Defense"


@pytest.mark.parametrize(
    ("records", "odd"),
    [
        ([("2018-01-01", FOREIGN), ("2018-03-01", DEFENCE), ("2018-06-01", "Foreign Minister")], ["b"]),
        ([("2018-01-01", FOREIGN), ("2018-03-01", DEFENCE)], []),  # a new office
        ([("2018-01-01", FOREIGN), ("2018-03-01", DEFENCE), ("2018-06-01", DEFENCE)], []),
        ([("2018-01-01", FOREIGN), ("2018-03-01", DEFENCE), ("2020-06-01", FOREIGN)], []),  # and back, years later
        ([("2018-01-01", FOREIGN), ("2018-03-01", None), ("2018-06-01", FOREIGN)], []),
        ([("2018-01-01", FOREIGN), ("2018-01-03", DEFENCE)], ["b"]),  # on one journey
        ([("2018-01-01", FOREIGN), ("2018-01-05", DEFENCE)], []),
        ([("2018-01", FOREIGN), ("2018-01-05", DEFENCE)], []),
    ],
)
def test_an_office_is_odd_against_the_records_around_it(records: list, odd: list[str]) -> None:
    meetings = [held(name, day, title) for name, (day, title) in zip("abc", records, strict=False)]
    assert [finding.meeting for finding in check_offices(meetings)] == odd


def test_an_odd_office_says_what_the_others_say() -> None:
    meetings = [held("a", "2018-01-01", FOREIGN), held("b", "2018-03-01", DEFENCE), held("c", "2018-06-01", FOREIGN)]
    (finding,) = check_offices(meetings)
    assert (finding.field, finding.printed, finding.right) == ("participants[1].title", DEFENCE, FOREIGN)
    assert finding.others == ("a", "c")
