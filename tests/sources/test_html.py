"""An HTML page becomes the text that a reader would paste, under the page's title where it shows none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.errors import SourceError
from dipmeet.sources.html import HtmlPage, read_html

PROSE = "The ministers held talks for about thirty minutes on the questions of the day."


def test_a_page_becomes_text_and_what_it_says_of_itself() -> None:
    html = (
        '<!DOCTYPE html><html lang="en"><head><title>Meeting | Ministry</title>'
        '<link rel="canonical" href="https://a.jp/p.html"><meta name="date" content="2020-05-01"></head>'
        f"<body><nav><a href=/>Home</a></nav><main><h1>Meeting</h1><p>{PROSE}</p></main></body></html>"
    )
    assert read_html(html) == HtmlPage(f"Meeting\n\n{PROSE}\n", "https://a.jp/p.html", "2020-05-01", "en")


@pytest.mark.parametrize(
    ("html", "first"),
    [
        (f"<title>Phone call</title><p>{PROSE}", "Phone call"),
        (f"<title>Phone call</title><h1>Readout</h1><p>{PROSE}", "Readout"),
        (f"<title>Phone call</title><h3>Readout</h3><p>{PROSE}", "Readout"),
        (f"<title>Phone call</title><h1> </h1><p>{PROSE}", "Phone call"),
        (f"<title>Phone call</title><p>May 1</p><p>PHONE  CALL</p><p>{PROSE}", "May 1"),
        (f"<p>{PROSE}", PROSE),
    ],
)
def test_a_title_is_put_over_a_page_that_shows_none(html: str, first: str) -> None:
    assert read_html(html).text.splitlines()[0] == first


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{PROSE}",
        f"<body>{PROSE}",
        f"<html><body><table><tr><td>{PROSE}",
        f"<HTML><BODY><FONT>{PROSE}</FONT></BODY></HTML>",
        f'<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{PROSE}</p></body></html>',
        f"<div><div><p>{PROSE}</div></span></b></table>",
        f"</p></div>{PROSE}",
        f"<p>{PROSE}</p><!-- never closed",
        f"<p>{PROSE}</p><script>never closed",
    ],
)
def test_broken_and_old_html_is_read_all_the_same(html: str) -> None:
    assert read_html(html).text.strip() == PROSE


def test_cdata_in_xhtml_scripts_is_no_text() -> None:
    html = f"<html><head><script>//<![CDATA[\nif (a < b && c) {{ }}\n//]]></script></head><body><p>{PROSE}</p>"
    assert read_html(html).text.strip() == PROSE


def test_pictures_embedded_in_the_page_are_no_text() -> None:
    picture = "data:image/png;base64," + "iVBORw0KGgo" * 5000
    html = f"<style>b {{ background: url({picture}) }}</style><p><img src='{picture}'>{PROSE}</p>"
    assert read_html(html).text.strip() == PROSE


def test_furniture_is_kept_where_a_page_has_nothing_else() -> None:
    html = "<nav><a href=a>Meeting with Minister Joly</a></nav>"
    assert read_html(html).text.strip() == "Meeting with Minister Joly"


@pytest.mark.parametrize(
    "html", ["", "<html><body></body></html>", "<img src=x>", "<script>x</script>", "<!-- only -->"]
)
def test_a_page_without_text_is_empty(html: str) -> None:
    assert read_html(html).text.strip() == ""


TAGS = [
    "p",
    "div",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "a href=x",
    "nav",
    "main",
    "h1",
    "pre",
    "br",
    "span hidden",
    "form",
]
pieces = st.sampled_from(
    [f"<{tag}>" for tag in TAGS] + [f"</{tag.split()[0]}>" for tag in TAGS] + ["text ", "日本", "\n", "&", "<"]
)


@settings(max_examples=100)
@given(st.lists(pieces, max_size=60).map("".join))
def test_no_heap_of_tags_makes_the_reader_fail(html: str) -> None:
    text = read_html(html).text
    assert "\n\n\n" not in text


@settings(max_examples=60)
@given(st.text(max_size=300))
def test_no_text_makes_the_reader_fail(html: str) -> None:
    assert isinstance(read_html(html).text, str)


def test_a_page_that_would_take_minutes_is_refused_by_its_name() -> None:
    with pytest.raises(SourceError, match=r"^old\.html has 200,000 tags, more than any readout$") as refused:
        read_html("<div>" * 100_000 + "</div>" * 100_000, name="old.html")
    assert refused.value.hint == "save the readout's text alone"
