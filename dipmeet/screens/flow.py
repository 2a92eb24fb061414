"""Items set one after another, each kept whole where a line ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from dipmeet.screens.words import Words, words

BETWEEN = " · "


class Flow:
    """Items with ` · ` between them, and a line end in its place where the next item would not fit.

    An item wider than a line is wrapped by itself. `limit` is the widest that a line is set, in columns.
    """

    def __init__(self, items: Iterable[Text | str | None], limit: int) -> None:
        self.items = tuple(words(item) if isinstance(item, str) else item for item in items if item)
        self.limit = limit

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines as one text."""
        yield Words("\n").join(self.lines(min(options.max_width, self.limit)))

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Return the widths of the longest item and of the line that would hold all."""
        widths = [item.cell_len for item in self.items] or [0]
        whole = sum(widths) + len(BETWEEN) * (len(widths) - 1)
        widest = min(options.max_width, self.limit)
        return Measurement(min(max(widths), widest), min(whole, widest))

    def lines(self, width: int) -> Iterator[Text]:
        """Yield lines of items, as many to a line as `width` columns hold."""
        line: list[Text] = []
        used = 0
        for item in self.items:
            needed = item.cell_len + (len(BETWEEN) if line else 0)
            if line and used + needed > width:
                yield Words(BETWEEN).join(line)
                line, used, needed = [], 0, item.cell_len
            line.append(item)
            used += needed
        if line:
            yield Words(BETWEEN).join(line)
