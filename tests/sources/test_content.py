"""The page itself is told from the menus, banners, side columns and footers around it."""

from __future__ import annotations

import pytest

from dipmeet.sources.content import content_of
from dipmeet.sources.rendering import render_text
from dipmeet.sources.tree import parse

TALKS = "The ministers held talks for thirty minutes and agreed to work closely together on the questions of the day. "
PAGE = f"<h1>Foreign Ministers’ Meeting</h1><p>May 1, 2020</p><p>{TALKS * 3}</p>"
TEXT = f"Foreign Ministers’ Meeting\n\nMay 1, 2020\n\n{(TALKS * 3).strip()}\n"


def text_of(html: str) -> str:
    return render_text(content_of(parse(html)))


FURNITURE = [
    "<nav><ul><li><a href=/>Home</a></ul></nav>",
    "<footer><p>Copyright Ministry of Foreign Affairs</p></footer>",
    "<aside><p>Most read this week</p></aside>",
    "<header><p>Ministry of Foreign Affairs</p></header>",
    "<div role=navigation>Home</div>",
    "<div role=contentinfo>Contact us</div>",
    "<div role=search><p>Search this site</p></div>",
    "<dialog open><p>Subscribe to our newsletter</p></dialog>",
    "<div class=breadcrumb>Home &gt; News &gt; Readouts</div>",
    "<ol class=breadcrumbs><li>Home<li>News</ol>",
    "<div id=topicpath>Top &gt; Region</div>",
    "<p id=pankuzu>トップ &gt; 国・地域</p>",
    "<div class='gem-c-cookie-banner'><p>We use cookies to make this site work.</p></div>",
    "<div id=cookieConsent><h2>Cookies</h2><p>We would like to set some.</p></div>",
    "<div class='social-share'>Share on Facebook</div>",
    "<ul class=sns><li>Tweet</ul>",
    "<a class='skip-link' href=#main>Skip to content</a>",
    "<div class=pagetop>To the top of this page</div>",
    "<search><p>Search</p></search>",
    "<div hidden><p>Official sites use .gov</p></div>",
    "<div style='display:none'>Hidden words</div>",
    "<div style='color:red; Display : None'>Hidden words</div>",
    "<div aria-hidden=true>Icon</div>",
    "<span class=sr-only>Opens in a new window</span>",
    "<p class='visually-hidden'>Current page</p>",
    "<h2 class=wb-inv>Language selection</h2>",
    "<ul><li><a href=a>About</a><li><a href=b>News</a><li><a href=c>Visa</a></ul>",
    "<p><a href=a>English</a> | <a href=b>Français</a></p>",
    "<table><tr><td><a href=a>A</a><td><a href=b>B</a><td><a href=c>C</a></table>",
    "<script>document.write('<p>words</p>')</script>",
    "<style>p { color: red }</style>",
    "<noscript><p>Please enable JavaScript</p></noscript>",
    "<iframe src=x>frames are not shown</iframe>",
    "<select><option>Afghanistan<option>Albania</select>",
]


@pytest.mark.parametrize("furniture", FURNITURE)
@pytest.mark.parametrize(
    "page",
    [
        "{}<main>" + PAGE + "</main>{}",
        "{}<article>" + PAGE + "</article>{}",
        "{}<div id=content>" + PAGE + "</div>{}",
        "<div id=wrapper>{}<div>" + PAGE + "</div>{}</div>",
        "<form method=post action=./page.aspx>{}<div>" + PAGE + "</div>{}</form>",
    ],
    ids=["main", "article", "content", "no main part", "a form round it all"],
)
def test_what_stands_around_the_page_is_left_out(furniture: str, page: str) -> None:
    assert text_of(page.format(furniture, furniture)) == TEXT


@pytest.mark.parametrize(
    "page",
    [
        f"<nav><a href=/>Home</a>{PAGE}",
        f"<div class=menu><a href=/>Home</a>{PAGE}",
        f"<div hidden>{PAGE}</div>",
        f"<form>{PAGE}</form>",
        f"<body class='has-sidebar cookie'>{PAGE}",
        f"<div class='content share'>{PAGE}</div>",
        f"<aside><main>{PAGE}</main></aside>",
        f"<footer>{PAGE}</footer>",
        f"<table><tr><td>{PAGE}</table>",
        f"<center><font>{PAGE}</font></center>",
        f"<div style='display:none' id=content><article>{PAGE}</article></div>",
    ],
)
def test_nothing_that_holds_the_page_is_furniture_whatever_it_is_called(page: str) -> None:
    text = text_of(page)
    assert TALKS.strip() in text
    assert "Foreign Ministers’ Meeting\n\nMay 1, 2020" in text


def test_a_readout_in_several_sections_is_kept_whole_and_in_order() -> None:
    html = "<body>" + "".join(f"<section><h2>{n}. Heading</h2><p>{TALKS * 2}</p></section>" for n in "1234")
    text = text_of(html)
    assert [line for line in text.splitlines() if "Heading" in line] == [f"{n}. Heading" for n in "1234"]
    assert text.count("held talks") == 8


def test_a_readout_in_several_articles_is_kept_whole() -> None:
    html = "<body>" + "".join(f"<article><h2>Part {n}</h2><p>{TALKS * 2}</p></article>" for n in "123")
    assert text_of(html).count("held talks") == 6


def test_a_heading_and_a_date_before_the_main_part_belong_to_the_page() -> None:
    html = (
        "<header><h1>Foreign Ministers’ Meeting</h1><p>Posted by the press office</p></header>"
        f"<div>May 1, 2020</div><main><p>{TALKS * 3}</p></main>"
    )
    assert text_of(html).startswith("Foreign Ministers’ Meeting\n\nPosted by the press office\n")
    assert "May 1, 2020\n" in text_of(html)


def test_a_date_alone_before_the_main_part_belongs_to_the_page() -> None:
    html = f"<p>Ministry</p><p>令和2年8月21日</p><main><h1>会談</h1><p>{TALKS * 3}</p></main>"
    assert text_of(html).startswith("令和2年8月21日\n\n会談\n")


def test_a_date_of_the_site_is_left_out_where_the_page_has_its_own() -> None:
    html = f"<p>Today is June 9, 2026</p><main>{PAGE}</main>"
    assert text_of(html) == TEXT


@pytest.mark.parametrize("name", ["share", "social", "search", "hidden", "menu", "nav"])
def test_within_the_page_a_longer_part_is_kept_whatever_its_class(name: str) -> None:
    html = f"<main><h1>Meeting</h1><p>{TALKS}</p><div class={name}><p>{TALKS * 2}</p></div></main>"
    assert text_of(html).count("held talks") == 3


def test_links_within_the_prose_stay() -> None:
    html = f"<main><h1>Meeting</h1><p>{TALKS}See the <a href=x>Joint Statement</a>.</p></main>"
    assert text_of(html).endswith("See the Joint Statement.\n")


@pytest.mark.parametrize(
    "behind",
    [
        "<ul><li><a href=x>Back to Japan-Canada Relations</a></ul>",
        "<ul class=linklist><li><a href=x>Back</a></ul><p> </p><ul></ul>",
        "<div><h2>Tags</h2><ul><li><a href=a>Canada</a><li><a href=b>Japan</a></ul></div>",
        "<div><h3>Documents</h3><ul><li><a href=a>Statement</a></ul><ul><li><a href=b>Photos</a></ul></div>",
    ],
)
def test_lists_of_links_behind_the_page_go_with_their_heading(behind: str) -> None:
    assert text_of(f"<main>{PAGE}{behind}</main>") == TEXT


@pytest.mark.parametrize(
    ("behind", "last"),
    [
        ("<p><a href=x>Back to Japan-Canada Relations</a></p>", "Back to Japan-Canada Relations"),
        ("<ul><li><a href=a>Statement</a> (to be issued)</ul>", "  • Statement (to be issued)"),
        ("<h2>End of the readout</h2>", "End of the readout"),
        ("<ol><li>They agreed.</li><li></li></ol>", "  1. They agreed."),
        ("<ol reversed><li>They agreed.</li><li></li></ol>", "  2. They agreed."),
        ("<ul><li><a href=a>Link</a></ul><p>Prose after it.</p>", "Prose after it."),
    ],
)
def test_what_is_no_list_of_links_stays_at_the_end(behind: str, last: str) -> None:
    assert text_of(f"<main>{PAGE}{behind}</main>").splitlines()[-1] == last


@pytest.mark.parametrize(
    "html", ["", "<html>", "<body>", "<head><title>x</title></head>", "<frameset><frame src=x></frameset>"]
)
def test_a_page_without_text_has_no_content(html: str) -> None:
    assert text_of(html) == ""


def test_a_page_of_links_alone_keeps_them() -> None:
    assert "Japan" in text_of("<main><ul><li><a href=a>Japan</a></ul></main>")
