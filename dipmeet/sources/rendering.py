"""Elements of a page into the lines that a reader would paste from it.

Paragraphs and headings stand apart by a blank line, other blocks on lines of their own. Lists keep their markers, and
two spaces a level; table rows are lines. White space is what a browser shows: non-breaking and ideographic spaces and
soft hyphens stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dipmeet.sources.markers import marked_items
from dipmeet.sources.tree import BLOCKS, Element

_APART = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "pre", "figure",
                    "hr", "section", "article", "hgroup"})  # fmt: skip
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_CELLS = frozenset({"td", "th"})

_SPACES = re.compile(r"[ \t\n\r\f]+")
_WIDE = r"[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60]"
"""Letters and signs of Chinese and Japanese, which a line end in the source does not part (CSS Text 3 §4.1.3)."""
_LINE_END = re.compile(rf"(?<={_WIDE})[ \t\r\f]*\n[ \t\n\r\f]*(?={_WIDE})")
_WIDE_LETTER = re.compile(_WIDE)
_GAP = "  "


def render_text(elements: Iterable[Element]) -> str:
    r"""Return the elements as text: no line ends in a space, one blank line at most in a row, a \n at the end."""
    lines = _Lines()
    for element in elements:
        _block(element, lines, 0)
    return lines.text()


class _Lines:
    """The lines written so far, and the one being written."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._line: list[str] = []
        self._space = ""
        self._is_apart = False
        self._prefix = ""
        self.indent = ""

    def text(self) -> str:
        self.end_line()
        return "\n".join(self._done) + "\n" if self._done else ""

    def write(self, text: str) -> None:
        """Write text as part of the line, its white space as one space."""
        if "\n" in text:
            text = _LINE_END.sub("", text)
        words = _SPACES.sub(" ", text)
        if words.startswith(" ") and not self._space:
            self._space = "\n" if text[: len(text) - len(text.lstrip(" \t\n\r\f"))].find("\n") >= 0 else " "
        inner = words.strip(" ")
        if not inner:
            return
        if self._line and self._space and not (self._space == "\n" and _are_wide(self._line[-1][-1], inner[0])):
            self._line.append(" ")
        self._line.append(inner)
        self._space = "" if not words.endswith(" ") else "\n" if text.rstrip(" \t\r\f").endswith("\n") else " "

    def write_as_is(self, text: str) -> None:
        """Write preformatted text, its lines and spaces kept."""
        first, *rest = text.replace("\r\n", "\n").split("\n")
        self._line.append(first)
        for line in rest:
            self.end_line(keep_blank=True)
            self._line.append(line)

    def gap(self) -> None:
        """Part what follows from what stands on the line, as cells are."""
        if any(piece.strip() for piece in self._line):
            self._line.append(_GAP)
        self._space = ""

    def end_line(self, *, keep_blank: bool = False) -> None:
        """End the line, if anything stands on it."""
        content = "".join(self._line).rstrip(" \t")
        self._line, self._space = [], ""
        if content.strip():
            if self._is_apart and self._done:
                self._done.append("")
            self._done.append((self._prefix or self.indent) + content)
            self._prefix, self._is_apart = "", False
        elif keep_blank:
            self._is_apart = True

    def part(self) -> None:
        """End the line, and leave one blank before the next."""
        self.end_line()
        self._is_apart = True

    def break_line(self) -> None:
        """End the line as <br> does: on an empty line it leaves a blank one."""
        if self._line:
            self.end_line()
        elif not self._prefix:
            self._is_apart = True

    def mark(self, prefix: str) -> None:
        """Begin an item: `prefix`, indent and marker, stands before the next text."""
        self.end_line()
        self._prefix = prefix

    def end_marker(self) -> None:
        """Put a marker that no text follows on a line of its own: a list stands right behind it."""
        if self._prefix.strip() and not self._line:
            self._line.append(self._prefix.strip())
            self._prefix = self._prefix[: len(self._prefix) - len(self._prefix.lstrip())]
            self.end_line()


def _are_wide(left: str, right: str) -> bool:
    return bool(_WIDE_LETTER.match(left) and _WIDE_LETTER.match(right))


def _children(element: Element, lines: _Lines, depth: int) -> None:
    for child in element.children:
        if isinstance(child, str):
            lines.write(child)
        elif child.tag == "br":
            lines.break_line()
        elif child.tag in _LISTS:
            _list(child, lines, depth)
        elif child.tag == "pre":
            _preformatted(child, lines)
        elif child.tag in _CELLS:
            _cell(child, lines, depth)
        elif child.tag in BLOCKS:
            _block(child, lines, depth)
        else:
            _children(child, lines, depth)


def _block(element: Element, lines: _Lines, depth: int) -> None:
    is_apart = element.tag in _APART and not depth
    lines.part() if is_apart else lines.end_line()
    _children(element, lines, depth)
    lines.part() if is_apart else lines.end_line()


def _preformatted(element: Element, lines: _Lines) -> None:
    lines.part()
    _as_is(element, lines)
    lines.part()


def _as_is(element: Element, lines: _Lines) -> None:
    for child in element.children:
        if isinstance(child, str):
            lines.write_as_is(child)
        elif child.tag == "br":
            lines.write_as_is("\n")
        else:
            _as_is(child, lines)


def _cell(element: Element, lines: _Lines, depth: int) -> None:
    if any(inner.tag in BLOCKS for inner in element.elements):
        _block(element, lines, depth)
    else:
        lines.gap()
        _children(element, lines, depth)


def _list(listed: Element, lines: _Lines, depth: int) -> None:
    outer = lines.indent
    lines.end_marker()
    lines.end_line() if depth else lines.part()
    markers = {id(item): marker for marker, item in marked_items(listed)}
    for child in listed.children:
        if isinstance(child, str):
            lines.write(child)
        elif child.tag == "li":
            prefix = _GAP * (depth + 1) + (f"{markers[id(child)]} " if markers[id(child)] else "")
            lines.mark(prefix)
            lines.indent = " " * len(prefix)
            _children(child, lines, depth + 1)
            lines.mark("")
        else:
            lines.indent = _GAP * (depth + 1)
            _children(Element("li", {}, [child]), lines, depth + 1)
    lines.end_line()
    lines.indent = outer
    if not depth:
        lines.part()
