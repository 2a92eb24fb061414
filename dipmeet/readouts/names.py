"""Names elsewhere on the page: the fullest form that it prints, and the office before it."""

from __future__ import annotations

import re
from functools import lru_cache

from dipmeet.readouts.offices import is_head
from dipmeet.readouts.page import Page, Span
from dipmeet.readouts.people import is_name_word, opens_office

SEARCHED = 20_000
"""As many characters of a page as are looked at for a name."""


def fullest_name(page: Page, name: str, span: Span) -> Span | None:
    """Return where the page prints a fuller form of a name ("Gemba" as "Koichiro Gemba"), or None."""
    parts = name.split()
    best, longest = None, len(parts)
    for match in _fuller(parts[0], parts[-1]).finditer(page.plain, 0, SEARCHED):
        start, end = _own_part(page.plain, match.start(), match.end(), keeps=len(parts) > 1)
        words = page.plain[start:end].split()
        if len(words) > longest and (start, end) != span and _folded(parts) <= _folded(words):
            best, longest = (start, end), len(words)
    return best


def _folded(parts: list[str]) -> set[str]:
    return {part.casefold() for part in parts}


@lru_cache(256)
def _fuller(first: str, last: str) -> re.Pattern[str]:
    """Return the pattern of a fuller name: words before a family name alone, words between two parts."""
    word = r"[A-Z\u00c0-\u00de\u0100-\u017d][\w\u0300-\u036f'-]*\.?"
    if first == last:
        return re.compile(rf"(?:\b{word} ){{1,3}}{re.escape(last)}(?![\w'-])|\b{re.escape(last.upper())} {word}")
    return re.compile(rf"\b{re.escape(first)} (?:{word} ){{1,2}}{re.escape(last)}(?![\w-])")


def _own_part(plain: str, start: int, end: int, *, keeps: bool) -> Span:
    """Return the end of a run of capitalised words that is all name: half of "Foreign Minister Koichiro Gemba"."""
    if keeps:
        return start, end
    for match in re.finditer(r"\S+", plain[start:end]):
        if not _is_name(match[0]):
            following = re.compile(r"\S").search(plain, start + match.end(), end)
            return _own_part(plain, following.start(), end, keeps=False) if following is not None else (start, end)
    return start, end


def _is_name(word: str) -> bool:
    return is_name_word(word) and not opens_office(word)


def titled_elsewhere(page: Page, name: str) -> Span | None:
    """Return where an office stands before the name's last part elsewhere: "Secretary Clinton"."""
    last = re.escape(name.split()[-1])
    for match in re.compile(rf"\b((?:[A-Z][a-z]+ ){{0,2}}[A-Z][\w-]+) {last}(?![\w-])").finditer(
        page.plain, 0, SEARCHED
    ):
        if is_head(match[1].split()[-1]):
            return _office_part(match.start(1), match[1])
    return None


def _office_part(start: int, words: str) -> Span:
    parts = words.split()
    kept = len(parts) - 1
    while kept > 0 and opens_office(parts[kept - 1]):
        kept -= 1
    skipped = len(" ".join(parts[:kept])) + (1 if kept else 0)
    return start + skipped, start + len(words)
