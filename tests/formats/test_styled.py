"""Citations by a CSL file, run by citeproc-py."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from hypothesis import given, settings

from dipmeet.formats.styled import BadStyle, NoProcessor, has_full_notes, styled
from dipmeet.model.meeting import Meeting
from tests.formats.strategies import meetings
from tests.model.records import full

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="{kind}" version="1.0">{info}'
INFO = "<info><title>A style</title><id>http://x.org/a-style</id><updated>2026-11-23T10:00:00Z</updated></info>"
CITATION = """
<citation><layout suffix="." delimiter="; "><group delimiter=", ">
  <names variable="author"/><text variable="title" quotes="true"/>
  <date variable="event-date"><date-part name="day" suffix=" "/><date-part name="month" suffix=" "/>
    <date-part name="year"/></date>
  <group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>
</group></layout></citation>
"""
BIBLIOGRAPHY = """
<bibliography><layout suffix="."><group delimiter=". ">
  <names variable="author"/><date variable="issued"><date-part name="year"/></date>
  <text variable="title"/><text variable="URL"/>
</group></layout></bibliography>
"""


def style(kind: str = "note", *parts: str) -> bytes:
    return (HEAD.format(kind=kind, info=INFO) + "".join(parts or (CITATION, BIBLIOGRAPHY)) + "</style>").encode()


def cited(file: bytes, record: dict[str, Any], address: tuple[int, ...] = (), *, is_note: bool = True) -> str:
    return styled(file, "my.csl", Meeting.from_json(record), address, is_note=is_note)


def test_the_style_decides_and_the_point_is_its_locator() -> None:
    assert cited(style(), full(), (2, 1)) == (
        "Ministry of Foreign Affairs of Japan, “Japan-Canada Foreign Ministers’ Meeting”, 19 September 2017, sec. 2.1."
    )
    assert cited(style(), full()) == (
        "Ministry of Foreign Affairs of Japan, “Japan-Canada Foreign Ministers’ Meeting”, 19 September 2017."
    )


def test_an_entry_is_that_of_the_styles_bibliography() -> None:
    assert cited(style(), full(), is_note=False) == (
        "Ministry of Foreign Affairs of Japan. 2017. Japan-Canada Foreign Ministers’ Meeting. "
        "https://www.mofa.go.jp/page.html."
    )


def test_whether_a_note_says_all() -> None:
    assert has_full_notes(style("note"), "my.csl")
    assert not has_full_notes(style("in-text"), "my.csl")
    assert has_full_notes(style("in-text", CITATION), "my.csl")


@settings(max_examples=40)
@given(meetings)
def test_any_record_can_be_cited(meeting: Meeting) -> None:
    text = styled(style(), "my.csl", meeting, (), is_note=True)
    assert "\n" not in text
    assert text


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (b"", "my.csl is no CSL style: no element found: line 1, column 0"),
        (b"{}", "my.csl is no CSL style: not well-formed (invalid token): line 1, column 0"),
        (b"<html/>", "my.csl is no CSL style: its root is 'html'"),
        (style("note", ""), "the style my.csl has no citation"),
    ],
)
def test_a_file_that_is_no_style_is_refused(file: bytes, message: str) -> None:
    with pytest.raises(BadStyle) as refused:
        cited(file, full())
    assert refused.value.message == message


def test_a_style_without_a_bibliography_has_no_entries() -> None:
    with pytest.raises(BadStyle, match=r"the style my\.csl has no bibliography"):
        cited(style("note", CITATION), full(), is_note=False)


def test_a_style_that_stands_for_another_names_it() -> None:
    info = '<info><link href="http://www.zotero.org/styles/apa" rel="independent-parent"/></info>'
    with pytest.raises(BadStyle) as refused:
        cited((HEAD.format(kind="note", info=info) + "</style>").encode(), full())
    assert refused.value.hint == "it stands for http://www.zotero.org/styles/apa"


def test_a_style_that_breaks_off_is_told() -> None:
    broken = style("note", '<citation><layout><text macro="missing"/></layout></citation>')
    with pytest.raises(BadStyle, match=r"^cannot cite by my\.csl: "):
        cited(broken, full())


def test_without_citeproc_the_way_to_have_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "citeproc", None)
    with pytest.raises(NoProcessor) as refused:
        cited(style(), full())
    assert refused.value.hint == "pip install 'dipmeet[csl]'; chicago, apa and mla need nothing"
