"""The readouts of the fixtures: each contradiction that a careful reader found in them is found, and no other.

`contradictions.json` lists them: case, kind, what is printed, what would be right.
"""

from __future__ import annotations

import pytest

from dipmeet.study.checking import check
from dipmeet.study.rules import rule_named
from tests.readouts.cases import load_cases
from tests.study.faults import CONTRADICTIONS, read_case

RULE_OF = {"stated time": "stated-time", "clock form": "clock-form", "published before": "published"}
CASES = {case.name: case for case in load_cases()}
RECORDS = [record for case in CASES.values() for record in read_case(case)]


@pytest.mark.parametrize("wrong", CONTRADICTIONS, ids=lambda wrong: wrong["case"])
def test_a_contradiction_is_found_with_what_is_printed_and_what_would_be_right(wrong: dict[str, str]) -> None:
    (finding,) = check(read_case(CASES[wrong["case"]])).findings
    assert finding.rule == RULE_OF[wrong["kind"]]
    assert (finding.printed, finding.right) == (wrong["printed"], wrong["right"])


def test_nothing_else_is_found_in_any_page() -> None:
    wrong = {entry["case"] for entry in CONTRADICTIONS}
    assert len(RECORDS) > 140
    assert {f.meeting for record in RECORDS for f in check([record]).findings} == wrong


def test_all_pages_together_contradict_each_other_in_nothing() -> None:
    """Four pairs of accounts are proposed, two of them of meetings and two of calls."""
    found = check(RECORDS).findings
    kinds = {rule.severity for f in found if f.others and (rule := rule_named(f.rule)) is not None}
    assert kinds == {"hint"}
    assert sorted((f.meeting, *f.others) for f in found if f.others) == [
        ("kantei-japan-2011-03-17-united-states", "white-house-2011-03-16-japan"),
        ("mofa-japan-2018-09-27-china", "mfa-china-2018-09-27-japan"),
        ("mofa-japan-2022-01-06-united-states", "us-state-2022-01-05-japan"),
        ("mofa-myanmar-2020-08-24-japan", "mofa-japan-2020-08-24-myanmar"),
    ]
