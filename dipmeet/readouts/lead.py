"""The lead: the sentence that says who met whom, when and where."""

from __future__ import annotations

import re

from dipmeet.model.value import Value
from dipmeet.readouts.clocks import may_hold_clocks
from dipmeet.readouts.crowd import Crowd
from dipmeet.readouts.dates import dates_in
from dipmeet.readouts.encounters import TOGETHER, office_alone, office_beside, read_encounter
from dipmeet.readouts.page import Line, Page, Span
from dipmeet.readouts.words import sentences_in

_MET = re.compile(
    r"\b(?:held|had|has|met|meets|paid|pays|made|received|receives|attended|hosted|spoken?|speaks|talked|convened|conducted|"
    r"exchanged|(?:discussed|reviewed)(?= (?:[^ .;]+ ){0,12}with)"
    r"|called on|visited|welcomed|participated|took (?:place|part)"
    r"|telephoned|phoned|joined|called|conferred|greeted|chaired"
    r"|congratulated(?= [^.;]{5,80} today)|conversed|dined|lunched|engaged|s[ai]ts? down|caught up)\b"
    r"|会談|表敬|電話|懇談|会合|食会|協議|対話|立ち話|ワーキング"
)
_EVENT = re.compile(
    r"\b(?:meetings?|talks?|conversations?|call|conference|dialogue|consultations?|summit|lunch|luncheon|dinner|breakfast|"
    r"met|spoke|telephone|phone|visit|received|welcomed|hosted|discussions?|videoconference|teleconference|talked|called"
    r"|congratulated(?= [^.;]{5,80} today)|s[ai]ts? down with|conversed|dined|lunched|caught up with|engaged with)\b"
    r"|会談|表敬|会合|懇談|食会|協議|対話|立ち話|ワーキング"
)
"""What is met for, in small letters: to look for both cases takes three times as long."""
_OFFICE = re.compile(
    r"\b(?:Ministers?|President|Secretary|Chancellor|Premier|Counsellor|Councill?or|Representative|Ambassador|PM|FM|King|Prince"
    r"|Secretary-General|Director-General|Commissioner|Advis[eo]r|Speaker|Envoy|Governor|Chairman|Emir"
    r"|Sultan|Taoiseach|Mr|Ms|Mrs|my [A-Z]\w+ (?:counterpart|colleague))\b"
    r"|大臣|首相|大統領|総理|大使|長官|外相|次官|事務総長"
)
_WERE_HELD = re.compile(
    r"\b(?:(?:[Pp]olitical |[Bb]ilateral )?[Cc]onsultations?|Dialogue|Talks|Commission|Committee|Mechanism)\b"
    r"[^.]{0,240}?\b(?:was|were|ha(?:s|ve) been) (?:held|convened)\b"
)
"""What tells of a meeting of two sides whose leaders the next lines name."""
_HOLD = re.compile(
    r"\bheld (?=(?:the|their|an?)\b|[A-Z])[^.;]{0,80}?"
    r"\b(?:[Cc]onsultations?|[Dd]ialogue|Commission|Committee|Mechanism)\b"
)
"""What tells that states held a meeting whose leaders the next lines name: "India and Peru held their dialogue"."""
_TOGETHER = re.compile(rf"\band\b[^.;]{{3,300}}?\b(?:{'|'.join(TOGETHER)})\b")
"""What tells of a meeting without a word for it: "Sheikh A and B, Foreign Minister of C, reviewed …"."""
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
TODAY = re.compile(
    r"(?i)\b(?:today|yesterday|this (?:morning|afternoon|evening)|earlier today|tonight|overnight)\b|本日|昨日"
)
_CLOSING = re.compile(
    r"(?i)\b(?:overview|outline|summary|gist|main points|highlights?)\b[^.]{0,80}?"
    r"\b(?:as follows|follows?(?=[.:])|below)\b"
    r"|概要は(?:以下|次)|以下のとおり|次のとおり"
)
_JAPANESE = re.compile(r"大臣|会談|表敬|電話|立ち話")

_MARKED = re.compile(r"[(]?\d{1,2}[.)]|[•・●○-]")
"""A numbered or bulleted line that gives no day is a point, not the lead."""

SEARCHED = 40
"""As many lines of a page as are looked at for its lead."""
READ = 4_000
"""As many characters of a lead as the grammars look at."""
SHORTEST, SHORTEST_JAPANESE = 45, 25
"""In characters; a shorter line is no lead."""


class Lead(Value):
    """The line that holds the lead: which it is, its span, and the sentence of it that tells of the meeting.

    `plain` is the page's text with the lead's brackets blanked.
    """

    index: int
    span: Span
    sentence: Span
    announces_points: bool
    plain: str


def find_lead(page: Page) -> Lead | None:
    """Return the lead of a page, or None where no line tells of a meeting."""
    best: tuple[int, int] | None = None
    passed: list[int] = []
    for index, line in enumerate(page.lines[:SEARCHED]):
        score = likelihood(line)
        if score and (best is None or score > best[0]):
            passed += [best[1]] if best is not None else []
            best = (score, index)
        if best is not None and (best[0] >= SURE or index - best[1] > FARTHEST):
            break
    if best is None:
        return None
    return _lead_at(page, best[1] if best[0] >= SURE else _told_first(page, passed, *best))


def _told_first(page: Page, passed: list[int], score: int, index: int) -> int:
    """Return the first line passed for a likelier one that tells who met whom, where that one does not."""
    if passed and not tells_both(page, page.lines[index], by_office=True):
        first = next((at for at in passed if tells_both(page, page.lines[at])), None)
        if first is not None:
            return first
    return _told_better(page, score, index)


def _told_better(page: Page, score: int, index: int) -> int:
    """Return the line that tells who met whom, if the likely one, such as a standfirst, does not but one as likely."""
    if tells_both(page, page.lines[index], by_office=True):
        return _below_standfirst(page, score, index)
    near = range(index + 1, min(index + FARTHEST, len(page.lines)))
    better = (at for at in near if likelihood(page.lines[at]) >= score)
    return next((at for at in better if tells_both(page, page.lines[at], by_office=True)), index)


def _below_standfirst(page: Page, score: int, index: int) -> int:
    """Return the line that tells of the meeting anew below a by-line or the page's date; else the likely one itself."""
    has_byline = False
    for at in range(index + 1, min(index + FARTHEST, len(page.lines))):
        line = page.lines[at]
        if _BY_LINE.match(line.text):
            has_byline = True
        elif likelihood(line):
            is_better = has_byline and likelihood(line) >= score and tells_both(page, line, by_office=True)
            return at if is_better else index
    return index


_BY_LINE = re.compile(r"(?:From|By|Published|This was published under):?(?:\s|$)")


def tells_both(page: Page, line: Line, *, by_office: bool = False) -> bool:
    """Tell whether a line says who met and whom; `by_office` where "the President" suffices for who met."""
    span = line.start, min(line.end, line.start + READ)
    encounter = read_encounter(Crowd(page.plain, *span), span)
    if encounter is None or not encounter.objects:
        return encounter is not None and (
            len(encounter.subjects) > 1 or (by_office and office_beside(page.plain, span, encounter) is not None)
        )
    return bool(encounter.subjects) or (by_office and office_alone(page.plain, span) is not None)


def _lead_at(page: Page, index: int) -> Lead:
    line = page.lines[index]
    end = min(line.end, line.start + READ)
    span = line.start, end
    closing = closes(line.text[:READ])
    return Lead(index, span, _sentence(page.plain, *span), closing, without_brackets(page.plain, span))


SURE = 6
"""How likely a line is the lead that tells a day and a clock time: no better one is looked for."""
FARTHEST = 12
"""So many lines after a likely lead no better one is looked for."""


def closes(text: str) -> bool:
    """Tell whether a line says that a summary follows: "The overview of the meeting is as follows"."""
    is_likely = "follow" in text or "elow" in text or "とおり" in text or "概要は" in text
    return is_likely and _CLOSING.search(text) is not None


def is_marked(line: Line) -> bool:
    """Tell whether a line begins with a number or a bullet."""
    return _MARKED.match(line.text) is not None


def is_paragraph(line: Line) -> bool:
    """Tell whether a line is sentences without a number or a bullet: a lead perhaps, though none that was known."""
    return len(line.text) >= SHORTEST and not is_marked(line) and _is_prose(line.text[:READ])


def likelihood(line: Line) -> int:
    """Return how much a line looks like a lead: 0 not at all."""
    text = line.text[:READ]
    if len(text) < (SHORTEST_JAPANESE if _JAPANESE.search(text[:200]) else SHORTEST) or not _is_prose(text):
        return 0
    first = text[:600]
    if not _tells_of_meeting(text) and not _tells_of_talks(first):
        return 0
    score = (
        1
        + 3 * may_hold_clocks(first, 0, len(first))
        + 2 * bool(dates_in(first) or TODAY.search(first) or WEEKDAY.search(first))
    )
    if score == 1 and _MARKED.match(text):
        return 0
    return score + 2 * closes(text)


def _tells_of_meeting(text: str) -> bool:
    is_met = _MET.search(text) is not None and _EVENT.search(text.lower()) is not None
    return is_met and any(tells.search(text) is not None for tells in (_OFFICE, _WERE_HELD, _HOLD))


def _tells_of_talks(text: str) -> bool:
    """Tell whether two of an office went over something together."""
    if not any(word in text for word in TOGETHER):
        return False
    return _TOGETHER.search(text) is not None and len(_OFFICE.findall(text)) + text.count(" counterpart") > 1


def _is_prose(text: str) -> bool:
    """Tell whether a line is sentences: it ends as one does, or is long and holds the end of one."""
    if _ENDS.search(text, max(0, len(text) - 12)) and not _ATTRIBUTES.search(text, max(0, len(text) - 12)):
        return True
    return len(text) > 200 and _SENTENCE_ENDS.search(text) is not None


_ENDS = re.compile(r"[.。!:][\"')\]]*$|\.\.\.\]?$")
_ATTRIBUTES = re.compile(r"(?i)\b(?:said|statement|following):$")
_SENTENCE_ENDS = re.compile(r"[a-z)][.:][\"')]*\s+[A-Z\"]|。")


def _sentence(plain: str, start: int, end: int) -> Span:
    """Return the first sentence from `start` that tells of a meeting."""
    for span in sentences_in(plain, start, end):
        if _MET.search(plain, *span) and _OFFICE.search(plain, *span):
            return span
    return start, end


_BRACKETED = re.compile(r"\([^()]*\)")


def without_brackets(plain: str, span: Span) -> str:
    """Return a page's text with what stands in brackets within `span` blanked, so that places stay true."""
    start, end = span
    text = plain[start:end]
    while (blanked := _BRACKETED.sub(lambda match: " " * len(match[0]), text)) != text:
        text = blanked
    return plain[:start] + text + plain[end:]
