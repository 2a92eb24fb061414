"""Text as search sees it: folded words with their places, and each Japanese character a word of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_WITHIN = {0xAD: None}
"""What stands within a word and is no part of it: a soft hyphen, as which an accent apart is folded too."""

_CJK = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_PLAIN = re.compile(r"[0-9A-Za-z]+")
_OTHER = re.compile(r"[^\x00-\x7f]+")
_LETTERS = dict(zip("øØłŁđı’‘“”–—\u00a0", "oolldi''\"\"-- ", strict=True))
"""What Unicode does not take apart, and the signs of every English page, for which it need not be asked."""

Token = tuple[str, int, int]
"""A folded word and its [start, end) in the text."""


def tokens(text: str) -> tuple[str, ...]:
    """Return the folded words of `text`: case and accents away, signs between words dropped."""
    return tuple(word for word, _, _ in placed_tokens(text))


def placed_tokens(text: str) -> Iterator[Token]:
    """Yield each folded word of `text` with its place; a soft hyphen or an accent apart stays within its word."""
    plain = _plain(text)
    if plain.isascii():
        for match in _PLAIN.finditer(plain):
            yield match[0].lower(), match.start(), match.end()
        return
    for match in _token().finditer(plain):
        yield match[0].translate(_WITHIN).casefold(), match.start(), match.end()


def run_together(text: str) -> str:
    """Return `text` folded, in which every folded word of it stands: what lacks a word here need not be taken apart."""
    return _plain(text).translate(_WITHIN).casefold()


def _plain(text: str) -> str:
    """Return `text` with the letters folded, one for one."""
    return text if text.isascii() else _OTHER.sub(lambda match: "".join(map(_folded, match[0])), text)


@cache
def _token() -> re.Pattern[str]:
    """Return the pattern of a word in any script; most searches never ask for it, and it takes long to compile."""
    return re.compile(rf"[{_CJK}]\xad*|[^\W_{_CJK}]+(?:\xad+[^\W_{_CJK}]+)*\xad*")


@cache
def _folded(letter: str) -> str:
    """Return one letter for one letter, so that places stay true."""
    if letter in _LETTERS:
        return _LETTERS[letter]
    import unicodedata

    if unicodedata.combining(letter):
        return "\u00ad"
    base, *rest = tuple(unicodedata.normalize("NFKD", letter))
    if "\u3040" <= base <= "\u30ff":  # an accent makes another syllable of a kana: は, ば
        return unicodedata.normalize("NFKC", letter)[0]
    return base if all(map(unicodedata.combining, rest)) else letter
