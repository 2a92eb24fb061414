"""Control characters are shown, not obeyed, and each character keeps its place."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipmeet.screens.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("Mélanie 河野 👍", "Mélanie 河野 👍"),
        ("\x1b[31m", "␛[31m"),
        ("\x00\x07\x08\r\x7f", "␀␇␈␍␡"),
        ("\x9b2J\x85", "␦2J␦"),
        ("a\u202eb\u202cc\u2066d\u2069e", "a␦b␦c␦d␦e"),
        ("a\tb", "a b"),
        ("a\nb", "a\nb"),
        ("a\u2028b\u2029c", "a b c"),
        ("\udcff.txt", "␦.txt"),
    ],
)
def test_each_character_is_shown_or_stands_for_itself(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u061c", "\u200d", "\u200b"])
def test_marks_that_a_script_needs_stay(mark: str) -> None:
    assert visible(f"a{mark}b") == f"a{mark}b"


@given(st.text(st.characters()))
def test_places_in_the_text_stay_true(text: str) -> None:
    assert len(visible(text)) == len(text)
    assert all(
        after == before or unicodedata.category(before) in {"Cc", "Cs", "Cf", "Zl", "Zp"}
        for before, after in zip(text, visible(text), strict=True)
    )
