"""Which records are of one meeting, by their links alone: chains, circles, and links to what is not there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipmeet.model.accounts import accounts_by_meeting, first_ids
from dipmeet.model.meeting import Meeting


def records(told: str) -> list[Meeting]:
    """Return the records of "a b>a": one called a, and one called b that is an account of it."""
    named = (one.partition(">") for one in told.split())
    return [Meeting(id=identity, account_of=first or None) for identity, _, first in named]


@pytest.mark.parametrize(
    ("told", "meetings"),
    [
        ("", []),
        ("a b", ["a", "b"]),
        ("a b>a", ["ab"]),
        ("b>a a", ["ab"]),
        ("c a b>a d", ["c", "ab", "d"]),
        ("a c>a b>a", ["acb"]),
        ("c>b b>a a", ["acb"]),
        ("b>x c>x", ["bc"]),
        ("c>b b>x d>x", ["cbd"]),
        ("b>x c>y", ["b", "c"]),
        ("b>a a>b", ["ab"]),
        ("c>a b>c a>b d>c", ["acbd"]),
        ("d>c c>d b>d", ["cdb"]),
    ],
)
def test_records_that_links_join_are_of_one_meeting_with_the_first_account_first(
    told: str, meetings: list[str]
) -> None:
    assert ["".join(one.id for one in accounts) for accounts in accounts_by_meeting(records(told))] == meetings


def test_two_records_of_one_id_are_two_meetings_and_a_link_means_the_first_of_them() -> None:
    twins = records("a a b>a b>x")
    assert [[twins.index(one) for one in accounts] for accounts in accounts_by_meeting(twins[:3])] == [[0, 2], [0]]
    assert ["".join(one.id for one in some) for some in accounts_by_meeting(records("a>b b a c>a"))] == ["ba", "ac"]
    (whole, alone, lost) = accounts_by_meeting(twins)
    assert whole == (twins[0], twins[2])
    assert (alone, lost) == ((twins[1],), (twins[3],))


@pytest.mark.parametrize(
    ("links", "ends"),
    [
        ({}, {}),
        ({"b": "a"}, {"b": "a"}),
        ({"c": "b", "b": "a"}, {"c": "a", "b": "a"}),
        ({"b": "a", "c": "b"}, {"b": "a", "c": "a"}),
        ({"b": "c", "c": "b"}, {"b": "b", "c": "b"}),
        ({"d": "c", "c": "b", "b": "c"}, {"d": "b", "c": "b", "b": "b"}),
        ({"a": "c", "c": "d", "d": "c"}, {"a": "c", "c": "c", "d": "c"}),
        ({"a": "a"}, {"a": "a"}),
    ],
)
def test_links_lead_to_the_end_of_their_chain_or_the_least_of_their_circle(
    links: dict[str, str], ends: dict[str, str]
) -> None:
    assert first_ids(links) == ends


@given(
    st.lists(st.tuples(st.sampled_from("abcdefg"), st.none() | st.sampled_from("abcdefgxy")), unique_by=lambda t: t[0])
)
def test_each_record_is_of_one_meeting_and_of_that_of_the_record_that_it_names(
    told: list[tuple[str, str | None]],
) -> None:
    held = [Meeting(id=identity, account_of=first) for identity, first in told]
    meetings = accounts_by_meeting(held)
    assert sorted(one.id for accounts in meetings for one in accounts) == sorted(one.id for one in held)
    of = {one.id: accounts for accounts in meetings for one in accounts}
    for one in held:
        if one.account_of in of:
            assert of[one.id] is of[one.account_of]
        if one.account_of is None:
            assert of[one.id][0] is one
