"""Who says what, within the text of a point: a mark before each sentence where the speaker changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from dipmeet.screens.words import DIM, Words, words

if TYPE_CHECKING:
    from dipmeet.study.said import Said

SPEAKER = "bold cyan"
NOBODY = "nobody named"

Speakers = Mapping[tuple[int, ...], Sequence["Said"]]
"""The sentences of each point, by its address."""


def speakers_of(said: Sequence[Said]) -> Speakers:
    """Return the sentences by the point that they stand in."""
    points: dict[tuple[int, ...], list[Said]] = {}
    for sentence in said:
        points.setdefault(sentence.address, []).append(sentence)
    return points


def with_speakers(text: str | None, said: Sequence[Said]) -> Text:
    """Return a point's text with `[Japan]` before the sentences where another speaks than in the one before."""
    if not said or not text:
        return words(text)
    marked = Words()
    at = 0
    before: str | None = None
    for sentence in said:
        marked.append_text(words(text[at : sentence.start]))
        who = sentence.who or NOBODY
        if who != before:
            marked.append_text(words(f"[{who}] ", SPEAKER if sentence.who else DIM))
        at, before = sentence.start, who
    marked.append_text(words(text[at:]))
    return marked
