"""The parts of a page that tells of several meetings: each with its own lead and points, the page's date for all."""

from __future__ import annotations

from dipmeet.readouts.page import read_page
from dipmeet.readouts.parts import MOST, parts_of


def lead(guest: str, day: int) -> str:
    return (
        f"On March {day}, commencing at 3:15 p.m. for 20 minutes, Mr. Shinji Okuda, Minister for Foreign Affairs, held "
        f"a meeting with Ms. {guest}, Minister of Foreign Affairs of Chile. The overview of the meeting is as follows."
    )


def page(*guests: str) -> str:
    told = (f"Meeting with {name}\n\n{lead(name, day)}\n\n1. They talked.\n" for day, name in enumerate(guests, 1))
    return "Visit of the Foreign Minister\nMarch 9, 2019\n\n" + "\n".join(told)


def test_a_page_of_one_meeting_is_one_part() -> None:
    whole = read_page(page("Rosa Fuentes"))
    assert [part for part, _ in parts_of(whole)] == [whole]


def test_each_meeting_is_a_part_with_its_own_heading_and_points() -> None:
    parts = list(parts_of(read_page(page("Rosa Fuentes", "Ana Rojas"))))
    texts = [[line.text for line in part.lines] for part, _ in parts]
    assert [told is not None and part.lines[told.index].text for part, told in parts] == [
        lead("Rosa Fuentes", 1),
        lead("Ana Rojas", 2),
    ]
    assert texts[0][-1] == "1. They talked."
    assert texts[1][1:] == ["Meeting with Ana Rojas", lead("Ana Rojas", 2), "1. They talked."]


def test_every_part_has_the_date_of_the_page() -> None:
    for part, _ in parts_of(read_page(page("Rosa Fuentes", "Ana Rojas", "Eva Soto"))):
        assert "March 9, 2019" in [line.text for line in part.lines]


def test_a_further_meeting_told_of_in_a_point_is_no_part() -> None:
    text = page("Rosa Fuentes") + f"\n2. {lead('Ana Rojas', 2)}\n"
    assert len(list(parts_of(read_page(text)))) == 1


def test_a_page_has_no_more_parts_than_a_visit_has_meetings() -> None:
    guests = [f"Rosa {'Abcdefghijklmnopqrstuvwxyz'[at]}fuentes" for at in range(MOST + 5)]
    assert len(list(parts_of(read_page(page(*guests))))) == MOST
