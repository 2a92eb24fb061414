"""The date of publication: a line that is a date and little else, or a dateline."""

from __future__ import annotations

import re

from dipmeet.model.value import Value
from dipmeet.readouts.dates import Dated, dates_in
from dipmeet.readouts.page import Line, Page, Span
from dipmeet.readouts.titles import names_a_meeting

LOOKED_AT = 120
"""So many characters of a line are searched for the date."""
_AFTER_LEAD, _AT_END = 8, 8
_REST = 30
HEAD = 2_000
"""As many characters of a page are searched for what tells whose way of writing dates is its own."""

_SAYS_SO = re.compile(r"(?i)published|posted|date|updated|released?|last (?:updated|modified)")
_ISSUED = re.compile(
    r"(?:The|This) (?:following )?(?:press |news )?(?:release|statement|readout) (?:was )?(?:issued|released|published)"
    r"(?: by [^.]{3,80})? on (?:\w+day,? )?"
)
"""What stands before the date on pages that others reprint: "The press release issued by 10 Downing Street on …"."""
_NUMBERED = re.compile(r"No\W{1,2}\d{1,4}(?:/\d+)?,? ")
"""What stands before the date where a title begins with the release's number: "No: 210, 9 July 2021, Press Release"."""
_DATELINE = re.compile(r"\(?[A-Z][\w .,'/-]{1,40}(?:\([\w .,'/-]{2,50})?[,\s(-]+$")
_OPENS_SENTENCE = re.compile(r"\b(?:On|In|At|By|During|Since|The|From|After|Following)\b")
_DASH = re.compile(r"\)?\s*(?:/[\w. -]{2,20}/\s*-|[-,|(:]|[^\w\s]|\S{1,2}[A-Z])")
"""What follows the date of a dateline: a dash, or what broken encoding made of one."""


_AMERICAN = re.compile(
    r"\b(?:E[DS]T|EST|C[DS]T|P[DS]T|Department of State|State Department|White House|Office of the Spokesperson"
    r"|Washington,? D\.?C\.?)(?!\w)|\bU\.S\. (?:Embassy|Department|Mission)"
)
"""What tells that a page writes the month before the day."""
_LIKELY_AMERICAN = re.compile(r"\d/20\d\d,? \d{1,2}:\d\d:\d\d [AP]M\b")
"""So do most programs that write seconds before "AM" or "PM"."""


class Published(Value):
    """A page's date (YYYY-MM-DD) and its place; `other` is what it may be as well, day and month exchanged.

    `is_month_first` where it was read as on an American page.
    """

    date: str
    span: Span
    other: str | None = None
    is_month_first: bool = False


def find_published(page: Page, before: int) -> Published | None:
    """Return the page's date and its place: the first full date of a date line.

    Figures with strokes are day and month, on an American page month and day; where nothing surely tells, they may be
    either.
    Date lines stand above the lead (line `before`), between it and the body, or at the page's end; a dateline may
    open the lead.
    """
    lines = page.lines
    near = before + 1 + _AFTER_LEAD
    for line in (*lines[:near], *lines[max(near, len(lines) - _AT_END) :]):
        dated = date_of_line(page, line)
        if dated is None or dated.year is None:
            continue
        is_sure = dated.is_either and _AMERICAN.search(page.plain[:HEAD]) is not None
        is_month_first = is_sure or (dated.is_either and _LIKELY_AMERICAN.search(page.plain[:HEAD]) is not None)
        likelier, other = (dated.swapped, dated) if is_month_first else (dated, dated.swapped)
        iso = likelier.iso(dated.year)
        if iso is not None:
            may_be_other = dated.is_either and not is_sure
            span = dated.start, dated.end
            return Published(iso, span, other.iso(dated.year) if may_be_other else None, is_month_first)
    return None


def date_of_line(page: Page, line: Line) -> Dated | None:
    """Return the date of a line that is a date and little else, or that a dateline opens; None for any other."""
    found = dates_in(page.plain, line.start, min(line.end, line.start + LOOKED_AT))
    is_one_day = bool(found) and found[0].until is None
    return found[0] if is_one_day and _is_date_line(line, found[0]) else None


def _is_date_line(line: Line, dated: Dated) -> bool:
    before, after = line.text[: dated.start - line.start], line.text[dated.end - line.start :]
    rest = before + after
    if len(rest) <= _REST and not names_a_meeting(rest):
        return True
    if line.text.startswith("(") and line.text.endswith(")"):
        return True
    if "[" in before and after == "]":  # "Ministry of Foreign Affairs [Sunday, Aug 28, 2016]"
        return True
    if _SAYS_SO.match(rest) or (_ISSUED.fullmatch(before) and after[:1] in ("", ".")):
        return True
    if _NUMBERED.fullmatch(before) and after.startswith(","):
        return True
    return _DASH.match(after) is not None and (not before or _is_dateline(before))


def _is_dateline(before: str) -> bool:
    """Tell whether the words before a date are the place of a dateline: "JAKARTA, 14 July 2023 - …"."""
    return bool(_DATELINE.fullmatch(before)) and not _OPENS_SENTENCE.search(before) and not names_a_meeting(before)
