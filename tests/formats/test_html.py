"""HTML tables: every fact of a record, escaped, whatever a page says."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.formats.html import MOST_ROWS, render_meeting, render_meetings
from dipmeet.model.meeting import Meeting

RECORD = {
    "id": "2017-09-19-japan-canada",
    "start": {"local": "2017-09-19T14:05", "zone": "America/New_York", "approximate": True},
    "stated_times": [{"local": "2017-09-20T03:05", "zone": "Asia/Tokyo"}],
    "duration": {"minutes": 30, "approximate": True},
    "place": "New York",
    "country": "United States",
    "participants": [{"name": "Taro Kono", "honorific": "Mr.", "title": "Minister", "party": "Japan"}],
    "points": [{"label": "1", "text": "Trade", "points": [{"text": "Steel"}]}],
    "topics": ["trade", "steel"],
    "source": {"publisher": "Ministry", "published": "2017-09-19", "url": "https://example.org/a?b=1&c=2"},
    "doubts": [{"field": "place", "reason": "guessed"}],
    "account_of": "2017-09-19-canada-japan",
    "notes": "one\ntwo",
}


class Page(HTMLParser):
    """Reads what a browser would show, and which elements there are."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.text += " "
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.text += " "

    def handle_data(self, data: str) -> None:
        self.text += data


def words(html: str) -> str:
    page = Page(html)
    assert page.open == []
    return " ".join(page.text.split())


def test_a_meeting_shows_all_its_facts() -> None:
    assert words(render_meeting(Meeting.from_json(RECORD))) == (
        "Japan meeting Id 2017-09-19-japan-canada Kind meeting Start Tue 19 Sep 2017 about 2:05 p.m. EDT "
        "Also stated Wed 20 Sep 2017 3:05 a.m. JST Length about 30 min Place New York, United States "
        "Participants Mr. Taro Kono, Minister, Japan Points 1 Trade Steel Topics trade · steel "
        "Source Ministry, 2017-09-19 https://example.org/a?b=1&c=2 Doubts place: guessed "
        "Account of 2017-09-19-canada-japan Notes one two"
    )


def test_what_is_not_known_has_no_row() -> None:
    assert words(render_meeting(Meeting(id="undated-japan"))) == "Meeting Id undated-japan Kind meeting"


def test_meetings_are_rows_and_the_caption_says_of_how_many() -> None:
    meeting = Meeting.from_json(RECORD)
    row = "Tue 19 Sep 2017 about 2:05 p.m. EDT Japan meeting New York, United States 2017-09-19-japan-canada"
    assert words(render_meetings([meeting, Meeting(id="x")])) == (
        f"2 meetings Date Time Meeting Place Id {row} Meeting x"
    )
    many = words(render_meetings([meeting] * (MOST_ROWS + 5), of=200))
    assert many.startswith(f"{MOST_ROWS} of 200 meetings")
    assert many.count(row) == MOST_ROWS


def test_only_an_address_of_the_web_is_a_link() -> None:
    def links(url: str) -> list[str | None]:
        html = render_meeting(Meeting.from_json(RECORD | {"source": {"url": url}}))
        return [attributes["href"] for tag, attributes in Page(html).elements if tag == "a"]

    assert links("https://example.org/?a=\"'<b>") == ["https://example.org/?a=\"'<b>"]
    assert links("javascript:alert(1)") == []


def test_controls_that_turn_text_around_are_shown() -> None:
    html = render_meeting(Meeting(id="x", notes="a\u202eb\x1b[31m"))
    assert "\u202e" not in html
    assert r"a\u202eb\x1b[31m" in html


HOSTILE = st.text(st.sampled_from("<>&\"'/= abscriptonerror\n\u202e"), min_size=1).filter(str.strip)


@settings(max_examples=100)
@given(HOSTILE)
def test_no_text_adds_an_element_or_an_attribute(text: str) -> None:
    plain = Meeting.from_json(RECORD)
    hostile = plain.replaced(
        title=text, place=text, occasion=text, topics=(text,), notes=text, points=(plain.points[0].replaced(text=text),)
    )
    allowed = {"table", "caption", "tr", "th", "td", "ul", "li", "br", "a"}
    for html in (render_meeting(hostile), render_meetings([hostile])):
        elements = Page(html).elements
        assert {tag for tag, _ in elements} <= allowed
        assert {name for _, attributes in elements for name in attributes} <= {"style", "href", "rel"}
