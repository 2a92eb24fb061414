"""One account recorded twice, and two accounts that nobody linked."""

from __future__ import annotations

from typing import Any

import pytest

from dipmeet.model.meeting import Meeting
from dipmeet.study.rules.duplicates import check_accounts, check_twice
from tests.study.rules.made import made, moment

PEOPLE = [{"name": "Taro Kono", "party": "Japan"}, {"name": "Chrystia Freeland", "party": "Canada"}]
SHA = {"sha256": "0" * 64}


def told_by(
    identity: str, publisher: str | None = "Japan's ministry", clock: str = "2017-09-19T14:05", **more: Any
) -> Meeting:
    source = {**({"publisher": publisher} if publisher else {}), **more.pop("source", {})}
    fields = {"start": moment(clock, "America/New_York"), "participants": PEOPLE, **more}
    return made(id=identity, **fields, **({"source": source} if source else {}))


@pytest.mark.parametrize(
    ("one", "other", "is_double"),
    [
        (told_by("a"), told_by("b"), True),
        (told_by("a"), told_by("b", participants=PEOPLE[::-1]), True),
        (told_by("a"), told_by("b", clock="2017-09-19T14:06"), False),
        (told_by("a"), told_by("b", publisher="Canada's ministry"), False),  # another account
        (told_by("a"), told_by("b", source={"language": "ja"}), False),  # the same one's, in another language
        (told_by("a", None), told_by("b", None), True),  # typed in twice
        (told_by("a", None), told_by("b", None, participants=PEOPLE[:1]), False),
        # one text, read in twice, or of two meetings
        (told_by("a", None, source=SHA), told_by("b", None, source=SHA), True),
        (told_by("a", None, source=SHA), told_by("b", None, source=SHA, clock="2017-09-19T19:05"), False),
        # days without an hour may have had two meetings
        (told_by("a", clock="2017-09-19"), told_by("b", clock="2017-09-19"), False),
        (told_by("a", clock="2017-09-19", title="Talks"), told_by("b", clock="2017-09-19", title="Talks"), True),
        (told_by("a", clock="2017-09-19", title="Talks"), told_by("b", clock="2017-09-19", title="Dinner"), False),
    ],
)
def test_a_record_that_tells_what_another_does_is_found(one: Meeting, other: Meeting, is_double: bool) -> None:
    found = [(f.meeting, f.field, f.others) for f in check_twice((one, other))]
    assert found == ([("b", "id", ("a",))] if is_double else [])


def test_a_double_is_told_once_and_names_the_first() -> None:
    records = [told_by(name, source=SHA) for name in "abc"]
    assert [(f.meeting, f.others) for f in check_twice(records)] == [("b", ("a",)), ("c", ("a",))]


def test_a_record_without_day_or_people_is_like_any_other_and_no_double() -> None:
    assert not list(check_twice((made(id="a"), made(id="b"))))
    assert not list(check_twice((made(id="a", start=moment("2017")), made(id="b", start=moment("2017")))))


def test_two_accounts_that_are_not_linked_are_proposed() -> None:
    one, other = told_by("a"), told_by("b", publisher="Canada's ministry", clock="2017-09-19T14:00")
    (finding,) = check_accounts((one, other))
    assert (finding.meeting, finding.field, finding.right, finding.others) == ("b", "account_of", "a", ("a",))
    assert finding.printed is None
    assert not list(check_accounts((one, other.replaced(account_of="a"))))
