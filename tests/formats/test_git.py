"""What git is told of an archive, for every place and name that it may have."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from dipmeet.formats.git import driver_lines, further_lines

TOP = Path("/repo")
CONFIG = "git config merge.dipmeet.driver 'dipmeet merge --name %P %O %A %B'"

PLACES = [
    # archive, folder, top: the two lines
    ("/repo/meetings.json", "/repo", TOP,
     [CONFIG, "echo 'meetings.json merge=dipmeet diff=dipmeet' >> .gitattributes"]),
    ("/repo/data/meetings.json", "/repo", TOP,
     [CONFIG, "echo 'meetings.json merge=dipmeet diff=dipmeet' >> data/.gitattributes"]),
    ("/repo/meetings.json", "/repo/deep", TOP,
     [CONFIG, "echo 'meetings.json merge=dipmeet diff=dipmeet' >> /repo/.gitattributes"]),
    ("/repo/meetings.json", "/home/ann", TOP,
     [CONFIG.replace("git ", "git -C /repo "),
      "echo 'meetings.json merge=dipmeet diff=dipmeet' >> /repo/.gitattributes"]),
    ("/home/ann/meetings.json", "/home/ann", None,
     [CONFIG, "echo 'meetings.json merge=dipmeet diff=dipmeet' >> .gitattributes"]),
]  # fmt: skip


@pytest.mark.parametrize(("archive", "folder", "top", "lines"), PLACES)
def test_two_lines_make_dipmeet_the_merge_driver(archive: str, folder: str, top: Path | None, lines: list[str]) -> None:
    assert list(driver_lines(Path(archive), Path(folder), top)) == lines


NAMES = ["meetings.json", "my meetings.json", "a*b[1]?.json", 'it\'s "quoted".json', "#1.json", "!x.json"]


@pytest.mark.skipif(shutil.which("git") is None, reason="no git here")
@pytest.mark.parametrize("name", NAMES)
def test_git_takes_every_name_for_that_file_alone(tmp_path: Path, name: str) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    lines = [*driver_lines(tmp_path / name, tmp_path, tmp_path), *further_lines(tmp_path / name, tmp_path, tmp_path)]
    subprocess.run(["/bin/sh", "-ec", "\n".join(lines)], cwd=tmp_path, check=True)

    def answer(*words: str) -> str:
        return subprocess.run(["git", *words], cwd=tmp_path, capture_output=True, text=True, check=False).stdout

    assert answer("check-attr", "-z", "merge", "--", name).split("\0")[2] == "dipmeet"
    assert answer("check-attr", "-z", "merge", "--", "axb1y.json").split("\0")[2] == "unspecified"
    assert answer("check-ignore", "--", f".{name}.lock", f".{name}.history", name).count("\n") == 2
    assert answer("config", "merge.dipmeet.driver") == "dipmeet merge --name %P %O %A %B\n"
