"""compare: which two records, what is printed, what is noted, and the exit code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Dipmeet

PEOPLE = [
    {"name": "Taro Kono", "title": "Minister for Foreign Affairs", "party": "Japan"},
    {"name": "Wang Yi", "title": "Foreign Minister", "party": "China"},
]
JAPAN, CHINA = "2018-09-27-japan-china", "2018-09-27-china-japan"


def record(identity: str, *texts: str, **fields: Any) -> dict[str, Any]:
    points = {"points": [{"text": text} for text in texts]} if texts else {}
    return {"id": identity, "participants": PEOPLE, "start": {"local": "2018-09-27"}, **points, **fields}


OURS = record(JAPAN, "Minister Kono raised whaling.", "They spoke of visas.")
THEIRS = record(CHINA, "They spoke of visas.")


@pytest.fixture
def holding(dipmeet: Dipmeet) -> Any:
    """Return a way to run on an archive of some records."""

    def hold(*records: dict[str, Any]) -> Dipmeet:
        table = {str(number): one for number, one in enumerate(records, 1)}
        path = Path(dipmeet.env["DIPMEET_ARCHIVE"])
        path.write_text(json.dumps({"_default": {}, "meetings": table}), "utf-8")
        return dipmeet

    return hold


def test_two_accounts_that_differ_are_an_honest_no(holding: Any) -> None:
    result = holding(OURS, THEIRS)("compare", JAPAN, CHINA)
    assert result.code == 1
    assert "whaling" in result.out
    assert "Japan: “Minister Kono" in result.out
    assert result.err == "2 topics: 1 in both, 1 only in A, 0 only in B\n"


def test_two_that_say_the_same_are_a_yes(holding: Any) -> None:
    result = holding(THEIRS, {**THEIRS, "id": JAPAN})("compare", JAPAN, CHINA)
    assert (result.code, result.err) == (0, "1 topic: 1 in both, 0 only in A, 0 only in B\n")


def test_json_is_the_mirror_with_the_sides_changed(holding: Any) -> None:
    run = holding(OURS, THEIRS)
    one, other = (json.loads(run("compare", *ids, "--json").out) for ids in ((JAPAN, CHINA), (CHINA, JAPAN)))
    assert (one["a"], one["b"]) == (other["b"], other["a"])
    assert [topic["verdict"] for topic in one["topics"]] == ["only a", "both"]
    assert [topic["verdict"] for topic in other["topics"]] == ["only b", "both"]
    assert [topic["a"] for topic in one["topics"]] == [topic["b"] for topic in other["topics"]]


def test_markdown_is_printed_where_asked_for(holding: Any) -> None:
    result = holding(OURS, THEIRS)("compare", JAPAN, CHINA, "--markdown")
    assert result.code == 1
    assert "### whaling: only A" in result.out
    assert result.err == ""


def test_a_meeting_with_two_accounts_is_named_once(holding: Any) -> None:
    run = holding(OURS, {**THEIRS, "account_of": JAPAN})
    assert json.loads(run("compare", JAPAN, "--json").out)["a"]["id"] == JAPAN
    assert json.loads(run("compare", CHINA, "--json").out)["a"]["id"] == CHINA
    assert run("compare", JAPAN).code == 1


def test_a_beginning_of_two_ids_names_both(holding: Any) -> None:
    told = json.loads(holding(OURS, THEIRS)("compare", "2018-09-27", "--json").out)
    assert {told["a"]["id"], told["b"]["id"]} == {JAPAN, CHINA}


def test_ids_are_read_from_standard_input(holding: Any) -> None:
    told = json.loads(holding(OURS, THEIRS)("compare", "-", "--json", stdin=f"{CHINA}\n{JAPAN}\n").out)
    assert (told["a"]["id"], told["b"]["id"]) == (CHINA, JAPAN)


def third(identity: str) -> dict[str, Any]:
    return record(identity, "They spoke of visas.", account_of=JAPAN)


@pytest.mark.parametrize(
    ("records", "words", "message"),
    [
        ([OURS, THEIRS], (JAPAN, JAPAN), f"compare takes two records, and both are {JAPAN}"),
        ([OURS, THEIRS], (JAPAN,), f"{JAPAN} is the only account of its meeting (name a second record)"),
        ([OURS, THEIRS], (JAPAN, CHINA, JAPAN), "compare takes two records, and here are 3"),
        (
            [OURS, third(CHINA), third("2018-09-27-x")],
            (JAPAN,),
            f"the meeting has 3 accounts (name two of: {JAPAN}, {CHINA}, 2018-09-27-x)",
        ),
        (
            [OURS, THEIRS, record("2018-09-27-x", "They spoke of visas.")],
            ("2018",),
            f"'2018' names 3 records (name two of: {CHINA}, {JAPAN}, 2018-09-27-x)",
        ),
        (
            [OURS, THEIRS],
            (JAPAN, CHINA, "--json", "--markdown"),
            "only one of --json and --markdown can be had at a time",
        ),
    ],
)  # fmt: skip
def test_what_names_no_two_records_is_a_usage_error(
    holding: Any, records: list[dict[str, Any]], words: tuple[str, ...], message: str
) -> None:
    result = holding(*records)("compare", *words)
    assert (result.code, result.out, result.err) == (2, "", f"dipmeet: {message}\n")


def test_a_reference_to_nothing_is_an_honest_no(holding: Any) -> None:
    result = holding(OURS, THEIRS)("compare", JAPAN, "1999")
    assert (result.code, result.out) == (1, "")
    assert "no record is called '1999'" in result.err


def test_an_account_without_points_is_said_to_be_one(holding: Any) -> None:
    result = holding(OURS, record(CHINA))("compare", JAPAN, CHINA)
    assert result.err.endswith(f"note: {CHINA} has no points, so that only facts are compared\n")
    assert "Same in both" in result.out


def test_two_meetings_are_compared_with_a_note(holding: Any) -> None:
    other = record("2019-01-01-china-japan", "They spoke of visas.", start={"local": "2019-01-01"})
    result = holding(OURS, other)("compare", JAPAN, "2019", "--json")
    assert result.code == 1
    assert json.loads(result.out)["objections"] == ["2018-09-27 is not 2019-01-01"]
    assert result.err == "note: these hardly are one meeting: 2018-09-27 is not 2019-01-01\n"


def test_show_tells_who_says_what(holding: Any) -> None:
    run = holding(OURS, THEIRS)
    assert "[Japan] Minister Kono raised whaling." in run("show", JAPAN, "--said").out
    assert "[Japan]" not in run("show", JAPAN).out
    assert run("show", JAPAN, "--said", "--json").records[0]["said"] == [
        {"point": "1", "span": [0, 29], "by": ["Japan"], "together": False},
        {"point": "2", "span": [0, 20], "by": [], "together": True},
    ]
    assert json.loads(run("show", JAPAN, "--said", "--jsonl").out)["said"][0]["by"] == ["Japan"]
    assert "said" not in run("show", JAPAN, "--json").records[0]


def test_show_tells_it_of_every_account_of_a_meeting_the_one_named_first(holding: Any) -> None:
    run = holding(OURS, {**THEIRS, "account_of": JAPAN})
    out = run("show", CHINA, "--said").out
    assert (
        out.index(CHINA) < out.index("[both] They spoke of visas.") < out.index("[Japan] Minister Kono raised whaling.")
    )
    assert len(run("show", CHINA, "--said", "--json").records) == 1


@pytest.mark.parametrize("form", ["--plain", "--ids"])
def test_who_says_what_does_not_go_into_rows(holding: Any, form: str) -> None:
    result = holding(OURS)("show", JAPAN, "--said", form)
    assert (result.code, result.err) == (2, "dipmeet: --said goes with the card, --json and --jsonl\n")


def test_what_show_said_is_not_stored_when_it_is_imported(holding: Any, tmp_path: Path) -> None:
    run = holding(OURS)
    (tmp_path / "said.json").write_text(run("show", JAPAN, "--said", "--json").out, "utf-8")
    other = Dipmeet(run.folder, {**run.env, "DIPMEET_ARCHIVE": str(tmp_path / "other.json")})
    assert other("import", tmp_path / "said.json").code == 0
    assert '"said"' not in (tmp_path / "other.json").read_text("utf-8")
