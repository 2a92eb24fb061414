"""Whatever a record says is shown, safely and within the screen: nothing is obeyed, hidden, cut or out of line."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from dipmeet.model.meeting import Meeting
from dipmeet.screens.accounts import further_accounts
from dipmeet.screens.batch import batch
from dipmeet.screens.card import card
from dipmeet.screens.found import Found, FoundPoint, Voice, found
from dipmeet.screens.rows import rows
from dipmeet.screens.visible import visible
from tests.screens.conftest import draw, meeting, widest

WIDTHS = (40, 60, 80, 200)

HOSTILE = {
    "markup": "They agreed [bold red]firmly[/bold red] [sic] [/i] [link=https://example.org]here[/link]",
    "emoji codes": ":100: :smile: at 10:25: noted",
    "an ANSI escape": "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b2J",
    "carriage returns and backspaces": "signed\rdenied\b\b\b\b\b\b",
    "bidirectional overrides": "treaty \u202egnp.exe\u202c and \u2066isolated\u2069",
    "tabs": "one\ttwo\t\tthree",
    "line ends": "first line\nsecond line\n\nfourth line",
    "other line ends": "a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i",
    "zero-width characters": "zero\u200bwidth\u200djoined\u2060word\ufeffmark",
    "combining accents": "Me\u0301lanie Zu\u0308rich S\u0323\u0307o" + "\u0301" * 40,
    "emoji": "👍🏽 👨‍👩‍👧‍👦 🇯🇵🇨🇦 ❤️ ✈️",
    "a long line without a space": "x" * 10_000,
    "a long line of Japanese": "拉致問題について" * 1_250,
    "a long address": "https://example.org/" + "a-b_c/" * 200,
    "Chinese": "外交部长王毅同日本外相河野太郎举行会谈。双方就中日关系交换意见。",
    "Korean": "강경화 외교부장관은 고노 다로 일본 외무대신과 회담을 가졌다.",
    "Arabic": "التقى وزير الخارجية سامح شكري بنظيره الياباني تارو كونو",
    "Hebrew": "שר החוץ ישראל כ״ץ נפגש עם שגריר יפן",
    "Devanagari": "विदेश मंत्री डॉ. एस. जयशंकर ने जापान के विदेश मंत्री से मुलाकात की",
    "Thai": "รัฐมนตรีว่าการกระทรวงการต่างประเทศหารือทวิภาคีกับรัฐมนตรีต่างประเทศญี่ปุ่น",
    "spaces alone": "   \u3000 ",
}


def filled(text: str) -> Meeting:
    """Return a meeting that says `text` wherever a record holds words."""
    person = {"name": text, "title": text, "party": text, "honorific": text, "postnominals": text}
    point = {"label": text, "text": text, "points": [{"label": "1", "text": text, "points": [{"text": text}]}]}
    return meeting(
        title=text,
        start={"local": "2017-09-19T14:05", "zone": "America/New_York"},
        stated_times=[{"local": "2017-09-19T14:05", "zone": "Asia/Tokyo"}],
        place=text,
        country=text,
        occasion=text,
        participants=[person, person, {"party": "Canada"}],
        points=[point, {"text": text}],
        topics=[text, "North Korea", text],
        notes=text,
        source={"publisher": text, "url": "https://example.org/" + "x" * 300},
        doubts=[{"field": "title", "reason": text}],
    )


def screens(text: str, width: int | None) -> list[str]:
    """Return the screens that show a record full of `text`."""
    record = filled(text)
    hits = Found(record, (FoundPoint((1,), text, ((0, len(text)),)), FoundPoint((2, 1, 1), text)))
    voices = Found(record, (), (Voice(text, record.id, (FoundPoint((1,), text),)),))
    return [
        draw(lambda columns: card(record, columns), width),
        draw(lambda columns: [rows([record, record], columns, ["Asia/Tokyo"])], width),
        draw(lambda columns: found([hits], columns, ["Asia/Tokyo"]), width),
        draw(lambda columns: found([voices], columns), width),
        draw(lambda columns: further_accounts(record, [record], columns), width),
        draw(lambda columns: batch([(text, [text, text], text)] * 2, {"read": 1, "refused": 1}, columns), width),
    ]


def obeyed(screen: str) -> set[str]:
    """Return the characters of a screen that a terminal would act upon."""
    overrides = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    return {
        sign for sign in screen if sign != "\n" and (unicodedata.category(sign) in {"Cc", "Cs"} or sign in overrides)
    }


def in_order(text: str, screen: str) -> bool:
    """Tell whether all that is no space in `text` stands on the screen, in its order."""
    shown = iter(screen)
    return all(sign in shown for sign in visible(text) if not sign.isspace())


@pytest.mark.parametrize("width", [*WIDTHS, None])
@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_text_is_shown_whole_and_obeyed_nowhere(what: str, width: int | None) -> None:
    for screen in screens(HOSTILE[what], width):
        assert not obeyed(screen)
        assert in_order(HOSTILE[what], screen)
        assert width is None or widest(screen) <= width


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        st.characters(codec="utf-8") | st.sampled_from("aé \u0301\u200d\ufe0f\u202e\x1b\t\n日、。「」ー👍🇯-/"),
        min_size=1,
    ),
    st.sampled_from(WIDTHS),
)
def test_any_text_is_shown_whole_within_the_screen_and_obeyed_nowhere(text: str, width: int) -> None:
    for screen in screens(text, width):
        assert not obeyed(screen)
        assert widest(screen) <= width
        assert in_order(text, screen)


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1))
def test_any_text_is_shown_whole_in_a_pipe(text: str) -> None:
    for screen in screens(text, None):
        assert not obeyed(screen)
        assert in_order(text, screen)


@pytest.mark.parametrize("name", ["尾身朝子", "王毅", "강경화", "Stéphane", "Me\u0301lanie", "Ｔａｒｏ", "👍 Kono"])
def test_wide_characters_leave_the_columns_in_line(name: str) -> None:
    record = meeting(
        participants=[
            {"name": "Taro Kono", "title": "one office", "party": "Japan"},
            {"name": name, "title": "another office", "party": name},
        ]
    )
    lines = draw(lambda width: card(record, width), 100).splitlines()
    starts = [
        cell_len(line[: line.index(title)])
        for line in lines
        for title in ("one office", "another office")
        if title in line
    ]
    assert len(starts) == 2
    assert starts[0] == starts[1]


def test_points_however_deep_leave_room_for_their_text() -> None:
    point: dict[str, object] = {"text": "the innermost point of all"}
    for _ in range(60):
        point = {"label": "(a)", "text": "one within another", "points": [point]}
    record = meeting(points=[point])
    for width in WIDTHS:
        screen = draw(lambda columns: card(record, columns), width)
        assert widest(screen) <= width
        assert in_order("the innermost point of all", screen)
