"""Where lines are broken."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from dipmeet.screens.breaking import breaks


def parts(text: str, width: int) -> list[str]:
    places = [0, *breaks(text, width), len(text)]
    return [text[start:end].rstrip() for start, end in pairwise(places)]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two", 10, ["one two"]),
        ("one two three", 9, ["one two", "three"]),
        ("one two three", 7, ["one two", "three"]),
        ("one  two", 4, ["one", "two"]),
        ("2018-07-12-european-union-united-states", 37, ["2018-07-12-european-union-united-", "states"]),
        ("https://example.org/press/page_000745.html", 24, ["https://example.org/", "press/page_000745.html"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("a-bcdefghijk", 8, ["a-bcdefg", "hijk"]),
        ("see https://example.org/page", 20, ["see", "https://example.org/", "page"]),
        ("and Stéphane Dion", 12, ["and Stéphane", "Dion"]),
        ("日米外相会談", 8, ["日米外相", "会談"]),
        ("外相は述べた。そして", 12, ["外相は述べ", "た。そして"]),
        ("外相「述べた」と", 6, ["外相", "「述べ", "た」と"]),
        ("コーヒー", 6, ["コー", "ヒー"]),
        ("新型COVID-19の影響", 8, ["新型", "COVID-19", "の影響"]),
        ("来年の100周年", 8, ["来年の", "100周年"]),
        ("강경화 장관", 6, ["강경화", "장관"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("🇯🇵🇨🇦", 2, ["🇯🇵", "🇨🇦"]),
    ],
)
def test_a_line_is_broken_where_a_reader_would_break_it(text: str, width: int, lines: list[str]) -> None:
    assert parts(text, width) == lines


@given(st.text(st.characters(exclude_characters="\n") | st.sampled_from("ab -/日本。「」")), st.integers(2, 40))
def test_every_part_fits_and_nothing_is_lost(text: str, width: int) -> None:
    places = breaks(text, width)
    assert places == sorted(set(places))
    assert all(0 < place < len(text) for place in places)
    assert all(cell_len(part) <= width for part in parts(text, width) if part.strip())


@given(st.text(st.sampled_from("日本外相会談が。、ー」"), min_size=1, max_size=60), st.integers(8, 30))
def test_no_line_of_japanese_begins_with_a_closing_sign_unless_many_stand_together(text: str, width: int) -> None:
    for before, part in pairwise(parts(text, width)):
        if part[0] in "。、ー」":
            assert before[-1] in "。、ー」" or len(before) == 1
