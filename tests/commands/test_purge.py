"""`dipmeet purge`: records of the trash forgotten for good."""

from __future__ import annotations

from tests.conftest import Dipmeet

KONO = "2017-09-19-japan-canada"


def test_what_is_forgotten_is_said_and_is_nowhere(sample: Dipmeet) -> None:
    sample("edit", KONO, "--set", "notes=Kilimanjaro")
    sample("remove", KONO, "--yes")
    answer = sample("purge", KONO, "--yes")
    assert (answer.code, answer.err) == (0, f"forgotten: {KONO}, and what 2 changes in the history said of it\n")
    assert sample("restore").out == ""
    assert not [f for f in sample.folder.rglob("*") if f.is_file() and b"Kilimanjaro" in f.read_bytes()]


def test_it_asks_first(sample: Dipmeet) -> None:
    sample("remove", KONO, "--yes")
    assert sample("purge", KONO, typed=["n"]).code == 130
    assert sample("purge", KONO).code == 2
    assert sample("restore").out == f"{KONO}\n"
    assert sample("purge", KONO, typed=["y"]).code == 0


def test_all_the_trash_can_be_named(sample: Dipmeet) -> None:
    sample("remove", "2016", "--all", "--yes")
    named = sample("purge", "--all", "--dry-run").out.split()
    assert len(named) == 3
    sample("purge", "--all", "--yes")
    assert (
        sample("purge", "--all", "--yes").err == "dipmeet: the trash is empty ('dipmeet remove' moves records there)\n"
    )


def test_a_record_that_is_not_in_the_trash_is_refused(sample: Dipmeet) -> None:
    sample("remove", "2016-01-07", "--yes")
    assert sample("purge", KONO, "--yes").code == 1
    assert sample("show", KONO).code == 0


def test_what_to_forget_must_be_named(sample: Dipmeet) -> None:
    assert sample("purge", "--yes").code == 2
