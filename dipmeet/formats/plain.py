r"""Plain rows: tab-separated, one record a line, exact times, in columns that do not change.

Tabs, line ends, backslashes and control characters within a value are escaped as in C (`\t`, `\n`, `\\`, `\x1b`).
"""

from __future__ import annotations

from dipmeet.model.meeting import Meeting, heading_of

COLUMNS = (
    "id", "start", "zone", "utc", "approximate", "minutes", "kind", "place", "country", "parties", "title",
)  # fmt: skip

_UNSAFE = {code: f"\\x{code:02x}" for code in (*range(0x20), 0x7F, *range(0x80, 0xA0))}
_UNSAFE |= {code: f"\\u{code:04x}" for code in (*range(0x2028, 0x202F), *range(0x2066, 0x2070))}
_UNSAFE |= {ord("\t"): "\\t", ord("\n"): "\\n", ord("\r"): "\\r", ord("\\"): "\\\\"}


def render_row(meeting: Meeting) -> str:
    """Return a meeting as one line of the columns of `COLUMNS`; what is unknown is empty."""
    return "\t".join(escape(value) for value in _values(meeting))


def escape(value: str) -> str:
    """Return `value` with whatever would break a row, or a terminal, escaped."""
    return value.translate(_UNSAFE)


def _values(meeting: Meeting) -> tuple[str, ...]:
    from dipmeet.when.moments import utc_text

    start = meeting.start
    return (
        meeting.id,
        start.local if start else "",
        (start.zone or "") if start else "",
        (utc_text(start) or "") if start else "",
        "about" if start and start.approximate else "",
        str(meeting.duration.minutes) if meeting.duration else "",
        meeting.kind,
        meeting.place or "",
        meeting.country or "",
        "; ".join(meeting.parties),
        heading_of(meeting),
    )
