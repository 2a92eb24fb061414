"""Who says what, within a point: a mark where the speaker changes, and not a letter lost."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from dipmeet.screens.said import speakers_of, with_speakers
from dipmeet.study.said import Said

TEXT = "One said it. The same. Both did. Nobody."


def said(*parts: tuple[int, int, tuple[str, ...], bool]) -> list[Said]:
    return [Said((1,), start, end, by, together=together) for start, end, by, together in parts]


def test_a_mark_stands_where_the_speaker_changes() -> None:
    sentences = said(
        (0, 12, ("Japan",), False), (13, 22, ("Japan",), False), (23, 32, (), True), (33, 40, (), False)
    )  # fmt: skip
    assert with_speakers(TEXT, sentences).plain == (
        "[Japan] One said it. The same. [both] Both did. [nobody named] Nobody."
    )


def test_a_text_of_which_nothing_is_told_stands_as_it_is() -> None:
    assert with_speakers("[sic] :100:", ()).plain == "[sic] :100:"
    assert with_speakers(None, ()).plain == ""


def test_sentences_go_by_their_points() -> None:
    one, other = Said((1,), 0, 3, ()), Said((2, 1), 0, 3, ())
    assert speakers_of([one, other]) == {(1,): [one], (2, 1): [other]}


@given(st.lists(st.integers(0, len(TEXT)), min_size=1, max_size=6, unique=True), st.booleans())
def test_without_the_marks_the_text_is_what_it_was(places: list[int], together: bool) -> None:
    starts = sorted(places)
    sentences = [
        Said((1,), start, start, ("Japan",) if at % 2 else (), together=together) for at, start in enumerate(starts)
    ]
    assert re.sub(r"\[[^\]]*\] ", "", with_speakers(TEXT, sentences).plain) == TEXT
