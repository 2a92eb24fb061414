"""Which archive is used: flag, environment, the project's file, the user's file, the user's data folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from dipmeet.errors import UsageError
from dipmeet.settings import BadConfig, Chosen, cache_folder, choose_archive, path_from, user_config_file
from tests.conftest import Dipmeet


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder two levels below a project's file, with a user's file elsewhere."""
    (tmp_path / "project" / "deep" / "deeper").mkdir(parents=True)
    (tmp_path / "project" / ".dipmeet.toml").write_text('archive = "data/team.json"\n')
    (tmp_path / "user.toml").write_text('archive = "mine.json"\n')
    return tmp_path / "project" / "deep" / "deeper"


def test_each_level_yields_to_the_one_before_it(folder: Path, tmp_path: Path) -> None:
    user = {"DIPMEET_CONFIG": str(tmp_path / "user.toml")}
    named = {**user, "DIPMEET_ARCHIVE": "env.json"}
    project = tmp_path / "project" / ".dipmeet.toml"
    assert choose_archive("flag.json", named, folder) == Chosen(folder / "flag.json", "--archive")
    assert choose_archive(None, named, folder) == Chosen(folder / "env.json", "DIPMEET_ARCHIVE")
    assert choose_archive(None, user, folder) == Chosen(project.parent / "data" / "team.json", str(project))
    project.unlink()
    assert choose_archive(None, user, folder) == Chosen(tmp_path / "mine.json", str(tmp_path / "user.toml"))


def test_without_any_the_archive_is_in_the_users_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    chosen = choose_archive(None, {"DIPMEET_CONFIG": str(tmp_path / "none.toml")}, tmp_path)
    assert chosen.because == "default"
    assert chosen.path.name == "meetings.json"
    assert chosen.path.parent.name == "dipmeet"


def test_the_nearest_project_file_above_counts_and_no_other(folder: Path, tmp_path: Path) -> None:
    near = folder.parent / ".dipmeet.toml"
    near.write_text('archive = "near.json"\n')
    none = {"DIPMEET_CONFIG": str(tmp_path / "none.toml")}
    assert choose_archive(None, none, folder) == Chosen(folder.parent / "near.json", str(near))
    near.write_text("")
    assert choose_archive(None, {"DIPMEET_CONFIG": str(tmp_path / "user.toml")}, folder).path == tmp_path / "mine.json"


def test_an_empty_variable_is_no_variable_but_an_empty_flag_is_a_mistake(folder: Path, tmp_path: Path) -> None:
    env = {"DIPMEET_ARCHIVE": "", "DIPMEET_CONFIG": str(tmp_path / "none.toml")}
    assert choose_archive(None, env, folder).path.name == "team.json"
    with pytest.raises(UsageError, match="--archive names no file"):
        choose_archive("", env, folder)


def test_a_flag_makes_a_broken_config_file_harmless(folder: Path, tmp_path: Path) -> None:
    (folder / ".dipmeet.toml").write_text("archive = ")
    assert choose_archive("x.json", {}, folder).path == folder / "x.json"
    with pytest.raises(BadConfig):
        choose_archive(None, {}, folder)


PATHS = [
    ("meetings.json", "{folder}/meetings.json"),
    ("../meetings.json", "{folder}/../meetings.json"),
    ("/srv/meetings.json", "/srv/meetings.json"),
    ("~/meetings.json", "{home}/meetings.json"),
    ("~nobody-of-this-name/x.json", "{folder}/~nobody-of-this-name/x.json"),
    ("a ~ b", "{folder}/a ~ b"),
]


@pytest.mark.parametrize(("words", "expected"), PATHS)
def test_a_path_is_meant_from_its_folder_and_a_tilde_is_home(tmp_path: Path, words: str, expected: str) -> None:
    assert str(path_from(tmp_path / "f", words)) == expected.format(folder=tmp_path / "f", home=tmp_path)


def test_variables_name_the_config_file_and_the_cache_folder(tmp_path: Path) -> None:
    assert user_config_file({"DIPMEET_CONFIG": "~/c.toml"}) == tmp_path / "c.toml"
    assert cache_folder({"DIPMEET_CACHE": "~/cache"}) == tmp_path / "cache"
    assert user_config_file({}).name == "config.toml"
    assert cache_folder({}).name == "dipmeet"


def test_info_says_which_archive_it_is_and_why(sample: Dipmeet) -> None:
    told = sample("info", "--json").records
    assert (told["archive"], told["chosen_by"]) == (str(sample.folder / "sample.json"), "DIPMEET_ARCHIVE")  # type: ignore[call-overload]
    (sample.folder / ".dipmeet.toml").write_text('archive = "sample.json"')
    told = sample("info", "--json", env={"DIPMEET_ARCHIVE": ""}).records
    assert told["chosen_by"] == str(sample.folder / ".dipmeet.toml")  # type: ignore[call-overload]
