"""The title: the line that names the meeting above the lead, or on pages without one a caption that does nothing else.

Pages of Japan's ministry under a country's heading have no title line; there the first caption counts that is the
meeting's name alone, without its mark ("photo1:", an index, a photo credit). Prose ("Scene of …") is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from dipmeet.names.parties import find_party
from dipmeet.readouts.dates import dates_in
from dipmeet.readouts.page import Line, Page, Span

LONGEST = 260
"""As many characters as a title has at most."""

_NAMES = re.compile(
    r"(?i)\b(?:meetings?|meets?|met|talks?|talked|conversation|call|calls|conference|dialogue|consultations?|visits?|readout"
    r"|speaks?|spoke|hosts?|lunch|luncheon|dinner|breakfast|summit|receives?|discuss(?:es)?|reviews?|phone|welcomes?|outcome)\b"
    r"|会談|表敬|会合|懇談|食会|協議|対話$|立ち話|訪問$"
)
_OF_STATES = r"(?-i:(?:(?:[A-Z(][^\s,]*|of|the|and|-)\s)+)relations"
"""A heading such as "Japan-Peru Relations"; "King and President discuss relations" is a title."""
_BREADCRUMB = re.compile(
    rf"(?i)^(?:home\b.*|{_OF_STATES}|press releases?"
    r"|countries (?:&|and) regions|.*top page|statements?(?: and .*)?|news"
    r"|japanese|english|share|print|.*>\s*\w.*|\[?provisional translation\]?|skip to.*|menu|search|readouts?"
    r"|(?:media|press|news) (?:release|statement|room|note)s?|ministry of foreign affairs.*|date|hit|\d+|office of .*"
    r"|for immediate release|from|published|.*\b10 downing street|\w+(?: / \w+)+)$"
)
_LABEL = re.compile(r"(?i)\b(?:office|department|ministry|government|secretariat|spokesperson|house|cabinet)$")
_COUNTRY_HEADING = re.compile(rf"(?i)(?:^{_OF_STATES}|^press releases?|^japan(?:'s| and) .*)$")
_PRESS_HEADING = re.compile(r"(?i)press releases?")
_CREDIT = re.compile(r"(?i)\s*\(?photos?\s*:.*$")
_MARK_BEFORE = re.compile(r"(?i)^[•*\s-]*\(?photo\s*\d*[):]?\s*:?\s*(?=\S)|^•\s*")
_MARK_AFTER = re.compile(r"(?i)\s*\(\s*(?:\d+|photo\s*\d*)\s*\)$|\s*-?\s*\d{1,2}$|(?<!\()\s*\)$")
_CAPTION = re.compile(
    r"(?i)\bphotos?(?:\b|\d)|\(\d\)$|(?<=[a-z'])\s?-?\d$|^•|^image\b|^picture\b"
    r"|写真|握手|様子$|を(?:受ける|行う|交わす)\S{1,12}$"
)
_MEETING = re.compile(
    r"(?i)\b(?:meeting|talks?|dialogue|courtesy call|telephone talk|conference|lunch|luncheon|dinner|consultations?"
    r"|call|conversation)\b"
)
_PROSE = re.compile(r"^(?:Scene|Photo|Session|Opening|State|View)s?\b")
_NUMBER = re.compile(r"\(?\d{1,2}(?:[.)]|\s(?!\w+\.?,?\s\d{4}))")
"""What a heading of the body begins with, not a title."""
_SMALL = frozenset(
    {"of", "the", "and", "on", "by", "with", "between", "for", "to", "a", "an", "'s", "meeting", "talk", "talks"}
    | {
        "call",
        "lunch",
        "dinner",
        "working",
        "telephone",
        "foreign",
        "minister's",
        "ministers'",
        "ministers",
        "de",
        "al",
    }
)
"""Words in small letters that a meeting's name holds; any other makes a caption prose."""


def names_a_meeting(text: str) -> bool:
    """Tell whether words name a meeting: "Meeting", "speaks", 会談."""
    return _NAMES.search(text) is not None


def is_heading_of_meeting(line: Line) -> bool:
    """Tell whether a line is a heading that names a meeting."""
    return len(line.text) < LONGEST and _is_title(line.text)


def find_title(page: Page, lead: int) -> Span | None:
    """Return the place of the title above line `lead`, or of the first caption that is a meeting's name alone."""
    lines = list(takewhile(lambda line: not _NUMBER.match(line.text) or _is_date(line), page.lines[:lead]))
    first_date = next((at for at, line in enumerate(lines) if _is_date(line)), len(lines))
    has_country_heading = any(_COUNTRY_HEADING.search(line.text) for line in lines[:first_date])
    above = lines[:first_date] if has_country_heading or 0 < first_date < len(lines) else lines
    for at, line in enumerate(above):
        if _is_title(line.text):
            return _with_rest(above, at)
    caption = next((span for line in lines if (span := _caption_name(line)) is not None), None)
    is_press_page = any(_PRESS_HEADING.fullmatch(line.text) for line in lines[:first_date])
    if caption is not None or (has_country_heading and not is_press_page):
        return caption
    return _other_title(lines, first_date)


def _is_title(text: str) -> bool:
    if not names_a_meeting(text) or text.endswith((":", ".")) or _BREADCRUMB.match(text) or _CAPTION.search(text):
        return False
    return len(text) < LONGEST and not _PROSE.match(text) and not _NUMBER.match(text)


def _is_date(line: Line) -> bool:
    return len(line.text) < 60 and bool(dates_in(line.text)) and not names_a_meeting(line.text)


_GOES_ON = re.compile(r"(?:[Aa]nd|[Ww]ith|of|to) (?=[A-Z])")
"""What begins a title's second line."""


def _with_rest(lines: Sequence[Line], at: int) -> Span:
    """Return a title's place, with the line that goes on with it after a comma or with a small word."""
    following = lines[at + 1] if at + 1 < len(lines) else None
    goes_on = following is not None and (
        lines[at].text.endswith(",") or (not following.after_blank and _GOES_ON.match(following.text) is not None)
    )
    return lines[at].start, lines[at + 1].end if goes_on else lines[at].end


def _other_title(lines: Sequence[Line], first_date: int) -> Span | None:
    """Return the first line that could be a title though its words name no meeting; behind the date any that does."""
    for line in lines[first_date + 1 :]:
        if _is_title(line.text):
            return line.start, line.end
    for line in lines[: max(first_date, 1)]:
        text = line.text
        is_label = _BREADCRUMB.match(text) or _LABEL.search(text) or _CAPTION.search(text) or _is_date(line)
        if len(text.split()) >= 4 and len(text) < LONGEST and not is_label and text[-1] not in ".:)|":
            return line.start, line.end
    return None


def _caption_name(line: Line) -> Span | None:
    """Return the place of a meeting's name in a caption, without its mark, where the caption is nothing else."""
    if len(line.text) > LONGEST or _NUMBER.match(line.text):
        return None
    start, text = line.start, _CREDIT.sub("", line.text)
    before = _MARK_BEFORE.match(text)
    if before is not None:
        start, text = start + before.end(), text[before.end() :]
    while (after := _MARK_AFTER.search(text)) is not None:
        text = text[: after.start()]
    twice = _TWICE.fullmatch(text)
    if twice is not None:
        text = twice["name"]
    return (start, start + len(text)) if _is_name_alone(text) else None


_TWICE = re.compile(r"(?P<name>.{12,}?)(?:\s?-?\d{1,2})?\s+(?P=name)")
"""A caption that the page prints under its picture and for those who cannot see it."""

_JAPANESE_NAME = re.compile(r"日[・・\w]{1,30}(?:会談|会合|懇談|ワーキング・?(?:ディナー|ランチ)|食会|立ち話)")


def _is_name_alone(text: str) -> bool:
    if _JAPANESE_NAME.fullmatch(text) is not None:
        return True
    if not text or len(text) > 200 or not text[0].isupper() or text.endswith(".") or _BREADCRUMB.match(text):
        return False
    if _MEETING.search(text) is None or _PROSE.match(text) or dates_in(text):
        return False
    words = re.findall(r"[^\s,()/]+", text)
    small = [word for word in words if word[0].islower() and word not in _SMALL]
    return not small and not (len(words) < 2 or find_party(text) is not None)
