r"""Cells of a spreadsheet: what one would run as a formula is defused, and a list fits into one; both read back.

A cell that begins as a formula does (OWASP, CSV injection: = + - @, tab, line end, and their full-width forms) gets an
apostrophe before it, and so does one that begins with an apostrophe. Parts of a list stand on a line with `; ` between
them, or each on a line of its own; within a part \ ; and line ends are written \\ \; \n \r.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_RUN = re.compile(r"[\s\ufeff\x00]*[=+\-@＝＋－＠]|[\t\r\n']")
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", "\n": "\\n", "\r": "\\r"})
_TOKEN = re.compile(r"\\(.)|(;)[ ]?|[^\\;]+|\\\Z", re.DOTALL)
_LINE_END = re.compile(r"\r\n|\n|\r")
_MEANT = {"n": "\n", "r": "\r"}
_SAID = {"\n": "\\n", "\r": "\\r"}


def defused(cell: str) -> str:
    """Return `cell`, with an apostrophe before it where a spreadsheet would run it."""
    return "'" + cell if _RUN.match(cell) else cell


def undefused(cell: str) -> str:
    """Return a cell as it was before `defused`; an apostrophe that a person put before a plain word stays."""
    return cell[1:] if cell.startswith("'") and _RUN.match(cell, 1) else cell


def render_parts(parts: Sequence[str | None]) -> str:
    """Return parts on one line, `Taro Kono; ; Japan`; those that are absent are empty, and left out at the end."""
    last = max((at for at, part in enumerate(parts, 1) if part), default=0)
    return "; ".join((part or "").translate(_ESCAPES) for part in parts[:last])


def read_parts(line: str) -> list[str]:
    """Return the parts of a line: the inverse of `render_parts`, absent ones empty."""
    parts = [""]
    for token in _TOKEN.finditer(line):
        if token[2]:
            parts.append("")
        else:
            parts[-1] += _MEANT.get(token[1], token[1]) if token[1] else token[0]
    return parts


def lines_of(cell: str) -> list[str]:
    """Return the lines of a cell that are not empty, whichever line ends a spreadsheet gave them."""
    return [line for line in _LINE_END.split(cell) if line]


def escape_line(text: str, also: str = "") -> str:
    """Return text on one line: backslashes, line ends and the characters of `also` escaped."""
    return re.sub(f"[\\\\\n\r{re.escape(also)}]", lambda match: _SAID.get(match[0], "\\" + match[0]), text)


def unescape_line(line: str) -> str:
    """Return text as it was before `escape_line`."""
    return re.sub(r"\\(.)", lambda match: _MEANT.get(match[1], match[1]), line, flags=re.DOTALL)
