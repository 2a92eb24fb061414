"""The wider event, as printed, without article and quotation marks."""

from __future__ import annotations

import pytest

from dipmeet.readouts.occasions import find_occasion, find_occasion_beside, find_occasion_of_visit


def occasion(text: str) -> str | None:
    span = find_occasion(text, (0, len(text)))
    return None if span is None else text[slice(*span)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "who is visiting New York to attend the United Nations General Assembly, met B",
            "United Nations General Assembly",
        ),
        ("met on the margins of the APEC Ministerial Meeting in Lima", "APEC Ministerial Meeting"),
        (
            "met on the sidelines of the 60th Munich Security Conference, and discussed trade",
            "60th Munich Security Conference",
        ),
        (
            "during his visit to Matera, Italy, for the G20 Foreign Ministers' Meeting, held",
            "G20 Foreign Ministers' Meeting",
        ),
        ("who is visiting Manila for the ASEAN-related meetings, held", "ASEAN-related meetings"),
        (
            "to attend the Japan-Australia-India-U.S. Foreign Ministers' Meeting, held",
            "Japan-Australia-India-U.S. Foreign Ministers' Meeting",
        ),
        (
            "at the Department today for the 10th Meeting of the Joint Commission (JCBC).",
            "10th Meeting of the Joint Commission (JCBC)",
        ),
        ('attending the "Ukraine Recovery Conference" held a meeting', "Ukraine Recovery Conference"),
        ("accompanying Prime Minister Kitano to the G7 Summit in Hiroshima, met", "G7 Summit"),
        ("during the NATO Summit in Washington", "NATO Summit"),
        ("The Prime Minister met B at the G7 Summit in Italy.", "G7 Summit"),
        ("ミュンヘン安全保障会議に出席するためドイツを訪問中の", "ミュンヘン安全保障会議"),
        ("who came to co-chair the 6th Foreign Ministers' Meeting, met B", None),
        ("who came to co-chair the Gaza Reconstruction Conference, met B", "Gaza Reconstruction Conference"),
        ("TICAD8出席のためチュニジアを訪問中の", "TICAD8"),
        ("故前田元総理大臣国葬儀に参列するため訪日中の", "故前田元総理大臣国葬儀"),
        ("who is in Otaru, Hokkaido, for the G8 Otaru Summit, held talks", "G8 Otaru Summit"),
        (
            "met B, as one of her tasks at the 78th session of the General Assembly.",
            "78th session of the General Assembly",
        ),
        ("who is visiting Japan, held a meeting with B", None),
        ("during his visit to Paris, held a meeting with B", None),
        ("held a bilateral meeting with B", None),
        ("during the meeting, they discussed trade", None),
    ],
)
def test_an_occasion_is_read_to_the_end_of_its_name(text: str, expected: str | None) -> None:
    assert occasion(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Minister is in Lima to attend the APEC Ministerial Meeting.", "APEC Ministerial Meeting"),
        ("He is visiting China for the 5th Round of the Strategic Dialogue.", "5th Round of the Strategic Dialogue"),
        ("They will meet again on the margins of the APEC Ministerial Meeting.", None),
        ("The Minister is on an official visit.", None),
        (
            "The Minister paid an official visit to Lima to attend the Andes Dialogue, and spoke there.",
            "Andes Dialogue",
        ),
        ("The Minister visited Peru to attend the APEC Ministerial Meeting on 3 May.", "APEC Ministerial Meeting"),
    ],
)
def test_another_sentence_of_the_lead_tells_the_occasion_only_where_it_tells_of_a_visit(
    text: str, expected: str | None
) -> None:
    told = "A met B in Lima today. "
    span = find_occasion_of_visit(told + text, (0, len(told + text)), (0, len(told) - 1))
    assert (None if span is None else (told + text)[slice(*span)]) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("President meets Prime Minister on the sidelines of the NATO Summit in Vilnius", "NATO Summit"),
        ("Minister to attend the NATO Summit in Vilnius", None),
        ("President meets Prime Minister in Vilnius", None),
    ],
)
def test_a_title_tells_the_occasion_only_where_they_met_beside_it(title: str, expected: str | None) -> None:
    span = find_occasion_beside(title, (0, len(title)))
    assert (title[slice(*span)] if span is not None else None) == expected
