"""Whole pages in the manners of many publishers: each contradiction is found, and in true ones nothing is."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dipmeet.model.meeting import Meeting
from dipmeet.readouts.reader import read
from dipmeet.study.checking import check

PAGES = tomllib.loads((Path(__file__).parent / "pages.toml").read_text("utf-8"))["page"]


def rules_found(text: str) -> list[str]:
    records = [Meeting.from_json({**draft.to_json(), "id": f"a-{at}"}) for at, draft in enumerate(read(text).drafts)]
    assert records
    return [finding.rule for finding in check(records).findings]


def test_half_of_the_pages_contradict_themselves() -> None:
    assert len(PAGES) == 100
    assert sum("rule" in page for page in PAGES) == 50


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["name"])
def test_what_contradicts_itself_is_found_and_nothing_else(page: dict[str, str]) -> None:
    assert rules_found(page["text"]) == ([page["rule"]] if "rule" in page else [])
