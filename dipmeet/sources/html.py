"""HTML into the text that a reader would paste: lists keep their numbers, menus and scripts go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser

_SKIPPED = {
    "script", "style", "noscript", "template", "nav", "aside", "button", "select", "option", "svg", "iframe", "canvas",
    "object", "head", "textarea", "input", "rt", "rp", "dialog",
}  # fmt: skip
_BLOCKS = {
    "p", "div", "section", "article", "main", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table", "tr", "ul",
    "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "header", "footer", "form", "fieldset", "address", "hr", "body",
    "html", "caption", "thead", "tbody", "center",
}  # fmt: skip
_APART = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "section", "article"}
_DATES = ("article:published_time", "dcterms.date", "dc.date", "date", "publishdate", "dcterms.issued")
DEEPEST = 400


@dataclass(frozen=True)
class HtmlPage:
    """The text of a page, the address and the date (YYYY-MM-DD) that it gives itself."""

    text: str
    url: str | None
    published: str | None


def read_html(html: str) -> HtmlPage:
    """Return the text of an HTML page and what it says of itself."""
    tree = LexborHTMLParser(html)
    body = tree.body
    writer = _Writer()
    if body is not None:
        writer.write(body, _Place(), 0)
        if not writer.text().strip():  # an unclosed menu that swallowed the page
            writer = _Writer(skipped=_SKIPPED - {"nav", "aside"})
            writer.write(body, _Place(), 0)
    return HtmlPage(writer.text(), _canonical(tree), _published(tree))


@dataclass(frozen=True)
class _Place:
    """Where in the lists of a page the writer is: how deep, and in preformatted text or not."""

    depth: int = 0
    is_preformatted: bool = False


class _Writer:
    """Collects the lines of a page."""

    def __init__(self, skipped: set[str] | None = None) -> None:
        self.skipped = _SKIPPED if skipped is None else skipped
        self.lines: list[str] = [""]

    def text(self) -> str:
        """Return what was written: no line ends in a space, and no two blank lines follow each other."""
        out: list[str] = []
        for line in self.lines:
            kept = line.rstrip()
            if kept or (out and out[-1]):
                out.append(kept)
        return "\n".join(out).strip("\n") + "\n" if any(out) else ""

    def break_line(self, *, apart: bool = False) -> None:
        if self.lines[-1].strip():
            self.lines.append("")
        if apart and len(self.lines) > 1 and self.lines[-2].strip():
            self.lines.append("")

    def write(self, node: Any, place: _Place, deep: int) -> None:
        """Write a node and what is in it."""
        if deep > DEEPEST:
            self.put(" ".join((node.text() or "").split()))
            return
        child = node.child
        while child is not None:
            self._write_child(child, place, deep)
            child = child.next

    def _write_child(self, node: Any, place: _Place, deep: int) -> None:
        tag = node.tag
        if tag == "-text":
            text = node.text(deep=True) or ""
            self.put(
                text if place.is_preformatted else " ".join(text.split(" ")), is_preformatted=place.is_preformatted
            )
        elif tag == "br":
            self.lines.append("")
        elif tag in self.skipped or tag.startswith(("-", "!")) or _is_hidden(node):
            return
        elif tag in {"ol", "ul"}:
            self._write_list(node, place, deep)
        elif tag in {"td", "th"}:
            self.write(node, place, deep + 1)
            self.put("  ")
        else:
            self._write_block(node, tag, place, deep)

    def _write_block(self, node: Any, tag: str, place: _Place, deep: int) -> None:
        is_block = tag in _BLOCKS
        if is_block:
            self.break_line(apart=tag in _APART and not place.depth)
        self.write(node, _Place(place.depth, place.is_preformatted or tag == "pre"), deep + 1)
        if is_block:
            self.break_line(apart=tag in _APART and not place.depth)

    def _write_list(self, node: Any, place: _Place, deep: int) -> None:
        self.break_line(apart=not place.depth)
        number = _whole(node.attributes.get("start"), 1)
        step = -1 if "reversed" in node.attributes else 1
        inner = _Place(place.depth + 1)
        child = node.child
        while child is not None:
            if child.tag == "li":
                number = _whole(child.attributes.get("value"), number)
                self.break_line()
                self.lines[-1] = "  " * inner.depth + _marker(node, child, number)
                self.write(child, inner, deep + 1)
                number += step
            elif child.tag not in {"-text", "-comment"}:
                self._write_child(child, inner, deep + 1)
            child = child.next
        self.break_line(apart=not place.depth)

    def put(self, text: str, *, is_preformatted: bool = False) -> None:
        """Write text on the current line, white space as one space unless it is preformatted."""
        if is_preformatted:
            first, *rest = text.split("\n")
            self.lines[-1] += first
            self.lines.extend(rest)
            return
        words = " ".join(text.split())
        if not words:
            if text and self.lines[-1] and not self.lines[-1].endswith(" "):
                self.lines[-1] += " "
            return
        lead = " " if text[0].isspace() and self.lines[-1] and not self.lines[-1].endswith(" ") else ""
        self.lines[-1] += lead + words + (" " if text[-1].isspace() else "")


def _marker(parent: Any, item: Any, number: int) -> str:
    style = f"{parent.attributes.get('style') or ''} {item.attributes.get('style') or ''}".replace(" ", "")
    if "list-style:none" in style or "list-style-type:none" in style:
        return ""
    if parent.tag == "ul":
        return "• "
    kind = item.attributes.get("type") or parent.attributes.get("type") or "1"
    if kind in {"a", "A"} and 1 <= number <= 26:
        return f"{chr(ord(kind) + number - 1)}. "
    if kind in {"i", "I"} and 1 <= number <= 3999:
        roman = _roman(number)
        return f"{roman if kind == 'I' else roman.lower()}. "
    return f"{number}. "


def _roman(number: int) -> str:
    out = ""
    for value, sign in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
                        (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):  # fmt: skip
        out += sign * (number // value)
        number %= value
    return out


def _whole(text: str | None, default: int) -> int:
    try:
        return int(text) if text else default
    except ValueError:
        return default


def _is_hidden(node: Any) -> bool:
    attributes = node.attributes
    style = (attributes.get("style") or "").replace(" ", "").casefold()
    role = attributes.get("role") or ""
    return "hidden" in attributes or "display:none" in style or role in {"navigation", "search", "menu", "menubar"}


def _canonical(tree: Any) -> str | None:
    for selector, name in (("link[rel=canonical]", "href"), ('meta[property="og:url"]', "content")):
        node = tree.css_first(selector)
        value = node.attributes.get(name) if node is not None else None
        if value and value.startswith(("http://", "https://")):
            return str(value)
    return None


def _published(tree: Any) -> str | None:
    from dipmeet.model.moment import is_local

    for node in tree.css("meta"):
        name = (node.attributes.get("property") or node.attributes.get("name") or "").casefold()
        content = (node.attributes.get("content") or "")[:10]
        if name in _DATES and len(content) == 10 and is_local(content):
            return content
    return None
