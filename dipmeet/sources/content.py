"""Which part of a page is its own: not the menus, banners, side columns and footers around it.

Nothing that holds the page itself is taken for furniture, whatever it is called: a menu that is never closed swallows
the page, a form may wrap it, and a style sheet's class says little.
"""

from __future__ import annotations

import re
from itertools import pairwise

from dipmeet.sources.tree import Element, measure

_FURNITURE_TAGS = frozenset({"nav", "aside", "footer", "search", "dialog", "menu"})
_FURNITURE_ROLES = frozenset({
    "navigation", "search", "menu", "menubar", "contentinfo", "complementary", "dialog", "alertdialog",
    "toolbar",
})  # fmt: skip
_FURNITURE_NAMES = frozenset({
    "nav", "navi", "gnav", "navbar", "navigation", "menu", "submenu", "megamenu", "breadcrumb", "breadcrumbs",
    "topicpath", "pankuzu", "sidebar", "footer", "share", "sharing", "social", "sns", "cookie", "cookies", "consent",
    "skip", "skiplink", "skiplinks", "pagetop", "pager", "pagination", "search", "advert", "toolbar", "hidden",
    "offscreen", "pagedetails", "dtmd",
})  # fmt: skip
"""Words of ids and classes, as ministries' pages have them."""

_NAMED = frozenset({"div", "ul", "ol", "dl", "section", "p", "span", "form", "table", "td", "a"})
_UNSEEN_NAMES = re.compile(r"\b(?:sr-only|visually-?hidden|screen-reader-text|wb-inv|element-invisible)\b")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")

_ITEMS = frozenset({"ul", "ol", "menu", "dir"})
_LESSER_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_LINK_LISTS = frozenset({"ul", "ol", "div", "p", "table", "tr", "td", "dl", "section"})
_MAIN_NAMES = frozenset({
    "main", "maincontent", "maincontents", "main-content", "main-contents", "main_content", "content", "contents",
    "content-main", "contentmain", "page-content", "entry-content", "article-body", "article",
})  # fmt: skip

_SWALLOWED, _MOST_NAMED, _FEW = 0.85, 0.4, 100
_MAIN_SHARE, _OTHER_SHARE = 0.25, 0.4

_DATE = re.compile(
    r"(?i)\b\d{1,2}(?:st|nd|rd|th)?\.?\s+(?:of\s+)?[a-zà-ÿ]{3,10}\.?,?\s+(?:19|20)\d\d\b"
    r"|\b[a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d\b"
    r"|\b(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}\b|\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d\b"
    r"|(?:\d{4}|(?:昭和|平成|令和)(?:\d{1,2}|元))\s?年\s?\d{1,2}\s?月"
)
_DATE_LINE = 60
_DATE_WITHIN = 3000


def content_of(html: Element) -> tuple[Element, ...]:
    """Return the elements that are the page's own, in its order, taking the furniture out of the tree.

    The main part, and from before it the heading and the date that belong to it. Empty where nothing is left.
    """
    body = next((element for element in html.elements if element.tag == "body"), None)
    if body is None:
        return ()
    _take_out_furniture(body)
    measure(body)
    path = _main_path(body)
    main, before = path[-1], _before(path)
    own = _from_heading(before) if not _has_heading(main) else ()
    dated = any(_DATE.search(part.text()[:_DATE_WITHIN]) for part in (*own, main))
    return (*(() if dated else _date_line(before)), *own, _without_links_behind(main) or main)


def _take_out_furniture(body: Element) -> None:
    total = body.prose
    pending = [(body, False)]
    while pending:
        element, is_main = pending.pop()
        element.children = [
            child for child in element.children if isinstance(child, str) or not _is_furniture(child, total, is_main)
        ]
        pending.extend((child, is_main or _is_main(child) or child.tag == "article") for child in element.elements)


def _is_furniture(element: Element, total: int, in_main: bool) -> bool:
    if _is_hidden(element):
        return not _holds_page(element, total)
    role = element.attributes.get("role", "")
    if role == "banner" or (element.tag == "header" and not in_main):
        return not _has_heading(element) and not _holds_page(element, total)
    if element.tag in _FURNITURE_TAGS or role in _FURNITURE_ROLES:
        return not _holds_page(element, total)
    if element.tag in _NAMED and _is_named_furniture(element):
        most = max(_FEW, element.linked) if in_main else _MOST_NAMED * total
        return element.prose <= most and not _has_heading(element) and not _holds_page(element, total)
    return not in_main and _is_link_list(element)


def _is_hidden(element: Element) -> bool:
    attributes = element.attributes
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if (style := attributes.get("style")) and _HIDDEN_STYLE.search(style.casefold()):
        return True
    return bool((classes := attributes.get("class")) and _UNSEEN_NAMES.search(classes))


def _holds_page(element: Element, total: int) -> bool:
    """Tell whether the page itself is in this element: its main part, or nearly all its prose."""
    if element.prose >= _SWALLOWED * total > 0:
        return True
    return any(_is_main(inner) and inner.prose for inner in element.walk())


def _is_named_furniture(element: Element) -> bool:
    names = f"{element.attributes.get('id', '')} {element.attributes.get('class', '')}"
    if names.isspace():
        return False
    words = {word.casefold() for word in _WORD.findall(names)} | set(re.split(r"[\s_-]+", names.casefold()))
    return not _FURNITURE_NAMES.isdisjoint(words)


def _is_link_list(element: Element) -> bool:
    """Tell whether an element is links and little else: three or more, or two with nothing but signs between."""
    if element.tag not in _LINK_LISTS or element.links < 2 or element.prose > 0.1 * element.linked:
        return False
    return element.links > 2 or element.prose <= 4


def _is_main(element: Element) -> bool:
    return element.tag == "main" or element.attributes.get("role") == "main"


def _is_main_named(element: Element) -> bool:
    if element.tag not in {"div", "section", "td"}:
        return False
    names = f"{element.attributes.get('id', '')} {element.attributes.get('class', '')}".casefold().split()
    return not _MAIN_NAMES.isdisjoint(names)


def _main_path(body: Element) -> list[Element]:
    """Return the elements from the body down to the page's main part; the body alone where no part is that."""
    best: dict[int, tuple[int, list[Element]]] = {}
    pending = [[body]]
    while pending:
        path = pending.pop()
        element = path[-1]
        for rank, is_such in enumerate((_is_main, lambda e: e.tag == "article", _is_main_named)):
            if is_such(element) and element.prose > best.get(rank, (0, []))[0]:
                best[rank] = element.prose, path
        pending.extend([*path, child] for child in reversed(element.elements))
    for rank, (prose, path) in sorted(best.items()):
        if prose >= (_OTHER_SHARE if rank else _MAIN_SHARE) * body.prose:
            return path
    return [body]


def _without_links_behind(element: Element) -> Element | None:
    """Return an element without the lists of links that end it ("Back to …", tags); None where nothing else is in it.

    The heading right over such a list goes with it.
    """
    children, was_list = list(element.children), False
    while children:
        last = children.pop()
        if isinstance(last, str):
            kept: Element | str | None = last if last.strip() else None
        elif last.tag in _ITEMS:
            kept, was_list = (last if last.prose else None), True
        else:
            kept = None if was_list and last.tag in _LESSER_HEADINGS else _without_links_behind(last)
        if kept is not None:
            return element.with_children([*children, kept])
    return None


def _before(path: list[Element]) -> tuple[Element, ...]:
    """Return what stands before the last element of a path, outermost first."""
    before: list[Element] = []
    for parent, child in pairwise(path):
        for sibling in parent.children:
            if sibling is child:
                break
            if not isinstance(sibling, str):
                before.append(sibling)
            elif sibling.strip():
                before.append(Element("div", {}, [sibling]))
    return tuple(before)


def _has_heading(element: Element) -> bool:
    """Tell whether a heading of the first rank is in an element, of words that are no link (a site's name often is)."""
    return any(inner.tag == "h1" and inner.prose for inner in element.walk())


def _from_heading(before: tuple[Element, ...]) -> tuple[Element, ...]:
    return next((before[at:] for at, element in enumerate(before) if _has_heading(element)), ())


def _date_line(before: tuple[Element, ...]) -> tuple[Element, ...]:
    """Return the last short element before the main part that is a date; none where there is none."""
    found: tuple[Element, ...] = ()
    for element in (inner for part in before for inner in part.walk()):
        if element.prose + element.linked <= _DATE_LINE and _DATE.search(element.text()):
            found = (Element("div", {}, [element.text()]),)
    return found
