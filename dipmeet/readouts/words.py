"""Sentences and words of a paragraph, with their positions."""

from __future__ import annotations

import re
from typing import NamedTuple

from dipmeet.readouts.page import Span

_STOP = re.compile(r"[.!?][\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9])|[。！？]|[.](?=[A-Z][a-z]+ )")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Hon|H\.E|H|E|Rt|St|Amb|Prof|Gen|Col|Lt|Jr|Sr|No|Nos|Ph|Vol|vs|cf|e\.g|i\.e|Inc|Co|Corp"
    r"|Messrs|Mme|Abd|Mohd|Muhd|Mhd|Eng|Smt|Capt|Maj|Adm|Sen|Gov|Rep|approx|Art|ca|Mt|Ft|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)|\b[A-Za-z](?:\.[A-Za-z])*)$"
)
_OPENER = re.compile(
    r"[\"'(\[]*(?:The|A|An|At|This|It|They|He|She|After|Before|Both|Prior|In|On|During|Following|These|Their|His|Her|Mr|Ms|Mrs)\b"
)
_CASED_ABBREVIATION = re.compile(r"\b(?:[ap]\.m|U\.S|U\.N|U\.K|D\.C|Jr|Sr|M\.P|P\.C|etc|Sun|Sat|Mon)$", re.IGNORECASE)
_WORD = re.compile(
    r"(?:for|of)(?=[A-Z][a-z])"
    r"|(?:[A-Za-z]\.){2,}(?![A-Za-z])"
    r"|[^\W_](?:[\w\u0300-\u036f]|['.&](?=[^\W\d_][\w\u0300-\u036f])|-(?=[^\W_]))*\.?"
    r"|[^\s\w]"
)


class Word(NamedTuple):
    """A word or a mark of punctuation."""

    text: str
    start: int
    end: int


def sentences_in(plain: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the sentences of [start, end); a stop after an abbreviation ends one only before a word that opens one."""
    spans: list[Span] = []
    at = start
    for match in _STOP.finditer(plain, start, end):
        if plain[match.start()] == "." and _is_abbreviated(plain, at, match):
            continue
        stop = match.start() + 1
        if plain.count("(", at, stop) > plain.count(")", at, stop) and plain.find(")", stop, stop + 80) > 0:
            continue
        spans.append((at, stop))
        at = match.end()
    if at < end:
        spans.append((at, end))
    return tuple(spans)


def _is_abbreviated(plain: str, at: int, stop: re.Match[str]) -> bool:
    before = plain[max(at, stop.start() - 12) : stop.start()]
    if _ABBREVIATION.search(before) is None:
        return False
    if _CASED_ABBREVIATION.search(before) is None:
        return True
    return _OPENER.match(plain, stop.end()) is None


def holds_a_sentences_end(name: list[str]) -> bool:
    """Tell whether a sentence ends within the words taken for a name: "Joe Biden. Biden", not "Md. Karim J. Alam"."""
    return any(
        word[-1] == "." and (len(word) > 4 or name[at + 1] in (word[:-1], *name[:at]))
        for at, word in enumerate(name[:-1])
    )


def words_in(plain: str, start: int, end: int) -> list[Word]:
    """Return the words of [start, end): "forForeign" is two, "U.S." one, "Kim." loses its stop."""
    matches = _WORD.finditer(plain, start, end)
    return [_word(match) if match[0][-1] == "." else Word(match[0], *match.span()) for match in matches]


_KEEPS_STOP = re.compile(
    r"(?:[A-Za-z]\.)+|(?:Mr|Mrs|Ms|Dr|Hon|Rt|Amb|Prof|Gen|Col|Lt|Jr|Sr|Eng|Smt|Capt|Maj|Adm|Sen|St|Mme|Ing|Abd|Mohd|Muhd|Mhd)\."
)


def _word(match: re.Match[str]) -> Word:
    text = match[0]
    if len(text) > 1 and text.endswith(".") and _KEEPS_STOP.fullmatch(text) is None:
        return Word(text[:-1], match.start(), match.end() - 1)
    return Word(text, match.start(), match.end())
