"""Sentences: where one ends, in English and in Japanese, and that nothing but space is lost between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipmeet.model.meeting import Point
from dipmeet.study.sentences import LONGEST, is_heading, sentences_of, trimmed


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        ("  ", []),
        ("They met. They spoke.", ["They met.", "They spoke."]),
        ("H.E. Mr. Kono met Dr. Wang. He left.", ["H.E. Mr. Kono met Dr. Wang.", "He left."]),
        ("The U.S. side left at 2:05 p.m. The talk went on.", ["The U.S. side left at 2:05 p.m.", "The talk went on."]),
        ("He gave US$30.5 million. She thanked him.", ["He gave US$30.5 million.", "She thanked him."]),
        ("A “Free and Open Indo-Pacific.” Minister Brown was honoured.",
         ["A “Free and Open Indo-Pacific.”", "Minister Brown was honoured."]),
        ("両外相は一致しました。河野大臣から述べました。", ["両外相は一致しました。", "河野大臣から述べました。"]),
        ("One line\nand another", ["One line", "and another"]),
        ("No stop at the end", ["No stop at the end"]),
    ],
)  # fmt: skip
def test_a_text_falls_into_its_sentences(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in sentences_of(text)] == sentences


@given(st.text(alphabet="ab .。\n”'M(r", max_size=60))
def test_sentences_stand_in_order_and_only_space_is_between_them(text: str) -> None:
    at = 0
    for start, end in sentences_of(text):
        assert at <= start < end
        assert text[at:start].strip() == ""
        assert text[start:end] == text[start:end].strip()
        at = end
    assert text[at:].strip() == ""


def test_a_sentence_without_an_end_is_read_in_pieces() -> None:
    assert [end - start for start, end in sentences_of("a" * (LONGEST + 5))] == [LONGEST, 5]


def test_trimming_takes_the_spaces_at_the_ends_alone() -> None:
    assert trimmed("  a b  ", 0, 7) == (2, 5)
    assert trimmed("     ", 1, 4) is None


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Bilateral relations", True),
        ("2 North Korea", True),
        ("They agreed.", False),
        ("They said:", False),
        ("双方は一致した。", False),
        ("x" * 80, False),
    ],
)
def test_a_short_point_without_a_stop_and_with_points_under_it_is_a_heading(text: str, is_one: bool) -> None:
    assert is_heading(Point(text=text, points=(Point(text="They met."),))) is is_one
    assert not is_heading(Point(text=text))
