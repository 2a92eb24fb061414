"""Names elsewhere on the page: the fullest form that it prints, and the office before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dipmeet.names.parties import find_party
from dipmeet.readouts.offices import is_head
from dipmeet.readouts.page import Page, Span
from dipmeet.readouts.people import is_name_word, opens_office
from dipmeet.readouts.words import holds_a_sentences_end

SEARCHED = 20_000
"""As many characters of a page as are looked at for a name."""


def fullest_name(page: Page, name: str, span: Span) -> Span | None:
    """Return where the page prints a fuller form of a name ("Gemba" as "Koichiro Gemba"), or None."""
    parts = name.split()
    fuller = _with_more_between(page.plain, parts[0], parts[-1]) if len(parts) > 1 else _with_more(page.plain, name)
    best, longest = None, len(parts)
    for found in fuller:
        start, end = found if len(parts) > 1 else _own_part(page.plain, *found)
        words = page.plain[start:end].split()
        is_fuller = len(words) > longest and (start, end) != span and _folded(parts) <= _folded(words)
        if is_fuller and not holds_a_sentences_end(words):
            best, longest = (start, end), len(words)
    return best


def _folded(parts: list[str]) -> set[str]:
    return {part.casefold() for part in parts}


_NAME_WORD = r"[A-Z\u00c0-\u00de\u0100-\u017d][\w\u0300-\u036f'-]*\.?"
_BEFORE = re.compile(rf"(?:\b{_NAME_WORD} ){{1,3}}$")
_BEHIND = re.compile(rf" {_NAME_WORD}")
_BETWEEN = re.compile(rf" ({_NAME_WORD} )({_NAME_WORD} )?")
_GOES_ON = re.compile(r"[\w'-]")

LONGEST = 120
"""As many characters before a family name are looked at for the rest of the name."""


def _with_more(plain: str, last: str) -> Iterator[Span]:
    """Yield where words stand before a family name alone, or one behind it in capitals: "GEMBA Koichiro"."""
    found = []
    for at in _places_of(last, plain):
        before = _BEFORE.search(plain, max(0, at - LONGEST), at)
        if before is not None and _GOES_ON.match(plain, at + len(last)) is None:
            found.append((before.start(), at + len(last)))
    for at in _places_of(last.upper(), plain):
        behind = _BEHIND.match(plain, at + len(last))
        if behind is not None and not plain[at - 1 : at].isalnum():
            found.append((at, behind.end()))
    yield from sorted(found)


def _with_more_between(plain: str, first: str, last: str) -> Iterator[Span]:
    """Yield where words stand between two parts of a name."""
    for at in _places_of(first, plain):
        between = _BETWEEN.match(plain, at + len(first)) if not plain[at - 1 : at].isalnum() else None
        for start in (between.end(), between.end(1)) if between is not None else ():
            if plain.startswith(last, start) and _GOES_ON.match(plain, start + len(last)) is None:
                yield at, start + len(last)
                break


def _places_of(word: str, plain: str) -> Iterator[int]:
    """Yield where a word stands; to search for it in the text is quicker than to compile a pattern for each name."""
    at = plain.find(word, 0, SEARCHED)
    while at >= 0:
        yield at
        at = plain.find(word, at + len(word), SEARCHED)


def _own_part(plain: str, start: int, end: int) -> Span:
    """Return the end of a run of capitalised words that is all name: half of "Foreign Minister Koichiro Gemba"."""
    for match in _WORD.finditer(plain, start, end):
        if not _is_name(match[0]) or (match.end() < end and find_party(match[0]) is not None):
            following = _WORD.search(plain, match.end(), end)
            return _own_part(plain, following.start(), end) if following is not None else (start, end)
    return start, end


_WORD = re.compile(r"\S+")


def _is_name(word: str) -> bool:
    return is_name_word(word) and not opens_office(word)


def titled_elsewhere(page: Page, name: str) -> Span | None:
    """Return where an office stands before the name's last part elsewhere: "Secretary Clinton"."""
    last = name.split()[-1]
    for at in _places_of(f" {last}", page.plain):
        before = _OFFICE_BEFORE.search(page.plain, max(0, at - LONGEST), at)
        if before is None or _GOES_ON.match(page.plain, at + 1 + len(last)) is not None:
            continue
        if is_head(before[0].split()[-1]):
            return _office_part(before.start(), before[0])
    return None


_OFFICE_BEFORE = re.compile(r"\b(?:[A-Z][a-z]+ ){0,2}[A-Z][\w-]+$")


def _office_part(start: int, words: str) -> Span:
    parts = words.split()
    kept = len(parts) - 1
    while kept > 0 and opens_office(parts[kept - 1]):
        kept -= 1
    skipped = len(" ".join(parts[:kept])) + (1 if kept else 0)
    return start + skipped, start + len(words)
