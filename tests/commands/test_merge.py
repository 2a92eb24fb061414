"""`dipmeet merge`: three files into the second, and a real git repository in which two people worked for a day."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SAMPLE, Dipmeet

REF = "2017-09-19-japan-canada"


@pytest.fixture
def three(sample: Dipmeet) -> tuple[Path, Path, Path]:
    """The sample three times: as it was, and twice to be worked on."""
    paths = (sample.folder / "base.json", sample.folder / "ours.json", sample.folder / "theirs.json")
    for path in paths:
        path.write_bytes(SAMPLE.read_bytes())
    return paths


def record(path: Path, identity: str = REF) -> dict[str, Any]:
    return next(r for r in json.loads(path.read_text())["meetings"].values() if r["id"] == identity)


def test_the_result_is_written_into_ours_and_the_others_stay(sample: Dipmeet, three: tuple[Path, Path, Path]) -> None:
    base, ours, theirs = three
    sample("--archive", ours, "edit", REF, "--set", "place=Toronto")
    sample("--archive", theirs, "edit", REF, "--set", "occasion=Gala")
    before = theirs.read_bytes()
    done = sample("merge", *three)
    assert (done.code, done.out, done.err) == (0, "", f"merged {ours}: 0 added, 1 changed, 0 removed\n")
    assert (record(ours)["place"], record(ours)["occasion"]) == ("Toronto", "Gala")
    assert (base.read_bytes(), theirs.read_bytes()) == (SAMPLE.read_bytes(), before)
    assert not [p.name for p in sample.folder.iterdir() if p.name.startswith(".ours.json.") and "tmp" in p.name]


def test_only_the_lines_of_changed_records_differ(sample: Dipmeet, three: tuple[Path, Path, Path]) -> None:
    sample("--archive", three[2], "edit", REF, "--set", "place=Toronto")
    sample("merge", *three)
    lines = [path.read_text().splitlines() for path in three]
    assert lines[1] == lines[2]
    assert sum(a != b for a, b in zip(lines[0], lines[1], strict=True)) == 1


def test_a_conflict_names_record_and_field_ends_with_one_and_leaves_a_whole_archive(
    sample: Dipmeet, three: tuple[Path, Path, Path]
) -> None:
    _, ours, theirs = three
    sample("--archive", ours, "edit", REF, "--set", "place=Toronto")
    sample("--archive", theirs, "edit", REF, "--set", "place=Ottawa")
    done = sample("merge", *three, "--name", "team.json")
    assert done.code == 1
    assert done.err.splitlines() == [
        "merged team.json: 0 added, 1 changed, 0 removed",
        f'conflict: {REF}: place: ours "Toronto", theirs "Ottawa", before "New York"',
        "dipmeet: 1 field was changed differently on both sides: ours stands, with a doubt that says what theirs is "
        "('dipmeet confirm REF FIELD' or 'dipmeet edit REF --set FIELD=…', then 'git add'; dipmeet help git)",
    ]
    shown = sample("--archive", ours, "show", REF).out
    assert 'the other has "Ottawa", before it was "New York"' in shown
    assert sample("--archive", ours, "confirm", REF, "place").code == 0
    assert [d["field"] for d in record(ours).get("doubts", [])] == [
        d["field"] for d in record(theirs).get("doubts", [])
    ]


def test_a_conflict_in_a_field_of_another_program_is_settled_too(
    sample: Dipmeet, three: tuple[Path, Path, Path]
) -> None:
    for path in three[1:]:
        path.write_text(
            path.read_text().replace(f'{{"id": "{REF}"', f'{{"id": "{REF}", "tag": {{"by": "{path.stem}"}}')
        )
    assert f'conflict: {REF}: tag.by: ours "ours", theirs "theirs"' in sample("merge", *three).err
    assert sample("--archive", three[1], "confirm", REF, "tag.by").code == 0
    assert record(three[1])["tag"] == {"by": "ours"}


def test_a_trial_tells_all_and_writes_nothing(sample: Dipmeet, three: tuple[Path, Path, Path]) -> None:
    _, ours, theirs = three
    sample("--archive", ours, "edit", REF, "--set", "place=Toronto")
    sample("--archive", theirs, "edit", REF, "--unset", "place")
    before = ours.read_bytes()
    done = sample("merge", *three, "--dry-run", "--json")
    told = json.loads(done.out)
    assert told["conflicts"] == [{"id": REF, "field": "place", "base": "New York", "ours": "Toronto", "theirs": None}]
    assert (told["added"], told["changed"], told["removed"], told["notes"]) == (0, 1, 0, [])
    assert done.code == 1
    assert ours.read_bytes() == before


def test_an_empty_base_is_an_archive_that_both_began(sample: Dipmeet, three: tuple[Path, Path, Path]) -> None:
    three[0].write_text("")
    assert sample("merge", *three).code == 0
    assert json.loads(three[1].read_text()) == json.loads(SAMPLE.read_text())


DAMAGED = [
    ("{", "not JSON at line 1, column 2"),
    ("<<<<<<< ours\n{}\n", "has the marks of a git conflict on line 1"),
    ("[]", "but not an archive"),
]


@pytest.mark.parametrize("which", [0, 1, 2], ids=["base", "ours", "theirs"])
@pytest.mark.parametrize(("text", "told"), DAMAGED, ids=["torn", "marked", "foreign"])
def test_a_damaged_file_is_refused_by_its_side_and_nothing_is_written(
    sample: Dipmeet, three: tuple[Path, Path, Path], which: int, text: str, told: str
) -> None:
    three[which].write_text(text)
    before = three[1].read_bytes()
    done = sample("merge", "--name", "team.json", *three)
    assert done.code == 3
    assert f"team.json, {('the base', 'ours', 'theirs')[which]} " in done.err
    assert told in done.err
    assert "nothing was written" in done.err
    assert three[1].read_bytes() == before


def test_a_file_that_is_not_there_is_named(sample: Dipmeet, three: tuple[Path, Path, Path]) -> None:
    three[2].unlink()
    done = sample("merge", *three)
    assert (done.code, done.err) == (3, f"dipmeet: no such file: {three[2]}\n")


def test_a_write_that_was_cut_short_is_finished_first(sample: Dipmeet, three: tuple[Path, Path, Path]) -> None:
    redo = three[1].with_name(".ours.json.redo")
    redo.write_bytes(b"half a redo file")
    assert sample("merge", *three).code == 0
    assert not redo.exists()


Say = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def say(tmp_path: Path) -> Say:
    """Run a line of a shell in a folder of the test, with git and dipmeet as a person has them."""
    if shutil.which("git") is None:
        pytest.skip("no git here")
    env = {
        "HOME": str(tmp_path),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "GIT_CONFIG_NOSYSTEM": "1",
        "LC_ALL": "C.UTF-8",
        "TZ": "Europe/Paris",
    }
    (tmp_path / ".gitconfig").write_text("[user]\nname = Ann\nemail = ann@example.org\n[init]\ndefaultBranch = main\n")

    def run(line: str, folder: str = ".", code: int = 0) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            ["/bin/sh", "-ec", line], cwd=tmp_path / folder, env=env, capture_output=True, text=True, check=False
        )
        assert done.returncode == code, f"{line}\n{done.stdout}{done.stderr}"
        return done

    return run


@pytest.fixture
def clones(say: Say, tmp_path: Path) -> Say:
    """Two clones of one repository with the sample archive, in each of which `info --git` was followed."""
    say("git init -q --bare hub.git && git clone -q hub.git one")
    (tmp_path / "one" / ".dipmeet.toml").write_text('archive = "team.json"\n')
    (tmp_path / "one" / "team.json").write_bytes(SAMPLE.read_bytes())
    say("dipmeet info --git > install.sh && sh -e install.sh && rm install.sh", "one")
    say("git add . && git commit -qm 'The archive' && git push -q origin HEAD", "one")
    say("git clone -q hub.git two")
    say("dipmeet info --git | head -n 1 | sh -e", "two")
    (tmp_path / "one" / ".git" / "info" / "exclude").write_text(".team.json.*\n")
    (tmp_path / "two" / ".git" / "info" / "exclude").write_text(".team.json.*\n")
    return say


def test_one_edited_field_is_a_one_line_diff(clones: Say) -> None:
    clones(f"dipmeet edit {REF} --set place=Toronto", "one")
    assert clones("git diff --numstat", "one").stdout == "1\t1\tteam.json\n"
    clones("dipmeet add --start 2021-03-04 --party Japan --party Peru", "two")
    assert clones("git diff --numstat", "two").stdout == "1\t0\tteam.json\n"


def test_two_clones_that_both_worked_for_a_day_merge_without_a_conflict(clones: Say, tmp_path: Path) -> None:
    for line in (
        f"dipmeet edit {REF} --set place=Toronto",
        f"dipmeet edit {REF} --set 'topics=NAFTA; steel'",
        "dipmeet add --start 2021-03-04 --party Japan --party Peru --notes 'of the first clone'",
        "dipmeet remove 2015-11-16-japan-canada --yes",
        "git commit -qam 'A day of one'",
        "git push -q",
    ):
        clones(line, "one")
    for line in (
        f"dipmeet edit {REF} --set occasion=Gala",
        f"dipmeet edit {REF} --set 'participants[1].title=Foreign Minister'",
        "dipmeet add --start 2021-03-04 --party Japan --party Peru --notes 'of the second clone'",
        "dipmeet add --start 2021-05-06 --party Japan --party Chile",
        "git commit -qam 'A day of two'",
    ):
        clones(line, "two")
    pulled = clones("git pull -q --no-rebase --no-edit", "two")
    assert "2021-03-04-japan-peru-2" in pulled.stderr
    assert "merged team.json: 1 added" in pulled.stderr
    clones("git push -q", "two")
    clones("git pull -q --no-rebase --no-edit", "one")
    assert clones("git status --short", "one").stdout == ""
    archive = tmp_path / "one" / "team.json"
    assert archive.read_bytes() == (tmp_path / "two" / "team.json").read_bytes()
    merged = record(archive)
    assert (merged["place"], merged["occasion"], merged["topics"]) == ("Toronto", "Gala", ["NAFTA", "steel"])
    assert merged["participants"][1]["title"] == "Foreign Minister"
    notes = {record(archive, f"2021-03-04-japan-peru{n}")["notes"] for n in ("", "-2")}
    assert notes == {"of the first clone", "of the second clone"}
    assert record(archive, "2021-05-06-japan-chile")
    whole = json.loads(archive.read_text())
    assert [r["id"] for r in whole["trash"].values()] == ["2015-11-16-japan-canada"]
    assert clones("dipmeet info --json", "one").returncode == 0
    assert json.loads(clones("dipmeet info --json", "one").stdout)["problems"] == []


def test_a_conflict_in_git_names_record_and_field_and_is_settled_by_dipmeet(clones: Say, tmp_path: Path) -> None:
    clones(f"dipmeet edit {REF} --set place=Toronto && git commit -qam one && git push -q", "one")
    clones(f"dipmeet edit {REF} --set place=Ottawa && git commit -qam two", "two")
    pulled = clones("git pull -q --no-rebase --no-edit", "two", code=1)
    assert f'conflict: {REF}: place: ours "Ottawa", theirs "Toronto", before "New York"' in pulled.stderr
    assert "CONFLICT (content): Merge conflict in team.json" in pulled.stdout
    assert clones("git status --short", "two").stdout == "UU team.json\n"
    assert 'the other has "Toronto"' in clones(f"dipmeet show {REF}", "two").stdout
    clones(f"dipmeet edit {REF} --set place=Toronto && git commit -qam settled && git push -q", "two")
    assert clones("git status --short", "two").stdout == ""
    settled = record(tmp_path / "two" / "team.json")
    assert settled["place"] == "Toronto"
    assert "place" not in [d["field"] for d in settled.get("doubts", [])]


def test_a_rebase_merges_as_a_merge_does(clones: Say, tmp_path: Path) -> None:
    clones(f"dipmeet edit {REF} --set place=Toronto && git commit -qam one && git push -q", "one")
    clones("dipmeet add --start 2021-03-04 --party Japan --party Peru && git commit -qam two", "two")
    clones(f"dipmeet edit {REF} --set occasion=Gala && git commit -qam three", "two")
    clones("git pull -q --rebase", "two")
    merged = record(tmp_path / "two" / "team.json")
    assert (merged["place"], merged["occasion"]) == ("Toronto", "Gala")
    assert record(tmp_path / "two" / "team.json", "2021-03-04-japan-peru")


def test_a_side_that_is_damaged_leaves_the_merge_to_the_person(clones: Say, tmp_path: Path) -> None:
    clones("echo '{' > team.json && git commit -qam broken && git push -q", "one")
    clones(f"dipmeet edit {REF} --set place=Ottawa && git commit -qam two", "two")
    before = (tmp_path / "two" / "team.json").read_bytes()
    pulled = clones("git pull -q --no-rebase --no-edit", "two", code=1)
    assert "dipmeet: team.json, theirs is damaged: not JSON at line" in pulled.stderr
    assert (tmp_path / "two" / "team.json").read_bytes() == before
    clones("git merge --abort", "two")
    assert clones("git status --short", "two").stdout == ""


def test_git_diff_shows_a_field_a_line_with_other_scripts_as_they_are(clones: Say) -> None:
    clones("git config diff.dipmeet.textconv 'dipmeet info --textconv'", "one")
    clones(f"dipmeet edit {REF} --set place=東京", "one")
    changed = [
        line for line in clones("git diff", "one").stdout.splitlines() if line[:1] in "+-" and line[1] != line[0]
    ]
    assert f"-{REF}  place  New York" in changed
    assert f"+{REF}  place  東京" in changed
