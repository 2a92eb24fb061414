"""Parties that a title joins, against those who took part."""

from __future__ import annotations

import pytest

from dipmeet.study.rules.parties import check_parties
from tests.study.rules.made import made, page_of

JAPAN, CANADA, PERU = ({"name": f"Somebody of {party}", "party": party} for party in ("Japan", "Canada", "Peru"))


@pytest.mark.parametrize(
    ("title", "people", "absent"),
    [
        ("Japan-Canada Foreign Ministers’ Meeting", [JAPAN, CANADA], []),
        ("Japan-Canada Foreign Ministers’ Meeting", [JAPAN, PERU], ["Canada"]),
        ("Japan–Canada–Peru Trilateral Summit", [JAPAN, PERU], ["Canada"]),
        ("Japan-U.S.-ROK Telephone Talk", [JAPAN, CANADA], ["U.S.", "ROK"]),
        ("日・カナダ外相会談", [JAPAN, CANADA], []),
        ("日本・カナダ外相会談", [JAPAN, PERU], ["カナダ"]),
        ("日・カナダ外相会談", [JAPAN, PERU], ["カナダ"]),
        ("日加外相会談", [JAPAN, CANADA], []),
        ("日米韓外相会談", [JAPAN, CANADA], ["米", "韓"]),
        ("日米韓外相会談", [PERU, CANADA], []),
        ("日系人との会談", [JAPAN, CANADA], []),
        ("加藤大臣と中国外相の会談", [JAPAN, CANADA], []),
        # who is spoken of took no part
        ("Japan-Canada Foreign Ministers’ Meeting on North Korea", [JAPAN, CANADA], []),
        ("Meeting of Foreign Ministers on the Israel-Lebanon border", [JAPAN, CANADA], []),
        ("North Korea: call between the ministers", [JAPAN, CANADA], []),
        # nobody is of either, or somebody's party is unknown: the title may be of something else
        ("Chile-Peru Talks", [JAPAN, CANADA], []),
        ("Japan-Canada Talks", [JAPAN, {"name": "Somebody"}], []),
        # any member may speak for an organisation
        ("ASEAN-Japan Foreign Ministers' Meeting", [JAPAN, PERU], []),
        ("Japan-EU Summit", [JAPAN, PERU], []),
        ("Japan-France Meeting", [JAPAN, {"name": "A", "party": "UNESCO", "title": "Ambassador of France"}], []),
        # an office stands beside the party
        ("Call with Canadian Foreign Minister Freeland", [JAPAN, CANADA], []),
        ("Call with Peruvian Foreign Minister Landa", [JAPAN, CANADA], ["Peruvian"]),
        ("Courtesy Call by the Minister of Foreign Affairs and Trade of Hungary", [JAPAN, CANADA], ["Hungary"]),
        ("Peru's President calls on the Prime Minister", [JAPAN, CANADA], ["Peru"]),
        ("Signing of a treaty on the border of Peru", [JAPAN, CANADA], []),
        # names that two states share
        ("Japan-Congo Summit", [JAPAN, {"name": "A", "party": "Democratic Republic of the Congo"}], []),
        ("Japan-Korea Summit", [JAPAN, {"name": "A", "party": "South Korea"}], []),
    ],
)
def test_a_party_in_the_title_that_nobody_is_of_is_found(title: str, people: list, absent: list[str]) -> None:
    assert [f.printed for f in check_parties(made(title=title, participants=people))] == absent


def test_the_party_is_quoted_in_the_title_of_the_page() -> None:
    page = page_of("On September 19, commencing at 2:05 p.m.,", title="Japan-Peru Foreign Ministers' Meeting")
    (finding,) = check_parties(page)
    assert page.source is not None
    assert finding.field == "title"
    assert [(page.source.text or "")[slice(*span)] for span in finding.spans] == ["Peru"]
