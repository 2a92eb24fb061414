"""Characters that nobody sees: soft hyphens, zero-width and direction marks, which split words for a grammar.

A page is read without them; the places found are then told in code points of the verbatim text.
"""

from __future__ import annotations

import re

from dipmeet.model.value import Value
from dipmeet.readouts.page import Span

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\r(?=\n)")


class Seen(Value):
    """A text without what nobody sees; `places` are those of its characters in the verbatim text, None if the same."""

    text: str
    places: tuple[int, ...] | None = None

    def verbatim(self, span: Span) -> Span:
        """Return the span in the verbatim text."""
        if self.places is None:
            return span
        return self.places[span[0]], self.places[span[1] - 1] + 1


def seen_of(text: str) -> Seen:
    """Return the text as it is seen."""
    if _UNSEEN.search(text) is None:
        return Seen(text)
    unseen = {match.start() for match in _UNSEEN.finditer(text)}
    places = tuple(at for at in range(len(text)) if at not in unseen)
    return Seen("".join([text[at] for at in places]), places)
