"""A page as a tree of plain elements, without what no reader sees.

What selectolax parsed is walked once and let go; every later step works on these elements. Trees deeper than any
page's are flattened, so that steps may recurse.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

DEEPEST = 120
"""Elements nested deeper stand beside their parents; pages of ministries nest 20 to 40 deep."""

UNSEEN = frozenset({
    "script", "style", "template", "noscript", "svg", "math", "iframe", "canvas", "object", "embed", "audio", "video",
    "map", "button", "select", "option", "optgroup", "datalist", "textarea", "input", "label", "progress", "meter",
    "rt", "rp", "rtc",
})  # fmt: skip
"""Programs, drawings, controls of forms, and the readings over Japanese words: no part of a page's text."""

BLOCKS = frozenset({
    "p", "div", "section", "article", "main", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table", "tr",
    "ul", "ol", "menu", "dir", "li", "dl", "dt", "dd", "figure", "figcaption", "header", "footer", "form", "fieldset",
    "legend", "address", "hr", "body", "html", "caption", "thead", "tbody", "tfoot", "center", "nav", "aside",
    "details", "summary", "hgroup", "search", "dialog",
})  # fmt: skip
"""Elements that stand on lines of their own (HTML §15.3)."""


class Element:
    """An element: `prose` counts the letters in it outside links, `linked` those inside, `links` the links."""

    __slots__ = ("attributes", "children", "linked", "links", "prose", "tag")

    def __init__(
        self, tag: str, attributes: dict[str, str] | None = None, children: list[Element | str] | None = None
    ) -> None:
        self.tag = tag
        self.attributes = {} if attributes is None else attributes
        self.children = [] if children is None else children
        self.prose = self.linked = self.links = 0

    @property
    def elements(self) -> list[Element]:
        """The elements directly in this one."""
        return [child for child in self.children if not isinstance(child, str)]

    def with_children(self, children: list[Element | str]) -> Element:
        """Return the element with other children, counted as it was."""
        other = Element(self.tag, self.attributes, children)
        other.prose, other.linked, other.links = self.prose, self.linked, self.links
        return other

    def walk(self) -> Iterator[Element]:
        """Yield this element and every one in it, in the page's order."""
        pending = [self]
        while pending:
            element = pending.pop()
            yield element
            pending.extend(reversed(element.elements))

    def text(self) -> str:
        """Return all the text in this element as one line."""
        pending: list[Element | str] = [self]
        pieces: list[str] = []
        while pending:
            node = pending.pop()
            if isinstance(node, str):
                pieces.append(node)
            else:
                apart = " " if node.tag in BLOCKS or node.tag == "br" else ""
                pending.extend([apart, *reversed(node.children), apart])
        return " ".join("".join(pieces).split())


def parse(html: str) -> Element:
    """Return the `html` element of a page, its head and body in it, measured."""
    from selectolax.lexbor import LexborHTMLParser

    root = LexborHTMLParser(html).root
    tree = Element("html")
    if root is not None:
        _grow(root, tree)
    measure(tree)
    return tree


def _grow(root: Any, tree: Element) -> None:
    """Copy what is seen of a selectolax node into `tree`."""
    tree.attributes = {name: value or "" for name, value in root.attributes.items()}
    pending: list[tuple[Any, Element, int]] = [(root.child, tree, 0)]
    while pending:
        node, parent, depth = pending.pop()
        while node is not None:
            grown = _grown(node, parent, depth)
            if grown is not None and node.child is not None:
                pending.append((node.next, parent, depth))
                node, parent, depth = node.child, grown, min(depth + 1, DEEPEST)
            else:
                node = node.next


def _grown(node: Any, parent: Element, depth: int) -> Element | None:
    """Return the element that the node's children belong to, put into `parent`; None where they are left out."""
    tag = node.tag
    if tag == "-text":
        parent.children.append(node.text_content)
        return None
    if not tag or tag in UNSEEN or not tag[0].isalpha():
        return None
    element = Element(tag, {name: value or "" for name, value in node.attributes.items()})
    parent.children.append(element)
    return element if depth < DEEPEST else parent


def measure(tree: Element) -> None:
    """Count what each element holds, anew."""
    for element in reversed(list(tree.walk())):
        inner = element.elements
        own = sum(len(child.strip()) for child in element.children if isinstance(child, str))
        element.links = sum(child.links for child in inner) + (element.tag == "a")
        element.linked = sum(child.linked for child in inner)
        element.prose = own + sum(child.prose for child in inner)
        if element.tag == "a":
            element.linked, element.prose = element.linked + element.prose, 0
