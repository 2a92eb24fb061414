"""The wording of a page: its text as pasted, and two copies of it for reading.

`clean` is the text without what nobody sees (soft hyphens, zero-width and direction marks, carriage returns); values
are taken from it. `plain` is `clean` character for character, with one kind of space, quote and dash, and full-width
forms made narrow; grammars look at it. Positions in both are the same, and `span` turns them into code points of the
verbatim text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

Span = tuple[int, int]
"""[start, end) in characters."""

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|\r(?=\n)")
_FOLDED = {
    **dict.fromkeys(
        "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f　", " "
    ),
    **dict.fromkeys("\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n"),
    **dict.fromkeys("‘’‚‛′ʼ´`", "'"),
    **dict.fromkeys("“”„‟″«»〝〟", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    "〜": "~",
    "：": ":",
}
_TABLE = str.maketrans(_FOLDED)


@dataclass(frozen=True, slots=True)
class Wording:
    """A page's text; `places` tells where each character of `clean` stands in `verbatim` (None: at the same place)."""

    verbatim: str
    clean: str
    plain: str
    places: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> Span:
        """Return where `clean[start:end]` stands in the verbatim text."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1

    def value(self, start: int, end: int) -> str:
        """Return the words of `clean[start:end]`, with single spaces."""
        return " ".join(self.clean[start:end].split())


def wording_of(text: str) -> Wording:
    """Return the wording of a pasted text."""
    if _UNSEEN.search(text) is None:
        return Wording(text, text, text.translate(_TABLE))
    places = tuple(_seen(text))
    clean = "".join([text[at] for at in places])
    return Wording(text, clean, clean.translate(_TABLE), places)


def _seen(text: str) -> Sequence[int]:
    unseen = {match.start() for match in _UNSEEN.finditer(text)}
    return [at for at in range(len(text)) if at not in unseen]


def trimmed(text: str, start: int, end: int) -> Span:
    """Return [start, end) without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
