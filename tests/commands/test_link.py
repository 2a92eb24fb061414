"""`link`: records joined as accounts of one meeting, parted again, and the pairs that probably are one."""

from __future__ import annotations

import json

import pytest

from tests.conftest import Dipmeet

JAPAN, CHINA = "2018-09-27-japan-china", "2018-09-27-china-japan"
PAIRS = [
    ("2011-03-17-japan-united-states", "2011-03-16-united-states-japan"),
    (CHINA, JAPAN),
    ("2020-08-24-japan-myanmar", "2020-08-24-myanmar-japan"),
    ("2022-01-06-japan-united-states", "2022-01-05-united-states-japan"),
]


def links(sample: Dipmeet) -> dict[str, str]:
    """Return the links of the archive: id of each account that is not the first, to the first's."""
    return {one["id"]: one["account_of"] for one in sample("list", "--json").records if "account_of" in one}


def archive_of(sample: Dipmeet) -> bytes:
    return (sample.folder / "sample.json").read_bytes()


def added(sample: Dipmeet, *words: str) -> str:
    """Add a record by flags and return its id."""
    (record,) = sample("add", *words, "--json").records
    return record["id"]


def test_two_records_are_linked_and_the_first_named_is_first(sample: Dipmeet) -> None:
    result = sample("link", JAPAN, CHINA)
    assert (result.code, result.out) == (0, "")
    assert result.err == f"{JAPAN} and {CHINA} are now 2 accounts of one meeting\n"
    assert links(sample) == {CHINA: JAPAN}


def test_a_reference_links_all_that_it_names(sample: Dipmeet) -> None:
    assert sample("link", "2018-09-27").code == 0
    assert links(sample) == {JAPAN: CHINA}


def test_a_third_account_and_a_linked_meeting_come_under_the_first(sample: Dipmeet) -> None:
    third, fourth = (added(sample, "--start", "2018-09-27", "--party", "Japan", "--party", "China") for _ in "34")
    sample("link", JAPAN, CHINA)
    sample("link", third, fourth)
    result = sample("link", CHINA, fourth)
    assert result.err == f"{JAPAN} and 3 records ({CHINA}, {third}, {fourth}) are now 4 accounts of one meeting\n"
    assert links(sample) == {CHINA: JAPAN, third: JAPAN, fourth: JAPAN}


def test_what_is_linked_already_is_an_honest_no(sample: Dipmeet) -> None:
    sample("link", JAPAN, CHINA)
    before = archive_of(sample)
    result = sample("link", CHINA, JAPAN)
    assert (result.code, result.out) == (1, "")
    assert result.err == f"dipmeet: already accounts of one meeting: {CHINA}, {JAPAN} ('dipmeet show' shows it)\n"
    assert archive_of(sample) == before


@pytest.mark.parametrize("named", [[JAPAN], [JAPAN, JAPAN]])
def test_one_record_is_no_two_accounts(sample: Dipmeet, named: list[str]) -> None:
    result = sample("link", *named)
    assert result.code == 2
    assert result.err == f"dipmeet: {JAPAN} alone is no two accounts (dipmeet link {JAPAN} {CHINA})\n"


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ("2017-09-19-japan-canada", "2018-09-27 is not 2017-09-19"),
        ("2018-08-02-japan-iran", "2018-09-27 is not 2018-08-02"),
    ],
)
def test_what_is_hardly_one_meeting_is_linked_by_force_alone(sample: Dipmeet, other: str, reason: str) -> None:
    before = archive_of(sample)
    result = sample("link", JAPAN, other)
    assert result.code == 1
    assert result.err == f"dipmeet: hardly one meeting: {JAPAN} and {other}: {reason} (--force links them)\n"
    assert archive_of(sample) == before
    assert sample("link", JAPAN, other, "--force").code == 0
    assert links(sample) == {other: JAPAN}


def test_two_accounts_by_one_publisher_need_force_and_the_first_account_is_not_all_that_counts(
    sample: Dipmeet,
) -> None:
    words = ("--start", "2018-09-27", "--party", "Japan", "--party", "China", "--publisher")
    again = added(sample, *words, "Ministry of Foreign Affairs of Japan")
    sample("link", CHINA, JAPAN)
    assert sample("link", CHINA, again).code == 1
    assert sample("link", CHINA, again, "--force").code == 0


def test_a_trial_changes_nothing(sample: Dipmeet) -> None:
    before = archive_of(sample)
    assert sample("link", JAPAN, CHINA, "--dry-run").err == (
        f"{JAPAN} and {CHINA} would be 2 accounts of one meeting\n"
    )
    assert sample("link", "--all", "--dry-run").code == 0
    assert archive_of(sample) == before
    sample("link", JAPAN, CHINA)
    linked = archive_of(sample)
    assert sample("link", "--remove", CHINA, "--dry-run").err == f"would be parted from its meeting: {CHINA}\n"
    assert archive_of(sample) == linked


@pytest.mark.parametrize("gone", [JAPAN, CHINA])
def test_an_account_is_parted_from_its_meeting(sample: Dipmeet, gone: str) -> None:
    sample("link", JAPAN, CHINA)
    result = sample("link", "--remove", gone)
    assert (result.code, result.err) == (0, f"parted from its meeting: {gone}\n")
    assert links(sample) == {}


def test_where_the_first_account_is_parted_the_next_is_first(sample: Dipmeet) -> None:
    third = added(sample, "--start", "2018-09-27", "--party", "Japan", "--party", "China", "--account-of", JAPAN)
    sample("link", JAPAN, CHINA)
    sample("link", "--remove", JAPAN)
    assert links(sample) == {third: CHINA}


def test_the_only_account_of_a_meeting_is_not_parted(sample: Dipmeet) -> None:
    result = sample("link", "--remove", JAPAN)
    assert (result.code, result.err) == (1, f"dipmeet: {JAPAN} is the only account of its meeting\n")


@pytest.mark.parametrize("words", [("link", JAPAN, CHINA), ("link", "--all", "--yes")])
def test_linking_is_taken_back(sample: Dipmeet, words: tuple[str, ...]) -> None:
    before = archive_of(sample)
    sample(*words)
    assert archive_of(sample) != before
    assert sample("undo").code == 0
    assert archive_of(sample) == before


def test_parting_is_taken_back(sample: Dipmeet) -> None:
    sample("link", JAPAN, CHINA)
    before = archive_of(sample)
    sample("link", "--remove", JAPAN)
    sample("undo")
    assert archive_of(sample) == before


def test_probable_pairs_are_listed_with_their_publishers_and_the_reasons(sample: Dipmeet) -> None:
    result = sample("link")
    assert [line.split(" · ")[0] for line in result.out.splitlines() if line[:1] == "2"] == [
        i for p in PAIRS for i in p
    ]
    assert result.out.splitlines()[:4] == [
        "2011-03-17-japan-united-states · Prime Minister's Office of Japan",
        "2011-03-16-united-states-japan · The White House",
        "  the same day · Japan and United States · Naoto Kan, Barack Obama",
        "",
    ]
    assert result.err == (
        "4 probable pairs among 38 records ('dipmeet link A B' links two, 'dipmeet link --all' all of them)\n"
    )


def test_probable_pairs_for_scripts_are_a_json_array(sample: Dipmeet) -> None:
    told = sample("link", "--json").records
    assert [tuple(pair["accounts"]) for pair in told] == PAIRS
    assert told[1] == {
        "accounts": [CHINA, JAPAN],
        "publishers": [
            "Ministry of Foreign Affairs of the People's Republic of China", "Ministry of Foreign Affairs of Japan",
        ],
        "reasons": ["the same day", "China and Japan", "Wang Yi, Taro Kono", "New York"],
    }  # fmt: skip


def test_all_probable_pairs_are_linked_after_asking(sample: Dipmeet) -> None:
    before = archive_of(sample)
    assert sample("link", "--all").code == 2
    assert sample("link", "--all", typed=["n"], width=80).code == 130
    assert archive_of(sample) == before
    result = sample("link", "--all", "--yes")
    assert links(sample) == {second: first for first, second in PAIRS}
    assert result.err == f"linked: 4 records ({PAIRS[0][1]}, {PAIRS[1][1]}, {PAIRS[2][1]}, …)\n"
    nothing = sample("link")
    assert (nothing.code, nothing.out, nothing.err) == (0, "", "0 probable pairs among 38 records\n")
    assert sample("link", "--json").out == "[]\n"
    assert sample("link", "--all", "--yes").code == 1


def test_three_accounts_that_are_probably_of_one_meeting_are_linked_at_once(sample: Dipmeet) -> None:
    words = ("--start", "4:30 p.m. 27 Sep 2018", "--place", "New York", "--publisher", "Xinhua")
    people = ("--participant", "Wang Yi; Foreign Minister; China", "--participant", "Kono; Foreign Minister; Japan")
    third = added(sample, *words, *people)
    sample("link", "--all", "--yes")
    assert {links(sample)[one] for one in (JAPAN, third)} == {CHINA}


def test_a_link_that_leads_nowhere_is_taken_away(sample: Dipmeet) -> None:
    sample("link", JAPAN, CHINA)
    file = sample.folder / "sample.json"
    file.write_text(file.read_text("utf-8").replace(f'"account_of": "{JAPAN}"', '"account_of": "gone"'), "utf-8")
    assert sample("link", "--remove", CHINA).code == 0
    assert links(sample) == {}


def test_a_link_by_a_detour_is_mended_by_what_is_offered(sample: Dipmeet) -> None:
    third = added(sample, "--start", "2018-09-27", "--party", "Japan", "--party", "China", "--account-of", JAPAN)
    sample("link", JAPAN, CHINA)
    file = sample.folder / "sample.json"
    tables = json.loads(file.read_text("utf-8"))
    (account,) = (one for one in tables["meetings"].values() if one["id"] == third)
    account["account_of"] = CHINA
    file.write_text(json.dumps(tables), "utf-8")
    (line,) = sample("link").err.splitlines()[1:]
    offered = line.partition("(dipmeet ")[2].rstrip(")").split()
    assert sample(*offered).code == 0
    assert links(sample) == {third: JAPAN, CHINA: JAPAN}
    assert len(sample("link").err.splitlines()) == 1


def test_a_link_that_leads_nowhere_is_mended_by_linking(sample: Dipmeet) -> None:
    third = added(sample, "--start", "2018-09-27", "--party", "Japan", "--party", "China", "--account-of", CHINA)
    file = sample.folder / "sample.json"
    text = file.read_text("utf-8").replace(f'"account_of": "{CHINA}"', '"account_of": "2018-09-27-gone"')
    file.write_text(text, "utf-8")
    assert links(sample) == {third: "2018-09-27-gone"}
    assert sample("link").err.splitlines()[1:] == [
        f"{third} has a loose link: no record is called 2018-09-27-gone (dipmeet link --remove {third})"
    ]
    assert sample("link", third, JAPAN).code == 0
    assert links(sample) == {JAPAN: third}
