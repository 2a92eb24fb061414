"""Which archive is used: flag, environment, the project's file, the user's file, the user's data folder."""

from __future__ import annotations

import json
import sys
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


@pytest.mark.skipif(sys.platform != "linux", reason="where the folder is on other systems, platformdirs says")
def test_without_any_the_archive_is_in_the_users_data_folder(tmp_path: Path) -> None:
    env = {"DIPMEET_CONFIG": str(tmp_path / "none.toml"), "XDG_DATA_HOME": str(tmp_path / "data")}
    expected = tmp_path / "data" / "dipmeet" / "meetings.json"
    assert choose_archive(None, env, tmp_path) == Chosen(expected, "default")


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


CONFIG = """
zones = ["Ottawa", "Asia/Tokyo"]
[places]
"Rideau Hall" = "Ottawa"
[parties]
Japan = ["Nihon"]
[topics]
"seabed cables" = ["undersea lines"]
NAFTA = ["the old agreement"]
[publishers]
"Ministry of Foreign Affairs of Japan" = ["Gaimusho"]
"""


@pytest.fixture
def configured(sample: Dipmeet) -> Dipmeet:
    """The sample, with a config file of the user."""
    (sample.folder / "config.toml").write_text(CONFIG)
    return sample


def test_own_names_are_understood_wherever_names_are(configured: Dipmeet, sample: Dipmeet) -> None:
    assert configured("list", "--party", "Nihon", "--ids").out == sample("list", "--party", "Japan", "--ids").out != ""
    assert "2017-09-19-japan-canada" in configured("list", "--topic", "the old agreement", "--ids").out
    said = configured("list", "--publisher", "gaimusho", "--ids").out
    assert said == sample("list", "--publisher", "Ministry of Foreign Affairs of Japan", "--ids").out != ""
    configured("add", "--start", "2pm 1 Jul 2021", "--place", "Rideau Hall", "--party", "Nihon")
    (added,) = configured("show", "2021-07-01-japan", "--json").records
    assert (added["start"]["zone"], added["country"]) == ("America/Toronto", "Canada")


def test_an_own_topic_is_found_in_points_once_it_is_known(sample: Dipmeet) -> None:
    record = {"id": "2001-japan", "points": [{"text": "They spoke of undersea lines."}]}
    sample("import", "-", stdin=f"[{json.dumps(record)}]")
    assert sample("list", "--topic", "seabed cables").code == 2
    (sample.folder / "config.toml").write_text(CONFIG)
    assert sample("list", "--topic", "seabed cables", "--ids").out == "2001-japan\n"
    (sample.folder / "config.toml").unlink()
    assert sample("list", "--topic", "seabed cables").code == 2


def test_zones_are_shown_where_none_is_asked_for_and_never_to_scripts(configured: Dipmeet) -> None:
    shown = configured("list", "--on", "2017-09-19", width=200).out
    assert "Ottawa" in shown
    assert "Tokyo" in shown
    assert "Tokyo" not in configured("list", "--on", "2017-09-19", "--tz", "Lima", width=200).out
    asked = configured("show", "2018", "--tz", "Ottawa", "--tz", "Asia/Tokyo", width=80)
    assert configured("show", "2018", width=80) == asked != configured("show", "2018", "--tz", "UTC", width=80)
    assert "times" not in configured("list", "--json").records[0]


def test_the_project_has_the_first_word_and_names_of_both_count(configured: Dipmeet) -> None:
    (configured.folder / ".dipmeet.toml").write_text('zones = ["Lima"]\n[parties]\nCanada = ["the North"]\n')
    assert "Lima" in configured("list", width=200).out
    for party in ("Nihon", "the North"):
        assert configured("list", "--party", party).code == 0


WRONG = [
    ('zone = ["Tokyo"]', "unknown key 'zone' (did you mean 'zones'?)"),
    ('zones = "Tokyo"', '\'zones\' should be a list of zones (such as ["Tokyo", "UTC"])'),
    ('zones = ["Lisbn"]', "zones: unknown time zone: 'Lisbn' (did you mean 'Lisbon' or 'Europe/Lisbon'?)"),
    ('zones = ["Canada"]', "zones: 'Canada' has more than one time zone"),
    ("archive = 3", "'archive' should be a path in quotes"),
    ('[places]\nx = "Genva"', "places.x: unknown place: 'Genva' (did you mean 'Geneva' or 'Genoa'?)"),
    ("places = []", "'places' should be a table ([places] on a line of its own)"),
]


@pytest.mark.parametrize(("written", "told"), WRONG)
def test_what_is_wrong_in_a_config_file_is_named_with_the_file(sample: Dipmeet, written: str, told: str) -> None:
    (sample.folder / "config.toml").write_text(written)
    result = sample("list", "--party", "Japan")
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith(f"dipmeet: {sample.folder / 'config.toml'}: {told}")


@pytest.mark.parametrize("words", [["help", "environment"], ["help"], ["schema"], ["list", "-h"]], ids=" ".join)
def test_help_is_there_whatever_a_config_file_says(sample: Dipmeet, words: list[str]) -> None:
    (sample.folder / "config.toml").write_text("zone = 1")
    assert sample(*words).code == 0


@pytest.mark.parametrize("said", [None, "elsewhere"])
def test_each_folder_is_where_platformdirs_has_it(
    said: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import platformdirs

    env = {f"XDG_{kind}_HOME": str(tmp_path / said) for kind in ("CONFIG", "CACHE", "DATA")} if said else {}
    for kind in ("CONFIG", "CACHE", "DATA"):
        monkeypatch.delenv(f"XDG_{kind}_HOME", raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert user_config_file(env) == platformdirs.user_config_path("dipmeet", False) / "config.toml"
    assert cache_folder(env) == platformdirs.user_cache_path("dipmeet", False)
    nowhere = {**env, "DIPMEET_CONFIG": str(tmp_path / "none.toml")}
    assert choose_archive(None, nowhere, tmp_path).path.parent == platformdirs.user_data_path("dipmeet", False)
