"""The table of rules: each has a name, a severity and its grounds, and one way of looking."""

from __future__ import annotations

import re

import pytest

from dipmeet.commands.checking.rules import NAMES
from dipmeet.study.findings import SEVERITIES, Rule
from dipmeet.study.rules import RULES, rule_named


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_says_what_it_looks_for_and_what_it_rests_on(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert rule.severity in SEVERITIES
    assert rule.summary[0].islower() or rule.summary[0].isdigit()
    assert not rule.summary.endswith(".")
    assert rule.grounds.endswith(".")
    assert (rule.of_one is None) != (rule.across is None)


def test_names_are_unique_and_those_that_the_shell_completes() -> None:
    assert tuple(rule.name for rule in RULES) == NAMES
    assert len(set(NAMES)) == len(NAMES)


def test_a_rule_is_found_by_its_name() -> None:
    assert rule_named("weekday") in RULES
    assert rule_named("Weekday") is None
