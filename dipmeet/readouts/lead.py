"""The lead: the sentence that says who met whom, when and where."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dipmeet.readouts.clocks import clocks_in
from dipmeet.readouts.dates import dates_in
from dipmeet.readouts.page import Line, Page, Span

_MET = re.compile(
    r"\b(?:held|had|has|met|meets|paid|pays|made|received|receives|attended|hosted|spoke|speaks|talked|convened|conducted|"
    r"exchanged|called on|visited|welcomed|took place|telephoned|phoned|joined|called)\b|会談|表敬|電話|懇談|会合"
)
_EVENT = re.compile(
    r"(?i)\b(?:meetings?|talks?|conversations?|call|conference|dialogue|consultations?|summit|lunch|luncheon|dinner|breakfast|"
    r"met|spoke|telephone|phone|visit)\b|会談|表敬|会合|懇談"
)
_OFFICE = re.compile(
    r"\b(?:Ministers?|President|Secretary|Chancellor|Premier|Counsellor|Councilor|Representative|Ambassador|PM|King|Prince)\b|大臣|首相|大統領|総理|大使|長官"
)
_TODAY = re.compile(r"(?i)\b(?:today|yesterday|this (?:morning|afternoon|evening)|earlier today|tonight)\b|本日|昨日")
_SENTENCE_END = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bSt)(?<!\bHon)(?<!\bAmb)(?<!\bRt)(?<!\bSen)(?<!\bProf)(?<![ .][A-Z])(?<![ap]\.m)(?<!\b[ap])(?<!U\.S)(?<!U\.K)"
    r"[.!?][\"')]*\s+(?=[\"'(]*[A-Z])|。"
)
_CLOSING = re.compile(
    r"(?i)\b(?:overview|outline|summary|gist|main points|highlights?)\b[^.]{0,80}?\b(?:as follows|below)\b|概要は以下|以下のとおり"
)

SEARCHED = 40
"""As many lines of a page as are looked at for its lead."""
READ = 4_000
"""As many characters of a lead as the grammars look at."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The line that holds the lead: which it is, its span, the sentence that tells of the meeting, and its rest."""

    index: int
    span: Span
    sentence: Span
    announces_points: bool


def find_lead(page: Page) -> Lead | None:
    """Return the lead of a page, or None where no line tells of a meeting."""
    best: tuple[int, int] | None = None
    for index, line in enumerate(page.lines[:SEARCHED]):
        score = _score(line)
        if score and (best is None or score > best[0]):
            best = (score, index)
    if best is None:
        return None
    line = page.lines[best[1]]
    end = min(line.end, line.start + READ)
    return Lead(
        best[1], (line.start, end), _sentence(page.plain, line.start, end), bool(_CLOSING.search(line.text[:READ]))
    )


def _score(line: Line) -> int:
    """Return how much a line looks like a lead: 0 not at all."""
    text = line.text[:READ]
    if len(text) < (30 if text[-1] == "。" or "大臣" in text else 60):
        return 0
    if not re.search(r"[.:。][\"')]*(?:\s|$)", text):
        return 0
    if not (_MET.search(text) and _EVENT.search(text) and _OFFICE.search(text)):
        return 0
    first = text[:600]
    score = 1 + 3 * bool(clocks_in(first)) + 2 * bool(dates_in(first)) + 2 * bool(_TODAY.search(first))
    return score + bool(_CLOSING.search(text))


def _sentence(plain: str, start: int, end: int) -> Span:
    """Return the first sentence from `start` that tells of a meeting."""
    at = start
    for match in _SENTENCE_END.finditer(plain, start, end):
        sentence = plain[at : match.start() + 1]
        if _MET.search(sentence) and _OFFICE.search(sentence):
            return at, match.start() + 1
        at = match.end()
    return at, end


def sentences(plain: str, start: int, end: int) -> list[Span]:
    """Return the sentences of `plain[start:end]`."""
    spans, at = [], start
    for match in _SENTENCE_END.finditer(plain, start, end):
        spans.append((at, match.start() + 1))
        at = match.end()
    return [*spans, (at, end)] if at < end else spans


def without_brackets(plain: str, span: Span) -> str:
    """Return the text of a span with what stands in brackets blanked, so that places stay true."""
    out, depth = [], 0
    for letter in plain[span[0] : span[1]]:
        depth += letter == "("
        out.append(" " if depth > 0 else letter)
        depth = max(0, depth - (letter == ")"))
    return "".join(out) if depth == 0 else plain[span[0] : span[1]]
