"""Markdown: read as CommonMark and as GitHub reads it, it shows what the record says, and nothing of it is markup."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from dipmeet.formats.markdown import escape
from tests.formats.strategies import records, rendered, texts
from tests.model.records import full

COMMON_MARK = MarkdownIt("commonmark")
GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def markdown(*made: dict[str, Any]) -> str:
    text, left_out = rendered("markdown", *made)
    assert left_out == []
    return text


def shown(tokens: list[Token]) -> str:
    """Return the text of inline tokens as a reader sees it."""
    return "".join(
        "\n" if t.type in {"softbreak", "hardbreak"} else shown(t.children) if t.children else t.content for t in tokens
    )


def blocks(text: str) -> list[tuple[str, str]]:
    """Return (kind of block, text shown) in order."""
    tokens = GITHUB.parse(text)
    return [
        (tokens[at - 1].type.removesuffix("_open"), shown(token.children or []))
        for at, token in enumerate(tokens)
        if token.type == "inline"
    ]


def seen(text: str) -> list[str]:
    """Return the words of a text, a replacement sign for each control character."""
    return "".join("\ufffd" if not c.isspace() and (ord(c) < 32 or 126 < ord(c) < 160) else c for c in text).split()


def test_a_section_as_it_stands_in_the_file() -> None:
    made = full(notes="from the printed bulletin\n# no heading")
    assert markdown(made).splitlines() == [
        "# Meetings",
        "",
        "## Japan-Canada Foreign Ministers’ Meeting",
        "",
        "- When: Tue 19 Sep 2017 about 2:05 p.m. EDT",
        "- Until: Tue 19 Sep 2017 2:35 p.m. EDT",
        "- Also stated: Wed 20 Sep 2017 about 3:05 a.m. JST",
        "- Duration: about 30 min",
        "- Kind: meeting",
        "- Place: New York, United States",
        "- Occasion: United Nations General Assembly",
        "- Topics: North Korea, NAFTA",
        "- Source: Ministry of Foreign Affairs of Japan, [Japan-Canada Foreign Ministers’ "
        "Meeting](<https://www.mofa.go.jp/page.html>), published 2017-09-19, accessed 2026-11-23, "
        "[archived copy](<https://web.archive.org/page.html>)",
        "- Account of: 2017-09-19-canada-japan",
        "- Record: 2017-09-19-japan-canada",
        "",
        "### Participants",
        "",
        "- Mr. Taro Kono, Minister for Foreign Affairs (Japan)",
        "- the Honourable Chrystia Freeland, P.C., M.P., Minister of Foreign Affairs (Canada)",
        "",
        "### Points",
        "",
        "1. They spoke of trade.",
        "2. On North Korea:",
        "   1. Abductions.",
        "",
        "### Doubts",
        "",
        r"- participants\[0\].name: two people have it",
        "",
        "### Notes",
        "",
        "from the printed bulletin\\",
        r"\# no heading",
    ]


@pytest.mark.parametrize(
    ("points", "lines"),
    [
        ([{"label": "3", "text": "a"}, {"label": "4", "text": "b"}], ["3. a", "4. b"]),
        ([{"label": "1", "text": "a"}, {"label": "1", "text": "b"}], [r"- 1\. a", r"- 1\. b"]),
        ([{"label": "2", "text": "a"}, {"label": "1", "text": "b"}], [r"- 2\. a", r"- 1\. b"]),
        ([{"label": "(a)", "text": "a"}, {"text": "b"}], ["- (a) a", "- b"]),
        ([{"label": "10", "text": "a", "points": [{"text": "b"}]}], ["10. a", "    - b"]),
        ([{"text": "- a"}, {"text": "1. b"}, {"text": "# c"}], [r"- \- a", r"- 1\. b", r"- \# c"]),
        ([{"text": "one\n\n\ntwo"}], ["- one\\", "  two"]),
        ([{"label": "A", "points": [{"text": "b"}]}], ["- A.", "  - b"]),
    ],
)
def test_points_keep_their_labels(points: list[dict[str, Any]], lines: list[str]) -> None:
    text = markdown({"id": "x", "points": points})
    assert text.partition("### Points\n\n")[2].splitlines() == lines


@pytest.mark.parametrize(
    "text",
    ["*a*", "_a_", "`a`", "<b>", "&amp;", "[a](b)", "![a](b)", "# a", "1. a", "1) a", "- a", "+ a", "> a", "===",
     "---", "- - -", "~~a~~", "| a |", "$a$", "\\", "a\\*b", "https://x.org", "<https://x.org>", "[sic]", ":100:"],
)  # fmt: skip
def test_what_markdown_would_obey_is_shown(text: str) -> None:
    for made in (escape(text), f"- {escape(text)}", f"## {escape(text)}", f"para\n{escape(text)}"):
        kind, words = blocks(made)[0]
        assert words.removeprefix("para\n") == text
        assert kind in {"paragraph", "heading"}
        assert [token.type for token in GITHUB.parse(made)].count("inline") == 1
        types = {child.type for token in GITHUB.parse(made) for child in token.children or []}
        assert types <= {"text", "softbreak", "text_special"}


@given(texts)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    if seen(text):
        ((_, words),) = blocks(f"- x {escape(text)}")
        assert words.split()[1:] == seen(text)


@settings(max_examples=60)
@given(st.lists(records, max_size=2))
def test_the_headings_and_items_are_those_of_the_record(made: list[dict[str, Any]]) -> None:
    told = blocks(markdown(*made))
    headings = [words for kind, words in told if kind == "heading"]
    assert headings[0] == "Meetings"
    assert len(headings) >= 1 + sum(bool(seen(record.get("title", "x"))) for record in made)
    kept = " ".join(words for _, words in told).split()
    for record in made:
        for person in record.get("participants", ()):
            assert set(seen(person.get("title", ""))) <= {word.strip(",") for word in kept} | set(kept)
        assert record.get("start", {}).get("approximate", False) <= ("about" in kept)


def test_an_address_that_would_end_the_link_does_not() -> None:
    text = markdown({"id": "x", "source": {"url": 'https://x.org/a_(b)>c<d?e=f&g"h'}})
    (link,) = [
        child for token in COMMON_MARK.parse(text) for child in token.children or [] if child.type == "link_open"
    ]
    assert link.attrs["href"] == "https://x.org/a_(b)%3Ec%3Cd?e=f&g%22h"
