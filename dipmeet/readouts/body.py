"""The body: the lines of a page that its points stand in, without pictures, datelines and furniture."""

from __future__ import annotations

import re

from dipmeet.model.value import Value
from dipmeet.readouts.lead import closes
from dipmeet.readouts.page import Line, Page
from dipmeet.readouts.published import date_of_line

_FURNITURE = re.compile(
    r"(?i)^(?:back to\b|related (?:news|links?|information|article|products)|source\b\s*:?$|stay connected|must read"
    r"|(?:to )?page ?top|share (?:this|on)|tags?\s*:?$|contacts?\s*:?$|media contacts?|media (?:enquiries|inquiries)"
    r"|for (?:more|further) information|associated links?|quick facts?|follow (?:us|the)|copyright|©|previous"
    r"|\[?/?end/?\]?$|-\s?30\s?-$|\(END\)|#+$|\*{3}$|next\b.{0,30}$|read more|subscribe|print(?:able)?\b|\|printable"
    r"|このページの|関連リンク|.*へ戻る$|notes? to editors?|document\b|citation\b|.{0,200}\bonline by gerhard peters"
    r"|donald j\. trump, .*presidency project|the american presidency project|distributed by|original article link"
    r"|filed under|see also|(?:related|useful) links|\[reference\]$|photo gallery|download|attachments?\b|more on this"
    r"|updates to this page|date modified\b|(?:page )?last (?:modified|updated|reviewed)\b"
    r"|click here\b|read the (?:full )?(?:transcript|remarks|statement|press)\b.{0,80}\bhere\b|/public release\b"
    r"|(?:write|post|leave|add) (?:a |your )?(?:comment|reply)|send this to\b|author\s*:?$|you can share\b"
    r"|signed\s*:?$|latest comments|suggest to a friend"
    r"|photo captions?\b|your e-?mail\b|advertisement$|read this release|\(?release id|発信元|share via\b|rate this"
    r"|\(\s*\*\s*this is a provisional|\(?this is a provisional translation"
    r"|[-•*]?\s*\(?\s*\*?\s*the (?:foregoing|above) is a provisional)"
)
_WAY_BACK = re.compile(r"(?i)^[-•·・*>»]\s*(?:back to\b|(?:to )?page ?top|date modified\b|.*へ戻る$)")
"""Furniture that stands as an item of a list: what else begins so may be a point."""

_ATTRIBUTION = re.compile(
    r"(?i)\b(?:spokes(?:person|man|woman|people)|statement|following|attributable|readout)\b.{0,80}:$"
    r"|^(?:the )?following is[^:]*:?$"
)
_SENTENCE_BEFORE = re.compile(r"[a-z]{3}[.!?] [A-Z][^.]*:$")
_PICTURE = re.compile(
    r"[•·*]?\s*(?:画像\s*\d+|\(?(?i:photo)\b.*|[^.!?]*(?:Meeting|Talk|Dialogue|Call|Lunch|Dinner|Ceremony|Summit)s?\s?-?\d{1,2})$"
)
_DOTS = re.compile(r"^[\W_]+$")
_SENTENCE = re.compile(r"(?:[.!?。:;]|\.\.\.\])[\"')\]]*(?:\s?\([A-Z][\w ./-]{1,20}\)|\s+(?:END|-30-|/END/))?$")
"""The end of a sentence; a news agency may stand in brackets behind it."""
_LABEL = re.compile(
    r"(?i)^(?:from|published|released?|date|location|delivered on|posted(?: on| by)?|by|hit|readout)\s*:?$|^[\d,]{1,7}$"
    r"|^this was published under the [\w ]+ government$"
)
_LONG = 160

STANDFIRST = 8
"""So many lines after a standfirst the body begins."""


class Body(Value):
    """The lines of the body.

    `follows_standfirst` where the lead is a standfirst above it and no part of it, `is_announced` where a further
    paragraph of the lead says "as follows".
    """

    lines: tuple[Line, ...]
    follows_standfirst: bool = False
    is_announced: bool = False


def find_body(page: Page, lead: int | None) -> Body:
    """Return the body after line `lead` (of all lines where it is None), up to the page's furniture."""
    lines: list[Line] = []
    for line in page.lines[(lead + 1 if lead is not None else 0) :]:
        if not (_FURNITURE.match(line.text) or _WAY_BACK.match(line.text)):
            lines.append(line)
        elif lines or lead is not None:
            break
    begins = _behind_standfirst(page, lines) if lead is not None else 0
    announced = _behind_announcement(lines) if lead is not None else 0
    kept = [line for line in lines[max(begins, announced) :] if not _is_apart(page, line)]
    while kept and _is_signature(kept[-1]):
        kept.pop()
    return Body(tuple(kept), begins > 0, announced > 0)


def _behind_announcement(lines: list[Line]) -> int:
    """Return where the body begins behind a further paragraph of the lead that ends in "as follows"; 0 without one."""
    for at, line in enumerate(lines[:3]):
        if closes(line.text):
            return at + 1
        if not is_paragraph(line) or not line.text[0].isupper():
            break
    return 0


def _behind_standfirst(page: Page, lines: list[Line]) -> int:
    """Return where the body begins behind the date or attribution that follows a standfirst; 0 where none does."""
    begins = 0
    for at, line in enumerate(lines[:STANDFIRST]):
        if is_attribution(line) or _is_date(page, line):
            begins = at + 1
        elif not _LABEL.match(line.text) and (len(line.text) > _LONG or _SENTENCE.search(line.text)):
            break
    return begins if len(lines) > begins else 0


def _is_apart(page: Page, line: Line) -> bool:
    if _LABEL.match(line.text):
        return True
    return (
        bool(len(line.text) < 140 and _PICTURE.match(line.text)) or bool(_DOTS.match(line.text)) or _is_date(page, line)
    )


def _is_date(page: Page, line: Line) -> bool:
    return len(line.text) <= 60 and date_of_line(page, line) is not None and not closes(line.text)


def is_attribution(line: Line) -> bool:
    """Tell whether a line only says whose words follow: "A spokesperson said:", with no sentence before it."""
    if not line.text.endswith(":") and "ollowing is" not in line.text:
        return False
    return _ATTRIBUTION.search(line.text) is not None and _SENTENCE_BEFORE.search(line.text) is None


def _is_signature(line: Line) -> bool:
    """Tell whether a last line is a place or an office under the text: short, no sentence, no marker."""
    return (
        len(line.text) < 50
        and re.match(r"[A-Z][\w .,'&-]*$", line.text) is not None
        and not _SENTENCE.search(line.text)
    )


def is_paragraph(line: Line) -> bool:
    """Tell whether a line is a paragraph of prose: it ends as a sentence does, or is long."""
    if is_attribution(line) or (len(line.text) < _LONG and closes(line.text)):
        return False
    return bool(_SENTENCE.search(line.text)) or line.text.endswith("…") or len(line.text) > _LONG
