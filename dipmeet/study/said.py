"""Said: who says each sentence of a point, one side, several in turn, both together or nobody named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dipmeet.model.meeting import Meeting, Point
from dipmeet.model.shapes import Json
from dipmeet.model.value import Value
from dipmeet.study.saying.english import Manner, english_subjects
from dipmeet.study.saying.japanese import japanese_subjects
from dipmeet.study.saying.speakers import BOTH, Cast, Speaker, cast_of
from dipmeet.study.sentences import is_heading, sentences_of

TOGETHER = "both"
"""What stands for all sides together where else a party is named."""


class Said(Value):
    """A sentence of a point at [start, end) of its text, and who says it.

    `by` names the parties that speak for themselves, in turn (a person, where the page does not tell the party);
    `together` is true where all sides say something of it as one. Where nobody is named neither holds. `carried` tells
    that the sentence itself names nobody, and the speaker is the one before.
    """

    address: tuple[int, ...]
    start: int
    end: int
    by: tuple[str, ...]
    together: bool = False
    carried: bool = False

    def to_json(self) -> dict[str, Json]:
        """Return it as scripts get it; `carried` is there only where it is true."""
        told: dict[str, Json] = {"point": ".".join(map(str, self.address)), "span": [self.start, self.end]}
        told |= {"by": list(self.by), "together": self.together}
        return told | ({"carried": True} if self.carried else {})

    @property
    def first(self) -> str:
        """Who says it first: "Japan", "both", or "" for nobody."""
        return self.by[0] if self.by else TOGETHER if self.together else ""

    @property
    def who(self) -> str:
        """Who says it in words: "Japan", "Japan, then Canada", "both", "Japan and both", or "" for nobody."""
        alone = ", then ".join(self.by)
        return " and ".join(part for part in (alone, TOGETHER if self.together else "") if part)


def said_of(meeting: Meeting, cast: Cast | None = None) -> tuple[Said, ...]:
    """Return every sentence of a record's points with who says it, in order; `cast` if more is known than the record.

    A pronoun, or a sentence that goes on in reported speech, is of the last who spoke in the point, or in the one that
    it stands under.
    """
    return tuple(_said(meeting.points, cast or cast_of(meeting), (), _Before()))


class _Before(Value):
    """Who spoke before: at all, and alone."""

    last: str | None = None
    one: str | None = None

    def after(self, said: Said, met: str | None = None) -> _Before:
        """Return what holds after a sentence, in which `met` met another."""
        one = said.by[-1] if said.by else met if met else self.one
        return _Before(BOTH if said.together else said.by[-1] if said.by else None, one)


_OPENS = re.compile(r"(?:[:：]|(?:in these terms|as follows|the following)\.?)\s*$")
"""How a point ends that those under it go on."""


def _said(points: tuple[Point, ...], cast: Cast, above: tuple[int, ...], before: _Before) -> Iterator[Said]:
    for position, point in enumerate(points, 1):
        here, now = (*above, position), before
        text = "" if is_heading(point) else point.text or ""
        for said, then in _said_in(text, here, cast, before):
            yield said
            now = then
        opens = _OPENS.search(point.text or "") is not None
        yield from _said(point.points, cast, here, now if opens else _Before(None, now.one))
        before = _Before(before.last, now.one)


def _said_in(text: str, address: tuple[int, ...], cast: Cast, before: _Before) -> Iterator[tuple[Said, _Before]]:
    """Yield each sentence of a point with who says it, and what holds after it."""
    for start, end in sentences_of(text):
        sentence = text[start:end]
        if any("\u3040" <= letter <= "\u9fff" for letter in sentence):
            speakers, manner = japanese_subjects(sentence, cast)
        else:
            speakers, manner = english_subjects(sentence, cast, before.last, before.one)
        said = _told(speakers, manner, before.last, Said(address, start, end, ()))
        before = before.after(said, speakers[0].party if manner == "meets" else None)
        yield said, before


def _told(speakers: tuple[Speaker, ...], manner: Manner, last: str | None, said: Said) -> Said:
    """Return a sentence with who says it: whoever speaks in it, or who spoke before and goes on."""
    if manner != "says":
        return said
    if speakers and not (last and all(speaker.kind == "side" for speaker in speakers)):
        parties = [speaker.party for speaker in speakers if speaker.party is not None]
        return said.replaced(by=tuple(party for party in parties if party != BOTH), together=BOTH in parties)
    if last is None:
        return said
    return said.replaced(by=() if last == BOTH else (last,), together=last == BOTH, carried=True)
