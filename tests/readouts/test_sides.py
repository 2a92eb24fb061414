"""The sides: for whom each one met, where the page does not say it beside the name."""

from __future__ import annotations

import pytest

from dipmeet.readouts.reader import read

BODY = "They discussed trade and energy.\n"


def sides(text: str) -> tuple[list[str | None], list[str]]:
    """(the parties, the reasons why a party is doubted) of a readout."""
    draft = read(text).drafts[0]
    return [p.party for p in draft.participants], [d.reason for d in draft.doubts if d.field.endswith(".party")]


OTHER = "Pedro Alves, Minister of Foreign Affairs of Portugal"


def test_a_state_that_the_title_only_says_somebody_visits_is_doubted_as_the_side() -> None:
    text = f"Secretary Anna Meier visits Estonia\n4 May 2021\n\nSecretary Anna Meier met {OTHER}, on 4 May."
    parties, reasons = sides(text)
    assert parties[1] == "Portugal"
    assert reasons == ["the page names this party only for somebody else"]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            f"Bern, 4 May 2021 - Federal Councillor Anna Meier met {OTHER}, on 4 May.",
            ["Switzerland", "Portugal"],
        ),
        (
            "Ministry for Foreign Affairs of Estonia\n4 May 2021\n\n"
            f"Foreign Minister Kadri Saar met today with {OTHER}, in Riga.",
            ["Estonia", "Portugal"],
        ),
        (
            f"Washington, DC, 4 May 2021 - Secretary Ann Cole met today with {OTHER}.",
            ["United States", "Portugal"],
        ),
        (
            "The Ministers of Estonia, Latvia and Malta met\n4 May 2021\n\n"
            f"Foreign Minister Kadri Saar met today with {OTHER}.",
            ["Estonia", "Portugal"],
        ),
        (
            f"Foreign Minister Anna Meier met today with {OTHER}.\n\n{BODY}\nNairobi\n4 May 2021",
            ["Kenya", "Portugal"],
        ),
        (
            f"Minister Kadri Saar of Estonia in talks\n4 May 2021\n\nMinister Kadri Saar met today with {OTHER}.",
            ["Estonia", "Portugal"],
        ),
        (
            f"The Foreign Minister of Estonia meets guests\n4 May 2021\n\nMinister Anna Meier met {OTHER}, on 4 May.",
            ["Estonia", "Portugal"],
        ),
        (
            f"4 May 2021\n\nExternal Affairs Minister Rajan Iyer met today with {OTHER}.",
            ["India", "Portugal"],
        ),
        (
            f"4 May 2021\n\nForeign Minister Anna Meier received today {OTHER}, in Tallinn.",
            ["Estonia", "Portugal"],
        ),
        (
            f"4 May 2021\n\nForeign Minister Anna Meier met today with {OTHER}.\n\nThe Estonian side said so.",
            ["Estonia", "Portugal"],
        ),
        (
            f"4 May 2021\n\nForeign Minister Anna Meier met today with {OTHER}.\n\n"
            "The Estonian Foreign Minister also toured the port.",
            ["Estonia", "Portugal"],
        ),
        (
            f"4 May 2021\n\nForeign Minister Anna Meier met today with {OTHER}.\n\nEstonia is ready to help.",
            ["Estonia", "Portugal"],
        ),
        (
            f"4 May 2021\n\nForeign Minister Anna Meier met today with {OTHER}.\n\n"
            "She underscored Estonia's desire for peace and spoke of Latvia's concern.",
            ["Estonia", "Portugal"],
        ),
        (
            f"4 May 2021\n\nRashid Al Naji, the Crown Prince of Abu Dhabi, met today with {OTHER}.",
            ["United Arab Emirates", "Portugal"],
        ),
        (
            f"4 May 2021\n\nForeign Minister Anna Meier met today with {OTHER}.\n\n"
            "It was the first visit by an Estonian Foreign Minister.",
            ["Estonia", "Portugal"],
        ),
        (
            f"4 May 2021\n\nEve Lane, Secretary of State for Foreign and Commonwealth Affairs, met {OTHER}.",
            ["United Kingdom", "Portugal"],
        ),
        (
            "Eve Lane, Minister for Commonwealth Affairs, on Estonian trade\n4 May 2021\n\n"
            f"Foreign Minister Anna Meier met today with {OTHER}.",
            ["Estonia", "Portugal"],
        ),
        (
            f"4 May 2021\n\nForeign Minister Anna Meier of our strategic partner the Republic of Estonia met {OTHER}.",
            ["Estonia", "Portugal"],
        ),
        (
            f"JAKARTA, 4 May 2021 - Foreign Minister Anna Meier received a visit today from {OTHER}.",
            ["Indonesia", "Portugal"],
        ),
    ],
    ids=[
        "dateline",
        "ministry that issued it",
        "issued in Washington, D.C.",
        "title of several states",
        "place under the text",
        "title",
        "subject of the title",
        "office of one party",
        "capital where they met",
        "side that speaks",
        "office that the text gives by its party",
        "state that speaks",
        "what one's own state desires",
        "emirate",
        "office of its like",
        "office for Foreign and Commonwealth affairs",
        "no party that an office lists",
        "state that the page calls a partner",
        "dateline of one who was visited",
    ],
)
def test_a_party_is_told_by_what_the_page_says_of_itself(text: str, parties: list[str]) -> None:
    assert sides(f"{text}\n\n{BODY}") == (parties, [])


@pytest.mark.parametrize("joint", [" and", ", and the", " MP, and"])
def test_two_of_one_side_joined_by_and_have_one_party(joint: str) -> None:
    text = (
        "Office of the Spokesperson\nMarch 8, 2022\n\nSecretary of State Walter A. Dunn met today with Estonian Prime "
        f"Minister Kristjan Tamm{joint} Foreign Minister Rein Tammsalu in Tallinn, Estonia.\n\n{BODY}"
    )
    assert sides(text) == (["United States", "Estonia", "Estonia"], [])


@pytest.mark.parametrize(
    ("text", "party", "reason"),
    [
        (
            f"Ministers' meeting\n4 May 2021\n\nForeign Minister Anna Meier met today with {OTHER}.",
            None,
            "the page does not say for whom",
        ),
        (
            f"Meier meets the President of Cyprus\n4 May 2021\n\nForeign Minister Anna Meier met today with {OTHER}.",
            "Cyprus",
            "the page names this party only for somebody else",
        ),
        (
            f"Meeting\n4 May 2021\n\nForeign Minister Anna Meier met today with {OTHER}.\n\n"
            "Estonia is ready to help. Latvia is ready to help.",
            None,
            "the page does not say for whom",
        ),
        (
            f"Meeting\n4 May 2021\n\nForeign Minister Anna Meier met today in Jakarta with {OTHER}, on the sidelines "
            "of the summit.",
            "Indonesia",
            "the page does not say for whom: this is where they met",
        ),
        (
            f"Meeting\n4 May 2021\n\nForeign Minister Anna Meier met today with {OTHER}, at the G20 Summit in Jakarta.",
            "Indonesia",
            "the page does not say for whom: this is where they met",
        ),
        (
            f"Meier in talks in Cyprus\n4 May 2021\n\nForeign Minister Anna Meier met today with {OTHER}.",
            "Cyprus",
            "the page names this party only for somebody else",
        ),
        (
            f"Meier discusses trade with Estonia\n4 May 2021\n\nForeign Minister Anna Meier met today with {OTHER}.",
            "Estonia",
            "the page names this party only for somebody else",
        ),
        (
            f"They discussed Cyprus and Syria\n4 May 2021\n\nForeign Minister Anna Meier met today with {OTHER}.",
            None,
            "the page does not say for whom",
        ),
        (
            f"JAKARTA, 4 May 2021 - Foreign Minister Anna Meier met today with {OTHER}, on the summit's sidelines.",
            "Indonesia",
            "the page does not say for whom: this is where it was issued",
        ),
    ],
)
def test_a_party_that_may_be_another_is_doubted(text: str, party: str | None, reason: str) -> None:
    assert sides(f"{text}\n\n{BODY}") == ([party, "Portugal"], [reason])


def test_whom_a_japanese_page_calls_by_an_office_of_japan_without_a_state_is_of_japan() -> None:
    lead = "4月27日、白川一郎外務副大臣は、エンツォ・ロッシ・イタリア外務次官と会談を行いました。"
    text = f"令和5年5月1日\n\n{lead}\n\n1 貿易について。\n"
    assert sides(text)[0] == ["Japan", "Italy"]
