"""A page says its title, its address, its language and its date, or nothing that can be believed."""

from __future__ import annotations

import pytest

from dipmeet.sources.about import address_of, language_of, published_of, title_of
from dipmeet.sources.tree import parse


@pytest.mark.parametrize(
    ("html", "title"),
    [
        ("<title>Japan-Canada Relations</title>", "Japan-Canada Relations"),
        ("<head><title>\n  R&amp;D   talks\n</title></head>", "R&D talks"),
        ("<title>first</title><title>second</title>", "first"),
        ("<body><svg><title>icon</title></svg><p>text", ""),
        ("<p>text", ""),
    ],
)
def test_the_title_is_that_of_the_head(html: str, title: str) -> None:
    assert title_of(parse(html)) == title


CANONICAL = '<link rel="canonical" href="https://www.mofa.go.jp/na/page.html">'


@pytest.mark.parametrize(
    ("html", "address"),
    [
        (CANONICAL, "https://www.mofa.go.jp/na/page.html"),
        ("<link href=' http://a.jp/p ' rel=CANONICAL>", "http://a.jp/p"),
        ('<meta property="og:url" content="https://a.jp/p">', "https://a.jp/p"),
        ('<meta property="og:url" content="https://a.jp/og">' + CANONICAL, "https://www.mofa.go.jp/na/page.html"),
        ("<!-- saved from url=(0022)https://a.jp/saved --><p>", "https://a.jp/saved"),
        ("<!DOCTYPE html>\n<!-- saved from url=(0012)http://a.jp/ -->\n<p>", "http://a.jp/"),
        (
            "<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: https://a.jp/single \n"
            " saved date: Mon Nov 23 2026 10:00:00 GMT+0900\n--><p>",
            "https://a.jp/single",
        ),
        ("<link rel=canonical href=https://a.jp/><!-- saved from url=(0014)https://a.jp/p -->", "https://a.jp/p"),
        ("<link rel=canonical href=https://a.jp>", "https://a.jp"),
        ("<link rel=canonical href=/na/page.html>", None),
        ("<link rel=canonical href=javascript:alert(1)>", None),
        ("<link rel=canonical href='https://a.jp/a b'>", None),
        ("<link rel=canonical href=file:///home/me/page.html>", None),
        ("<link rel=alternate href=https://a.jp/rss>", None),
        ("<body><link rel=stylesheet href=https://a.jp/css><p>", None),
        ("<!-- saved from url=(0012)about:blank -->", None),
        ("<p>saved from url=(0012)https://a.jp/p", None),
    ],
)
def test_the_address_is_canonical_or_where_it_was_saved_from(html: str, address: str | None) -> None:
    assert address_of(parse(html), html) == address


@pytest.mark.parametrize(
    ("html", "language"),
    [
        ("<html lang=en>", "en"),
        ("<html lang=' EN '>", "en"),
        ("<html lang=fr-CA>", "fr-CA"),
        ("<html lang=zh_Hant>", "zh-Hant"),
        ("<html xml:lang=ja xmlns='http://www.w3.org/1999/xhtml'>", "ja"),
        ("<html lang='' xml:lang=ja>", "ja"),
        ("<meta http-equiv=Content-Language content=ja>", "ja"),
        ("<html lang=en><meta http-equiv=content-language content=ja>", "en"),
        ("<html lang='en, fr'>", None),
        ("<html lang=english>", None),
        ("<p lang=fr>texte", None),
        ("<p>text", None),
    ],
)
def test_the_language_is_a_tag(html: str, language: str | None) -> None:
    assert language_of(parse(html)) == language


@pytest.mark.parametrize(
    ("html", "day"),
    [
        ('<meta property="article:published_time" content="2022-04-06T18:20:11+00:00">', "2022-04-06"),
        ('<meta name="DC.date.issued" content="2021-11-26">', "2021-11-26"),
        ('<meta name="dcterms.issued" content="20211126">', "2021-11-26"),
        ('<meta itemprop="datePublished" content="2021/11/26">', "2021-11-26"),
        ('<meta name="date" content="2021-11-26 10:00">', "2021-11-26"),
        ('<meta name="date" content="2020-01-01"><meta name="govuk:first-published-at" content="2021-11-26">',
         "2021-11-26"),
        ('<meta property="article:modified_time" content="2022-04-07">', None),
        ('<meta name="govuk:public-updated-at" content="2022-04-07">', None),
        ('<meta name="date" content="2021-02-30">', None),
        ('<meta name="date" content="26 November 2021">', None),
        ('<meta name="date" content="202111260">', None),
        ('<meta name="date" content="x"><meta name="pubdate" content="2021-11-26">', "2021-11-26"),
        ('<time pubdate datetime="2021-11-26">26 Nov</time>', "2021-11-26"),
        ('<time class="entry-date published" datetime="2021-11-26T09:00Z">', "2021-11-26"),
        ('<time itemprop="datePublished" datetime="2021-11-26">', "2021-11-26"),
        ('<time class=published datetime="2021-11-26"><time class=published datetime="2021-11-27">', None),
        ('<time class=published datetime="2021-11-26"><time class=published datetime="2021-11-26">', "2021-11-26"),
        ('<time datetime="2021-11-26">26 Nov</time>', None),
        ('<time property="dateModified" datetime="2021-11-26">', None),
        ("<p>Published: 2021-11-26", None),
    ],
)  # fmt: skip
def test_the_date_is_that_of_publication_and_never_of_the_last_change(html: str, day: str | None) -> None:
    assert published_of(parse(html)) == day
