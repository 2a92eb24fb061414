"""What links records get where meetings are joined, or an account is parted from its meeting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipmeet.model.accounts import accounts_by_meeting
from dipmeet.model.meeting import Meeting
from dipmeet.study.linking import Edited, joined, parted
from tests.model.test_accounts import records


def told(changes: tuple[Edited, ...]) -> str:
    """Return changes as "b>a", a record that loses its link as its id alone."""
    return " ".join(new.id + (f">{new.account_of}" if new.account_of else "") for _, new in changes)


@pytest.mark.parametrize(
    ("meetings", "changes"),
    [
        (["a", "b"], "b>a"),
        (["a", "b", "c"], "b>a c>a"),
        (["a b>a", "c"], "c>a"),
        (["c", "a b>a"], "a>c b>c"),
        (["a", "b>gone c>gone"], "b>a c>a"),
        (["b>gone", "c"], "b c>b"),
        (["a b>a c>b"], "c>a"),
        (["a b>a"], ""),
    ],
)
def test_meetings_become_one_under_the_first_account_of_the_first(meetings: list[str], changes: str) -> None:
    assert told(joined([records(accounts) for accounts in meetings])) == changes


@pytest.mark.parametrize(
    ("accounts", "ids", "changes"),
    [
        ("a b>a", "b", "b"),
        ("a b>a", "a", "b"),
        ("a b>a c>a", "a", "b c>b"),
        ("a b>a c>a", "b", "b"),
        ("a b>a c>a", "abc", "b c"),
        ("b>gone c>gone", "b", "c b"),
        ("b>gone", "b", "b"),
        ("a", "a", ""),
    ],
)
def test_an_account_that_is_parted_is_a_meeting_and_the_next_is_the_first(
    accounts: str, ids: str, changes: str
) -> None:
    assert told(parted(records(accounts), set(ids))) == changes


@given(st.lists(st.integers(0, 4), min_size=1, max_size=7), st.sets(st.integers(0, 6)))
def test_joining_makes_one_meeting_and_parting_makes_it_and_one_of_each(of: list[int], gone: set[int]) -> None:
    told = [Meeting(id=f"r{at}", account_of=f"r{to}" if to < at else None) for at, to in enumerate(of)]
    whole = _after(told, joined(accounts_by_meeting(told)))
    ((*accounts,),) = accounts_by_meeting(whole)
    ids = {f"r{at}" for at in gone if at < len(of)}
    after = accounts_by_meeting(_after(whole, parted(accounts, ids)))
    assert sorted(len(some) for some in after) == sorted([1] * len(ids) + [len(of) - len(ids)] * (len(ids) < len(of)))
    assert {some[0].id for some in after if some[0].id in ids} == ids


def _after(records: list[Meeting], changes: tuple[Edited, ...]) -> list[Meeting]:
    new = {after.id: after for _, after in changes}
    return [new.get(record.id, record) for record in records]
