"""The body: the lines that points stand in, without pictures, datelines, attributions and furniture."""

from __future__ import annotations

import pytest

from dipmeet.readouts.body import find_body, is_attribution, is_paragraph
from dipmeet.readouts.page import read_page

LEAD = "Foreign Secretary Ann Lee spoke today with Pedro Alves, Foreign Minister of Portugal."
FIRST = "They discussed trade at length."
SECOND = "They agreed to meet again."


def body_of(*lines: str) -> list[str]:
    return [line.text for line in find_body(read_page("\n\n".join((LEAD, *lines))), 0).lines]


@pytest.mark.parametrize(
    "furniture",
    [
        "Back to Top",
        "Related Links",
        "Media contacts",
        "Share this page",
        "###",
        "(END)",
        "- 30 -",
        "Associated Links",
        "関連リンク",
        "発信元サイトへ",
        "Click here for the Spanish version",
        "Read the full transcript of the press point here.",
        "/Public Release. Views are those of the author.",
        "Write a Comment",
        "Photo caption: Call on the Minister by His Excellency Pedro Alves at the Ministry on Saturday, 7 May 2022.",
        "Leave a Reply",
        "Suggest to a friend:",
        "Signed:",
        "Author:",
        "- (* The foregoing is a provisional translation.)",
        "* The foregoing is a provisional translation.",
        "Date modified: 2024-02-29",
        "Last updated 29 February 2024",
        "- Back to Foreign Ministers",
        "• Date modified: 2024-02-29",
        "・トップページへ戻る",
    ],
)
def test_the_body_ends_at_the_furniture_of_a_page(furniture: str) -> None:
    assert body_of(FIRST, SECOND, furniture, "Another page altogether.") == [FIRST, SECOND]


@pytest.mark.parametrize("apart", ["(Photo: the two ministers)", "4 May 2021", "* * *", "Lisbon"])
def test_pictures_dates_and_ornaments_are_no_points(apart: str) -> None:
    assert body_of(FIRST, SECOND, apart) == [FIRST, SECOND]


def test_under_which_government_a_page_was_published_is_no_point() -> None:
    assert body_of(FIRST, "This was published under the 2019 to 2022 Dunn government", SECOND) == [FIRST, SECOND]


def test_the_body_begins_behind_the_date_that_follows_a_standfirst() -> None:
    page = read_page("\n\n".join((LEAD, "Published", "4 May 2021", FIRST, SECOND)))
    body = find_body(page, 0)
    assert body.follows_standfirst
    assert [line.text for line in body.lines] == [FIRST, SECOND]


def test_the_body_begins_behind_a_paragraph_that_says_as_follows() -> None:
    body = find_body(read_page("\n\n".join((LEAD, "The overview of the call is as follows.", FIRST))), 0)
    assert body.is_announced
    assert [line.text for line in body.lines] == [FIRST]


@pytest.mark.parametrize(
    ("text", "says_whose"),
    [
        ("A Downing Street spokesperson said:", True),
        ("The following is attributable to Spokesperson Ann Lee:", True),
        ("The spokesperson said that they had met.", False),
        ("The following is a statement by Spokesperson Ann Lee", True),
        ("The following is attributable to Spokesperson Ann Lee: Deputy Secretary Cole spoke today.", False),
        ("Minister Keller spoke by telephone today. A spokesperson issued this statement:", False),
    ],
)
def test_an_attribution_says_only_whose_words_follow(text: str, *, says_whose: bool) -> None:
    assert is_attribution(read_page(text).lines[0]) is says_whose


@pytest.mark.parametrize(
    ("text", "is_prose"),
    [
        (FIRST, True),
        ("Bilateral relations", False),
        ("An unending clause " * 12, True),
        ("A spokesperson said:", False),
    ],
)
def test_a_paragraph_ends_as_a_sentence_does_or_is_long(text: str, *, is_prose: bool) -> None:
    assert is_paragraph(read_page(text).lines[0]) is is_prose
