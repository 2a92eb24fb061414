"""`remove`: into the trash, after a yes; `restore` is tested beside it in test_restore.py."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import SAMPLE, Dipmeet

REF = "2017-09-19-japan-canada"


def test_a_record_goes_to_the_trash_after_a_yes(sample: Dipmeet) -> None:
    result = sample("remove", "2017-09-19", typed=["y"])
    assert (result.code, result.out) == (0, "")
    assert result.err == (
        f"Move {REF} to the trash? [y/N] moved to the trash: {REF} ('dipmeet restore ID' brings it back)\n"
    )
    assert sample("show", REF).code == 1
    assert sample("restore").out == REF + "\n"


def test_all_takes_whatever_a_reference_names(sample: Dipmeet) -> None:
    result = sample("remove", "2018-09-27", "--all", "--yes")
    assert result.err.startswith("moved to the trash: 2 records (2018-09-27-china-japan, 2018-09-27-japan-china)")
    assert len(sample("list", "--ids").out.split()) == 36


def test_ids_come_from_standard_input(sample: Dipmeet) -> None:
    """All of them: they were chosen one by one."""
    result = sample("remove", "-", "--yes", stdin="2018-09-27-china-japan\n2018-09-27-japan-china\n")
    assert result.code == 0
    assert sample("restore").out.split() == ["2018-09-27-china-japan", "2018-09-27-japan-china"]


def test_no_ids_on_standard_input_remove_nothing_and_say_so(sample: Dipmeet) -> None:
    result = sample("remove", "-", "--yes", stdin="")
    assert (result.code, result.err) == (1, "dipmeet: no ids came in\n")
    assert Path(sample.env["DIPMEET_ARCHIVE"]).read_bytes() == SAMPLE.read_bytes()


def test_an_unknown_id_among_known_ones_removes_none(sample: Dipmeet) -> None:
    assert sample("remove", REF, "1999", "--yes").code == 1
    assert Path(sample.env["DIPMEET_ARCHIVE"]).read_bytes() == SAMPLE.read_bytes()


def test_filters_remove_what_they_let_through(sample: Dipmeet) -> None:
    named = sample("list", "--place", "New York", "--ids").out
    assert sample("remove", "--place", "New York", "--dry-run").out == named
    assert sample("remove", "--place", "New York", "--yes").code == 0
    assert sample("list", "--place", "New York", "--ids").out == ""


def test_an_empty_date_is_no_filter_that_lets_all_through(sample: Dipmeet) -> None:
    for words in (["--on", ""], ["--party", "Canada", "--since", ""]):
        assert sample("remove", *words, "--yes").code == 2
    assert Path(sample.env["DIPMEET_ARCHIVE"]).read_bytes() == SAMPLE.read_bytes()


def test_a_dry_run_prints_ids_and_removes_nothing(sample: Dipmeet) -> None:
    assert sample("remove", "2017", "--all", "--dry-run").out.split() == [
        "2017-06-16-united-states-canada", REF, "2017-11-10-japan-canada"
    ]  # fmt: skip
    assert Path(sample.env["DIPMEET_ARCHIVE"]).read_bytes() == SAMPLE.read_bytes()


def test_where_the_first_account_of_a_meeting_goes_the_next_is_first_and_said_to_be(sample: Dipmeet) -> None:
    first, second = "2018-09-27-japan-china", "2018-09-27-china-japan"
    sample("link", first, second)
    before = (sample.folder / "sample.json").read_bytes()
    result = sample("remove", first, "--yes")
    assert result.err.splitlines()[1:] == [f"{second} is the first account of that meeting now"]
    assert "account_of" not in sample("show", second, "--json").records[0]
    sample("undo")
    assert sample("show", second, "--json").records[0]["account_of"] == first
    assert sorted((sample.folder / "sample.json").read_text().replace("\n,", "\n").splitlines()) == sorted(
        before.decode().replace("\n,", "\n").splitlines()
    )


def test_where_another_account_of_a_meeting_goes_nothing_more_is_said(sample: Dipmeet) -> None:
    sample("link", "2018-09-27-japan-china", "2018-09-27-china-japan")
    assert len(sample("remove", "2018-09-27-china-japan", "--yes").err.splitlines()) == 1
