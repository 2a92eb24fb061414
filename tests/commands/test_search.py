"""`search`: the points that match, and the meetings they stand in."""

from __future__ import annotations

import json

import pytest

from tests.conftest import Dipmeet


def test_a_topic_finds_its_meetings_by_any_name_with_what_belongs_to_it(sample: Dipmeet) -> None:
    found = sample("search", "--topic", "North Korea", "--json").ids
    assert "2017-09-19-japan-canada" in found
    assert sample("search", "--topic", "DPRK", "--json").ids == found
    assert set(sample("search", "--topic", "abductions issue", "--ids").out.split()) <= set(found)


def test_matches_are_addresses_of_points(sample: Dipmeet) -> None:
    record = next(r for r in sample("search", "NAFTA", "--json").records if r["id"] == "2017-09-19-japan-canada")
    assert record["matches"]
    for address in record["matches"]:
        points = record["points"]
        for position in address.split("."):
            point = points[int(position) - 1]
            points = point.get("points", [])
        assert "NAFTA" in point["text"]


def test_filters_narrow_words(sample: Dipmeet) -> None:
    whole = sample("search", "nuclear", "--ids").out.split()
    narrow = sample("search", "nuclear", "--on", "2017-09-19", "--ids").out.split()
    assert narrow == ["2017-09-19-japan-canada"]
    assert set(narrow) < set(whole)


def test_the_words_are_marked_on_a_screen(sample: Dipmeet) -> None:
    plain = sample("search", "NAFTA")
    coloured = sample("--color", "always", "search", "NAFTA")
    assert "NAFTA" in plain.out
    assert "m" + "NAFTA" + "\x1b[0m" in coloured.out


def test_the_count_says_points_and_meetings_out_of_all(sample: Dipmeet) -> None:
    assert sample("search", "NAFTA").err == "1 point in 1 of 38 meetings\n"
    found = sample("search", "--topic", "North Korea", "--party", "Canada", "--json").records
    points = sum(len(record["matches"]) for record in found)
    answer = sample("search", "--topic", "North Korea", "--party", "Canada")
    assert answer.err == f"{points} points in {len(found)} of 38 meetings\n"
    few = len(found[0]["matches"])
    answer = sample("search", "--topic", "North Korea", "--party", "Canada", "--limit", "1")
    points_of_few = f"{few} point{'s' if few != 1 else ''}"
    assert answer.err == f"{points_of_few} in the first 1 of {len(found)} meetings that match, of 38\n"


def test_sort_by_date_and_by_relevance_find_the_same(sample: Dipmeet) -> None:
    dated = sample("search", "nuclear", "--sort", "date", "--ids").out.split()
    ranked = sample("search", "nuclear", "--sort", "relevance", "--ids").out.split()
    assert sorted(dated) == sorted(ranked)
    assert [i[:10] for i in dated] == sorted(i[:10] for i in dated)


QUAD = "2022-02-11-japan-australia-india-united-states"
LANGUAGE = [
    (["nafta"], ["2017-09-19-japan-canada"]),
    (["NAFTA", "OR", "zeppelin"], ["2017-09-19-japan-canada"]),
    (["NAFTA", "NOT", "zeppelin"], ["2017-09-19-japan-canada"]),
    (["NAFTA", "NOT", "nafta"], []),
    (["title:Quad"], [QUAD]),
    (["person:Freeland", "NAFTA"], ["2017-09-19-japan-canada"]),
]


@pytest.mark.parametrize(("words", "ids"), LANGUAGE)
def test_words_may_be_typed_apart_or_in_one(sample: Dipmeet, words: list[str], ids: list[str]) -> None:
    assert sample("search", *words, "--ids").out.split() == ids
    assert sample("search", " ".join(words), "--ids").out.split() == ids


def test_every_field_of_the_language_stands_on_its_page() -> None:
    from dipmeet.commands.helping.pages import SEARCH
    from dipmeet.query.language import FIELDS

    listed = SEARCH.partition("in one field:")[2].partition("\n  dipmeet")[0]
    assert sorted(word.strip() for word in listed.split(",")) == sorted(FIELDS)


def test_nothing_found_is_an_honest_no_in_every_format(sample: Dipmeet) -> None:
    for flag in ([], ["--json"], ["--jsonl"], ["--plain"], ["--ids"]):
        result = sample("search", "zeppelin", *flag)
        assert (result.code, result.out, result.err) == (1, "", "dipmeet: nothing found in 38 meetings\n")


def test_where_nothing_is_found_what_is_spelt_alike_is_offered(sample: Dipmeet) -> None:
    answer = sample("search", "abductoin")
    assert answer.code == 1
    assert answer.err == (
        "dipmeet: nothing found in 38 meetings (did you mean 'abduction'? --fuzzy finds what is spelt alike)\n"
    )


def test_a_misprint_of_the_source_is_found_by_the_right_spelling(dipmeet: Dipmeet) -> None:
    dipmeet("add", "--start", "2017-09-19", "--party", "Japan", "--point", "it must be thorouoly enforced")
    assert dipmeet("search", "thoroughly").code == 1
    assert dipmeet("search", "thoroughly", "--fuzzy", "--ids").out == "2017-09-19-japan\n"
    assert "thorouoly" in dipmeet("search", "thoroughly enforced", "--fuzzy").out


def test_points_alone_are_called_by_their_references(sample: Dipmeet) -> None:
    answer = sample("search", "NAFTA", "--points", "--ids")
    assert "2017-09-19-japan-canada#4" in answer.out.splitlines()
    rows = [line.split("\t") for line in sample("search", "NAFTA", "--points", "--plain").out.splitlines()]
    assert all("NAFTA" in text for _, text in rows)
    printed = json.loads(sample("search", "NAFTA", "--points", "--json").out)
    assert [point["text"][slice(*point["spans"][0])] for point in printed] == ["NAFTA"] * len(rows)
    assert "2017-09-19-japan-canada#4\n  They also took up UNSC reform" in sample("search", "NAFTA", "--points").out


JAPAN, CHINA = "2018-09-27-japan-china", "2018-09-27-china-japan"


def test_hits_of_each_account_of_a_meeting_stand_under_its_publisher_and_the_meeting_counts_once(
    sample: Dipmeet,
) -> None:
    apart = sample("search", "Vladivostok")
    assert apart.err == "2 points in 2 of 38 meetings\n"
    sample("link", JAPAN, CHINA)
    result = sample("search", "Vladivostok")
    assert result.err == "2 points in 1 of 37 meetings\n"
    lines = result.out.splitlines()
    assert lines[:3] == [
        "Japan-China Foreign Ministers' Meeting",
        "Thu 27 Sep 2018 4:30 p.m. EDT · New York",
        f"Ministry of Foreign Affairs of Japan · {JAPAN}",
    ]
    assert lines[3].startswith("  #1.1.1  There had been one good exchange after another")
    assert f"Ministry of Foreign Affairs of the People's Republic of China · {CHINA}" in lines


def test_a_meeting_is_found_where_one_account_has_the_words_and_scripts_get_that_one(sample: Dipmeet) -> None:
    sample("link", JAPAN, CHINA)
    words = '"keep differences in hand"'
    result = sample("search", words)
    assert result.out.startswith("Japan-China Foreign Ministers' Meeting\n")
    assert f" · {JAPAN}\n" not in result.out
    assert result.err == "1 point in 1 of 37 meetings\n"
    assert sample("search", words, "--json").ids == [CHINA]
    assert sample("search", words, "--points", "--ids").out == f"{CHINA}#2\n"


def test_a_limit_of_a_search_counts_meetings(sample: Dipmeet) -> None:
    sample("link", JAPAN, CHINA)
    result = sample("search", "Vladivostok", "OR", "abductions", "--sort", "date", "-n", "1", "--since", "2018-09")
    assert result.err.startswith("2 points in the first 1 of ")
    assert sample("search", "Vladivostok", "-n", "1", "--ids").out.split() == [JAPAN, CHINA]
    assert sample("search", "xyzzy").err.startswith("dipmeet: nothing found in 37 meetings")
