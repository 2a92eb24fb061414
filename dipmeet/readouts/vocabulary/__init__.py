"""Vocabularies of the reader: sets of words, one text file each, that anyone can add a word to."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@cache
def words_of(name: str) -> frozenset[str]:
    """Return the words of a vocabulary; lines that begin with # say what it holds."""
    lines = (_FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
