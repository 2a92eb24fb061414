"""Words on a screen: cells whose text is never markup, folded rather than cut, and tables that look alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.box import Box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from dipmeet.screens.visible import visible

HEAD = "bold"
DIM = "dim"
GOOD = "green"
BAD = "bold red"
DOUBT = "yellow"
MARK = "bold reverse"

READABLE = 100
"""The widest that running text is set, in columns."""

RULED = Box("    \n    \n ── \n    \n    \n    \n    \n    \n")
"""A header over a line and nothing else."""


def words(text: str | None, style: str = "") -> Text:
    """Return a cell that shows `text` as it is, folded where it is too wide."""
    return Text(visible(text or ""), style=style, overflow="fold")


def marked(text: str, spans: Iterable[tuple[int, int]], style: str = MARK) -> Text:
    """Return a cell with the [start, end) `spans` of `text` marked."""
    cell = words(text)
    for start, end in spans:
        cell.stylize(style, start, end)
    return cell


def joined(parts: Iterable[Text | str | None], between: str = " · ") -> Text:
    """Return the parts that say something, with `between` between them."""
    cells = [words(p) if isinstance(p, str) else p for p in parts if p]
    return Text(between, overflow="fold").join(cells)


def ruled(*headers: str | tuple[str, str], expand: bool) -> Table:
    """Return an empty table with a line under its header; a header may be (name, justify)."""
    table = Table(box=RULED, show_edge=False, pad_edge=False, padding=(0, 1), expand=expand, header_style=HEAD)
    for header in headers:
        name, justify = header if isinstance(header, tuple) else (header, "left")
        table.add_column(name, justify="right" if justify == "right" else "left", overflow="fold")
    return table


def facts(rows: Sequence[tuple[str, RenderableType]], label_width: int) -> Table:
    """Return a table without lines: a dim label and what it is, with a common width of labels."""
    table = Table.grid(padding=(0, 2), expand=False)
    table.add_column(style=DIM, min_width=label_width, no_wrap=True)
    table.add_column(overflow="fold")
    for label, cell in rows:
        table.add_row(label, cell)
    return table
