"""`restore`: back from the trash, whole."""

from __future__ import annotations

from tests.conftest import Dipmeet

REF = "2017-09-19-japan-canada"


def test_what_was_removed_comes_back_whole(sample: Dipmeet) -> None:
    before = sample("list", "--json").records
    sample("remove", "2017", "--all", "--yes")
    result = sample("restore", "2017-06", REF, "2017-11-10-japan-canada")
    assert (result.code, result.out) == (0, "")
    assert result.err.startswith("restored: 3 records (")
    assert sample("list", "--json").records == before
    assert sample("restore").out == ""


def test_without_a_reference_it_lists_the_trash(sample: Dipmeet) -> None:
    assert sample("restore").err == "0 in the trash, beside 38 meetings\n"
    sample("remove", REF, "--yes")
    result = sample("restore")
    assert (result.out, result.err) == (REF + "\n", "1 in the trash, beside 37 meetings\n")


def test_ids_come_from_standard_input(sample: Dipmeet) -> None:
    sample("remove", "2018-09-27", "--all", "--yes")
    assert sample("restore", "-", stdin=sample("restore").out).code == 0
    assert len(sample("list", "--ids").out.split()) == 38


def test_one_reference_brings_back_one(sample: Dipmeet) -> None:
    sample("remove", "2018-09-27", "--all", "--yes")
    result = sample("restore", "2018-09-27")
    assert result.code == 2
    assert "'2018-09-27' names 2 records" in result.err
    assert sample("restore", "2018-09-27-japan", "2018-09-27-japan-china").err == "restored: 2018-09-27-japan-china\n"


def test_an_id_taken_since_is_refused_and_both_are_kept(dipmeet: Dipmeet) -> None:
    (dipmeet.folder / "one.json").write_text('{"id": "2001-japan"}')
    dipmeet("import", "one.json")
    dipmeet("remove", "2001-japan", "--yes")
    result = dipmeet("import", "one.json")
    assert result.err == "dipmeet: one.json, record 1: 2001-japan is in the trash\n"
    assert dipmeet("restore", "2001-japan").code == 0


JAPAN, CHINA = "2018-09-27-japan-china", "2018-09-27-china-japan"


def test_an_account_comes_back_to_its_meeting(sample: Dipmeet) -> None:
    sample("link", JAPAN, CHINA)
    sample("remove", JAPAN, "--yes")
    assert sample("restore", JAPAN).err == f"restored: {JAPAN}\n"
    assert sample("show", JAPAN, "--json").records[0]["account_of"] == CHINA


def test_an_account_whose_meeting_is_not_there_comes_back_alone_and_is_said_to(sample: Dipmeet) -> None:
    sample("link", JAPAN, CHINA)
    sample("remove", CHINA, "--yes")
    sample("remove", JAPAN, "--yes")
    assert sample("restore", CHINA).err == (
        f"restored: {CHINA}\n{CHINA} is no account of {JAPAN} any more, which is not there\n"
    )
    assert "account_of" not in sample("show", CHINA, "--json").records[0]
