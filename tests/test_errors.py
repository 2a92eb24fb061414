"""The one error tree: every error has an exit code, words in lower case, and what to type instead."""

from __future__ import annotations

import pytest

from dipmeet.errors import (
    EXIT_BUG,
    EXIT_CANCELLED,
    EXIT_DATA,
    EXIT_NO,
    EXIT_OK,
    EXIT_USAGE,
    AmbiguousZone,
    ArchiveError,
    BadValue,
    Cancelled,
    DipmeetError,
    InvalidRecord,
    NoReadout,
    NotFound,
    SourceError,
    UnknownName,
    UsageError,
    did_you_mean,
)


def test_exit_codes_are_those_that_are_documented() -> None:
    assert (EXIT_OK, EXIT_NO, EXIT_USAGE, EXIT_DATA, EXIT_BUG, EXIT_CANCELLED) == (0, 1, 2, 3, 70, 130)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (NotFound(), 1),
        (UsageError(), 2),
        (UnknownName("place", "Pekin"), 2),
        (AmbiguousZone("Canada", ["Toronto (America/Toronto)"]), 2),
        (BadValue("no such date: '2017-02-30'"), 2),
        (DipmeetError(), 3),
        (InvalidRecord([("title", "expected text, not 5")]), 3),
        (SourceError("no such file: 'a.txt'"), 3),
        (NoReadout(), 3),
        (ArchiveError("not an archive"), 3),
        (Cancelled(), 130),
    ],
    ids=lambda value: type(value).__name__,
)
def test_the_exit_code_sits_on_the_class(error: DipmeetError, code: int) -> None:
    assert error.exit_code == code
    assert isinstance(error, DipmeetError)
    assert str(error) == error.message


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (DipmeetError(), "something went wrong"),
        (UsageError(), "the command was not understood"),
        (NotFound(), "nothing found"),
        (Cancelled(), "cancelled, nothing was changed"),
        (NoReadout(), "no readout in this text"),
        (NotFound("no meeting is called 2017"), "no meeting is called 2017"),
    ],
)
def test_the_message_is_what_was_said_or_what_the_class_says(error: DipmeetError, message: str) -> None:
    assert error.message == message
    assert error.hint is None


def test_an_unknown_name_says_what_it_should_have_been_and_what_is_near() -> None:
    error = UnknownName("place", "Pekin", ["Beijing", "Pekan"])
    assert error.message == "unknown place: 'Pekin'"
    assert error.hint == "did you mean 'Beijing' or 'Pekan'?"
    assert (error.kind, error.given, error.suggestions) == ("place", "Pekin", ("Beijing", "Pekan"))
    assert UnknownName("place", "Pekin").hint is None
    assert UnknownName("place", "Pekin", ["Beijing"], hint="a city").hint == "a city"


def test_an_ambiguous_zone_lists_what_to_choose_from() -> None:
    error = AmbiguousZone("Canada", ["Toronto (America/Toronto)", "Vancouver (America/Vancouver)"])
    assert error.message == "'Canada' has more than one time zone"
    assert error.hint == "name one of: Toronto (America/Toronto), Vancouver (America/Vancouver)"
    assert AmbiguousZone("Santiago", ["a"], reason="is the name of several places").message == (
        "'Santiago' is the name of several places"
    )


def test_an_invalid_record_tells_every_problem_and_where() -> None:
    error = InvalidRecord([("title", "expected text, not 5"), ("", "nested too deeply")], where="a.json, record 2")
    assert error.message == "a.json, record 2: not a valid record: title: expected text, not 5; nested too deeply"
    assert error.problems == (("title", "expected text, not 5"), ("", "nested too deeply"))
    assert InvalidRecord([("id", "missing")]).message == "not a valid record: id: missing"


@pytest.mark.parametrize(
    ("suggestions", "hint"),
    [([], None), (["Tokyo"], "did you mean 'Tokyo'?"), (["a", "b", "c"], "did you mean 'a' or 'b' or 'c'?")],
)
def test_a_suggestion_is_a_question(suggestions: list[str], hint: str | None) -> None:
    assert did_you_mean(suggestions) == hint
