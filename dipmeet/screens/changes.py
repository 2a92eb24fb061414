"""What changed: facts as they were and are, and lines of a text that went and came."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from dipmeet.screens.facts import LONG, told
from dipmeet.screens.words import BAD, DIM, GOOD, READABLE, ruled, words

if TYPE_CHECKING:
    from dipmeet.study.changes import Change

AROUND = 4
"""As many words as are shown around those that differ."""


def changes_table(changes: Sequence[Change], width: int | None) -> Table:
    """Return the table of what a record said and what it says now."""
    table = ruled("Field", "Was", "Is now", expand=False)
    room = max(16, ((width or READABLE) - 28) // 2)
    for column in table.columns[1:]:
        column.max_width = room
    for change in changes:
        was, now = _where_they_part(change)
        table.add_row(words(change.field), words(was, DIM), words(now))
    return table


def _where_they_part(change: Change) -> tuple[str, str]:
    """Return both values in words; of two long texts only the words that differ, with a few around them."""
    was, now = change.before, change.after
    if not (isinstance(was, str) and isinstance(now, str) and max(len(was), len(now)) > LONG):
        return told(was), told(now)
    old, new = was.split(), now.split()
    first = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    rest = zip(reversed(old[first:]), reversed(new[first:]), strict=False)
    last = next((at for at, (a, b) in enumerate(rest) if a != b), min(len(old), len(new)) - first)
    return _excerpt(old, first, len(old) - last), _excerpt(new, first, len(new) - last)


def _excerpt(said: list[str], first: int, last: int) -> str:
    begins, ends = max(0, first - AROUND), min(len(said), last + AROUND)
    before, after = "… " if begins else "", " …" if ends < len(said) else ""
    return before + " ".join(said[begins:ends]) + after


def text_changes(before: str, after: str) -> Table:
    """Return the lines that went (-) and came (+), each with a line around it, as a table of sign and line."""
    from difflib import unified_diff

    grid = Table.grid(padding=(0, 1, 0, 0), pad_edge=False)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold", max_width=READABLE)
    for line in list(unified_diff(before.splitlines(), after.splitlines(), n=1, lineterm=""))[2:]:
        grid.add_row(*_signed(line))
    return grid


def _signed(line: str) -> tuple[Text, Text]:
    if line.startswith("@@"):
        return words("…", DIM), words("")
    style = {"+": GOOD, "-": BAD}.get(line[:1], "")
    return words(line[:1], style), words(line[1:], style)
