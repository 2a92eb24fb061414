"""A crowd: the words of a stretch of text with the parties it names, where people are looked for."""

from __future__ import annotations

from bisect import bisect_left

from dipmeet.names.parties import parties_in
from dipmeet.readouts.page import Span
from dipmeet.readouts.words import Word, words_in

_FORMS = frozenset({"Republic", "Kingdom", "State", "Union", "Commonwealth", "Principality", "Sultanate", "Duchy"})
_KINDS = frozenset(
    {"Federal", "Federative", "Democratic", "People's", "Islamic", "Arab", "Socialist", "Co-operative", "Cooperative"}
    | {"Bolivarian", "Plurinational", "Eastern", "United", "Hashemite", "Independent", "Grand", "Oriental", "Union"}
)
"""Words of a state's long name before its form."""


class Crowd:
    """Words by number; `parties` gives, by the word that a party's name begins with, the word after it."""

    def __init__(self, plain: str, start: int, end: int) -> None:
        self.plain = plain
        self.words: list[Word] = words_in(plain, start, end)
        self._starts = [word.start for word in self.words]
        self._texts = [word.text for word in self.words]
        self.parties: dict[int, int] = {}
        self.named: dict[int, str] = {}
        for first, last, party in parties_in(plain[start:end]):
            at = self.word_at(first + start)
            if at < len(self.words) and self.words[at].start == first + start:
                end, at = max(at + 1, self.word_at(last + start)), self._with_form(at)
                self.parties[at] = end
                self.named[at] = party.name

    def _with_form(self, at: int) -> int:
        """Return the word that a party's name begins with, its form included: "Federal Democratic Republic of …"."""
        form = self.text(at - 2) if self.text(at - 1) == "of" else ""
        if form not in _FORMS or (form == "State" and self.text(at - 3) == "of"):  # "Secretary of State of Canada"
            return at
        at -= 2
        while self.text(at - 1) in _KINDS:
            at -= 1
        return at

    def text(self, at: int) -> str:
        """Return the text of a word, "" beyond the ends."""
        return self._texts[at] if 0 <= at < len(self._texts) else ""

    def span(self, first: int, last: int) -> Span:
        """Return where the words [first, last) stand."""
        return self.words[first].start, self.words[last - 1].end

    def word_at(self, position: int) -> int:
        """Return the first word that begins at or after a position."""
        return bisect_left(self._starts, position)

    def is_within(self, at: int, texts: frozenset[str]) -> bool:
        """Tell whether a word is one of `texts`."""
        return self.text(at) in texts
