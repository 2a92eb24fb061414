"""Events: what a readout calls by a name of its own, found by the words around it.

No vocabulary lists "Japan-Canada Action Plan", "floods in Ulaanbaatar" or "25th anniversary of diplomatic relations".
An undertaking is capitalised and ends in such a noun; a happening has a place; one who is mourned has a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dipmeet.names.parties import find_party
from dipmeet.names.topics import find_topic

Event = tuple[int, int, str]
"""Where in a text something is named: [start, end) and the name."""


def events_in(text: str) -> Iterator[Event]:
    """Yield what `text` names, kind by kind."""
    for words, find in _KINDS:
        if _holds_one(text, words):
            yield from find(text)


def _holds_one(text: str, words: tuple[str, ...]) -> bool:
    for word in words:  # half the time of `any` with a generator
        if word in text:
            return True
    return not words


_HEADS = (
    "Action Plan|Agreement|Initiative|Process|Partnership|Dialogue|Conference|Convention|Declaration|Framework|"
    "Strategy|Vision|Summit Meeting|Summit|Treaty|Priorities|Forum|Program|Programme|Project|Package|Consultations?|"
    "Commission of [EI]nquiry|Policy|Joint Statement|Year|Roadmap|Charter|Compact|Trust Fund|Team|EPA|FTA|SPA"
)
_CAPITALISED = r"[A-Z0-9“\"][\w’'.&–-]{0,40}”?"
_JOINTS = r"(?:(?:of|for|on|the|and|in|to)\s+(?=[A-Z])){0,3}"
_NAMES = r"[A-Z][\w’'-]+(?:\s(?:(?:and|of|in|for|the|to)\s)?[A-Z][\w’'-]+){0,6}"
_TAIL = rf"(?:\s(?:on|for|of|to|Contributing\sto)\s(?:(?:a|the)\s)?{_NAMES})?"
_UNDERTAKING = re.compile(
    rf"(?<![\w+])(?:{_CAPITALISED}\s+{_JOINTS}){{1,8}}(?:\([A-Z]+\)\s)?(?:{_HEADS})\b(?:\s\d{{4}}|{_TAIL})"
    rf"|\b(?:Summit|Conference|Convention|Treaty|Agreement)\s(?:for|on)\s(?:(?:a|the)\s)?{_NAMES}"
    r"|\b(?:COP|TICAD)\s?\d{1,2}\b"
)
_HEAD = re.compile(rf"(?:{_HEADS}|COP|TICAD)")
"""What a text with an undertaking in it holds: a look for it is quicker."""

_OPENING = re.compile(
    r"(?:(?:The|A|An|At|In|On|For|This|That|Both|As|Ministers?|Prime|President|Secretary|First|Second|Third|And|With|"
    r"Through|After|Under|Welcoming|Regarding|State|Vice|Deputy|Chancellor|Premier)\s+)*"
)
_PLAIN = re.compile(
    r"(?:(?:\S+[-–]\S+|G7|G20|Trilateral|Bilateral|Regional|Next|Joint|Annual|UN)\s)*"
    r"(?:(?:Foreign Ministers?['’]?s?|Review|Leaders['’]?|Ministerial|Policy|Joint)\s)*"
    r"(?:Agreement|Meeting|Summit|Summit Meeting|Plan|Policy|Team|Year|Conference|Treaty|Project|Partnership|Process|"
    r"Dialogue|Framework|Consultations?|Vision|Strategy|Forum|Declaration|Convention)|Action Plan|Joint Statement"
)
"""Nouns of the kind that name nothing: "Japan-Canada Summit Meeting"."""
_OFFICE = re.compile(r"\b(?:Minister|Secretary|Representative|Director|Ambassador|Commissioner)\s(?:for|of|to)(?:\s|$)")


def _undertakings(text: str) -> Iterator[Event]:
    """Yield agreements, plans, initiatives, conferences …, by the noun they end in."""
    if _HEAD.search(text) is None:
        return
    for match in _UNDERTAKING.finditer(text):
        opening = _OPENING.match(match[0])
        start = match.start() + (opening.end() if opening is not None else 0)
        name = " ".join(text[start : match.end()].lstrip('“"').replace("”", "").split())
        is_name = (" " in name or name[-1:].isdigit()) and _PLAIN.fullmatch(name) is None
        if is_name and _OFFICE.search(text, max(0, start - 40), match.end()) is None:
            yield start, match.end(), name


_WHERE = r"(?:(?:north|south|east|west|central)\w*\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3}"
_WHAT = (
    "attacks?|accident|protests|floods|flooding|flood|crash|explosion|fire|shooting|bombings?|riots|landslides?|"
    "earthquakes?|typhoon|wildfires?|forest fires|disturbances|coup"
)
_HAPPENED_AT = re.compile(
    rf"\b((?:(?:terrorist|truck|terror|armed|bomb)\s)?(?:{_WHAT}))\s(?:in|at|that\s(?:hit|struck))\s(?:the\s)?({_WHERE})"
)
_AT_HAPPENED = re.compile(
    r"\b((?:[A-Z][\w’'-]+\s){0,2}[A-Z][\w’'-]+)\s"
    r"(terrorist\sattacks?|attacks?|accident|floods|shooting|bombings?|protests)\b"
)


def _happenings(text: str) -> Iterator[Event]:
    """Yield attacks, accidents, floods … by their place, in one order of words: "attacks in Paris"."""
    for match in _HAPPENED_AT.finditer(text):
        yield match.start(), match.end(), f"{match[1]} in {match[2]}"
    for match in _AT_HAPPENED.finditer(text):
        if find_topic(match[1]) is None and find_party(match[1]) is None:  # "Houthi attacks" are by them, not there
            yield match.start(), match.end(), f"{match[2]} in {match[1]}"


_STATE = r"[A-Z][\w.]*"
_FORMAT = re.compile(
    rf"\b{_STATE}(?:[-–]{_STATE}){{2,5}}\s(?:trilateral\s|high-level\s)?"
    rf"(?:consultations|cooperation|dialogue|talks|relations|process)\b{_TAIL}"
    rf"|\b{_STATE}[-–]{_STATE}\srelations\b"
)


def _formats(text: str) -> Iterator[Event]:
    """Yield what three states or more do together, and the relations of two, by the states as printed."""
    for match in _FORMAT.finditer(text):
        yield match.start(), match.end(), match[0]


_VISIT = re.compile(
    r"\bvisit\sto\s[A-Z]\w+\s(?:this year\s)?by\s(?:H\.E\.\s)?(?:(?:Mr|Ms|Mrs|Dr)\.\s)?"
    r"((?:[A-Z][\w’'.-]*\s){0,6}([A-Z][\w’'-]+))\b(?!\s(?:and\s)?[A-Z])(?:,\s((?:Prime\s)?[A-Z][a-z]+)\sof\b)?"
)


def _visits(text: str) -> Iterator[Event]:
    """Yield visits, by the visitor: "visit of President Zuma"."""
    for match in _VISIT.finditer(text):
        yield match.start(), match.end(), f"visit of {match[3]} {match[2]}" if match[3] else f"visit of {match[1]}"


_MOURNED = re.compile(
    r"\b(?:death|passing|demise|loss|assassination|killing)s?\sof\s(?:the\s\w+\s|the\s)?"
    r"((?:former\s)?(?:[A-Z][\w’'.-]*\s){0,6}[A-Z][\w’'-]+)"
)


def _deaths(text: str) -> Iterator[Event]:
    """Yield those whose death is spoken of: "death of Baroness Thatcher"."""
    for match in _MOURNED.finditer(text):
        yield match.start(1), match.end(1), f"death of {match[1]}"


_ANNIVERSARY = re.compile(
    r"\b(\d{1,3}(?:st|nd|rd|th))\s(?:"
    r"anniversary(?:\sof(?:\sthe)?(?:\s(?:establishment|opening)\sof(?:\sthe)?)?\s"
    r"((?:(?:normali[sz]ation|diplomatic|bilateral|relations|ties|friendship|independence|accession)(?:\s|\b))+))?"
    r"|year\s(?:of\sdiplomatic\srelations|since\srelations\s\w+\s(normal)))"
)


def _anniversaries(text: str) -> Iterator[Event]:
    """Yield anniversaries by their number: "25th anniversary of diplomatic relations"."""
    for match in _ANNIVERSARY.finditer(text):
        said = (match[2] or "").strip()
        of_what = "normalization" if match[3] else said or ("diplomatic relations" if "year" in match[0] else "")
        yield match.start(), match.end(), f"{match[1]} anniversary" + (f" of {of_what}" if of_what else "")


_IN_JAPANESE = re.compile(
    r"日[一-鿿ァ-ヶー・A-Z]{1,14}?(?:協定|条約|共同声明|共同宣言|行動計画)"
    r"|(?:外交関係(?:樹立|開設)|国交(?:樹立|正常化))\d{1,3}周年"
)


def _events_in_japanese(text: str) -> Iterator[Event]:
    """Yield what Japan and another state agreed, and anniversaries, as a Japanese page writes them."""
    for match in _IN_JAPANESE.finditer(text):
        yield match.start(), match.end(), match[0]


_KINDS: tuple[tuple[tuple[str, ...], Callable[[str], Iterator[Event]]], ...] = (
    ((), _undertakings),
    (
        ("attack", "accident", "protest", "flood", "crash", "explosion", "fire", "shooting", "bombing", "riot",
         "landslide", "earthquake", "typhoon", "disturbance", "coup"), _happenings,
    ),
    (("consultations", "cooperation", "dialogue", "talks", "relations", "process"), _formats),
    (("visit to",), _visits),
    ((" of ",), _deaths),
    (("anniversary", "year "), _anniversaries),
    (("協定", "条約", "共同", "行動計画", "周年"), _events_in_japanese),
)  # fmt: skip
"""How each kind is found, and words of which a text must hold one."""
