"""The date of publication: a line that is a date and little else, or a dateline."""

from __future__ import annotations

import re

from dipmeet.readouts.dates import Dated, dates_in
from dipmeet.readouts.page import Line, Page, Span
from dipmeet.readouts.titles import names_a_meeting

LOOKED_AT = 120
"""So many characters of a line are searched for the date."""
_AFTER_LEAD, _AT_END = 8, 8
_REST = 30

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


def find_published(page: Page, before: int) -> tuple[str, Span] | None:
    """Return the page's date (YYYY-MM-DD) and its place: the first full date of a date line.

    Date lines stand above the lead (line `before`), between it and the body, or at the page's end; a dateline may
    open the lead.
    """
    lines = page.lines
    near = before + 1 + _AFTER_LEAD
    for line in (*lines[:near], *lines[max(near, len(lines) - _AT_END) :]):
        dated = date_of_line(page, line)
        iso = dated.iso(dated.year) if dated is not None and dated.year is not None else None
        if dated is not None and iso is not None:
            return iso, (dated.start, dated.end)
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
