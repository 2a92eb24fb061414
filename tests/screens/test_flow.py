"""Items stand one after another, and a line ends between two of them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from dipmeet.screens.flow import Flow
from tests.screens.conftest import draw


@pytest.mark.parametrize(
    ("items", "width", "lines"),
    [
        (["one"], 40, ["one"]),
        (["one", "two", "three"], 40, ["one · two · three"]),
        (["North Korea", "UN Security Council", "G7"], 40, ["North Korea · UN Security Council · G7"]),
        (["North Korea", "G7", "UN Security Council reform"], 40, ["North Korea · G7", "UN Security Council reform"]),
        (["a" * 20, "b" * 17, "c"], 40, ["a" * 20 + " · " + "b" * 17, "c"]),
        (["a" * 20, "b" * 18], 40, ["a" * 20, "b" * 18]),
        (["拉致問題" * 3, "国連安全保障理事会", "G7"], 40, ["拉致問題" * 3, "国連安全保障理事会 · G7"]),
        (["one", "wider than a line " * 3], 40, ["one", "wider than a line wider than a line", "wider than a line"]),
        ([None, "", "one", None], 40, ["one"]),
        ([], 40, [""]),
    ],
)  # fmt: skip
def test_a_line_ends_between_items(items: list[str | None], width: int, lines: list[str]) -> None:
    assert draw(lambda _: [Flow(items, 100)], width).split("\n")[:-1] == lines


def test_a_line_is_no_longer_than_its_limit_on_a_wider_screen() -> None:
    assert draw(lambda _: [Flow(["a" * 30, "b" * 30], 50)], 200) == "a" * 30 + "\n" + "b" * 30 + "\n"
    assert draw(lambda _: [Flow(["a" * 30, "b" * 30], 50)], None) == "a" * 30 + "\n" + "b" * 30 + "\n"


@given(st.lists(st.text(st.sampled_from("abc日本"), min_size=1, max_size=15)), st.integers(30, 80))
def test_lines_are_as_full_as_they_can_be(items: list[str], width: int) -> None:
    lines = [line.plain for line in Flow(items, width).lines(width)]
    assert " · ".join(lines) == " · ".join(items)
    for line, after in pairwise(lines):
        assert cell_len(line) <= width < cell_len(line + " · " + after.split(" · ")[0])
