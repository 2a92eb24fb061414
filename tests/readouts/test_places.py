"""Where they met: the city, else the state, from the lead or a dateline; what is no place is none."""

from __future__ import annotations

import pytest

from dipmeet.readouts.datelines import find_datelines
from dipmeet.readouts.page import read_page
from dipmeet.readouts.places import find_where, find_where_in_japanese

Told = tuple[str | None, str | None, str | None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("who is visiting Lima, Peru, met B", ("Lima", "Peru", "America/Lima")),
        (
            "during his visit to Munich in the Federal Republic of Germany, met B",
            ("Munich", "Germany", "Europe/Berlin"),
        ),
        ("A met B in Antalya", ("Antalya", "Turkey", "Europe/Istanbul")),
        ("A met B in Bali", ("Bali", "Indonesia", "Asia/Makassar")),
        ("A met B in Singapore", ("Singapore", "Singapore", "Asia/Singapore")),
        ("A, who is visiting the Republic of Kenya, met B", (None, "Kenya", "Africa/Nairobi")),
        ("A met B in Washington, D.C.", ("Washington", "United States", "America/New_York")),
        ("A met B in the southern island of Phuket", ("Phuket", "Thailand", "Asia/Bangkok")),
        ("A met B in the capital Ankara", ("Ankara", "Turkey", "Europe/Istanbul")),
        ("A met B in the Gambian capital of Banjul", ("Banjul", "Gambia", "Africa/Banjul")),
        ("A met B in the South Korean capital, Seoul", ("Seoul", "South Korea", "Asia/Seoul")),
        ("A met B in Chile's capital Santiago", ("Santiago", "Chile", "America/Santiago")),
        ("who is visiting the United States (New York), met B", ("New York", "United States", "America/New_York")),
        ("A met with visiting Peruvian Foreign Minister B", (None, None, None)),
        ("A met with visiting U.S. Vice President B", (None, None, None)),
        ("A met B. After that he will visit Belgium", (None, None, None)),
        ("A met B at the Temple Trees", (None, None, None)),
        ("A met B in Temple, United States", ("Temple", "United States", "America/Chicago")),
        ("A met B at the Foreign Ministry", (None, None, None)),
        ("A met B at the Munich Security Conference", (None, None, None)),
        ("A met B to discuss the situation in Gaza", (None, None, None)),
        ("A met B about the war in Ukraine", (None, None, None)),
    ],
)
def test_a_place_is_read_from_the_lead(text: str, expected: Told) -> None:
    where = find_where(text, text, (0, len(text)))
    assert (where.city, where.country, where.zone) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ニューヨークを訪問中の奥田外務大臣は", ("ニューヨーク", "United States", "America/New_York")),
        ("ドイツ・ミュンヘンを訪問中の奥田外務大臣は", ("ミュンヘン", "Germany", "Europe/Berlin")),
        ("ニューヨーク出張中の奥田外務大臣は", ("ニューヨーク", "United States", "America/New_York")),
        ("訪日中のフエンテス外務大臣と", (None, "Japan", "Asia/Tokyo")),
        ("奥田外務大臣は、カナダを訪問し、オタワで12日午後4時から", ("オタワ", "Canada", "America/Toronto")),
        ("奥田外務大臣は、ペルーを訪問し、", (None, "Peru", "America/Lima")),
        ("奥田外務大臣は、フエンテス外務大臣と", (None, None, None)),
    ],
)
def test_a_place_is_read_from_a_japanese_lead(text: str, expected: Told) -> None:
    where = find_where_in_japanese(text, text, (0, len(text)))
    assert (where.city, where.country, where.zone) == expected


LEAD = "Minister A of Peru met Minister B of Chile today for talks on trade and on the Pacific."


@pytest.mark.parametrize(
    ("text", "city"),
    [
        (f"(Nay Pyi Taw, 24th August 2020)\n\n{LEAD}", "Nay Pyi Taw"),
        (f"MANILA, 2 August 2023 — {LEAD}", "MANILA"),
        (f"(Rome, 13 January 2025) – {LEAD}", "Rome"),
        (f"Islamabad, 12 September 2024: {LEAD}", "Islamabad"),
        (f"October 13, 2025 – New Delhi, India – Global Affairs Canada\n\n{LEAD}", "New Delhi"),
        (f"Islamabad, August 24, 2021 (PPI-OT):{LEAD}", "Islamabad"),
        (f"LIMA, September 10. /NEWS-WIRE/. {LEAD}", "LIMA"),
        (f"LIMA, (Newswire / ABC - 02nd May, 2021) {LEAD}", "LIMA"),
        (f"January 19, 2024\nOttawa, Ontario\n\n{LEAD}", "Ottawa"),
        (f"Berlin, 24 January 2023\n\n{LEAD}", "Berlin"),
        (f"India – Meeting between A and B (New York, 21 September 2023)\n\n{LEAD}", "New York"),
    ],
)
def test_a_dateline_names_a_city_beside_a_date(text: str, city: str) -> None:
    page = read_page(text)
    found = next(find_datelines(page, len(page.lines) - 1), None)
    assert found is not None
    assert found.city_span is not None
    assert found.city == text[slice(*found.city_span)] == city


@pytest.mark.parametrize(
    "text",
    [
        f"On May 7, 2022, in Suva, {LEAD}",
        f"May 7, 2022\n\nJapan-Peru Foreign Ministers' Meeting\n\n{LEAD}",
        f"Paris Agreement talks\n\n{LEAD}",
    ],
)
def test_a_date_without_a_city_is_no_dateline(text: str) -> None:
    page = read_page(text)
    assert list(find_datelines(page, len(page.lines) - 1)) == []
