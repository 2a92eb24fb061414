"""HTML is laid out as lines: what a reader would paste, lists with their numbers and nesting."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.sources.rendering import render_text
from dipmeet.sources.tree import parse


def text_of(html: str) -> str:
    return render_text(element for element in parse(html).elements if element.tag == "body")


def lines_of(html: str) -> list[str]:
    return text_of(html).splitlines()


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a</p><p>b</p>", ["a", "", "b"]),
        ("<p>a<p>b", ["a", "", "b"]),
        ("<div>a</div><div>b</div>", ["a", "b"]),
        ("<div><div>a</div></div><div>b</div>", ["a", "b"]),
        ("<h1>a</h1><p>b</p>", ["a", "", "b"]),
        ("<h2>a</h2><h3>b</h3>c", ["a", "", "b", "", "c"]),
        ("a<hr>b", ["a", "", "b"]),
        ("<p>a</p><p> </p><p>&#8203;</p><p>b</p>", ["a", "", "\u200b", "", "b"]),
        ("<p>a</p>\n\n\n<div></div><p></p><p>b</p>", ["a", "", "b"]),
        ("<blockquote>a</blockquote>b", ["a", "", "b"]),
        ("text<p>para</p>tail", ["text", "", "para", "", "tail"]),
        ("<span>a</span><span>b</span> <b>c</b>", ["ab c"]),
        ("", []),
    ],
)
def test_paragraphs_and_headings_stand_apart_and_other_blocks_on_lines(html: str, expected: list[str]) -> None:
    assert lines_of(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a<br>b</p>", ["a", "b"]),
        ("<p>a<br/>b</br>c</p>", ["a", "b", "c"]),
        ("<p>a<br><br>b</p>", ["a", "", "b"]),
        ("<p>a<br><br><br><br>b</p>", ["a", "", "b"]),
        ("<p><br>a<br></p><p>b</p>", ["a", "", "b"]),
        ("<p>a <br> b</p>", ["a", "b"]),
    ],
)
def test_a_break_ends_a_line_and_two_leave_one_blank(html: str, expected: list[str]) -> None:
    assert lines_of(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a  \n\t b</p>", "a b\n"),
        ("<p>\n  a\n</p>", "a\n"),
        ("<p>a <b> b</b> c</p>", "a b c\n"),
        ("<p>a<b> </b>b</p>", "a b\n"),
        ("<p>a <!-- comment --> b</p>", "a b\n"),
        ("<p>September&nbsp;19,\u00a02017</p>", "September\u00a019,\u00a02017\n"),
        ("<p>co&shy;operation</p>", "co\u00adoperation\n"),
        ("<p>It&rsquo;s &ldquo;it&rdquo; &#8217; &#x2019; &lsquo;</p>", "It’s “it” ’ ’ ‘\n"),
        ("<p>R&amp;D &lt;sic&gt; &quot;x&quot; &copy; &eacute; &#233; &euro; &#128; &unknown; &amp</p>",
         "R&D <sic> \"x\" © é é € € &unknown; &\n"),
        ("<p>令和６年　十一月</p>", "令和６年　十一月\n"),
        ("<p>　現地時間</p>", "　現地時間\n"),
    ],
)  # fmt: skip
def test_white_space_is_what_a_browser_shows_and_signs_stay(html: str, expected: str) -> None:
    assert text_of(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>両大臣は\n会談を行い、\n  概要は次のとおり。</p>", "両大臣は会談を行い、概要は次のとおり。\n"),
        ("<p>両大臣は\r\n会談</p>", "両大臣は会談\n"),
        ("<p>両大臣は 会談</p>", "両大臣は 会談\n"),
        ("<p>G7\n会合</p>", "G7 会合\n"),
        ("<p>外相<b>\n会談</b></p>", "外相会談\n"),
        ("<p>the\nminister</p>", "the minister\n"),
    ],
)
def test_a_line_end_in_the_source_does_not_part_japanese_words(html: str, expected: str) -> None:
    assert text_of(html) == expected


def test_a_break_within_preformatted_text_ends_a_line() -> None:
    assert text_of("<pre>  a<br>  b<i>c\n</i>d</pre>") == "  a\n  bc\nd\n"


def test_preformatted_text_keeps_its_lines_and_spaces() -> None:
    html = "<p>a</p><pre>1.  One\n    two\n\n    three &amp; <b>four</b>\n</pre><p>b</p>"
    assert text_of(html) == "a\n\n1.  One\n    two\n\n    three & four\n\nb\n"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ol><li>a</li><li>b</li></ol>", ["  1. a", "  2. b"]),
        ("<p>lead</p><ol><li>a</ol><p>end</p>", ["lead", "", "  1. a", "", "end"]),
        ("<ul><li>a<li>b</ul>", ["  • a", "  • b"]),
        (
            "<ol><li>a<ol type=a><li>b<ol type=i><li>c<ul><li>d</ul></ol></ol><li>e</ol>",
            ["  1. a", "    a. b", "      i. c", "        • d", "  2. e"],
        ),
        ("<ol><li>a</li><ol><li>b</li></ol><li>c</li></ol>", ["  1. a", "    1. b", "  2. c"]),
        ("<ol><li>a<li value=7>b<li>c</ol><ol start=4><li>d</ol>", ["  1. a", "  7. b", "  8. c", "", "  4. d"]),
        ("<ol style='list-style:none'><li>(1) a<li>(2) b</ol>", ["  (1) a", "  (2) b"]),
        ("<ol><li><p>a</p></li><li><div>b</div></li></ol>", ["  1. a", "  2. b"]),
        ("<ol><li><p>a</p><p>more</p></li></ol>", ["  1. a", "     more"]),
        ("<ol><li>a<br>more</li></ol>", ["  1. a", "     more"]),
        ("<ol><li><ol><li>a</ol></ol>", ["  1.", "    1. a"]),
        ("<ol><li></li><li>b</li></ol>", ["  2. b"]),
        ("<ol><li>a<ul><li>b</ul>tail</ol>", ["  1. a", "    • b", "     tail"]),
        ("<ol>stray<li>a</ol>", ["stray", "  1. a"]),
        ("<table><tr><td><ol><li>a<li>b</ol></table>", ["  1. a", "  2. b"]),
        ("<div><section><ol><li>a</ol></section></div>", ["  1. a"]),
        ("<ol><li>a<table><tr><td>x<td>y</table></ol>", ["  1. a", "     x  y"]),
    ],
)
def test_lists_keep_their_numbers_and_nesting(html: str, expected: list[str]) -> None:
    assert lines_of(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<table><tr><td>a</td><td>b</td></tr><tr><th>c</th><td>d</td></tr></table>", ["a  b", "c  d"]),
        ("<table><caption>Schedule</caption><tr><td>9:00<td>Meeting</table>", ["Schedule", "9:00  Meeting"]),
        ("<table><tr><td></td><td>b</td></tr></table>", ["b"]),
        ("<table><thead><tr><th>h<tbody><tr><td>a<tfoot><tr><td>f</table>", ["h", "a", "f"]),
        ("<table><tr><td><p>a</p><p>b</p></td></tr></table>", ["a", "", "b"]),
        ("<dl><dt>Date<dd>May 1<dt>Place<dd>Paris</dl>", ["Date", "May 1", "Place", "Paris"]),
    ],
)  # fmt: skip
def test_rows_are_lines_and_terms_stand_over_what_they_name(html: str, expected: list[str]) -> None:
    assert lines_of(html) == expected


@dataclass(frozen=True)
class Item:
    words: str
    listed: Listed | None = None


@dataclass(frozen=True)
class Listed:
    sort: str
    start: int
    items: tuple[Item, ...]


def lists(depth: int = 3) -> st.SearchStrategy[Listed]:
    words = st.lists(
        st.sampled_from(["minister", "agreed", "coast guard", "北朝鮮", "2+2", "A&B", "<x>"]),
        min_size=1,
        max_size=4,
    )
    inner = st.none() if depth == 0 else st.none() | lists(depth - 1)
    items = st.builds(Item, words.map(" ".join), inner)
    return st.builds(
        Listed,
        st.sampled_from(["1", "a", "i", "ul"]),
        st.integers(1, 12),
        st.lists(items, min_size=1, max_size=3).map(tuple),
    )


LETTERS = "abcdefghijklmnopqrstuvwxyz"
ROMANS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"]


def html_of(listed: Listed, *, is_closed: bool) -> str:
    name = "ul" if listed.sort == "ul" else "ol"
    opened = "<ul>" if name == "ul" else f'<ol type="{listed.sort}" start="{listed.start}">'
    end = "</li>\n" if is_closed else "\n"
    items = "".join(
        f"<li>{item.words.replace('&', '&amp;').replace('<', '&lt;')}"
        f"{html_of(item.listed, is_closed=is_closed) if item.listed else ''}{end}"
        for item in listed.items
    )
    return f"{opened}{items}</{name}>"


def expected_lines(listed: Listed, depth: int = 1) -> list[str]:
    lines = []
    for at, item in enumerate(listed.items):
        number = listed.start + at
        marker = {"1": f"{number}.", "a": f"{LETTERS[number - 1]}.", "i": f"{ROMANS[number - 1]}.", "ul": "•"}[
            listed.sort
        ]
        lines.append("  " * depth + f"{marker} {item.words}")
        lines += expected_lines(item.listed, depth + 1) if item.listed else []
    return lines


@settings(max_examples=80)
@given(lists(), st.booleans())
def test_any_list_comes_back_with_its_numbers_and_nesting(listed: Listed, is_closed: bool) -> None:
    html = f"<p>lead</p>{html_of(listed, is_closed=is_closed)}<p>end</p>"
    assert lines_of(html) == ["lead", "", *expected_lines(listed), "", "end"]


@given(st.text(st.sampled_from("<>/=\"'& abpliouvtr\n\u3042\u00a0&-!"), max_size=200))
def test_whatever_the_page_lines_are_clean(html: str) -> None:
    text = text_of(html)
    assert text == "" or text.endswith("\n")
    assert "\n\n\n" not in text
    assert not any(line.endswith((" ", "\t")) for line in text.splitlines())
