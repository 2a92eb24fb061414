"""The marker before an item is the one that a browser draws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipmeet.sources.markers import marked_items
from dipmeet.sources.tree import Element, parse


def markers(html: str) -> list[str]:
    listed = next(e for e in parse(html).walk() if e.tag in {"ol", "ul", "menu"})
    return [marker for marker, _ in marked_items(listed)]


THREE = "<li>a</li><li>b</li><li>c</li>"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"<ol>{THREE}</ol>", ["1.", "2.", "3."]),
        (f"<ul>{THREE}</ul>", ["•", "•", "•"]),
        (f"<menu>{THREE}</menu>", ["•", "•", "•"]),
        ("<ol><li>a<li>b</ol>", ["1.", "2."]),
        (f"<ol start=5>{THREE}</ol>", ["5.", "6.", "7."]),
        (f"<ol start='-1'>{THREE}</ol>", ["-1.", "0.", "1."]),
        (f"<ol start=' +4 '>{THREE}</ol>", ["4.", "5.", "6."]),
        (f"<ol start=3x>{THREE}</ol>", ["3.", "4.", "5."]),
        (f"<ol start=x>{THREE}</ol>", ["1.", "2.", "3."]),
        (f"<ol start=''>{THREE}</ol>", ["1.", "2.", "3."]),
        (f"<ol reversed>{THREE}</ol>", ["3.", "2.", "1."]),
        (f"<ol reversed start=10>{THREE}</ol>", ["10.", "9.", "8."]),
        ("<ol><li>a<li value=7>b<li>c</ol>", ["1.", "7.", "8."]),
        ("<ol><li value=2>a<li value=2>b<li>c</ol>", ["2.", "2.", "3."]),
        ("<ol reversed><li>a<li value=9>b<li>c</ol>", ["3.", "9.", "8."]),
        (f"<ol type=a>{THREE}</ol>", ["a.", "b.", "c."]),
        (f"<ol type=A>{THREE}</ol>", ["A.", "B.", "C."]),
        (f"<ol type=i>{THREE}</ol>", ["i.", "ii.", "iii."]),
        (f"<ol type=I start=8>{THREE}</ol>", ["VIII.", "IX.", "X."]),
        (f"<ol type=a start=26>{THREE}</ol>", ["z.", "aa.", "ab."]),
        (f"<ol type=a start=0>{THREE}</ol>", ["0.", "a.", "b."]),
        (f"<ol type=i start=3999>{THREE}</ol>", ["mmmcmxcix.", "4000.", "4001."]),
        ("<ol><li>a<li type=A>b<li>c</ol>", ["1.", "B.", "3."]),
        (f"<ol type=none>{THREE}</ol>", ["", "", ""]),
        (f"<ul type=none>{THREE}</ul>", ["", "", ""]),
        (f"<ul type=square>{THREE}</ul>", ["•", "•", "•"]),
        (f"<ol style='list-style:none'>{THREE}</ol>", ["", "", ""]),
        (f"<ul style='margin:0; LIST-STYLE-TYPE : NONE'>{THREE}</ul>", ["", "", ""]),
        (f"<ol style='list-style: lower-roman inside'>{THREE}</ol>", ["i.", "ii.", "iii."]),
        (f"<ol style='list-style-type:upper-latin'>{THREE}</ol>", ["A.", "B.", "C."]),
        (f"<ol style='list-style-type:decimal-leading-zero'>{THREE}</ol>", ["01.", "02.", "03."]),
        (f"<ol style='list-style-type:katakana'>{THREE}</ol>", ["ア.", "イ.", "ウ."]),
        (f"<ul style='list-style-type:decimal'>{THREE}</ul>", ["1.", "2.", "3."]),
        (f"<ol type=a style='list-style-type:decimal'>{THREE}</ol>", ["1.", "2.", "3."]),
        (f"<ol style='list-style-type:nonesuch'>{THREE}</ol>", ["1.", "2.", "3."]),
        (f"<ol style='list-style-position:outside'>{THREE}</ol>", ["1.", "2.", "3."]),
        ("<ol><li style='list-style:none'>a<li>b</ol>", ["", "2."]),
        ("<ol><li>a<ol><li>inner</ol><li>b</ol>", ["1.", "2."]),
        ("<ol></ol>", []),
    ],
)
def test_markers_are_those_of_html_and_css(html: str, expected: list[str]) -> None:
    assert markers(html) == expected


def roman_value(text: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}[c] for c in text]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


@given(st.integers(1, 3999))
def test_roman_numbers_count_to_what_they_stand_for(number: int) -> None:
    listed = Element("ol", {"type": "i", "start": str(number)}, [Element("li")])
    ((marker, _),) = marked_items(listed)
    assert roman_value(marker.removesuffix(".")) == number


@given(st.integers(1, 10_000))
def test_letters_count_to_what_they_stand_for(number: int) -> None:
    listed = Element("ol", {"type": "a", "start": str(number)}, [Element("li")])
    ((marker, _),) = marked_items(listed)
    value = 0
    for letter in marker.removesuffix("."):
        value = value * 26 + ord(letter) - ord("a") + 1
    assert value == number


@given(st.text(max_size=12), st.text(max_size=12), st.text(max_size=40))
def test_no_attribute_makes_a_list_fail(start: str, kind: str, style: str) -> None:
    listed = Element(
        "ol", {"start": start, "type": kind, "style": f"list-style:{style}"}, [Element("li"), Element("li")]
    )
    assert len(list(marked_items(listed))) == 2
