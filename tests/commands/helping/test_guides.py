"""The guides: what they tell a person to type or write is what the code prints and takes."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from dipmeet.commands.helping.guides import CONFIG, FILE, GIT
from dipmeet.errors import EXIT_NO
from dipmeet.formats.git import driver_lines, further_lines
from dipmeet.settings import KEYS, read_settings
from tests.conftest import Dipmeet


def test_the_config_file_of_the_page_is_one_that_is_taken(tmp_path: Path) -> None:
    lines = [line for line in CONFIG.splitlines() if line.startswith("  ")]
    without_remarks = [line.split("   ")[0] if "   " in line.strip() else line for line in map(str.strip, lines)]
    (tmp_path / "config.toml").write_text("\n".join(without_remarks))
    settings = read_settings({"DIPMEET_CONFIG": str(tmp_path / "config.toml")}, tmp_path)
    assert settings.zones == ("Ottawa", "Tokyo")
    assert settings.additions is not None
    assert [place.name for place in settings.additions.places] == ["Rideau Hall", "Meseberg"]
    assert [party.zone for party in settings.additions.parties] == ["", "Pacific/Fiji"]
    assert [topic.broader for topic in settings.additions.topics] == [(), ("maritime security",)]
    assert settings.publisher("mofa") == "Ministry of Foreign Affairs of Japan"
    for key in KEYS:
        assert f"{key} = " in CONFIG or f"[{key}]" in CONFIG


def test_the_page_on_git_has_the_lines_that_info_prints() -> None:
    told = " ".join(GIT.split())
    here = Path("/repo")
    for line in driver_lines(here / "meetings.json", here, here):
        assert line in told
    for line in further_lines(here / "meetings.json", here, here):
        assert line in told


def test_the_page_on_git_quotes_a_conflict_as_it_is_printed(sample: Dipmeet) -> None:
    paths = [sample.folder / name for name in ("base.json", "ours.json", "theirs.json")]
    for path in paths:
        path.write_bytes(Path(sample.env["DIPMEET_ARCHIVE"]).read_bytes())
    for path, place in zip(paths[1:], ("Ottawa", "Toronto"), strict=True):
        sample("--archive", path, "edit", "2017-09-19", "--set", f"place={place}")
    done = sample("merge", *paths)
    assert done.code == EXIT_NO
    (conflict,) = [line for line in done.err.splitlines() if line.startswith("conflict: ")]
    assert f"  {conflict}\n" in GIT


def test_the_page_on_the_file_shows_its_layout(dipmeet: Dipmeet) -> None:
    for date in ("2001", "2002"):
        dipmeet("add", "--start", date, "--party", "Japan")
    dipmeet("remove", "2001", "--yes")
    dipmeet("add", "--start", "2003", "--party", "Japan")
    lines = Path(dipmeet.env["DIPMEET_ARCHIVE"]).read_text().splitlines()
    shown = textwrap.dedent(FILE.partition("\n\n  ")[2].partition("\n\n")[0]).splitlines()
    assert [line[:1] for line in lines] == [line.strip()[:1] for line in shown]
    assert (lines[0], lines[2], lines[-1]) == (shown[0].strip(), shown[2].strip(), shown[-1].strip())


@pytest.mark.parametrize("table", ["meetings", "trash"])
def test_the_tables_are_those_that_the_page_names(table: str) -> None:
    assert f"\n  {table:<11}  " in FILE
