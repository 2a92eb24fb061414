"""A page built to keep a parser busy is read quickly or refused.

No clock is asked: each page here would take minutes, or all memory, where the rule is broken.
"""

from __future__ import annotations

import pytest

from dipmeet.errors import SourceError
from dipmeet.sources.burden import MOST_TAGS, refuse_burdens, without_embedded
from dipmeet.sources.html import read_html

MEGABYTES = 5_000_000


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * (MEGABYTES // 5),
        "<b>" * (MEGABYTES // 3),
        "<p>" * (MEGABYTES // 3),
        "<div>" * 100_000 + "deep" + "</div>" * 100_000,
        "<ul><li>" * 50_000,
        "<table><tr><td>" * 30_000,
        "<" * MEGABYTES,
        "<!--" * (MEGABYTES // 4),
        "</b>" * (MEGABYTES // 4),
        "".join(f"<html a{n}=1>" for n in range(100_000)),
    ],
    ids=lambda html: html[:12],
)
def test_pages_of_too_many_tags_are_refused(html: str) -> None:
    with pytest.raises(SourceError, match=r"has [0-9,]+ tags, more than any readout"):
        read_html(html)


def attributes(count: int, value: str = "1") -> str:
    return " ".join(f"a{n}={value}" for n in range(count))


@pytest.mark.parametrize(
    "html",
    [
        f"<div {attributes(140_000)}>",
        f"<div {attributes(140_000, chr(34) + '<' + chr(34))}>",
        f"<div/{attributes(140_000, chr(34) * 2).replace(' ', '/')}>",
        f"<div {attributes(140_000, chr(34) * 2).replace(' ', '')}>",
        f"<div {attributes(140_000)}",
        f'<!-- <a b=" --><div {attributes(140_000)}>',
        f"<script>if (x <y z='</script><div {attributes(140_000)}>",
        f'<d=" {attributes(140_000)}>',
        f"<div {attributes(4_900)}>" * 100,
        ("<a " + "b " * 500) * 4_000,
    ],
    ids=lambda html: html[:16],
)
def test_elements_of_too_many_attributes_are_refused(html: str) -> None:
    with pytest.raises(SourceError, match="has elements with thousands of attributes, more than any readout"):
        refuse_burdens(html, "page.html")


@pytest.mark.parametrize(
    "html",
    [
        '<div a="' + "x" * MEGABYTES + '">text</div>',
        '<div class="' + "a " * (MEGABYTES // 2) + '">text</div>',
        '<div style="display' + " " * MEGABYTES + '">text</div>',
        '<div style="' + "list-style:" * (MEGABYTES // 11) + '">text</div>',
        "<p>text" + " \n" * (MEGABYTES // 2),
        "<p>あ" + " \n" * (MEGABYTES // 2) + "text",
        "<pre>text" + "\n" * MEGABYTES + "</pre>",
        "<p>text" + "&amp;" * (MEGABYTES // 5),
        "<p>text" + "data:" * (MEGABYTES // 5),
        "<head><meta name=date content='" + " " * MEGABYTES + "'></head>text",
        "<div>" * 10_000 + "text",
        "<a href=x>text" * 10_000,
        "<p>text" * 100_000,
        f"<div {attributes(2_000)}>text</div>",
    ],
    ids=lambda html: html[:16],
)
def test_large_pages_that_cost_little_are_read(html: str) -> None:
    assert "text" in read_html(html).text


def test_the_largest_page_of_a_ministry_is_no_burden() -> None:
    html = '<div class="a b" id="c" style="d:e"><p>' * 5_000 + "text" + "</div>" * 5_000
    assert html.count("<") < MOST_TAGS
    refuse_burdens(html, "page.html")


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<img src='data:image/png;base64," + "A" * 200 + "'>text", "<img src='data:image/'>text"),
        ("url(data:font/woff2;base64," + "A" * 900 + ")", "url(data:font/)"),
        ("data:image/gif;base64,R0lGOD", "data:image/gif;base64,R0lGOD"),
        ("<p>The data: reviewed", "<p>The data: reviewed"),
        ("metadata:a/" + "b" * 300, "metadata:a/" + "b" * 300),
    ],
)
def test_embedded_pictures_and_fonts_are_taken_out(html: str, kept: str) -> None:
    assert without_embedded(html) == kept
