"""Alignment: items of two lists are paired by what they say, in the order of both."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.model.alignment import TWINS, align, canonical

A, B, C = {"label": "1", "text": "A"}, {"label": "2", "text": "B"}, {"label": "3", "text": "C"}

LISTS: list[tuple[list[Any], list[Any], list[tuple[int, int]]]] = [
    ([A, B, C], [A, B, C], [(0, 0), (1, 1), (2, 2)]),
    ([A, B, C], [A, C], [(0, 0), (2, 1)]),
    ([A, C], [A, B, C], [(0, 0), (1, 2)]),
    # one item put in front moves every label down; the texts tell more than the labels
    ([A, B], [{"label": "1", "text": "X"}, {"label": "2", "text": "A"}, {"label": "3", "text": "B"}], [(0, 1), (1, 2)]),
    # of equally long lists an item in the same place has become the other, whatever it says
    ([A, B], [A, {"text": "Y"}], [(0, 0), (1, 1)]),
    # a label alone is little, yet where nothing else is alike it tells
    ([A, B, C], [A, {"label": "3", "text": "new"}], [(0, 0), (2, 1)]),
    ([A], [], []),
    (["x", "y"], ["y", "x", "z"], [(1, 0)]),
]


@pytest.mark.parametrize(("one", "other", "expected"), LISTS)
def test_items_are_paired_by_what_they_say(one: list[Any], other: list[Any], expected: list[tuple[int, int]]) -> None:
    pairs = align(one, other)
    assert pairs == expected or (one == ["x", "y"] and pairs == [(0, 1)])  # of two that crossed, either


def test_what_was_written_apart_is_one_only_by_name_or_text() -> None:
    one = [{"name": "Taro Kono", "party": "Japan"}, {"name": "A", "party": "Canada"}]
    assert align(one, [{"name": "B", "party": "Canada"}], least=TWINS) == []
    assert align(one, [{"name": "Taro Kono", "title": "Minister"}], least=TWINS) == [(0, 0)]


def test_one_and_true_are_two_values() -> None:
    assert canonical([1]) != canonical([True])
    assert canonical({"a": 1, "b": 2}) == canonical({"b": 2, "a": 1})


@settings(max_examples=100)
@given(st.lists(st.sampled_from([A, B, C])), st.lists(st.sampled_from([A, B, C])))
def test_pairs_rise_in_both_lists_and_equal_lists_pair_wholly(one: list[Any], other: list[Any]) -> None:
    pairs = align(one, other)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))
    assert align(one, one) == [(n, n) for n in range(len(one))]
