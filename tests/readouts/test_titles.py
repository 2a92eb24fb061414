"""The title: the line that names the meeting; labels, breadcrumbs, captions and prose are none."""

from __future__ import annotations

import pytest

from dipmeet.readouts.page import read_page
from dipmeet.readouts.titles import find_title


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("Japan-Peru Foreign Ministers' Meeting\nMay 7, 2022", "Japan-Peru Foreign Ministers' Meeting"),
        (
            "Home > News\n\nReadout of the President's Call with Peru\n\nMay 7, 2022",
            "Readout of the President's Call with Peru",
        ),
        ("Press Releases\nMay 7, 2022\n\nMinister Roy meets her counterpart", "Minister Roy meets her counterpart"),
        ("Indonesia and Peru Strengthen Strategic Partnership", "Indonesia and Peru Strengthen Strategic Partnership"),
        ("日・ペルー外相立ち話\n令和4年5月7日", "日・ペルー外相立ち話"),
        ("日・ペルー外相会談\n令和4年5月7日", "日・ペルー外相会談"),
        ("第3回日・ペルー戦略対話\n令和4年5月7日", "第3回日・ペルー戦略対話"),
        (
            "Japan-Peru Relations\nPhoto1: Japan-Peru Foreign Ministers' Meeting",
            "Japan-Peru Foreign Ministers' Meeting",
        ),
        ("Japan-Peru Relations\n(photo) Scene of the Foreign Ministers' Meeting", None),
        (
            "Talks between Prime Minister Ann Lee\nAnd Mr. Pedro Alves, President of Peru\n\nMay 7, 2022",
            "Talks between Prime Minister Ann Lee\nAnd Mr. Pedro Alves, President of Peru",
        ),
        ("King and Sheikh review bilateral relations", "King and Sheikh review bilateral relations"),
        ("チリ共和国\n令和4年5月7日\n日・チリ外相ワーキングディナー1", "日・チリ外相ワーキングディナー"),
        ("外務省・新着情報\n令和4年5月7日\n表敬を受ける奥田大臣(写真提供:広報室)", None),
        ("奥田外務大臣のチリ訪問\n令和4年5月7日", "奥田外務大臣のチリ訪問"),
        ("The White House readout:", None),
        ("Prime Minister's Office, 10 Downing Street", None),
        ("News / Visits\n\nPresident meets Prime Minister of Peru", "President meets Prime Minister of Peru"),
        (
            "Japan-Peru Relations\n(Photo1) Japan-Peru Summit Meeting 1 Japan-Peru Summit Meeting 1 Photo: the Office",
            "Japan-Peru Summit Meeting",
        ),
        ("07.05.2022 04:42\nMinister Lee's call with Minister Alves", "Minister Lee's call with Minister Alves"),
        ("Press Releases\nMay 7, 2022", None),
    ],
)
def test_a_title_is_the_line_that_names_the_meeting(above: str, expected: str | None) -> None:
    page = read_page(f"{above}\n\nOn May 7, Minister A met Minister B in Lima.")
    span = find_title(page, len(page.lines) - 1)
    assert (page.text[slice(*span)] if span is not None else None) == expected
