"""Ids, and the references by which a person names records and points."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipmeet.errors import BadValue
from dipmeet.model.ids import Reference, free_id, id_stem, is_named_by, read_reference, slug
from dipmeet.model.meeting import Meeting


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Côte d'Ivoire", "cote-d-ivoire"),
        ("Türkiye", "turkiye"),
        ("European Union", "european-union"),
        ("  Trinidad & Tobago ", "trinidad-tobago"),
        ("日本", "日本"),
        ("snake_case", "snake-case"),
        ("…", ""),
    ],
)
def test_a_slug_is_lower_case_words_and_hyphens(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("fields", "stem"),
    [
        ({"start": {"local": "2017-09-19T14:05"}, "participants": [{"party": "Japan"}, {"party": "Canada"}]},
         "2017-09-19-japan-canada"),
        ({"start": {"local": "2017-09"}, "participants": [{"party": "Canada"}, {"party": "Japan"}]},
         "2017-09-canada-japan"),
        ({"start": {"local": "1945"}, "participants": [{"party": "Soviet Union"}]}, "1945-soviet-union"),
        ({"participants": [{"party": "Japan"}]}, "undated-japan"),
        ({"start": {"local": "2017-09-19"}, "kind": "telephone call"}, "2017-09-19-telephone-call"),
        ({}, "undated-meeting"),
    ],
)  # fmt: skip
def test_an_id_is_the_local_date_and_the_parties_in_the_order_of_the_source(fields: Any, stem: str) -> None:
    assert id_stem(Meeting.from_json({"id": "a", **fields})) == stem


def test_an_id_of_many_parties_is_still_an_id() -> None:
    people = [{"party": f"Republic number {number}"} for number in range(40)]
    stem = id_stem(Meeting.from_json({"id": "a", "participants": people}))
    assert Meeting.from_json({"id": free_id(stem, {stem})}).id == f"{stem}-2"
    assert not stem.endswith("-")


def test_an_id_that_is_taken_is_numbered_from_two() -> None:
    assert free_id("a", {}) == "a"
    assert free_id("a", {"a"}) == "a-2"
    assert free_id("a", {"a", "a-2", "a-4"}) == "a-3"


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("2017-09-19-japan-canada", Reference("2017-09-19-japan-canada")),
        (" 2017-09 ", Reference("2017-09")),
        ("2017-09-19#2", Reference("2017-09-19", (2,))),
        ("2017-09-19#2.1", Reference("2017-09-19", (2, 1))),
        ("2017-09-19#12.3.4", Reference("2017-09-19", (12, 3, 4))),
    ],
)
def test_a_reference_names_records_and_perhaps_a_point(text: str, reference: Reference) -> None:
    assert read_reference(text) == reference


@pytest.mark.parametrize(
    "text", ["", "  ", "#2", "a#", "a#0", "a#2.0", "a#2.", "a#.1", "a#x", "a#1#2", "a#-1", "a#1,2"]
)
def test_what_is_no_reference_is_refused_with_what_to_type(text: str) -> None:
    with pytest.raises(BadValue) as error:
        read_reference(text)
    assert error.value.hint


@given(st.from_regex(r"[0-9a-z][0-9a-z-]{0,10}", fullmatch=True), st.lists(st.integers(1, 9999), max_size=4))
def test_a_reference_is_read_back_as_it_is_told(words: str, point: list[int]) -> None:
    reference = Reference(words, tuple(point))
    assert read_reference(str(reference)) == reference


@pytest.mark.parametrize(
    ("reference", "is_named"),
    [
        ("2017-09-19-japan-canada", True),
        ("2017", True),
        ("2017-09", True),
        ("2017-09-", True),
        ("2017-09-19", True),
        ("2017-09-19-japan", True),
        ("2017-09-1", False),
        ("201", False),
        ("2017-09-19-jap", False),
        ("2017-09-19-japan-canada-2", False),
        ("09-19", False),
        ("", False),
        ("-", False),
    ],
)
def test_a_beginning_counts_where_it_ends_at_a_hyphen(reference: str, is_named: bool) -> None:
    assert is_named_by(reference, "2017-09-19-japan-canada") is is_named
