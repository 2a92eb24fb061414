"""`show`: what a reference names, in full."""

from __future__ import annotations

import pytest

from tests.conftest import Dipmeet

REFERENCES = [
    (["2017-09-19-japan-canada"], ["2017-09-19-japan-canada"]),
    (["2017-09-19"], ["2017-09-19-japan-canada"]),
    (["2017-09-19-"], ["2017-09-19-japan-canada"]),
    (["2017-09-19-japan"], ["2017-09-19-japan-canada"]),
    (["2018-09-27"], ["2018-09-27-china-japan", "2018-09-27-japan-china"]),
    (["2017"], ["2017-06-16-united-states-canada", "2017-09-19-japan-canada", "2017-11-10-japan-canada"]),
    (["2017-11", "2017-09"], ["2017-11-10-japan-canada", "2017-09-19-japan-canada"]),
    (["2017-11", "2017-11-10"], ["2017-11-10-japan-canada"]),
]


@pytest.mark.parametrize(("references", "ids"), REFERENCES)
def test_a_reference_is_an_id_or_a_beginning_up_to_a_hyphen(
    sample: Dipmeet, references: list[str], ids: list[str]
) -> None:
    assert sample("show", *references, "--ids").out.split() == ids


@pytest.mark.parametrize("reference", ["201", "2017-0", "2017-09-19-jap", "canada", "-"])
def test_half_a_word_of_an_id_names_nothing(sample: Dipmeet, reference: str) -> None:
    assert sample("show", reference, "--ids", stdin="2017-0\n").code == 1


def test_an_exact_id_wins_over_ids_that_begin_with_it(dipmeet: Dipmeet) -> None:
    for _ in range(2):
        dipmeet("add", "--start", "2017-09-19", "--party", "Japan")
    assert dipmeet("list", "--ids").out.split() == ["2017-09-19-japan", "2017-09-19-japan-2"]
    assert dipmeet("show", "2017-09-19-japan", "--ids").out.split() == ["2017-09-19-japan"]


def test_ids_come_from_standard_input(sample: Dipmeet) -> None:
    piped = sample("show", "-", "--ids", stdin="2017-11\n\n  2017-09 \n")
    assert piped.out.split() == ["2017-11-10-japan-canada", "2017-09-19-japan-canada"]


def test_the_card_tells_the_meeting(sample: Dipmeet) -> None:
    shown = sample("show", "2017-09-19").out
    for words in ("Japan-Canada Foreign Ministers’ Meeting", "Taro Kono", "Chrystia Freeland", "Canada",
                  "about 2:05 p.m. EDT", "about 3:05 a.m. JST (+1 day)", "New York", "NAFTA"):  # fmt: skip
        assert words in shown
    assert sample("show", "2017-09-19").err == ""


def test_a_city_a_zone_and_utc_can_be_asked_for(sample: Dipmeet) -> None:
    shown = sample("show", "2017-09-19", "--tz", "London", "--tz", "UTC").out
    assert "7:05 p.m. BST" in shown
    assert "6:05 p.m. UTC" in shown


def test_local_is_the_zone_of_the_machine(sample: Dipmeet) -> None:
    """TZ is Europe/Paris in these tests: 14:05 in New York was 20:05 there."""
    record = sample("show", "2017-09-19", "--tz", "local", "--json").records[0]
    assert [(time["zone"], time["local"]) for time in record["times"]] == [("Europe/Paris", "2017-09-19T20:05")]


JAPAN, CHINA = "2018-09-27-japan-china", "2018-09-27-china-japan"


@pytest.mark.parametrize(("named", "other"), [(JAPAN, CHINA), (CHINA, JAPAN)])
def test_a_meeting_is_shown_with_the_account_named_first_and_what_the_other_says_otherwise(
    sample: Dipmeet, named: str, other: str
) -> None:
    sample("link", JAPAN, CHINA)
    shown = sample("show", named).out
    assert shown.splitlines()[1] == named
    card, accounts = shown.split("\nAccounts")
    assert other not in card.replace(f"Account of    {other}", "")
    assert f"Record        {named}" in accounts
    assert other in accounts
    points = {JAPAN: "It made him very happy that, thanks to many meetings", CHINA: "keep differences in hand"}
    assert (points[named] in card, points[other] in accounts) == (True, True)


def test_a_reference_to_two_accounts_shows_their_meeting_once_the_first_account_first(sample: Dipmeet) -> None:
    assert "Accounts" not in sample("show", "2018-09-27").out
    sample("link", JAPAN, CHINA)
    shown = sample("show", "2018-09-27").out
    assert shown.splitlines()[1] == JAPAN
    assert shown.count("\nAccounts") == 1
    assert shown == sample("show", JAPAN).out


def test_scripts_get_the_records_named_and_no_other(sample: Dipmeet) -> None:
    sample("link", JAPAN, CHINA)
    assert sample("show", CHINA, "--json").ids == [CHINA]
    assert sample("show", "2018-09-27", "--ids").out.split() == [CHINA, JAPAN]
