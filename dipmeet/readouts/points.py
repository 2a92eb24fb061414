"""The points: numbered, bulleted or plain paragraphs after the lead, nested as on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dipmeet.model.meeting import Point
from dipmeet.model.value import Value
from dipmeet.readouts.body import find_body, is_paragraph
from dipmeet.readouts.page import Line, Page, Span
from dipmeet.readouts.published import date_of_line

_BULLET = re.compile(r"[•‣◦●○■□◆◇▪▫▶➤※・*·-]\s*(?=\S)|o\s+(?=[A-Z])")
_MARKERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("note", re.compile(r"\((?P<label>Note(?:\s?\d+)?|Reference|注\d*|参考)\)\s*", re.IGNORECASE)),
    ("1.", re.compile(r"(?P<label>\d{1,2})\.(?!\d)\s*(?=\S|$)")),
    ("A.", re.compile(r"(?P<label>[A-H])\.\s+(?=[A-Z])")),
    ("(1)", re.compile(r"\((?P<label>\d{1,2})\)\s*(?=\S|$)")),
    ("1)", re.compile(r"(?P<label>\d{1,2})\)\s*(?=\S)")),
    ("(a)", re.compile(r"\((?P<label>[a-z]|[ivx]{1,4})\)\s*(?=\S)")),
    ("a)", re.compile(r"(?P<label>[a-h])[.)]\s+(?=\S)")),
    ("ア", re.compile(r"\(?(?P<label>[アイウエオカキク])\)?[ .]\s*(?=\S)")),
    (
        "1",
        re.compile(
            r"(?P<label>\d{1,2})\s+(?=[A-Z぀-ヿ一-鿿\"])"
            r"(?!(?i:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?,?\s+\d{4})"
        ),
    ),
)
_SENTENCE = re.compile(r"[.!?。][\"'”’)\]]*$")


class _Item:
    """A point being read; `style` is its marker's, "" for a plain paragraph."""

    def __init__(self, style: str, label: str, spans: list[Span], indent: int = 0) -> None:
        self.style, self.label, self.spans, self.indent = style, label, spans, indent
        self.items: list[_Item] = []

    def is_heading(self, page: Page) -> bool:
        """Whether the point's text is a heading: short, and no sentence."""
        words = " ".join(page.text[s:e] for s, e in self.spans).strip()
        return not words or (len(words) < 120 and not _SENTENCE.search(words))


class _Marked(Value):
    """A line taken apart: the markers before it, outer first, and where its text begins."""

    markers: tuple[tuple[str, str], ...]
    start: int


class PointsRead(Value):
    """The points of a page, each with its places by address from 0, and whether the page marks them."""

    points: tuple[Point, ...]
    evidence: dict[tuple[int, ...], list[Span]]
    is_marked: bool


def read_points(page: Page, lead: int | None, *, announces: bool) -> PointsRead:
    """Return the points after line `lead` (None: of all lines); `announces` where the lead says "as follows"."""
    body = find_body(page, lead if lead is not None and lead >= 0 else None)
    in_run = _bare_numbers_in_run(body.lines)
    taken = [(line, _take_markers(page.plain, line, is_in_run=line.start in in_run)) for line in body.lines]
    marked = any(m.markers and m.markers[0][0] != "note" for _, m in taken)
    lead_line = page.lines[lead] if lead is not None and lead >= 0 and not body.follows_standfirst else None
    heading = _heading_above(page, lead) if lead_line is not None else None
    if lead_line is not None and heading is not None:
        taken[:0] = [(heading, _take_markers(page.plain, heading)), (lead_line, _Marked((), lead_line.start))]
        marked = True
    elif lead_line is not None:
        own = _take_markers(page.plain, lead_line)
        if own.markers and (own.markers[0][0] != "bullet" or _goes_on_alike(page, lead_line, body.lines)):
            taken.insert(0, (lead_line, own))
            marked = True
        elif not marked and not announces and not body.is_announced:
            taken[:0] = [
                (line, _take_markers(page.plain, line)) for line in (*_paragraphs_above(page, lead), lead_line)
            ]
    items = _marked_items(page, taken) if marked else _plain_items(taken)
    evidence: dict[tuple[int, ...], list[Span]] = {}
    points = tuple(_point(page, item, (at,), evidence) for at, item in enumerate(items))
    return PointsRead(points, evidence, marked)


_BARE = re.compile(r"(?P<number>\d{1,2})\s+(?=[A-Z\"぀-ヿ一-鿿])")


def _bare_numbers_in_run(lines: Sequence[Line]) -> frozenset[int]:
    """Return where the lines begin whose bare number goes on from the one before, or leads on to the one after."""
    found = [(int(m["number"]), line.start) for line in lines if (m := _BARE.match(line.text)) is not None]
    runs = [pair for pair in pairwise(found) if pair[1][0] == pair[0][0] + 1]
    return frozenset(start for pair in runs for _, start in pair)


def _goes_on_alike(page: Page, lead: Line, lines: Sequence[Line]) -> bool:
    """Tell whether the line after the lead has the lead's own bullet."""
    return bool(lines) and page.plain[lines[0].start] == page.plain[lead.start]


def _paragraphs_above(page: Page, lead: int | None) -> list[Line]:
    """Return the paragraphs between the page's date and the lead, such as one that tells of the visit."""
    above = page.lines[max(0, (lead or 0) - 3) : lead or 0]
    dates = [at for at, line in enumerate(above) if len(line.text) <= 60 and date_of_line(page, line) is not None]
    between = above[dates[-1] + 1 :] if dates else ()
    return list(between) if all(line.text[-1] == "." and len(line.text) > 60 for line in between) else []


def _heading_above(page: Page, lead: int | None) -> Line | None:
    """Return the numbered heading under which the lead itself stands, if it does."""
    for line in reversed(page.lines[max(0, (lead or 0) - 3) : lead or 0]):
        markers = _take_markers(page.plain, line).markers
        if markers and markers[0][0] in {"1", "1."} and len(line.text) < 160 and date_of_line(page, line) is None:
            return line
    return None


def _take_markers(plain: str, line: Line, *, is_in_run: bool = False) -> _Marked:
    """Return the markers at the start of a line: a bullet before a number is dropped, a number twice counts once.

    A number without dot or bracket marks a heading; before prose it must be in a run of such numbers.
    """
    at = line.start
    markers: list[tuple[str, str]] = []
    bullet = _BULLET.match(plain, at, line.end)
    if bullet is not None:
        at = bullet.end()
    for _ in range(3):
        found = next(((style, m) for style, p in _MARKERS if (m := p.match(plain, at, line.end)) is not None), None)
        if found is None or (found[1].end() == line.end and markers):
            break
        style, match = found
        if style == "1" and ((len(line.text) > 120 and not is_in_run) or markers):
            break
        if not markers or markers[-1][1] != match["label"]:
            markers.append((style, match["label"]))
        at = match.end()
    if bullet is not None and not markers:
        markers.append(("bullet", ""))
    return _Marked(tuple(markers), at)


def _plain_items(taken: list[tuple[Line, _Marked]]) -> list[_Item]:
    """Return a point for each paragraph of a page without markers; captions, datelines and attributions are none."""
    return [
        _Item(*(m.markers[0] if m.markers else ("", "")), [(m.start, line.end)])
        for line, m in taken
        if is_paragraph(line)
    ]


def _marked_items(page: Page, taken: list[tuple[Line, _Marked]]) -> list[_Item]:
    items: list[_Item] = []
    stack: list[_Item] = []
    for line, marked in taken:
        if not marked.markers:
            _place_plain(page, items, stack, line)
            continue
        for position, (style, label) in enumerate(marked.markers):
            is_last = position == len(marked.markers) - 1
            spans = [(marked.start, line.end)] if is_last and marked.start < line.end else []
            _place(items, stack, _Item(style, label, spans, line.indent))
    return items


def _place(items: list[_Item], stack: list[_Item], item: _Item) -> None:
    """Put a marked point beside the last one of its style, or under the point it stands after.

    Numbers that begin anew further in are a list within the point; at the same depth they are the page's restart.
    """
    same = [i for i, open_item in enumerate(stack) if open_item.style == item.style]
    if item.style == "note":
        stack.clear()
    elif same and not (item.label == "1" and item.indent > stack[same[-1]].indent):
        del stack[same[-1] :]
    while stack and stack[-1].style == "":
        stack.pop()
    (stack[-1].items if stack else items).append(item)
    stack.append(item)


def _place_plain(page: Page, items: list[_Item], stack: list[_Item], line: Line) -> None:
    """Put a line without a marker: under a heading it is a point, after prose it belongs to the point."""
    while stack and stack[-1].style == "":
        stack.pop()
    if not stack and not items and is_paragraph(line):
        items.append(_Item("", "", [(line.start, line.end)]))
    if not stack or _is_caption(line):
        return
    last = stack[-1]
    if last.style == "note" and not last.spans:
        last.spans.append((line.start, line.end))
    elif last.is_heading(page) or (last.items and last.items[-1].style == ""):
        last.items.append(_Item("", "", [(line.start, line.end)]))
    else:
        last.spans.append((line.start, line.end))


def _is_caption(line: Line) -> bool:
    """Tell whether a line among points is a caption: short and no sentence."""
    return len(line.text) < 130 and not _SENTENCE.search(line.text) and not line.text.endswith((";", ":", ",", "and"))


def _point(page: Page, item: _Item, address: tuple[int, ...], evidence: dict[tuple[int, ...], list[Span]]) -> Point:
    if item.spans:
        evidence[address] = list(item.spans)
    text = "\n".join(" ".join(page.text[start:end].split()) for start, end in item.spans)
    inner = tuple(_point(page, below, (*address, at), evidence) for at, below in enumerate(item.items))
    return Point(label=item.label or None, text=text or None, points=inner)
