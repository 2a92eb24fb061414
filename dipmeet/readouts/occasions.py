"""The occasion: the wider event on whose margins they met, as printed."""

from __future__ import annotations

import re

from dipmeet.readouts.page import Span

_BEFORE = re.compile(
    r"\b(?:to (?:attend|participate in|take part in|chair|co-chair)|(?:[Oo]n|[Aa]t|[Ii]n) the (?:margins?|sidelines?|side-lines|fringes?|occasion|edges) of|on the sideline of|attending|while at|"
    r"(?:visit|stay|trip)(?: to [A-Z]\w+(?: [A-Z]\w+)*)?,? for|prior to attending|in the framework of|during)\s+(?:the\s+|a\s+|an\s+|this year's\s+)?(?=[\"A-Z0-9a]|series of)"
)
_EVENT = re.compile(
    r"(?i)\b(?:meetings?|summit|conference|assembly|forum|session|ministerial|pact|dialogue|council|expo|olympi\w+|games|unga|apec|asem|g7|g8|g20|week|ceremony|funeral|asean|nato|wto|oecd|tpp)\b"
)
_END = re.compile(
    r"\s*(?:,(?!\s*(?:Security|Trade|and|the Pacific)\b)|\.(?=\s|$)|;|\b(?:held|had|met|paid|made|who|which|where|and (?=held|had|met|paid)|with (?=[A-Z])|by|today)\b|\bin (?=[A-Z])|\bat (?=[A-Z0-9])|\bon (?=[A-Z]\w+ \d)|\bfrom (?=\d)|\bcommencing\b)"
)
_JAPANESE = re.compile(
    r"(?:^|(?<=[、,。はのて\s]))(?P<name>[^、。,はて]{2,40}?(?:会合|会議|総会|サミット|フォーラム|年次総会|大会|式典|国葬儀))(?:へ|に|の)?(?:ため|出席|参加|機会|際|合わせ)"
)


def find_occasion(plain: str, span: Span) -> Span | None:
    """Return the place of the occasion's name in the lead, without article and quotation marks, or None."""
    for match in _BEFORE.finditer(plain, *span):
        end = _end(plain, match.end(), span[1])
        name = plain[match.end() : end]
        if _EVENT.search(name) and not re.match(r"(?i)his |her |their |visit|working|meeting with|bilateral", name):
            return _unquoted(plain, (match.end(), end))
    match = _JAPANESE.search(plain[span[0] : span[1]])
    return (span[0] + match.start("name"), span[0] + match.end("name")) if match is not None else None


def _end(plain: str, start: int, end: int) -> int:
    at = start
    quote = plain.find('"', start + 1, min(end, start + 150)) if plain[start] == '"' else -1
    if quote > 0:
        return quote + 1
    while at < min(end, start + 200):
        match = _END.search(plain, at, min(end, start + 200))
        if match is None:
            return min(end, start + 200)
        opened = plain.count("(", start, match.start()) > plain.count(")", start, match.start())
        if not opened:
            return match.start()
        at = match.end() or at + 1
    return at


def _unquoted(plain: str, span: Span) -> Span | None:
    start, end = span
    while start < end and plain[start] in '" ':
        start += 1
    while end > start and plain[end - 1] in '" ,.':
        end -= 1
    return (start, end) if start < end else None
