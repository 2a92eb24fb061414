"""A page becomes a tree of what is seen, measured by its letters in and outside links."""

from __future__ import annotations

import pytest

from dipmeet.sources.tree import DEEPEST, UNSEEN, Element, measure, parse


def body_of(html: str) -> Element:
    return next(element for element in parse(html).elements if element.tag == "body")


def test_a_fragment_gets_a_head_and_a_body() -> None:
    assert [element.tag for element in parse("<p>text").elements] == ["head", "body"]


def test_nothing_at_all_is_an_empty_page() -> None:
    assert parse("").text() == ""


@pytest.mark.parametrize("tag", sorted(UNSEEN - {"input", "embed"}))
def test_programs_controls_and_readings_are_not_seen(tag: str) -> None:
    html = f"<div>before<{tag}>unseen</{tag}>after</div>"
    assert "unseen" not in parse(html).text()


def test_readings_over_japanese_words_are_left_out() -> None:
    assert parse("<p><ruby>岩屋<rp>(</rp><rt>いわや</rt><rp>)</rp></ruby>大臣</p>").text() == "岩屋大臣"


def test_comments_doctypes_and_processing_instructions_are_no_text() -> None:
    html = '<?xml version="1.0"?><!DOCTYPE html><!-- a --><p>b<!--[if IE]>c<![endif]--></p><?php d ?>'
    assert parse(html).text() == "b"


def test_text_is_one_line_with_blocks_apart() -> None:
    assert parse("<div>a</div><div>b <b>c</b>d</div>e<br>f").text() == "a b cd e f"


def test_letters_are_counted_in_and_outside_links() -> None:
    body = body_of("<p>four <a href=x>link</a><a>two</a></p>")
    assert (body.prose, body.linked, body.links) == (4, 7, 2)


def test_measuring_again_changes_nothing() -> None:
    tree = parse("<p>four <a>link<b>s</b></a></p><ul><li><a>x</a> y</ul>")
    before = [(e.tag, e.prose, e.linked, e.links) for e in tree.walk()]
    measure(tree)
    assert [(e.tag, e.prose, e.linked, e.links) for e in tree.walk()] == before


def test_elements_are_walked_in_the_order_of_the_page() -> None:
    ids = [e.attributes["id"] for e in parse("<p id=1><b id=2></b></p><p id=3>").walk() if "id" in e.attributes]
    assert ids == ["1", "2", "3"]


def test_a_tree_deeper_than_any_page_is_flattened_and_keeps_its_text_in_order() -> None:
    html = "".join(f"<div>{n} " for n in range(3 * DEEPEST))
    tree = parse(html)

    def depth(element: Element) -> int:
        return 1 + max((depth(inner) for inner in element.elements), default=0)

    assert tree.text() == " ".join(map(str, range(3 * DEEPEST)))
    assert depth(tree) <= DEEPEST + 3


def test_attributes_without_a_value_are_empty() -> None:
    assert body_of("<ol reversed start=3></ol>").elements[0].attributes == {"reversed": "", "start": "3"}
