"""HTML into the text that a reader would paste, and what the page says of itself."""

from __future__ import annotations

from dipmeet.model.value import Value
from dipmeet.sources.about import address_of, language_of, published_of, title_of
from dipmeet.sources.burden import refuse_burdens, without_embedded
from dipmeet.sources.content import content_of
from dipmeet.sources.rendering import render_text
from dipmeet.sources.tree import Element, parse

_HEADINGS = frozenset({"h1", "h2", "h3"})


class HtmlPage(Value):
    """The text of a page; the address, the date (YYYY-MM-DD) and the language that it gives itself."""

    text: str
    url: str | None = None
    published: str | None = None
    language: str | None = None


def read_html(html: str, *, name: str = "this page") -> HtmlPage:
    """Return the text of an HTML page and what it says of itself; `name` is what an error calls it.

    Where furniture is all that a page has, its text is all the furniture's.

    Raises:
        SourceError: for a page that would take minutes to parse.
    """
    kept = without_embedded(html)
    refuse_burdens(kept, name)
    tree = parse(kept)
    about = address_of(tree, kept), published_of(tree), language_of(tree)
    text = _titled(title_of(tree), content_of(tree)) or render_text(parse(kept).elements[1:])
    return HtmlPage(text, *about)


def _titled(title: str, content: tuple[Element, ...]) -> str:
    """Return the text of a page, under its title where neither a heading nor its first lines give one."""
    text = render_text(content)
    if not text or not title or any(e.tag in _HEADINGS and e.text() for part in content for e in part.walk()):
        return text
    begins = " ".join(text[: len(title) + 500].split()).casefold()
    return text if title.casefold()[:40] in begins else f"{title}\n\n{text}"
