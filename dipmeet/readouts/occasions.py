"""The occasion: the wider event on whose margins they met, as printed.

"to attend the United Nations General Assembly", "on the margins of the APEC Leaders' Meeting", "while at the 52nd
ASEAN Foreign Ministers' Meeting in Bangkok". The name runs to the end of its clause, short forms in brackets included.
"""

from __future__ import annotations

import re

from dipmeet.readouts.page import Span
from dipmeet.readouts.words import sentences_in

LONGEST = 200
"""As many characters as an event's name has at most."""

_BEFORE = re.compile(
    r"\b(?:to (?:attend|participate in|take part in|chair|co-chair|join)"
    r"|(?:[Oo]n|[Aa]t|[Ii]n) the (?:margins?|side-?lines?|fringes?|occasion|edges|side) of|attending|while (?:at|in)"
    r"|(?:visit(?:ing)?|stay(?:ing)?|trip|(?:is|was) in)(?: (?:to |in )?(?:the )?[A-Z]\w+(?:,? [A-Z]\w+){0,4})?,? for"
    r"|accompanying [A-Z]\w+(?: [A-Z]\w+){1,3} to"
    r"|(?:for|at)(?= the \d+(?:st|nd|rd|th)\b)|prior to attending|(?:with)?in the framework of|on the eve of"
    r"|participating in|taking part in|[Dd]uring"
    r"|at(?= the [A-Z][\w' ]{1,60}(?:Summit|Conference|Assembly|Forum|Government Meeting)\b(?! (?:Cent|Hall|Room))))"
    r"\s+(?:(?:his|her|their) (?:attendance|participation) (?:at|in)\s+)?"
    r"(?:the\s+|a\s+|an\s+|this year's\s+|today's\s+)?(?=[\"\w])"
)
_EVENT = re.compile(
    r"(?i)\b(?:meetings?|summit|conference|assembly|forum|session|ministerial|pact|dialogue|council|expo|olympi\w+|games"
    r"|unga|apec|asem|g7|g8|g20|week|ceremony|funeral|asean|nato|wto|oecd|tpp|ticad|congress|symposium|inauguration)\b"
)
_NO_EVENT = re.compile(
    r"(?i)(?:his|her|their) |visit|working|meeting (?:with|at|in)\b|bilateral|(?:the )?meeting$|talks$|call"
)
_OWN_EVENT = re.compile(
    r"(?:\d+\w\w |[A-Z]\w+ )?(?:Round of the )?(?:Foreign Ministers'? Meeting|Strategic Dialogue|Joint Com\w+)"
)
"""What two sides chair together is their own meeting, not a wider event."""
_LOOSE = re.compile(r"(?i)(?:during|attending|visit|stay|trip)\b")
"""What begins an event's name only before a capital: a visit or a meeting is no event."""
_END = re.compile(
    r"\s*(?:,(?!\s*(?:Security|Trade|and(?! [a-z])|the Pacific)\b)|(?<!\b[A-Z])\.(?=\s|$)|;"
    r"|\b(?:held|had|met|paid|made|who|which|where|by|here|today|yesterday|spoke)\b"
    r"|\bto (?:discuss|exchange)\b|\band (?=held|had|met|paid|discussed)"
    r"|\bwith (?=[A-Z])|\bin (?=[A-Z])|\bat (?=[A-Z0-9])|\bon (?=[A-Z]\w+,? \(?\d|\d)|\bfrom (?=\d)|\bcommencing\b"
    r"|\bas (?=[A-Z]))"
)
_JAPANESE = re.compile(
    r"(?:^|(?<=[、,。はのて\s]))(?P<name>[^、。,はて]{2,40}?(?:会合|会議|総会|サミット|フォーラム|大会|式典|国葬儀|万博|博覧会)"
    r"|(?:TICAD|G7|G20|APEC|ASEM|COP|PALM|TPP)\s?\d{0,3})"
    r"(?:へ|に|の)?(?:ため|出席|参加|参列|臨む|機会|際|合わせ)"
)


def find_occasion(plain: str, span: Span) -> Span | None:
    """Return the place of the occasion's name in the lead, without article and quotation marks, or None."""
    for match in _BEFORE.finditer(plain, *span):
        end = _end(plain, match.end(), span[1])
        name = plain[match.end() : end]
        if match[0].startswith("to co-chair") and _OWN_EVENT.fullmatch(name):
            continue
        if _EVENT.search(name) and not _NO_EVENT.match(name) and not (_LOOSE.match(match[0]) and name[:1].islower()):
            return _unquoted(plain, (match.end(), end))
    text = plain[span[0] : span[1]]
    japanese = None if text.isascii() else _JAPANESE.search(text)
    return (span[0] + japanese.start("name"), span[0] + japanese.end("name")) if japanese is not None else None


_BESIDE = re.compile(r"\b(?:margins?|side-?lines?|fringes?)\b")


def find_occasion_beside(plain: str, span: Span) -> Span | None:
    """Return the place of the event that they met beside: "on the sidelines of the NATO Summit"; it needs that word."""
    return find_occasion(plain, span) if _BESIDE.search(plain, *span) is not None else None


_ON_VISIT = re.compile(
    r"\b(?:is|was|are|were)\s+(?:(?:currently|also|now)\s+)?(?:visiting|attending|in|on|here)\b"
    r"|\bvisited\b|\bpaid an? (?:\w+ )?visit\b"
)


def find_occasion_of_visit(plain: str, span: Span, told: Span) -> Span | None:
    """Return the place of the event that somebody came for, where a sentence of the lead tells of a visit.

    "The Minister is in Goa to attend …": `told` is the sentence that tells of the meeting, which is passed over.
    """
    if _ON_VISIT.search(plain, *span) is None:
        return None
    for sentence in sentences_in(plain, *span):
        visit = _ON_VISIT.search(plain, *sentence) if sentence != told else None
        found = find_occasion(plain, (visit.start(), sentence[1])) if visit is not None else None
        if found is not None:
            return found
    return None


def _end(plain: str, start: int, end: int) -> int:
    """Return where the name that begins at `start` ends: at its closing quote, or with its clause outside brackets."""
    furthest = min(end, start + LONGEST)
    quote = plain.find('"', start + 1, furthest) if plain[start] == '"' else -1
    if quote > 0:
        return quote + 1
    at = start
    while (match := _END.search(plain, at, furthest)) is not None:
        if plain.count("(", start, match.start()) <= plain.count(")", start, match.start()):
            return match.start()
        at = max(match.end(), at + 1)
    return furthest


def _unquoted(plain: str, span: Span) -> Span | None:
    start, end = span
    while start < end and plain[start] in '" ':
        start += 1
    while end > start and plain[end - 1] in '" ,.':
        end -= 1
    return (start, end) if start < end else None
