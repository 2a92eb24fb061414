"""Specifies profiles: mappings typed, read from TOML, written to it, and those of the package."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.errors import DipmeetError, UnknownName
from dipmeet.formats.profile import (
    SHORT,
    BadProfile,
    mapped_columns,
    profile_for,
    profile_for_element,
    profile_of,
    read_profile,
    render_profile,
    shipped,
)

TRAVELS = ("id", "role", "name", "start-date", "end-date", "country", "locale", "remarks")


@pytest.mark.parametrize(
    ("pair", "field", "column"),
    [
        ("start=start-date", "start.local", "start-date"),
        ("end = to", "end.local", "to"),
        ("name=who", "participants[0].name", "who"),
        ("counterpart=host", "participants[1].party", "host"),
        ("text=a=b", "points[0].text", "a=b"),
        ("row=id", "row", "id"),
        ("source.url=link", "source.url", "link"),
        ("participants[2].party=third", "participants[2].party", "third"),
        ("participants[0]=visitor", "participants[0]", "visitor"),
    ],
)
def test_a_pair_says_which_column_is_which_field(pair: str, field: str, column: str) -> None:
    assert mapped_columns([pair]) == {field: column}


@pytest.mark.parametrize("pair", ["start", "start=", "=start-date", "", "="])
def test_a_pair_has_both_sides(pair: str) -> None:
    with pytest.raises(BadProfile, match="does not say which column is which field"):
        mapped_columns([pair])


@pytest.mark.parametrize(("field", "meant"), [("strt", "start"), ("plce", "place"), ("source.ur", "source.url")])
def test_a_field_that_no_record_has_is_refused_with_what_may_be_meant(field: str, meant: str) -> None:
    with pytest.raises(UnknownName) as caught:
        mapped_columns([f"{field}=x"])
    assert meant in caught.value.suggestions


columns = st.dictionaries(
    st.sampled_from([*SHORT.values(), "place", "country", "notes", "row"]),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1),
    min_size=1,
)


@settings(max_examples=60)
@given(columns, st.sampled_from([None, "dmy", "mdy"]))
def test_what_was_saved_is_read_back(mapped: dict[str, str], dates: str | None) -> None:
    profile = profile_of(mapped, "mine").replaced(dates=dates)
    if profile.columns:
        assert read_profile(render_profile(profile), "mine") == profile


def test_a_profile_says_what_is_fixed_what_words_mean_and_rules() -> None:
    profile = read_profile(
        """
        [map]
        start = "date"
        office = "role"
        [fixed]
        party = "Japan"
        [words.office]
        fm = "Foreign Minister"
        [[rules]]
        column = "note"
        says = ["By PHONE"]
        set = { kind = "telephone call" }
        """,
        "mine",
    )
    assert profile.fixed == {"participants[0].party": "Japan"}
    assert profile.words == {"participants[0].title": {"fm": "Foreign Minister"}}
    (rule,) = profile.rules
    assert (rule.column, rule.says, rule.set) == ("note", ("by phone",), {"kind": "telephone call"})
    assert profile.needs == ("date", "role")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[map", "the profile x is no TOML: "),
        ("", "the profile x maps no column"),
        ('[map]\nstart = "a"\n[mapp]', "the profile x has an unknown key 'mapp'"),
        ("[map]\nstart = 1", "the profile x should have words in quotes here, not {'start': 1}"),
        ('[map]\nstart = ""', "the profile x should have words in quotes here, not {'start': ''}"),
        ('dates = "ymd"\n[map]\nstart = "a"', "the profile x says dates = 'ymd'"),
        ('[map]\nstart = "a"\n[[rules]]\ncolumn = "b"', "a rule of the profile x is not column, says and set"),
        ('offices = "King"\n[map]\nstart = "a"', "the profile x should have a list of words here, not 'King'"),
        ('[map]\nstrt = "a"', "unknown field: 'strt'"),
        ('map = "start"', "the profile x should have words in quotes here, not 'start'"),
        ('words = "a"\n[map]\nstart = "a"', "the profile x should have tables of words here, not 'a'"),
        ('place_in = 1\n[map]\nstart = "a"', "the profile x should have a word in quotes for place_in, not 1"),
        ('rules = "a"\n[map]\nstart = "a"', "the profile x should have a list of rules here, not 'a'"),
    ],
)
def test_a_profile_that_makes_no_sense_is_refused(text: str, message: str) -> None:
    with pytest.raises(DipmeetError) as caught:
        read_profile(text, "x")
    assert caught.value.message.startswith(message)


def test_the_profiles_of_the_package_are_chosen_by_the_columns_of_a_table() -> None:
    assert [profile.name for profile in shipped()] == ["historian-travels", "historian-visits"]
    chosen = profile_for((*reversed(TRAVELS), "more"))
    assert chosen is not None
    assert chosen.name == "historian-travels"
    visits = profile_for(("id", "start-date", "end-date", "visitor", "from", "description"))
    assert visits is not None
    assert visits.name == "historian-visits"
    assert profile_for(TRAVELS[1:]) is None


@pytest.mark.parametrize(
    "columns",
    [
        ("ID", "Start Date", "End Date", "Visitor", "From", "Description"),
        ("description", "from", "visitor", "end_date", "start_date", "id", "created_by"),
    ],
)
def test_columns_are_known_however_they_are_spelt(columns: tuple[str, ...]) -> None:
    visits = profile_for(columns)
    assert visits is not None
    assert visits.name == "historian-visits"
    assert set(visits.needs) <= set(columns)
    assert {rule.column for rule in visits.rules} | {visits.place_in} <= set(columns)


def test_two_columns_of_nearly_one_name_are_not_guessed_between() -> None:
    assert profile_for(("id", "start-date", "end date", "end_date", "visitor", "from", "description")) is None


@pytest.mark.parametrize(
    ("element", "name"), [("trip", "historian-travels"), ("visit", "historian-visits"), ("row", None)]
)
def test_or_by_the_elements_of_xml(element: str, name: str | None) -> None:
    profile = profile_for_element(element)
    assert (profile.name if profile is not None else None) == name
