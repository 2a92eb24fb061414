"""Words on a screen: cells whose text is never markup, folded rather than cut, and tables that look alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.box import Box
from rich.console import Console, JustifyMethod, OverflowMethod, RenderableType
from rich.containers import Lines
from rich.style import Style
from rich.table import Table
from rich.text import Text

from dipmeet.screens.breaking import breaks
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
"""A header over a line and nothing else; the space between columns is half the box's, half padding."""


class Words(Text):
    """A cell of text, folded where it is too wide and never cut."""

    def __init__(self, text: str = "", style: str | Style = "") -> None:
        super().__init__(text, style=style, overflow="fold")

    def blank_copy(self, plain: str = "") -> Words:
        """Return an empty cell of the same style, as `join` needs."""
        return Words(plain, self.style)

    def wrap(
        self,
        console: Console,
        width: int,
        *,
        justify: JustifyMethod | None = None,
        overflow: OverflowMethod | None = None,
        tab_size: int = 8,
        no_wrap: bool | None = None,
    ) -> Lines:
        """Return the lines of this text for `width` columns; rich breaks a long word and Japanese anywhere."""
        if no_wrap:
            return super().wrap(console, width, justify=justify, overflow=overflow, tab_size=tab_size, no_wrap=no_wrap)
        lines = Lines(part for line in self.split(allow_blank=True) for part in line.divide(breaks(line.plain, width)))
        for line in lines:
            line.rstrip()
        if justify:
            lines.justify(console, width, justify=justify, overflow="fold")
        return lines


def words(text: str | None, style: str = "") -> Text:
    """Return a cell that shows `text` as it is."""
    return Words(visible(text or ""), style)


def marked(text: str, spans: Iterable[tuple[int, int]], style: str = MARK) -> Text:
    """Return a cell with the [start, end) `spans` of `text` marked."""
    cell = words(text)
    for start, end in spans:
        cell.stylize(style, start, end)
    return cell


def joined(parts: Iterable[Text | str | None], between: str = " · ") -> Text:
    """Return the parts that say something, with `between` between them."""
    cells = [words(p) if isinstance(p, str) else p for p in parts if p]
    return Words(between).join(cells)


def ruled(*headers: str | tuple[str, str], expand: bool = False) -> Table:
    """Return an empty table with a line under its header; a header may be (name, justify)."""
    table = Table(box=RULED, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), expand=expand, header_style=HEAD)
    for header in headers:
        name, justify = header if isinstance(header, tuple) else (header, "left")
        table.add_column(name, justify="right" if justify == "right" else "left", overflow="fold")
    return table


def facts(rows: Sequence[tuple[str, RenderableType]], labels: int, beside: int | None = None) -> Table:
    """Return a table without lines: a dim label and what it is, `labels` and `beside` columns wide where given."""
    table = Table.grid(padding=(0, 2, 0, 0), pad_edge=False, expand=False)
    table.add_column(style=DIM, min_width=labels, no_wrap=True)
    table.add_column(overflow="fold", width=beside)
    for label, cell in rows:
        table.add_row(label, cell)
    return table
