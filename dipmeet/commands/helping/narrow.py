"""Pages of help on screens that are narrower than they are: broken between words, the columns kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import wrap

_ENTRY = re.compile(r"(\s*\S+(?: \S+)*\s{2,})\S")
"""What an entry of a list begins with: "  --map row=id      what the table itself calls a row"."""


def fitted(page: str, width: int) -> str:
    """Return a page whose lines are at most `width` columns wide, as far as its words are; one that fits as it is."""
    lines = page.splitlines()
    if max(map(len, lines), default=0) <= width:
        return page
    return "".join(line + "\n" for block in _blocks(lines) for line in _broken(block, width))


def _blocks(lines: list[str]) -> Iterator[str]:
    """Yield each paragraph, and each entry of a list with the lines that go on in its column, as one line."""
    block = ""
    for line in lines:
        if block and line and _goes_on(block, line):
            block += " " + line.strip()
            continue
        if block:
            yield block
        block = line
        if not line:
            yield ""
    if block:
        yield block


def _goes_on(block: str, line: str) -> bool:
    margin = len(line) - len(line.lstrip())
    entry = _ENTRY.match(block)
    if entry is not None:
        return margin == len(entry[1]) > 0
    is_prose = not block[0].isspace() and not block.isupper()
    return is_prose and margin == 0 and _ENTRY.match(line) is None


def _broken(block: str, width: int) -> list[str]:
    """Return a block as lines: what does not fit in the second column of an entry hangs under it, or under its name."""
    if len(block) <= width:
        return [block]
    entry = _ENTRY.match(block)
    margin = len(block) - len(block.lstrip())
    hang = len(entry[1]) if entry is not None and len(entry[1]) <= width // 2 else margin + 4 if margin else 0
    return wrap(block, width, subsequent_indent=" " * hang, break_long_words=False, break_on_hyphens=False)
