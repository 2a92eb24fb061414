"""Datelines: the city that a page was issued in, where it stands beside a date.

"(Nay Pyi Taw, 24th August 2020)" above the lead, "MANILA, 2 August 2023 - …" at its head, "November 26, 2021 - Ottawa,
Ontario" or a city alone beside the date line, "… (New York, 21 September 2023)" behind the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dipmeet.readouts.dates import dates_in
from dipmeet.readouts.page import Line, Page
from dipmeet.readouts.places import Where, where_is

LONGEST = 90
"""As many characters as a dateline has at most."""
LONGEST_TITLE = 260
LAST = 5
"""So many lines at the end of a page are looked at for the place of issue."""

_CITY = r"(?P<place>[A-ZÀ-Þ][\w'.-]*(?: [A-ZÀ-Þ][\w'.-]*){0,3})"
_BEFORE_DATE = re.compile(rf"\(?{_CITY}(?:, [A-ZÀ-Þ][\w .]{{1,30}}?| \[[A-Z][\w. ]+\])?(?:,|\s-|\s\||\s\(|:)\s*$")
_AFTER_DATE = re.compile(rf"\s*[-|,]\s*{_CITY}(?=$|,|\s-|\s\|)")
_CLOCK = re.compile(r"\d{1,2}:\d\d")
"""A line that is the hour of issue, between date and place."""
_ALONE = re.compile(rf"{_CITY}(?:, [A-ZÀ-Þ][\w. ]{{1,30}})?$")
"""A line that is a city, with its state or province."""
_CLOSES_HEAD = re.compile(
    r"\)?,?\s*(?:\([\w. -]{2,20}\)\s*|/[\w. -]{2,20}/\s*|[A-Z]{2,6}\s*)?[-:]+(?:\s|(?=[A-Z]))|\. /[A-Z-]{3,12}/"
)
"""Behind the date a news agency may stand: "(ANI):", "SPA --", "/Newswire/ --", "/NEWS/"."""
_UNDATED = re.compile(rf"{_CITY}(?:, [A-ZÀ-Þ][\w .]{{1,30}}?)?(?:,? \(?[A-Z]{{2,6}}\)?)?(?::| -{{1,2}})\s+[A-Z]")
"""A dateline without a date: "Havana, Cuba: The Minister …", "Hanoi (VNA) - The …"."""
_BEFORE_BRACKET = re.compile(rf"{_CITY},? \([^()]{{0,60}}$")
"""A city before the bracket in which an agency and the date stand: "LIMA, (Newswire / ABC - 2nd May, 2021) …"."""
_BEHIND_TITLE = re.compile(rf"\({_CITY},\s(?=[^()]*\d{{4}}\)$)")
_OPENS_SENTENCE = re.compile(r"\(?(?:On|In|At|By|During|Since|The|From|After|Following|Today|Earlier|This)\b")


def find_datelines(page: Page, lead: int) -> Iterator[Where]:
    """Yield the cities that datelines name: at the head of line `lead`, then on the lines above it."""
    yield from _at_head(page, page.lines[lead])
    for at, line in enumerate(page.lines[:lead]):
        if any(map(str.isdigit, line.text)):
            yield from _behind_title(page, line)
            yield from _beside_date(page, at, lead)


def _at_head(page: Page, line: Line) -> Iterator[Where]:
    """Yield the city before the date at the head of the lead, where a dash or a colon closes it."""
    head = line.text[:LONGEST]
    dated = None if _OPENS_SENTENCE.match(head) else next(iter(dates_in(head)), None)
    if dated is not None and _CLOSES_HEAD.match(head, dated.end) is not None:
        yield from _city(page, line.start, _BEFORE_DATE.match(head[: dated.start]))
    elif dated is not None and head.startswith(")", dated.end):
        yield from _city(page, line.start, _BEFORE_BRACKET.match(head[: dated.start]))
    elif dated is None:
        yield from _city(page, line.start, _UNDATED.match(head))


def _behind_title(page: Page, line: Line) -> Iterator[Where]:
    if len(line.text) <= LONGEST_TITLE:
        yield from _city(page, line.start, _BEHIND_TITLE.search(line.text))


def _beside_date(page: Page, at: int, lead: int) -> Iterator[Where]:
    """Yield the city on a line with a date, else the one that the line before or after it is: "Ottawa, Ontario"."""
    line = page.lines[at]
    dated = next(iter(dates_in(line.text)), None) if len(line.text) <= LONGEST else None
    if dated is None or _OPENS_SENTENCE.match(line.text):
        return
    yield from _city(page, line.start, _BEFORE_DATE.match(line.text[: dated.start]))
    if dated.start <= 1:
        yield from _city(page, line.start, _AFTER_DATE.match(line.text, dated.end))
    below = at + 2 if at + 1 < lead and _CLOCK.fullmatch(page.lines[at + 1].text) else at + 1
    for near in (page.lines[n] for n in (at - 1, below) if 0 <= n < lead):
        yield from _city(page, near.start, _ALONE.match(near.text))


def _city(page: Page, offset: int, match: re.Match[str] | None) -> Iterator[Where]:
    if match is None:
        return
    span = offset + match.start("place"), offset + match.end("place")
    found = where_is(match["place"], span, page.text)
    if found is not None and found.city is not None:
        yield found


def find_signatures(page: Page) -> Iterator[Where]:
    """Yield the cities that stand alone under the text: "Islamabad" above the date of issue."""
    for line in page.lines[-LAST:]:
        if len(line.text) <= LONGEST:
            dated = next(iter(dates_in(line.text)), None)
            head = line.text if dated is None else line.text[: dated.start]
            yield from _city(page, line.start, (_ALONE if dated is None else _BEFORE_DATE).match(head))
