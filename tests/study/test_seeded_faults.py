"""Faults of known kinds, put into true readouts and records by a seed: 99 of 100 and more are found, in their place."""

from __future__ import annotations

from collections import Counter

import pytest

from dipmeet.study.checking import check
from dipmeet.study.rules import RULES
from tests.study.faults import Fault, faults, true_records


@pytest.fixture(scope="module")
def put_in() -> tuple[Fault, ...]:
    """Every fault: some seven hundred."""
    return tuple(faults())


def test_there_are_faults_of_every_rule_but_the_proposal_of_accounts(put_in: tuple[Fault, ...]) -> None:
    assert len(put_in) >= 200
    assert {fault.rule for fault in put_in} == {rule.name for rule in RULES} - {"accounts"}
    assert min(Counter(fault.rule for fault in put_in).values()) >= 10


def test_ninety_nine_of_a_hundred_faults_are_found_by_their_rule_at_their_field(put_in: tuple[Fault, ...]) -> None:
    missed = [str(fault) for fault in put_in if not _is_found(fault)]
    assert len(missed) <= len(put_in) / 100, "\n".join(missed)


def test_nothing_is_found_in_the_true_records() -> None:
    records = true_records()
    assert len(records) > 130
    assert not [finding for record in records.values() for finding in check([record]).findings]


def _is_found(fault: Fault) -> bool:
    return any(
        (finding.rule, finding.meeting, finding.field) == (fault.rule, fault.meeting, fault.field)
        for finding in check(fault.records).findings
    )
