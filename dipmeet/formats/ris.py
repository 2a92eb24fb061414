"""RIS: an entry a record, as EndNote and Zotero take it; each value on one line, CR LF at each end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dipmeet.formats.telling import heading_supplied, held_of, one_line, outline_of
from dipmeet.model.meeting import Meeting, Source

NOTHING = Source()


def render(meetings: Iterable[Meeting], leave_out: Callable[[str], None]) -> Iterator[str]:
    """Yield an entry a meeting; none is left out."""
    del leave_out
    for meeting in meetings:
        told = (f"{tag}  - {one_line(value)}".rstrip() if tag != "ER" else "ER  - " for tag, value in _fields(meeting))
        yield "\r\n".join(told) + "\r\n\r\n"


def _fields(meeting: Meeting) -> Iterator[tuple[str, str]]:
    """Yield (tag, value) of what is known: TY first and ER last, as RIS wants."""
    source = meeting.source or NOTHING
    yield "TY", "ELEC" if source.url else "GOVDOC"
    optional = (
        ("ID", meeting.id),
        ("TI", heading_supplied(meeting)),
        ("AU", source.publisher),
        ("PY", (source.published or "")[:4]),
        ("DA", date_of(source.published)),
        ("Y2", date_of(source.accessed)),
        ("LA", source.language),
        ("UR", _address(source.url)),
        ("L2", _address(source.archived)),
        ("M3", "readout"),
        ("N1", held_of(meeting)),
        *(("AB", line) for line in [" ".join(line.strip() for line in outline_of(meeting.points))]),
        *(("KW", topic) for topic in meeting.topics),
    )
    yield from ((tag, value) for tag, value in optional if value)
    yield "ER", ""


def _address(url: str | None) -> str:
    """Return an address with its semicolons percent-encoded, since RIS takes them to stand between addresses."""
    return (url or "").replace(";", "%3B")


def date_of(day: str | None) -> str:
    """Return a date as RIS has it, YYYY/MM/DD/ and what is unknown empty: 2017/09//; nothing for none."""
    if not day:
        return ""
    parts = [*day.split("-"), "", ""][:3]
    return "/".join(parts) + "/"
