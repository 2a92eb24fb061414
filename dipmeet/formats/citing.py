"""Citations of a readout in Chicago, APA and MLA: what each style makes of the same facts.

Chicago is that of notes and bibliography (CMOS 18: press releases and web pages of an organisation), APA the seventh
edition (press release, group author), MLA the ninth (an organisation that publishes its own page is named as publisher
alone). In all three the kind of source is said, with the day of the meeting, apart from the day of issue. A point is
cited by the labels that the page prints; one without a label is counted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from dipmeet.formats.telling import one_line, place_of
from dipmeet.model.meeting import Meeting, Point, Source, heading_of
from dipmeet.model.value import Value

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
SHORT_MONTHS = (
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip
_ENDS = tuple("?!.…。？！")


class Facts(Value):
    """What a citation says: texts on one line, dates as YYYY, YYYY-MM or YYYY-MM-DD, "" for what is unknown.

    `is_titled` tells whether the page prints the title, or dipmeet made it; `point` is the pinpoint in words.
    """

    author: str
    title: str
    is_titled: bool
    kind: str
    held: str
    is_about: bool
    place: str
    issued: str
    accessed: str
    url: str
    archived: str
    point: str = ""


class Style(Value):
    """A style: its entry for a list of works, and its note or its citation in the text, where the point is named."""

    entry: Callable[[Facts], str]
    note: Callable[[Facts], str]
    has_full_notes: bool
    """Whether the note says all that the entry does."""


def facts_of(meeting: Meeting, address: Sequence[int] = ()) -> Facts:
    """Return what a citation of the readout, or of its point at `address` (positions from 1), has to say."""
    source, start = meeting.source or Source(), meeting.start
    return Facts(
        author=one_line(source.publisher or ""),
        title=one_line(heading_of(meeting)).strip(),
        is_titled=bool(meeting.title),
        kind="meeting" if meeting.kind == "other" else meeting.kind,
        held=start.date if start is not None else "",
        is_about=start is not None and start.approximate and start.precision != "minute",
        place=place_of(meeting),
        issued=source.published or "",
        accessed=source.accessed or "",
        url=one_line(source.url or ""),
        archived=one_line(source.archived or ""),
        point=pinpoint(meeting.points, address) if address else "",
    )


def pinpoint(points: Sequence[Point], address: Sequence[int]) -> str:
    """Return the point in words: `point 2(a)` by its labels, `3rd item` where it has none or shares it with another."""
    labels, counted = "", ""
    for position in address:
        point = points[position - 1]
        label = one_line(point.label or "")
        is_alone = sum(other.label == point.label for other in points) == 1
        if label and is_alone and not counted:
            labels += _after(labels, label)
        else:
            counted += f", {ordinal(position)} item" + (f" (“{label}”)" if label else "")
        points = point.points
    return (f"point {labels}" if labels else "") + (counted if labels else counted.removeprefix(", "))


def _after(before: str, label: str) -> str:
    """Return a label as it stands after that of the point above it: 2.1, but 2(a)."""
    return "." + label if before and before[-1].isalnum() and label[0].isalnum() else label


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 4th, …, 11th, 21st."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in {11, 12, 13} else "th"
    return f"{number}{ending}"


def american(day: str) -> str:
    """Return a date as Chicago and APA write it within a text: September 19, 2017; September 2017; 2017."""
    year, month, date = _parts(day)
    if not month:
        return year
    return f"{MONTHS[int(month) - 1]} {int(date)}, {year}" if date else f"{MONTHS[int(month) - 1]} {year}"


def day_first(day: str) -> str:
    """Return a date as MLA writes it: 19 Sept. 2017."""
    year, month, date = _parts(day)
    told = (str(int(date)) if date else "", SHORT_MONTHS[int(month) - 1] if month else "", year)
    return " ".join(part for part in told if part)


def year_first(day: str) -> str:
    """Return a date as it stands in an APA reference: 2017, September 19; n.d. where there is none."""
    year, month, date = _parts(day)
    if not month:
        return year or "n.d."
    return f"{year}, {MONTHS[int(month) - 1]}" + (f" {int(date)}" if date else "")


def _parts(day: str) -> tuple[str, str, str]:
    year, month, date = [*day.split("-"), "", ""][:3]
    return year, month, date


def told_as(facts: Facts, date: Callable[[str], str]) -> str:
    """Return what the source is: `readout of a meeting, New York, United States, September 19, 2017`.

    Where the page prints no title this stands for it, and names the parties: `readout of the Japan–Canada meeting, …`.
    """
    named = f"a {facts.kind}" if facts.is_titled or facts.title.casefold() == facts.kind else f"the {facts.title}"
    held = ("about " if facts.is_about else "") + date(facts.held) if facts.held else ""
    return ", ".join(part for part in (f"readout of {named}", facts.place, held) if part)


def quoted(title: str, end: str) -> str:
    """Return a title in double quotation marks with `end` (a comma or a full stop) within them, as American style has.

    Quotation marks within it become single ones; a title's own full stop gives way, and ? or ! stand for one.
    """
    inner = title.replace("“", "‘").replace("”", "’")
    inner = re.sub(r'"([^"]*)"', r"‘\1’", inner)
    closing = "’" if title.endswith(("”", '"')) and inner.endswith("’") else ""
    inner = inner.removesuffix(closing)
    if inner.endswith(".") and not re.search(r"(?:^|[\s.])\w\.$", inner):
        inner = inner[:-1]
    return f"“{inner}{'' if end == '.' and inner.endswith(_ENDS) else end}{closing}”"


def ended(text: str) -> str:
    """Return text with a full stop at its end, unless it ends a sentence already."""
    return text if text.rstrip("’”").endswith(_ENDS) else text + "."


def chicago_note(facts: Facts) -> str:
    """Return the full note: publisher, “title,” what it is, when it was published, point, accessed, address."""
    about = told_as(facts, american)
    told = (
        facts.author,
        f"{quoted(facts.title, ',')} {about}" if facts.is_titled else about,
        f"published {american(facts.issued)}" if facts.issued else "",
        facts.point,
        f"accessed {american(facts.accessed)}" if facts.accessed else "",
        facts.url,
        f"archived at {facts.archived}" if facts.archived else "",
    )
    return ended(_capital(_joined_by(", ", *told)))


def chicago_entry(facts: Facts) -> str:
    """Return the entry of a bibliography."""
    told = (
        facts.author,
        quoted(facts.title, ".") if facts.is_titled else "",
        _capital(told_as(facts, american)),
        f"Published {american(facts.issued)}" if facts.issued else "",
        f"Accessed {american(facts.accessed)}" if facts.accessed else "",
        facts.url,
        f"Archived at {facts.archived}" if facts.archived else "",
    )
    return " ".join(ended(part) for part in told if part)


def apa_entry(facts: Facts) -> str:
    """Return the reference: group author, date, title, what it is in brackets, address; no full stop after that."""
    about = f"[{_capital(told_as(facts, american))}]."
    titled = f"{facts.title} {about}" if facts.is_titled else about
    date = f"({year_first(facts.issued)})."
    retrieved = f"Retrieved {american(facts.accessed)}, from" if facts.url and facts.accessed else ""
    archived = f"(archived at {facts.archived})" if facts.archived else ""
    first = (ended(facts.author), date, titled) if facts.author else (titled, date)
    return _joined_by(" ", *first, retrieved, facts.url, archived)


def apa_note(facts: Facts) -> str:
    """Return the citation in the text: author, or what the reference begins with, year, point."""
    begin = quoted(facts.title, "") if facts.is_titled else f"[{_capital(told_as(facts, american))}]"
    return f"({_joined_by(', ', facts.author or begin, facts.issued[:4] or 'n.d.', facts.point)})"


def mla_entry(facts: Facts) -> str:
    """Return the entry of the works cited: “title,” publisher, date, address; when accessed; what it is."""
    about = ended(_capital(told_as(facts, day_first)))
    container = _joined_by(", ", facts.author, day_first(facts.issued), facts.url)
    return _joined_by(
        " ",
        quoted(facts.title, ".") if facts.is_titled else about,
        container and ended(container),
        f"Archived at {facts.archived}." if facts.archived else "",
        f"Accessed {ended(day_first(facts.accessed))}" if facts.accessed else "",
        about if facts.is_titled else "",
    )


def mla_note(facts: Facts) -> str:
    """Return the citation in the text: what the entry begins with, and the point."""
    if not facts.is_titled:
        return f"({_joined_by(', ', _capital(told_as(facts, day_first)), facts.point)})"
    return f"({_joined_by(' ', quoted(facts.title, ',' if facts.point else ''), facts.point)})"


def _joined_by(between: str, *parts: str) -> str:
    return between.join(part for part in parts if part)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


STYLES: dict[str, Style] = {
    "chicago": Style(chicago_entry, chicago_note, has_full_notes=True),
    "apa": Style(apa_entry, apa_note, has_full_notes=False),
    "mla": Style(mla_entry, mla_note, has_full_notes=False),
}
