"""Folding: names as they are compared, without case, accents and the accidents of printing."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
_DROPPED = re.compile(r"[.'’‘ʻʼ`´\u00ad\u200b\ufeff]+")
_SPACES = re.compile(r"[\s\-‐‑‒–—−_,/&]+")


def fold(text: str) -> str:
    """Return `text` for comparison: NFKC, case and accents away, dots and apostrophes dropped, the rest as spaces.

    "Washington, D.C." and "Washington DC" fold alike, as do "Nay Pyi Taw" and "NAY-PYI-TAW".
    """
    plain = text.casefold() if text.isascii() else _unaccented(text)
    return _SPACES.sub(" ", _DROPPED.sub("", plain)).strip()


def _unaccented(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    kept = "".join(c for c in decomposed if not unicodedata.combining(c) or c in "\u3099\u309a")
    return unicodedata.normalize("NFKC", kept)
