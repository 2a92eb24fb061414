"""Points: numbered, bulleted or plain, nested as on the page; headings, notes, captions and furniture."""

from __future__ import annotations

import pytest

from dipmeet.model.meeting import Point
from dipmeet.readouts.page import read_page
from dipmeet.readouts.points import read_points

LEAD = "On May 7, Minister A met Minister B in Lima. The overview of the meeting is as follows.\n\n"
Told = list[tuple[str | None, str | None, "Told"]] | list[object]


def told(points: tuple[Point, ...]) -> Told:
    return [(p.label, p.text, told(p.points)) for p in points]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("1. They met.\n2. They parted.", [("1", "They met.", []), ("2", "They parted.", [])]),
        ("(1) They met.\n\n(2) They parted.", [("1", "They met.", []), ("2", "They parted.", [])]),
        ("• They met.\n• They parted.", [(None, "They met.", []), (None, "They parted.", [])]),
        ("- They met.\n- They parted.", [(None, "They met.", []), (None, "They parted.", [])]),
        ("o They met.\no They parted.", [(None, "They met.", []), (None, "They parted.", [])]),
        ("• (1) They met.\n• (2) They parted.", [("1", "They met.", []), ("2", "They parted.", [])]),
        ("1. 1. They met.", [("1", "They met.", [])]),
        (
            "1. Trade\n(1) They met.\n(2) They parted.",
            [("1", "Trade", [("1", "They met.", []), ("2", "They parted.", [])])],
        ),
        (
            "1 Trade\nThey met.\n2 Energy\nThey parted.",
            [("1", "Trade", [(None, "They met.", [])]), ("2", "Energy", [(None, "They parted.", [])])],
        ),
        (
            "1. They met.\nThey went on for long.\n2. They parted.",
            [("1", "They met.\nThey went on for long.", []), ("2", "They parted.", [])],
        ),
        (
            "1. They met.\n(a) One thing.\n(b) Another.",
            [("1", "They met.", [("a", "One thing.", []), ("b", "Another.", [])])],
        ),
        ("1. They met.\n\nRelated Links\nJapan", [("1", "They met.", [])]),
        ("1. They met.\n\n(END)", [("1", "They met.", [])]),
        ("1. They met.\n(Note) A treaty of 1902.", [("1", "They met.", []), ("Note", "A treaty of 1902.", [])]),
        (
            "1. 両者は会談した。\n(参考)\nこれは二回目の会談。",
            [("1", "両者は会談した。", []), ("参考", "これは二回目の会談。", [])],
        ),
        ("１　両者は会談した。\n２　両者は別れた。", [("1", "両者は会談した。", []), ("2", "両者は別れた。", [])]),
        ("（１）両者は会談した。\n（２）両者は別れた。", [("1", "両者は会談した。", []), ("2", "両者は別れた。", [])]),
    ],
)
def test_points_are_read_with_label_and_nesting(body: str, expected: Told) -> None:
    assert told(read_points(read_page(LEAD + body), 0, announces=True).points) == expected


LONG = (
    "The ministers spoke at length of trade between the two states, " + "and of much else besides, " * 4 + "and parted."
)


def test_bare_numbers_before_prose_count_where_they_run_on() -> None:
    points = read_points(read_page(f"{LEAD}1 {LONG}\n2 {LONG}"), 0, announces=True).points
    assert [point.label for point in points] == ["1", "2"]


def test_a_number_that_only_opens_a_long_sentence_is_no_mark() -> None:
    points = read_points(read_page(f"{LEAD}1. They met.\n27 States took part. {LONG}"), 0, announces=True).points
    assert [point.label for point in points] == ["1"]


def test_without_marks_each_paragraph_is_a_point_and_so_is_the_lead() -> None:
    page = read_page("Minister A met Minister B in Lima today.\n\nThey spoke of trade.\n\nThey parted.")
    texts = [point.text for point in read_points(page, 0, announces=False).points]
    assert texts == ["Minister A met Minister B in Lima today.", "They spoke of trade.", "They parted."]


@pytest.mark.parametrize(
    ("above", "is_point"),
    [
        ("4 May 2021\n\nMinister A of Peru is on a working visit to Chile from 4 to 6 May 2021 with his aides.", True),
        ("Minister A of Peru is on a working visit to Chile from 4 to 6 May 2021 with his aides.\n\n4 May 2021", False),
        ("4 May 2021\n\nA title that is long enough to be a paragraph, and yet it has no full stop at its end", False),
    ],
    ids=["behind the date", "standfirst", "title"],
)
def test_a_paragraph_between_date_and_lead_is_a_point(above: str, *, is_point: bool) -> None:
    page = read_page(f"{above}\n\nMinister A met Minister B in Lima today.\n\nThey parted.")
    assert len(read_points(page, 2, announces=False).points) == 2 + is_point


def test_a_lead_that_is_itself_the_first_item_is_the_first_point() -> None:
    page = read_page("1. Minister A met Minister B in Lima today.\n\n2. They spoke of trade.")
    assert [point.label for point in read_points(page, 0, announces=False).points] == ["1", "2"]
    page = read_page("□ Minister A met Minister B in Lima today.\n\n□ They spoke of trade.")
    assert len(read_points(page, 0, announces=False).points) == 2


def test_the_places_of_a_point_quote_it() -> None:
    page = read_page(LEAD + "1. Trade\n(1) They met.")
    evidence = read_points(page, 0, announces=True).evidence
    assert {address: [page.text[a:b] for a, b in spans] for address, spans in evidence.items()} == {
        (0,): ["Trade"],
        (0, 0): ["They met."],
    }
