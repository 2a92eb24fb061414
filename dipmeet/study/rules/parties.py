"""The parties that a title names against those who took part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dipmeet.model.meeting import Meeting
from dipmeet.names.folding import fold
from dipmeet.names.parties import Found, Party, find_party, parties_in
from dipmeet.study.findings import Finding, Span

_JOINT = re.compile(r"\s?[-‐‑–—−・/]\s?")
"""What joins the parties of a meeting in its title: Japan-Canada, Japan–U.S.–ROK, 日・カナダ."""

_ABOUT = re.compile(
    r"(?i)\b(?:meeting|talks?|(?:tele|video)?-?conference|call|conversation|consultations?|dialogue|summit|dinner|lunch(?:eon)?|breakfast)|会談|協議|会合"
)


LONGEST = 500
"""As many characters of a title are looked at."""


def check_parties(meeting: Meeting) -> Iterator[Finding]:
    """Yield the parties that the title names as having met, and that nobody who took part is of.

    These are joined to another, somebody of whom took part ("Japan-Canada Foreign Ministers' Meeting"), or have an
    office beside them ("Canadian Foreign Minister"). Only states, as any member may speak for an organisation; only
    where the party of everybody is known.
    """
    title, people = (meeting.title or "")[:LONGEST], meeting.participants
    if not people or any(person.party is None for person in people):
        return
    met = {_meant(person.party or "") for person in people}
    offices = fold(" ".join(person.title or "" for person in people))
    joined = _joined(title)
    is_of_them = any(_meant(party.name) in met for _, _, party in joined)
    named = dict.fromkeys((*(joined if is_of_them else ()), *_with_office(title)))
    for start, end, party in named:
        if party.kind == "state" and not _is_there(party, met) and not _holds_office(party, offices):
            reason = f"nobody who took part is of {party.name}: they are of {', '.join(meeting.parties)}"
            yield Finding(
                "absent-party", meeting.id, "title", title[start:end], reason, spans=_place(meeting, start, end)
            )


_IN_MANY = frozenset(
    {"south", "north", "new", "republic", "saint", "united", "and", "the", "of", "islands", "democratic"}
)


def _is_there(party: Party, met: set[str]) -> bool:
    """Tell whether a state, or one that shares its name (either Congo, either Guinea), was represented."""
    words = set(fold(party.name).split()) - _IN_MANY
    return party.name in met or any(words & set(fold(name).split()) for name in met)


_HEAD = (
    r"(?:Ministers?|President|Secretary|Chancellor|Premier|King|Queen|Emir|Sultan|Ambassador|Taoiseach|PM|FM|Envoy)\b"
)
_OFFICE_AFTER = re.compile(
    rf"(?:['’]s)?\s(?:(?:Prime|Foreign|Deputy|Vice|State|Defen[cs]e|Special|Finance)[\s-])*{_HEAD}"
)
_OFFICE_BEFORE = re.compile(rf"\b{_HEAD}(?:\s(?:of|for)\s[\w\s,&-]{{3,60}}?)?\sof\s(?:the\s)?$")


def _with_office(title: str) -> tuple[Found, ...]:
    """Return the parties that stand in a title with an office: Peruvian Foreign Minister, Minister … of Peru."""
    return tuple(
        (start, end, party)
        for start, end, party in parties_in(title)
        if _OFFICE_AFTER.match(title, end) or _OFFICE_BEFORE.search(title[:start])
    )


def _joined(title: str) -> tuple[Found, ...]:
    """Return the parties that stand joined in a title that names a meeting, before that name."""
    about = _ABOUT.search(title)
    if about is None:
        return ()
    letters = tuple(_by_letter(title))
    if len(letters) > 1:
        return letters
    named = (*letters, *parties_in(title[: about.start()]))
    pairs = [(a, b) for a, b in pairwise(named) if _JOINT.fullmatch(title, a[1], b[0])]
    return tuple(dict.fromkeys(found for pair in pairs for found in pair))


_LETTERS = {
    "日": "Japan", "米": "United States", "英": "United Kingdom", "仏": "France", "独": "Germany", "伊": "Italy",
    "中": "China", "韓": "South Korea", "印": "India", "豪": "Australia", "露": "Russia", "加": "Canada",
}  # fmt: skip
"""States as Japanese titles name them by a letter: 日米外相会談, 日・カナダ外相会談."""

_RUN = re.compile(rf"日(?=・)|[{''.join(_LETTERS)}]{{2,4}}(?=外相|外務|首脳|防衛|国防|次官|局長|電話|会談|協議)")


def _by_letter(title: str) -> Iterator[Found]:
    """Yield the states that a title which begins with letters names by them."""
    run = _RUN.match(title)
    for at, letter in enumerate(run[0] if run is not None else ""):
        if (party := find_party(_LETTERS[letter])) is not None:
            yield at, at + 1, party


def _meant(name: str) -> str:
    party = find_party(name)
    return party.name if party is not None else fold(name)


def _holds_office(party: Party, offices: str) -> bool:
    """Tell whether somebody's office is one of the party's: a commissioner, whose own party is a state."""
    return any(f" {fold(name)} " in f" {offices} " for name in (party.name, *party.aliases) if len(name) > 1)


def _place(meeting: Meeting, start: int, end: int) -> tuple[Span, ...]:
    """Return where the words stand in the source, if the title does in one piece."""
    spans = meeting.evidence.get("title", ())
    if len(spans) != 1 or spans[0][1] - spans[0][0] != len(meeting.title or ""):
        return spans
    return ((spans[0][0] + start, spans[0][0] + end),)
