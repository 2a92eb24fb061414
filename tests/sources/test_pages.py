"""A page saved from a ministry's site gives the record that the text pasted from it gives."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from dipmeet.model.meeting import Meeting
from dipmeet.readouts.reader import read
from dipmeet.sources import SourceText, read_source
from tests.conftest import REPOSITORY

PAGES = Path(__file__).parent / "pages"
CASES = sorted(page.stem for page in PAGES.glob("*.html"))


def page_of(case: str) -> SourceText:
    return read_source(str(PAGES / f"{case}.html"), stdin=io.BytesIO())


def pasted_text_of(case: str) -> str:
    beside = PAGES / f"{case}.txt"
    file = beside if beside.exists() else REPOSITORY / "data" / "readouts" / f"{case}.txt"
    return file.read_text(encoding="utf-8")


def facts_of(text: str, page: SourceText) -> list[Meeting]:
    """The records read from a text, but for the text itself and the places in it."""
    drafts = read(text, url=page.url, published=page.published).drafts
    return [
        draft.replaced(evidence={}, source=draft.source.replaced(text=None, sha256=None) if draft.source else None)
        for draft in drafts
    ]


def test_the_pages_are_those_of_many_ministries() -> None:
    assert len({case.partition("-20")[0] for case in CASES}) >= 10


@pytest.mark.parametrize("case", CASES)
def test_a_saved_page_gives_the_record_of_the_pasted_text(case: str) -> None:
    page = page_of(case)
    from_text = facts_of(pasted_text_of(case), page)
    assert from_text
    assert facts_of(page.text, page) == from_text


FURNITURE = (
    "cookie", "Skip to", "Jump to", "Search", "Tweet", "Facebook", "Privacy", "Site search", "Main Menu", "MENU",
    "jquery", "_gaq", "VIEWSTATE", "display:flex", "schema.org", "Countries & Regions", "Related", "Share on",
    "Share this", "Tags",
    "Navigation menu", "Is this page useful", "Open Government Licence", "official website", "Date modified",
    "Kasumigaseki", "サイトマップ", "基礎データ", "トップページ", "東京都千代田区", "Sajik-ro", "Chaoyangmen", "中文",
    "Hyperlinking", "Suggest to a friend", "Language selection", "български", "enable JavaScript", "logo", "Accept",
)  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_menus_banners_scripts_and_footers_are_no_part_of_the_text(case: str) -> None:
    text = page_of(case).text
    assert [words for words in FURNITURE if words in text] == []


@pytest.mark.parametrize("case", CASES)
def test_no_sentence_of_the_readout_is_lost(case: str) -> None:
    words = " ".join(page_of(case).text.split())
    paragraphs = [" ".join(line.split()) for line in pasted_text_of(case).splitlines() if len(line) > 150]
    assert paragraphs
    assert [p for p in paragraphs if p.lstrip("0123456789.()•- ") not in words] == []


@pytest.mark.parametrize(
    ("case", "url", "published", "language"),
    [
        ("mofa-japan-2017-09-19-canada", "https://www.mofa.go.jp/na/na1/ca/page3e_000745.html", None, "en"),
        (
            "mofa-japan-ja-2025-03-13-canada",
            "https://www.mofa.go.jp/mofaj/na/na1/ca/pageit_000001_01706.html",
            None,
            "ja",
        ),
        (
            "kantei-japan-2024-06-14-canada",
            "https://japan.kantei.go.jp/101_kishida/diplomatic/202406/14canada.html",
            None,
            "en",
        ),
        (
            "us-state-2022-04-06-australia",
            "https://www.state.gov/secretary-blinkens-meeting-with-australian-foreign-minister-payne-2/",
            "2022-04-06",
            "en-US",
        ),
        (
            "gac-2021-11-26-japan",
            "https://www.canada.ca/en/global-affairs/news/2021/11/"
            "minister-joly-speaks-with-hayashi-yoshimasa-japans-minister-for-foreign-affairs.html",
            "2021-11-26",
            "en",
        ),
        (
            "uk-gov-2023-02-01-australia",
            "https://www.gov.uk/government/news/"
            "uk-foreign-secretary-james-cleverly-and-australian-foreign-minister-penny-wong-readout",
            "2023-02-02",
            "en",
        ),
        ("mfa-china-2018-09-27-japan", None, None, None),
    ],
)
def test_a_page_says_where_and_when_it_was_published(
    case: str, url: str | None, published: str | None, language: str | None
) -> None:
    page = page_of(case)
    assert (page.url, page.published, page.language) == (url, published, language)


def test_a_readout_is_laid_out_as_a_reader_would_paste_it() -> None:
    lines = [line[:40] for line in page_of("mofa-japan-2022-05-12-canada").text.splitlines()]
    assert lines == [
        "Japan-Canada Relations",
        "",
        "May 13, 2022",
        "Minister Hayashi and Minister Joly shaki",
        "Scene of the Japan-Canada Foreign Minist",
        "",
        "On May 12, commencing at 5:00 pm (local ",
        "",
        "  1. The ministers said how pleased they",
        "  2. They discussed Ukraine as well as N",
        "",
        "  • (1) On Ukraine, which Minister Joly ",
        "  • (2) They confirmed that coordination",
        "  • (3) The same was confirmed for North",
        "",
        "  1. Lastly they confirmed that the two ",
    ]
