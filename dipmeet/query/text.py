"""Text as search sees it: folded words with their places, and each Japanese character a word of its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

_WITHIN = {0xAD: None}
"""What stands within a word and is no part of it: a soft hyphen, as which an accent apart is folded too."""

_CJK = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_PLAIN = re.compile(r"[0-9A-Za-z]+")

Token = tuple[str, int, int]
"""A folded word and its [start, end) in the text."""


def tokens(text: str) -> tuple[str, ...]:
    """Return the folded words of `text`: case and accents away, signs between words dropped."""
    return tuple(word for word, _, _ in placed_tokens(text))


def placed_tokens(text: str) -> Iterator[Token]:
    """Yield each folded word of `text` with its place; a soft hyphen or an accent apart stays within its word."""
    if text.isascii():
        for match in _PLAIN.finditer(text):
            yield match[0].lower(), match.start(), match.end()
        return
    for match in _token().finditer("".join(map(_folded, text))):
        yield match[0].translate(_WITHIN).casefold(), match.start(), match.end()


@cache
def _token() -> re.Pattern[str]:
    """Return the pattern of a word in any script; most searches never ask for it, and it takes long to compile."""
    return re.compile(rf"[{_CJK}]\xad*|[^\W_{_CJK}]+(?:\xad+[^\W_{_CJK}]+)*\xad*")


@cache
def _folded(letter: str) -> str:
    """Return one letter for one letter, so that places stay true."""
    special = {"ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "ı": "i", "’": "'", "\u00a0": " "}
    if letter in special:
        return special[letter]
    if unicodedata.combining(letter):
        return "\u00ad"
    base, *rest = tuple(unicodedata.normalize("NFKD", letter))
    if "\u3040" <= base <= "\u30ff":  # an accent makes another syllable of a kana: は, ば
        return unicodedata.normalize("NFKC", letter)[0]
    return base if all(map(unicodedata.combining, rest)) else letter
