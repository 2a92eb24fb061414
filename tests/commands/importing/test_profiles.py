"""Profiles by name: saved, taken again, read from a file, and refused where they would be lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Dipmeet

TABLE = "when,land\n3/4/1917,France\n"
WORDS = ("import", "-", "--map", "start=when", "--map", "counterpart=land", "--dates", "dmy", "--save-profile", "mine")


def saved(run: Dipmeet) -> Path:
    return Path(run.env["DIPMEET_CONFIG"]).parent / "profiles" / "mine.toml"


def test_a_mapping_is_saved_and_taken_again_by_its_name(dipmeet: Dipmeet) -> None:
    assert dipmeet(*WORDS, stdin=TABLE).code == 0
    assert saved(dipmeet).read_text("utf-8") == 'dates = "dmy"\n\n[map]\n"start" = "when"\n"counterpart" = "land"\n'
    result = dipmeet("import", "-", "--profile", "mine", stdin=TABLE)
    assert (result.code, result.err.splitlines()[-1]) == (0, "0 added, 1 held already, 0 refused, of 1")
    assert dipmeet("list", "--ids").out == "1917-04-03-france\n"


def test_it_may_be_saved_again_but_not_as_something_else(dipmeet: Dipmeet) -> None:
    assert dipmeet(*WORDS, stdin=TABLE).code == 0
    assert dipmeet(*WORDS, stdin=TABLE).code == 0
    before = saved(dipmeet).read_bytes()
    result = dipmeet(*WORDS, "--map", "text=land", stdin=TABLE)
    assert result.code == 2
    assert "there is a profile 'mine' already, which says something else" in result.err
    assert saved(dipmeet).read_bytes() == before


def test_a_profile_is_read_from_a_file_and_map_adds_to_it(dipmeet: Dipmeet) -> None:
    (dipmeet.folder / "theirs.toml").write_text('[map]\nstart = "when"\n[fixed]\nparty = "Japan"\n', "utf-8")
    table = TABLE.replace("3/4/1917", "1917-04-03")
    assert dipmeet("import", "-", "--profile", "theirs.toml", "--map", "counterpart=land", stdin=table).code == 0
    (record,) = dipmeet("export", "--format", "json").records
    assert record["participants"] == [{"party": "Japan"}, {"party": "France"}]
    assert record["row"]["profile"] == "theirs"


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["--profile", "historian-visit"], "unknown profile: 'historian-visit' (did you mean 'historian-visits'"),
        (["--profile", "zzz"], "unknown profile: 'zzz' (one of historian-travels, historian-visits)"),
        (["--profile", "none.toml"], "no such file: "),
        (["--save-profile", "mine"], "--save-profile keeps what --map says, and there is no --map"),
        (["--map", "start=when", "--save-profile", "a/b"], "no profile can be called 'a/b'"),
        (["--map", "start=when", "--save-profile", "historian-visits"],
         "a profile of the package is called 'historian-visits'"),
    ],
)  # fmt: skip
def test_a_profile_that_is_none_is_a_usage_error(dipmeet: Dipmeet, words: list[str], line: str) -> None:
    result = dipmeet("import", "-", *words, stdin=TABLE)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"dipmeet: {line}")
    assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize("words", [[*WORDS, "--dry-run"], [*WORDS[:-4], "--map", "text=none", *WORDS[-4:]]])
def test_a_trial_and_a_mapping_that_does_not_fit_save_nothing(dipmeet: Dipmeet, words: list[str]) -> None:
    dipmeet(*words, stdin=TABLE)
    assert not saved(dipmeet).exists()
