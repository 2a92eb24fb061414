"""The parts of a page that tells of several meetings: each with its own heading, lead and points.

A visit's page prints one after the other. Meetings that are told of in one lead, or only as points, are not parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dipmeet.readouts.clocks import may_hold_clocks
from dipmeet.readouts.lead import READ, SURE, Lead, closes, find_lead, is_marked, likelihood, tells_both
from dipmeet.readouts.page import Line, Page
from dipmeet.readouts.published import date_of_line
from dipmeet.readouts.titles import is_heading_of_meeting

MOST = 20
"""As many meetings as one page tells of."""


def parts_of(page: Page) -> Iterator[tuple[Page, Lead | None]]:
    """Yield a page with its lead for each meeting; the page itself where there is one."""
    first = find_lead(page)
    further = list(_further_leads(page, first.index))[: MOST - 1] if first is not None else []
    if first is None or not further:
        yield page, first
        return
    begins = [_heading_of(page, at) for at in further]
    yield Page(page.text, page.plain, page.lines[: begins[0]]), first
    dates = [line for line in page.lines[: first.index] if _is_date(page, line)]
    for begin, end in zip(begins, [*begins[1:], len(page.lines)], strict=True):
        part = Page(page.text, page.plain, (*dates, *page.lines[begin:end]))
        yield part, find_lead(part)


def _further_leads(page: Page, first: int) -> Sequence[int]:
    return [at for at in range(first + 2, min(len(page.lines), SEARCHED)) if _is_lead(page, at)]


SEARCHED = 400
"""As many lines of a page as are searched for further leads."""


def _is_lead(page: Page, at: int) -> bool:
    line = page.lines[at]
    if is_marked(line) or not may_hold_clocks(page.plain, line.start, min(line.end, line.start + READ)):
        return False
    if likelihood(line) < SURE:
        return False
    if not (closes(line.text[:READ]) or _heading_of(page, at) < at):
        return False
    return tells_both(page, line)


def _heading_of(page: Page, at: int) -> int:
    """Return the line that the part of a lead begins with: the heading above it, or the lead itself."""
    above = page.lines[at - 1] if at else None
    return at - 1 if above is not None and is_heading_of_meeting(above) else at


def _is_date(page: Page, line: Line) -> bool:
    return date_of_line(page, line) is not None
