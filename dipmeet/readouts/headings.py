"""What stands around the lead: the title and the date of publication."""

from __future__ import annotations

import re

from dipmeet.readouts.dates import Dated, dates_in
from dipmeet.readouts.page import Line, Page, Span

_NAMES_IT = re.compile(
    r"(?i)\b(?:meetings?|talks?|conversation|call|conference|dialogue|consultations?|visits?|readout|speaks?|meets?|hosts?|lunch|luncheon|dinner|breakfast|summit|receives?|discuss(?:es)?|phone|met|meet|welcomes?|talked|spoke)\b"
    r"|会談|表敬|会合|懇談"
)
_BREADCRUMB = re.compile(
    r"(?i)^(?:home\b.*|.* relations|press releases?|countries (?:&|and) regions|.*top page|statements?|news|japanese|english|share|print|.*>\s*\w.*|\[?provisional translation\]?|skip to.*|menu|"
    r"ministry of foreign affairs.*|date|hit|\d+|search)$"
)
_PROSE = re.compile(
    r"(?i)\b(?:shaking|session|scene|scenes|ahead of|before|speaking|attending|heading|facing|seated|^a state of|opening of|photo of|photograph of|bumping|in talks|their meeting|at a table|^signing|hosted by|picture|ministers in|with\b.*(?<!meeting))\b"
)
_MARK = re.compile(
    r"(?i)^[•*\s-]*\(?(?:photo\s*\d*)[):]?\s*:?\s*|\s*\(\s*(?:\d+|photo)\s*\)$|\s*[-–]?\s*\d$|\s*\(?photo(?:s)?\s*:.*$|\)$"
)
_CAPTION_MARK = re.compile(r"(?i)photo|\(\d\)$|(?<=[a-z’'])\s?-?\d$|^•")
_MEETING_NAME = re.compile(
    r"(?i)\b(?:meeting|talks?|dialogue|courtesy call|telephone talk|conference|lunch|luncheon|dinner|consultations?)\b"
)


def find_published(page: Page, before: int) -> tuple[str, Span] | None:
    """Return the page's date (YYYY-MM-DD) and its place: the first full date of a date line.

    Date lines stand above the lead, between it and the body, or at the page's end; a dateline may open the lead.
    """
    lines = page.lines
    for line in (*lines[: before + 1], *lines[before + 1 : before + 9], *lines[max(before + 9, len(lines) - 8) :]):
        found = dates_in(page.plain, line.start, min(line.end, line.start + 120))
        if found and is_date_line(line, found[0]):
            dated = found[0]
            iso = dated.iso(dated.year) if dated.year is not None else None
            if iso is not None:
                return iso, (dated.start, dated.end)
    return None


_OPENS_SENTENCE = re.compile(r"(?:On|In|At|By|During|Since|The|From|After|Following)\b")
_DATELINE = re.compile(r"[A-Z][\w .,'/-]{1,40}[,\s(-]+$")


def is_date_line(line: Line, dated: Dated) -> bool:
    """Tell whether a line is a date and little else, or a dateline that opens a paragraph."""
    before, after = line.text[: dated.start - line.start], line.text[dated.end - line.start :]
    rest = before + after
    if len(rest) <= 30 and not _NAMES_IT.search(rest):
        return True
    if line.text.startswith("(") and line.text.endswith(")"):
        return True
    if re.match(r"(?i)published|posted|date|updated|released?|last (?:updated|modified)", rest):
        return True
    if not re.match(r"\s*(?:[-–—,|(]|[^\w\s]|\S{1,2}[A-Z])", after):
        return False
    if not before:
        return True
    return (
        _DATELINE.fullmatch(before) is not None and not _OPENS_SENTENCE.match(before) and not _NAMES_IT.search(before)
    )


def names_a_meeting(line: Line) -> bool:
    """Tell whether a line is a heading that names a meeting or its parties."""
    return len(line.text) < 200 and _is_title(line)


def find_title(page: Page, lead: int) -> Span | None:
    """Return the place of the title above line `lead`: the title line, or the first caption that is only a name."""
    lines = list(page.lines[:lead])
    dates = [
        i
        for i, line in enumerate(lines)
        if len(line.text) < 60 and dates_in(line.text) and not _NAMES_IT.search(line.text)
    ]
    first_date = dates[0] if dates else len(lines)
    for index, line in enumerate(lines):
        if _is_title(line) and (index < first_date or not _is_caption_place(index, first_date, lines)):
            return _with_rest(lines, index, first_date)
    for line in lines:
        span = _caption_name(line)
        if span is not None:
            return span
    return None


def _is_title(line: Line) -> bool:
    text = line.text
    return (
        len(text) < 260
        and not _BREADCRUMB.match(text)
        and not _CAPTION_MARK.search(text)
        and not text.endswith((":", "."))
        and bool(_NAMES_IT.search(text))
        and not _PROSE.search(re.sub(r"(?i)\bwith\b", "", text))
    )


def _is_caption_place(index: int, first_date: int, lines: list[Line]) -> bool:
    """Tell whether a line after the date stands among captions rather than as the page's title."""
    following = [line.text for line in lines[first_date + 1 :]]
    return first_date > 0 and bool(following) and (index > first_date)


def _with_rest(lines: list[Line], index: int, first_date: int) -> Span:
    """Return the title's place, with the line that goes on with it after a comma."""
    line = lines[index]
    if line.text.endswith(",") and index + 1 < min(len(lines), first_date):
        return line.start, lines[index + 1].end
    return line.start, line.end


def _caption_name(line: Line) -> Span | None:
    """Return the place of a meeting's name in a caption, without its mark, where the caption is nothing else."""
    text, start = line.text, line.start
    while True:
        match = _MARK.search(text)
        if match is None or match.start() == match.end():
            break
        if match.start() == 0:
            start += match.end()
            text = text[match.end() :]
        else:
            text = text[: match.start()]
    if (
        not text
        or len(text) > 200
        or text.endswith(".")
        or not text[0].isupper()
        or dates_in(text)
        or _BREADCRUMB.match(text)
    ):
        return None
    if not _MEETING_NAME.search(text) or _PROSE.search(text):
        return None
    return start, start + len(text)
