"""Citations in Chicago, APA and MLA, held against what the manuals say."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from dipmeet.formats.citing import (
    STYLES,
    american,
    day_first,
    facts_of,
    ordinal,
    pinpoint,
    quoted,
    year_first,
)
from dipmeet.model.meeting import Meeting, walk_points
from tests.formats.strategies import meetings
from tests.model.records import full

UNTITLED: dict[str, Any] = {
    "id": "x",
    "kind": "telephone call",
    "start": {"local": "2016-01-07T12:00", "zone": "Asia/Tokyo", "approximate": True},
    "participants": [{"party": "Japan"}, {"party": "Barbados"}],
    "points": [{"label": "1", "text": "a"}],
    "source": {"publisher": "Ministry of Foreign Affairs of Japan", "published": "2016-01-08", "url": "https://x.org/"},
}
UNDATED: dict[str, Any] = {
    "id": "x",
    "title": "Wang Yi Meets with Taro Kono",
    "start": {"local": "2018-09"},
    "source": {"publisher": "Ministry of Foreign Affairs of China", "url": "https://x.org/", "accessed": "2026-11"},
}
ANONYMOUS: dict[str, Any] = {"id": "x", "title": "Talks", "source": {"published": "2017"}}

# fmt: off
CITED = [
    ("chicago", "note", full(), (2, 1),
     "Ministry of Foreign Affairs of Japan, “Japan-Canada Foreign Ministers’ Meeting,” readout of a meeting, New York, "
     "United States, September 19, 2017, published September 19, 2017, point 2.1, accessed November 23, 2026, "
     "https://www.mofa.go.jp/page.html, archived at https://web.archive.org/page.html."),
    ("chicago", "entry", full(), (),
     "Ministry of Foreign Affairs of Japan. “Japan-Canada Foreign Ministers’ Meeting.” Readout of a meeting, New York, "
     "United States, September 19, 2017. Published September 19, 2017. Accessed November 23, 2026. "
     "https://www.mofa.go.jp/page.html. Archived at https://web.archive.org/page.html."),
    ("apa", "entry", full(), (),
     "Ministry of Foreign Affairs of Japan. (2017, September 19). Japan-Canada Foreign Ministers’ Meeting [Readout of "
     "a meeting, New York, United States, September 19, 2017]. Retrieved November 23, 2026, from "
     "https://www.mofa.go.jp/page.html (archived at https://web.archive.org/page.html)"),
    ("apa", "note", full(), (2, 1), "(Ministry of Foreign Affairs of Japan, 2017, point 2.1)"),
    ("mla", "entry", full(), (),
     "“Japan-Canada Foreign Ministers’ Meeting.” Ministry of Foreign Affairs of Japan, 19 Sept. 2017, "
     "https://www.mofa.go.jp/page.html. Archived at https://web.archive.org/page.html. Accessed 23 Nov. 2026. Readout "
     "of a meeting, New York, United States, 19 Sept. 2017."),
    ("mla", "note", full(), (2,), "(“Japan-Canada Foreign Ministers’ Meeting,” point 2)"),
    ("mla", "note", full(), (), "(“Japan-Canada Foreign Ministers’ Meeting”)"),

    # a page without a title is described, and a description has no quotation marks
    ("chicago", "note", UNTITLED, (1,),
     "Ministry of Foreign Affairs of Japan, readout of the Japan–Barbados telephone call, January 7, 2016, published "
     "January 8, 2016, point 1, https://x.org/."),
    ("chicago", "entry", UNTITLED, (),
     "Ministry of Foreign Affairs of Japan. Readout of the Japan–Barbados telephone call, January 7, 2016. Published "
     "January 8, 2016. https://x.org/."),
    ("apa", "entry", UNTITLED, (),
     "Ministry of Foreign Affairs of Japan. (2016, January 8). [Readout of the Japan–Barbados telephone call, January "
     "7, 2016]. https://x.org/"),
    ("mla", "entry", UNTITLED, (),
     "Readout of the Japan–Barbados telephone call, 7 Jan. 2016. Ministry of Foreign Affairs of Japan, 8 Jan. 2016, "
     "https://x.org/."),
    ("mla", "note", UNTITLED, (1,), "(Readout of the Japan–Barbados telephone call, 7 Jan. 2016, point 1)"),

    # no day of issue: APA says n.d., the others say when it was seen
    ("chicago", "note", UNDATED, (),
     "Ministry of Foreign Affairs of China, “Wang Yi Meets with Taro Kono,” readout of a meeting, September 2018, "
     "accessed November 2026, https://x.org/."),
    ("apa", "entry", UNDATED, (),
     "Ministry of Foreign Affairs of China. (n.d.). Wang Yi Meets with Taro Kono [Readout of a meeting, September "
     "2018]. Retrieved November 2026, from https://x.org/"),
    ("apa", "note", UNDATED, (), "(Ministry of Foreign Affairs of China, n.d.)"),
    ("mla", "entry", UNDATED, (),
     "“Wang Yi Meets with Taro Kono.” Ministry of Foreign Affairs of China, https://x.org/. Accessed Nov. 2026. "
     "Readout of a meeting, Sept. 2018."),

    # nobody named as publisher: the title comes first
    ("chicago", "note", ANONYMOUS, (), "“Talks,” readout of a meeting, published 2017."),
    ("chicago", "entry", ANONYMOUS, (), "“Talks.” Readout of a meeting. Published 2017."),
    ("apa", "entry", ANONYMOUS, (), "Talks [Readout of a meeting]. (2017)."),
    ("apa", "note", ANONYMOUS, (), "(“Talks”, 2017)"),
    ("mla", "entry", ANONYMOUS, (), "“Talks.” 2017. Readout of a meeting."),

    # nothing known at all
    ("chicago", "note", {"id": "x"}, (), "Readout of a meeting."),
    ("apa", "entry", {"id": "x"}, (), "[Readout of a meeting]. (n.d.)."),
    ("mla", "entry", {"id": "x", "kind": "other"}, (), "Readout of a meeting."),
]
# fmt: on


@pytest.mark.parametrize(("style", "form", "record", "address", "text"), CITED)
def test_a_citation(style: str, form: str, record: dict[str, Any], address: tuple[int, ...], text: str) -> None:
    render = STYLES[style].note if form == "note" else STYLES[style].entry
    assert render(facts_of(Meeting.from_json(record), address)) == text


def test_a_day_that_is_about_is_so_cited_and_an_hour_is_not_cited() -> None:
    about = Meeting.from_json({"id": "x", "title": "Talks", "start": {"local": "1815-06", "approximate": True}})
    assert STYLES["chicago"].note(facts_of(about)) == "“Talks,” readout of a meeting, about June 1815."
    assert "about" not in STYLES["chicago"].note(facts_of(Meeting.from_json(full())))


@pytest.mark.parametrize(
    ("day", "texts"),
    [
        ("2017-09-19", ("September 19, 2017", "19 Sept. 2017", "2017, September 19")),
        ("2017-05-01", ("May 1, 2017", "1 May 2017", "2017, May 1")),
        ("2017-12", ("December 2017", "Dec. 2017", "2017, December")),
        ("2017", ("2017", "2017", "2017")),
        ("", ("", "", "n.d.")),
    ],
)
def test_a_date_in_the_three_styles(day: str, texts: tuple[str, str, str]) -> None:
    assert (american(day), day_first(day), year_first(day)) == texts


@pytest.mark.parametrize(
    ("title", "end", "text"),
    [
        ("Talks", ",", "“Talks,”"),
        ("Talks", ".", "“Talks.”"),
        ("Talks.", ",", "“Talks,”"),
        ("Talks.", ".", "“Talks.”"),
        ("Talks with the U.S.", ",", "“Talks with the U.S.,”"),
        ("Talks with the U.S.", ".", "“Talks with the U.S.”"),
        ("War or Peace?", ",", "“War or Peace?,”"),
        ("War or Peace?", ".", "“War or Peace?”"),
        ("On “War or Peace?”", ".", "“On ‘War or Peace?’”"),
        ("A “New Era”", ",", "“A ‘New Era,’”"),
        ("A “New Era”", ".", "“A ‘New Era.’”"),
        ("The “New Era” of Talks", ",", "“The ‘New Era’ of Talks,”"),
        ('A "New Era" of Talks', ",", "“A ‘New Era’ of Talks,”"),
        ("Ministers’ Talks", "", "“Ministers’ Talks”"),
    ],
)
def test_a_title_in_quotation_marks(title: str, end: str, text: str) -> None:
    assert quoted(title, end) == text


POINTS = Meeting.from_json(
    {
        "id": "x",
        "points": [
            {"label": "1", "text": "a", "points": [{"label": "(a)", "text": "b"}, {"text": "c"}]},
            {"label": "2", "points": [{"label": "1", "text": "d", "points": [{"label": "ii", "text": "e"}]}]},
            {"label": "2", "text": "f"},
            {"text": "g", "points": [{"label": "1", "text": "h"}]},
            {"label": "⑴", "text": "i"},
        ],
    }
).points


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ((1,), "point 1"),
        ((1, 1), "point 1(a)"),
        ((1, 2), "point 1, 2nd item"),
        ((2,), "2nd item (“2”)"),  # two points are labelled 2
        ((2, 1), "2nd item (“2”), 1st item (“1”)"),
        ((4,), "4th item"),
        ((4, 1), "4th item, 1st item (“1”)"),
        ((5,), "point ⑴"),
    ],
)
def test_a_point_is_cited_by_its_labels_else_counted(address: tuple[int, ...], text: str) -> None:
    assert pinpoint(POINTS, address) == text


def test_labels_of_letters_and_numbers_have_a_full_stop_between() -> None:
    points = Meeting.from_json(
        {"id": "x", "points": [{"label": "2", "points": [{"label": "1", "points": [{"label": "ii", "text": "e"}]}]}]}
    ).points
    assert pinpoint(points, (1, 1, 1)) == "point 2.1.ii"


@pytest.mark.parametrize(
    ("number", "text"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"),
                         (21, "21st"), (102, "102nd"), (111, "111th")],
)  # fmt: skip
def test_ordinals(number: int, text: str) -> None:
    assert ordinal(number) == text


@given(meetings)
def test_a_citation_is_one_line_that_says_what_is_known(meeting: Meeting) -> None:
    address = next((address for address, _ in reversed(list(walk_points(meeting.points)))), ())
    facts = facts_of(meeting, address)
    for style in STYLES.values():
        for text in (style.entry(facts), style.note(facts)):
            assert text.strip()
            assert [sign for sign in text if ord(sign) < 32] == []
        entry = style.entry(facts)
        assert facts.url in entry
        assert facts.archived in entry
        assert facts.issued[:4] in entry
        assert facts.accessed[:4] in entry or not facts.url
        assert facts.point in style.note(facts)
