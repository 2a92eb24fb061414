r"""BibTeX: an entry a record, for BibTeX (`year`, `month`) and biblatex (`date`, `urldate`, `eventdate`) alike.

What TeX would obey is escaped; braces are written as commands, since BibTeX counts those that are escaped too.
Addresses stand as they are, as biblatex's url field takes them, but for what would end the field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256

from dipmeet.formats.telling import heading_supplied, note_of, one_line, outline_of, place_of
from dipmeet.model.ids import slug
from dipmeet.model.meeting import Meeting, Source
from dipmeet.model.moment import Moment

NOTHING = Source()
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: "\\" + sign for sign in "&%$#_"},
}
_ESCAPES = str.maketrans(_SPECIAL)
_LIGATURES = re.compile(r"(?<=[-`',<>])(?=[-`',<>])|(?<=[?!])(?=`)")
"""Between such signs; TeX makes one of two: a dash of two hyphens, ¿ of ? and `."""

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/-]*")
_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", '"': "%22"})


def render(meetings: Iterable[Meeting], leave_out: Callable[[str], None]) -> Iterator[str]:
    """Yield an entry a meeting; none is left out."""
    del leave_out
    for meeting in meetings:
        fields = "".join(f"  {name} = {value},\n" for name, value in _fields(meeting))
        yield f"@misc{{{key_of(meeting.id)},\n{fields}}}\n\n"


def key_of(identity: str) -> str:
    """Return the key of an entry, always the same: the id, or its ASCII words and a checksum where TeX would balk."""
    if _KEY.fullmatch(identity):
        return identity
    words = slug(identity).encode("ascii", "ignore").decode().strip("-")
    return f"{words or 'readout'}:{sha256(identity.encode()).hexdigest()[:8]}"


def escape(text: str) -> str:
    """Return text on one line as TeX prints it."""
    return _LIGATURES.sub("{}", one_line(text).translate(_ESCAPES))


def _fields(meeting: Meeting) -> Iterator[tuple[str, str]]:
    """Yield (name, value with its braces) of what is known."""
    source, start = meeting.source or NOTHING, meeting.start
    published = source.published or ""
    texts = (
        ("author", f"{{{escape(source.publisher)}}}" if source.publisher else ""),
        ("title", f"{{{escape(heading_supplied(meeting))}}}"),
        ("date", published),
        ("year", published[:4]),
        ("url", (source.url or "").translate(_IN_ADDRESS)),
        ("urldate", source.accessed),
        ("eventdate", _event_date(start) if start is not None else ""),
        ("eventtitle", escape(meeting.occasion or "")),
        ("venue", escape(place_of(meeting))),
        ("note", escape(note_of(meeting))),
        ("keywords", ", ".join(escape(topic).replace(",", "{,}") for topic in meeting.topics)),
        ("abstract", escape(" ".join(line.strip() for line in outline_of(meeting.points)))),
        ("langid", source.language),
    )
    for name, value in texts:
        if value:
            yield name, f"{{{value}}}"
        if name == "year" and len(published) > 4:
            yield "month", MONTHS[int(published[5:7]) - 1]


def _event_date(start: Moment) -> str:
    """Return the day of the meeting; `~` after it where it is the day, month or year that is about (ISO 8601-2)."""
    return start.date + ("~" if start.approximate and start.precision != "minute" else "")
