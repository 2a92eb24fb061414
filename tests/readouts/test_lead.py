"""The lead: the line that says who met whom and when, among titles, standfirsts, captions and points."""

from __future__ import annotations

import pytest

from dipmeet.readouts.lead import find_lead
from dipmeet.readouts.page import read_page

LEAD = (
    "On March 3, commencing at 3:15 p.m. for approximately 20 minutes, Mr. Shinji Okuda, Minister for Foreign Affairs, "
    "held a meeting with Ms. Rosa Fuentes, Minister of Foreign Affairs of Chile. The overview is as follows."
)
CALL = "Foreign Secretary Ann Lee spoke today with Pedro Alves, Foreign Minister of Portugal."


def lead_of(text: str) -> str | None:
    page = read_page(text)
    lead = find_lead(page)
    return page.lines[lead.index].text if lead is not None else None


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        (f"Japan-Chile Foreign Ministers' Meeting\nMarch 3, 2019\n\n{LEAD}\n\n1. They talked.", LEAD),
        (f"Foreign Secretary's call\n\n4 May 2021\n\n{CALL}\n\nThey discussed trade.", CALL),
        (
            f"Ministers meet\n\nThe Foreign Secretary went to Lisbon on 4 May for a meeting.\n\n4 May 2021\n\n{CALL}",
            CALL,
        ),
        (
            "日・チリ外相立ち話\n\n3月3日、奥田外務大臣は、フエンテス・チリ外務大臣と立ち話を行いました。",
            "3月3日、奥田外務大臣は、フエンテス・チリ外務大臣と立ち話を行いました。",
        ),
        (
            "日・チリ外相ワーキング・ランチ\n\n3月3日、奥田外務大臣は、フエンテス・チリ外務大臣とワーキング・ランチを行いました。",
            "3月3日、奥田外務大臣は、フエンテス・チリ外務大臣とワーキング・ランチを行いました。",
        ),
        (
            "日・チリ外相戦略対話\n\n3月3日、奥田外務大臣は、フエンテス・チリ外務大臣と第3回外相戦略対話を行いました。",
            "3月3日、奥田外務大臣は、フエンテス・チリ外務大臣と第3回外相戦略対話を行いました。",
        ),
        (
            "Salah at the meeting of the Six\n\nState Secretary Sami Salah participated today in the meeting in Rome.",
            "State Secretary Sami Salah participated today in the meeting in Rome.",
        ),
        (
            "Consultations\n\nPolitical consultations have been held between the Foreign Ministries of Peru and Chile.",
            "Political consultations have been held between the Foreign Ministries of Peru and Chile.",
        ),
        (
            "Ministers talk\n\nMinister Ann Lee discussed the situation in the region with Minister Rosa Vaz by phone.",
            "Minister Ann Lee discussed the situation in the region with Minister Rosa Vaz by phone.",
        ),
        ("A recipe for soup.\n\nTake two onions and cut them finely before you begin.", None),
        ("Ministers met.", None),
    ],
)
def test_the_lead_is_the_line_that_tells_of_the_meeting(text: str, lead: str | None) -> None:
    assert lead_of(text) == lead


def test_a_standfirst_that_names_nobody_gives_way_to_the_line_that_does() -> None:
    standfirst = "The Prime Minister spoke to the Chancellor of Germany this afternoon."
    told = "The Prime Minister spoke to Chancellor Lena Vogt of Germany this afternoon."
    assert lead_of(f"PM call\n\n{standfirst}\n\nPublished 4 May 2021\n\n{told}\n\nThey discussed trade.") == told


@pytest.mark.parametrize(
    ("between", "is_below"),
    [
        ("From: Foreign Office", True),
        ("Published 4 May 2021", True),
        ("This was published under a government", True),
        ("", False),
    ],
)
def test_a_standfirst_above_a_by_line_gives_way_to_the_line_that_tells_it_anew(between: str, *, is_below: bool) -> None:
    told = "The Foreign Secretary, Ann Lee, met the Foreign Minister of Portugal, Pedro Alves, in London today."
    standfirst = "Foreign Secretary Ann Lee met Portuguese Foreign Minister Pedro Alves today."
    assert lead_of(f"Ministers meet\n\n{standfirst}\n\n{between}\n\n{told}") == (told if is_below else standfirst)


def test_the_sentence_that_tells_of_the_meeting_is_told_from_the_others() -> None:
    text = f"The weather was fine on that day in the capital. {CALL} They discussed trade."
    lead = find_lead(read_page(text))
    assert lead is not None
    assert text[slice(*lead.sentence)] == CALL


REVIEWED = (
    "Sheikh Omar Naji, Minister of Trade, and Rosa Fuentes, Foreign Minister of Chile, reviewed the ties of the two."
)


@pytest.mark.parametrize(
    "lead",
    [
        "LIMA: Foreign Minister Luis Prado received a call Friday from Chile's Foreign Minister, Rosa Fuentes.",
        "Minister Luis Prado who was on a visit to Chile met with the Foreign Minister of Chile Rosa Fuentes.",
        "Lima: Peruvian Foreign Minister Luis Prado discussed in a phone call with his Greek counterpart Ion Papas.",
        REVIEWED,
        "LIMA: Foreign Minister Luis Prado of Peru and his Greek counterpart Ion Papas on Monday addressed the war.",
        "In a phone call, Peruvian Foreign Minister Luis Prado and his Greek counterpart Ion Papas discussed trade.",
        "Peruvian Foreign Minister Luis Prado had a telephone conversation with his counterpart from Greece Ion Papas.",
    ],
)
@pytest.mark.parametrize(
    "later",
    [
        "The Minister also invited Peru to the meeting on food that will be held in New York on 18 May 2022.",
        "The Foreign Minister arrived earlier today at the airport, where she was welcomed by Sheikh Omar.",
    ],
)
def test_the_first_line_that_tells_who_met_whom_is_not_left_for_a_later_one_with_a_day(lead: str, later: str) -> None:
    assert lead_of(f"Ministers meet\n\n{lead}\n\n{later}") == lead


def test_two_who_reviewed_their_ties_need_no_word_for_a_meeting() -> None:
    assert lead_of(f"Ministers meet\n\n{REVIEWED}") == REVIEWED
    assert lead_of("Ministers meet\n\nThe two sides reviewed the ties and the trade of the two countries.") is None


@pytest.mark.parametrize(
    ("end", "announces"), [("The overview is as follows.", True), ("They discussed trade.", False)]
)
def test_a_lead_says_whether_points_follow(end: str, *, announces: bool) -> None:
    lead = find_lead(read_page(f"{CALL} {end}"))
    assert lead is not None
    assert lead.announces_points is announces


def test_what_stands_in_brackets_is_blanked_in_its_place() -> None:
    text = CALL.replace("Alves", "Alves (with (two) aides)")
    lead = find_lead(read_page(text))
    assert lead is not None
    assert len(lead.plain) == len(text)
    assert "aides" not in lead.plain
    assert lead.plain.index("Foreign Minister of") == text.index("Foreign Minister of")
