"""Text as search sees it: folded words with their places, and each Japanese character a word of its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")

Token = tuple[str, int, int]
"""A folded word and its [start, end) in the text."""


def tokens(text: str) -> tuple[str, ...]:
    """Return the folded words of `text`: case and accents away, signs between words dropped."""
    return tuple(word for word, _, _ in placed_tokens(text))


def placed_tokens(text: str) -> Iterator[Token]:
    """Yield each folded word of `text` with its place; a soft hyphen or an accent apart stays within its word."""
    plain = text if text.isascii() else "".join(map(_folded, text))
    for match in _TOKEN.finditer(plain):
        yield match[0].casefold(), match.start(), match.end()


@cache
def _folded(letter: str) -> str:
    """Return one letter for one letter, so that places stay true."""
    special = {"ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "ı": "i", "’": "'", "\u00a0": " "}
    if letter in special:
        return special[letter]
    folded = unicodedata.normalize("NFKD", letter)
    base = folded[0] if folded and not unicodedata.combining(folded[0]) else letter
    return base if base < "\u3040" or base > "\u30ff" else unicodedata.normalize("NFKC", letter)[:1] or letter
