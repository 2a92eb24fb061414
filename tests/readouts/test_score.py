"""The reader stays as good over the cases as it has been, and the scorer counts as it says."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache

import pytest

from dipmeet.readouts.reader import read
from tests.readouts.cases import CASES, HERE, MADE, Case, load_cases
from tests.readouts.score import Scored, floors, main, score, total_of


@cache
def scored(folder: str) -> tuple[Scored, ...]:
    return tuple(map(score, load_cases(HERE / folder)))


@pytest.mark.parametrize("group", floors())
def test_no_group_of_cases_is_read_worse_than_recorded(group: str) -> None:
    floor = floors()[group]
    total = total_of(one for one in scored(str(floor["folder"])) if re.search(str(floor["match"]), one.case.name))
    assert total.share >= float(floor["share"])
    assert total.silent <= float(floor["silent"])
    assert total.needless / total.cases <= float(floor["needless"])
    assert total.recall >= float(floor["recall"])
    assert total.precision >= float(floor["precision"])


def test_every_case_is_read() -> None:
    assert [one.case.name for one in (*scored("cases"), *scored("made")) if not one.is_read] == []


NO_YEAR = "kantei-japan-2024-06-14-canada"
"""Its times contradict each other too, but without a year they make no moments: both are doubted for that."""


def test_stated_times_that_are_another_instant_are_doubted_and_no_others() -> None:
    contradict = {one.case.name for one in scored("cases") if one.case.facts["stated_agree"] is False}
    assert len(contradict) == 4
    doubted = {
        one.case.name
        for one in scored("cases")
        for draft in read(one.case.text).drafts[:1]
        for doubt in draft.doubts
        if doubt.field.startswith("stated_times") and " off: " in doubt.reason
    }
    assert doubted == contradict - {NO_YEAR}
    assert {"start", "stated_times"} == set(next(one.doubts for one in scored("cases") if one.case.name == NO_YEAR))


def a_case() -> Case:
    return next(case for case in load_cases(CASES) if case.name == "mofa-japan-2017-09-19-canada")


def test_a_case_read_right_has_no_miss() -> None:
    assert score(a_case()).misses == []


@pytest.mark.parametrize(
    ("field", "value", "facets"),
    [
        ("place", "Ottawa", {"place"}),
        ("place", None, {"place"}),
        ("kind", "telephone call", {"kind"}),
        ("published", "2017-09-21", {"published"}),
        ("occasion", None, {"occasion"}),
        ("title", "Something else entirely", {"title"}),
        ("start", {"local": "2017-09-19T14:06", "zone": "America/New_York", "approximate": True}, {"start.local"}),
        ("start", {"local": "2017-09-19T14:05", "zone": "Asia/Tokyo", "approximate": True}, {"start.zone"}),
        ("start", {"local": "2017-09-19T14:05", "zone": "America/Toronto", "approximate": True}, set()),
        ("stated_times", [], {"stated_times"}),
        ("duration", {"minutes": 30, "approximate": False}, {"duration"}),
        ("points", [], {"points.count"}),
    ],
)
def test_a_wrong_fact_is_a_miss_of_its_facet_alone(field: str, value: object, facets: set[str]) -> None:
    case = a_case()
    changed = replace(case, facts=json.loads(json.dumps(case.facts)) | {field: value})
    assert {row.facet for row in score(changed).misses} == facets


def test_a_miss_that_nothing_doubts_is_silent() -> None:
    case = a_case()
    one = score(replace(case, facts={**case.facts, "place": "Ottawa"}))
    assert [row.facet for row in one.silent] == ["place"]
    assert replace(one, doubts=("place",)).silent == []
    assert replace(one, doubts=("start.local",)).silent == one.misses


def test_a_doubt_of_what_was_right_is_needless() -> None:
    one = score(a_case())
    assert replace(one, doubts=("place", "start.local")).needless == ["place", "start.local"]


def test_a_text_that_is_no_readout_misses_every_facet() -> None:
    one = score(replace(a_case(), text="A recipe for soup.\n"))
    assert not one.is_read
    assert one.misses == list(one.rows)


def test_names_of_cases_name_their_publisher_and_day() -> None:
    for case in load_cases(CASES, MADE):
        assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*-\d{4}-\d\d-\d\d-[a-z-]+", case.name)
        if case.facts["start"] is not None and case.name not in {"mofa-japan-2021-08-22-iran"}:
            assert case.facts["start"]["local"][:4] == re.search(r"\d{4}", case.name)[0]  # type: ignore[index]


def test_the_command_prints_a_table_and_the_misses(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--match", "^kantei", "--misses", str(CASES)]) == 0
    out = capsys.readouterr().out
    assert "kantei-japan-2024-06-14-canada: start.local (doubted): wanted '2024-06-14T19:35'" in out
    assert re.search(r"^kantei-japan +2 ", out, re.MULTILINE)
    assert re.search(r"^topics: recall \d", out, re.MULTILINE)


def test_the_command_refuses_a_match_of_no_case(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--match", "atlantis"])
    assert caught.value.code == 2
    assert "no cases" in capsys.readouterr().err
