"""`edit`: fields of records, by --set and --unset or in an editor."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SAMPLE, Dipmeet

REF = "2017-09-19-japan-canada"


def record_of(dipmeet: Dipmeet, reference: str = REF) -> dict[str, Any]:
    return dipmeet("show", reference, "--json").records[0]


SETTINGS: list[tuple[str, dict[str, Any]]] = [
    ("place=Geneva", {"place": "Geneva"}),
    ("occasion=UN General Assembly", {"occasion": "UN General Assembly"}),
    ("notes=a = b", {"notes": "a = b"}),
    ("kind=call", {"kind": "telephone call"}),
    ("topics=DPRK; fisheries in general", {"topics": ["North Korea", "fisheries in general"]}),
    ("duration=about 1 h 20", {"duration": {"minutes": 80, "approximate": True}}),
    ("participants[1].party=ROK", {"participants[1].party": "South Korea"}),
    ("start.zone=Tokyo", {"start.zone": "Asia/Tokyo", "start.offset": "+09:00"}),
    ("start=3:05 p.m. 19 Sep 2017", {"start": {"local": "2017-09-19T15:05", "zone": "America/New_York",
                                               "offset": "-04:00", "utc": "2017-09-19T19:05:00Z"}}),
    ("end=around 3:00 p.m. 19 Sep 2017", {"end": {"local": "2017-09-19T15:00", "zone": "America/New_York",
                                                  "offset": "-04:00", "approximate": True}}),
    ("points[0].text=[sic] :100:", {"points[0].text": "[sic] :100:"}),
    ('participants[2]={"name": "A. Person", "party": "Canada"}',
     {"participants[2]": {"name": "A. Person", "party": "Canada"}}),
]  # fmt: skip


@pytest.mark.parametrize(("setting", "expected"), SETTINGS)
def test_a_field_is_set_as_people_type_it(sample: Dipmeet, setting: str, expected: dict[str, Any]) -> None:
    from dipmeet.model.fields import read_path, value_at

    field = setting.partition("=")[0]
    result = sample("edit", REF, "--set", setting)
    assert (result.code, result.out) == (0, "")
    after = record_of(sample)
    for path, value in expected.items():
        assert value_at(after, read_path(path)) == value
    assert field in after["by_hand"]


def test_only_the_line_of_the_record_changes(sample: Dipmeet) -> None:
    sample("edit", REF, "--set", "place=Geneva")
    before, after = SAMPLE.read_text().splitlines(), Path(sample.env["DIPMEET_ARCHIVE"]).read_text().splitlines()
    assert [f'"id": "{REF}"' in new for old, new in zip(before, after, strict=True) if old != new] == [True]


def test_a_field_set_by_hand_loses_its_evidence_and_its_doubts(sample: Dipmeet) -> None:
    doubtful = next(r for r in sample("list", "--json").records if r.get("doubts"))
    field = doubtful["doubts"][0]["field"]
    top = re.split(r"[.\[]", field)[0]
    assert sample("edit", doubtful["id"], "--unset", top).code == 0
    after = record_of(sample, doubtful["id"])
    assert not [f for f in after.get("evidence", {}) if re.split(r"[.\[]", f)[0] == top]
    assert not [d for d in after.get("doubts", []) if re.split(r"[.\[]", d["field"])[0] == top]


def test_a_field_is_taken_away_and_what_changed_is_said(sample: Dipmeet) -> None:
    assert "occasion" in record_of(sample)
    result = sample("edit", REF, "--unset", "occasion")
    assert (result.code, result.err) == (0, f"changed {REF}: occasion\n")
    assert "occasion" not in record_of(sample)


def test_a_dry_run_prints_the_record_as_it_would_be(sample: Dipmeet) -> None:
    result = sample("edit", REF, "--set", "place=Geneva", "--dry-run")
    assert [record["place"] for record in result.records] == ["Geneva"]
    assert Path(sample.env["DIPMEET_ARCHIVE"]).read_bytes() == SAMPLE.read_bytes()


def test_what_is_as_it_was_is_not_written(sample: Dipmeet) -> None:
    sample("edit", REF, "--set", "notes=x")
    first = Path(sample.env["DIPMEET_ARCHIVE"]).read_bytes()
    result = sample("edit", REF, "--set", "notes=x")
    assert (result.code, result.err) == (0, "nothing to change\n")
    assert Path(sample.env["DIPMEET_ARCHIVE"]).read_bytes() == first


def test_filters_name_many_and_are_asked_about(sample: Dipmeet) -> None:
    words = ["edit", "--party", "Canada", "--on", "2017", "--set", "notes=x"]
    assert sample(*words, typed=["n"]).code == 130
    asked = sample(*words, typed=["y"])
    assert asked.code == 0
    assert asked.err.startswith("Change 3 records? [y/N] changed 3 records (2017-06-16-united-states-canada, ")
    assert len([r for r in sample("list", "--json").records if r.get("notes") == "x"]) == 3
    assert sample("edit", "--party", "Canada", "--on", "2017", "--unset", "notes", "--yes").code == 0


def test_one_bad_record_of_many_changes_none(sample: Dipmeet) -> None:
    result = sample("edit", "--on", "2017", "--set", "participants[1].name=x", "--set", "duration.minutes=0", "--yes")
    assert result.code == 3
    assert Path(sample.env["DIPMEET_ARCHIVE"]).read_bytes() == SAMPLE.read_bytes()


def editor(folder: Path, *commands: str) -> dict[str, str]:
    """Return the environment in which the editor is a script that runs `commands` on the file, $1."""
    script = folder / "editor"
    script.write_text("\n".join(["#!/bin/sh", *commands]) + "\n")
    script.chmod(0o755)
    return {"EDITOR": str(script), "TMPDIR": str(folder)}


def kept(message: str) -> Path:
    """Return the file that an error says it kept the person's text in."""
    return Path(message.partition("your text is in ")[2].rstrip(")\n"))


def test_the_editor_gets_the_record_and_what_it_leaves_is_taken(sample: Dipmeet) -> None:
    env = editor(sample.folder, f'cp "$1" {sample.folder}/given', "sed -i 's/New York/Geneva/' \"$1\"")
    result = sample("edit", REF, env=env)
    assert result.code == 0
    given = json.loads((sample.folder / "given").read_text())
    assert given["place"] == "New York"
    after = record_of(sample)
    assert (after["place"], "place" in after["by_hand"]) == ("Geneva", True)


def test_visual_comes_before_editor_and_may_have_words_of_its_own(sample: Dipmeet) -> None:
    env = editor(sample.folder, 'test "$1" = --wait && sed -i "s/New York/Geneva/" "$2"')
    assert sample("edit", REF, env={"VISUAL": env["EDITOR"] + " --wait", "EDITOR": "false"}).code == 0
    assert record_of(sample)["place"] == "Geneva"


def test_leaving_the_text_alone_changes_nothing(sample: Dipmeet) -> None:
    result = sample("edit", REF, env=editor(sample.folder, "true"))
    assert (result.code, result.err) == (0, "nothing to change\n")


LEFT = [
    ("echo '{' > \"$1\"", 3, "dipmeet: what you left is not JSON: "),
    ("echo '{\"mood\": 1e999}' > \"$1\"", 3, "dipmeet: what you left is not JSON: the number 1e999 is too large"),
    ("echo '{\"mood\": NaN}' > \"$1\"", 3, "dipmeet: what you left is not JSON: NaN is no JSON"),
    ("echo '{\"mood\": 1, \"mood\": 2}' > \"$1\"", 3, "dipmeet: 'mood' stands twice in one object of what you left"),
    ("echo '{\"id\": \"2017-09-19-japan-canada\", \"kind\": \"chat\"}' > \"$1\"", 3,
     f"dipmeet: {REF}: not a valid record: kind: expected one of "),
    ("sed -i 's/\"id\": \".*\"/\"id\": \"other\"/' \"$1\"", 2,
     f"dipmeet: an id never changes: {REF} (add a new record, and remove this one; "),
    ("echo '{ my work' > \"$1\"; exit 3", 3, "dipmeet: the editor "),
]  # fmt: skip


@pytest.mark.parametrize(("command", "code", "beginning"), LEFT)
def test_what_cannot_be_taken_is_refused_and_the_persons_text_is_kept(
    sample: Dipmeet, command: str, code: int, beginning: str
) -> None:
    result = sample("edit", REF, env=editor(sample.folder, command))
    assert (result.code, result.err[: len(beginning)]) == (code, beginning)
    assert result.err.count("\n") == 1
    file = kept(result.err)
    assert file.read_text().startswith("{")
    file.unlink()
    assert Path(sample.env["DIPMEET_ARCHIVE"]).read_bytes() == SAMPLE.read_bytes()


def test_an_editor_that_does_not_start_is_named(sample: Dipmeet) -> None:
    result = sample("edit", REF, env={"EDITOR": "/no/such/editor"})
    line = "dipmeet: cannot start the editor '/no/such/editor': no such file or directory (set EDITOR)\n"
    assert (result.code, result.err) == (3, line)


def test_one_record_at_a_time_in_the_editor(sample: Dipmeet) -> None:
    result = sample("edit", "--on", "2017", env={"EDITOR": "true"})
    line = "dipmeet: one record at a time in the editor (--set FIELD=VALUE changes several)\n"
    assert (result.code, result.err) == (2, line)


JAPAN, CHINA = "2018-09-27-japan-china", "2018-09-27-china-japan"


def test_a_link_that_is_set_names_the_first_account_of_the_meeting(sample: Dipmeet) -> None:
    sample("link", JAPAN, CHINA)
    assert sample("edit", REF, "--set", f"account_of={CHINA}").code == 0
    assert sample("show", REF, "--json").records[0]["account_of"] == JAPAN
    assert sample("edit", REF, "--unset", "account_of").code == 0
    assert "account_of" not in sample("show", REF, "--json").records[0]


@pytest.mark.parametrize(
    ("record", "link", "code", "line"),
    [
        (REF, "2018-09-27-japan-chna", 1,
         "no record is called '2018-09-27-japan-chna' (did you mean '2018-09-27-japan-china' or "),
        (REF, "2018", 2, "'2018' names 6 records (name one of: "),
        (JAPAN, CHINA, 2, f"{JAPAN} is the first account of that meeting (an account names the first one)"),
        (JAPAN, JAPAN, 3, f"{JAPAN}: not a valid record: account_of: expected the id of another record"),
        (JAPAN, REF, 2, f"{JAPAN} has other accounts itself (dipmeet link {REF} {JAPAN})"),
    ],
)  # fmt: skip
def test_a_link_that_cannot_be_is_refused(sample: Dipmeet, record: str, link: str, code: int, line: str) -> None:
    sample("link", JAPAN, CHINA)
    before = sample("list", "--json").out
    result = sample("edit", record, "--set", f"account_of={link}")
    assert (result.code, result.err.startswith(f"dipmeet: {line}")) == (code, True), result.err
    assert sample("list", "--json").out == before


def test_a_link_that_is_there_is_not_asked_about_when_something_else_is_edited(sample: Dipmeet) -> None:
    file = sample.folder / "sample.json"
    sample("link", JAPAN, CHINA)
    file.write_text(file.read_text("utf-8").replace(f'"account_of": "{JAPAN}"', '"account_of": "gone"'), "utf-8")
    assert sample("edit", CHINA, "--set", "place=Geneva").code == 0
