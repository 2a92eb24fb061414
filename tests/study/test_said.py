"""Said: who says each sentence of a point; over the sentences of the cases as a person read them, and rule by rule."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.model.meeting import Meeting, walk_points
from dipmeet.study.said import Said, said_of
from tests.readouts.cases import CASES, load_cases
from tests.study.pairs import account

READ = Path(__file__).parent / "said.tsv"
SHARE = 0.965
"""The part of the sentences that is told right."""


@cache
def told() -> dict[tuple[str, str, int], tuple[str, str]]:
    """Return (who, the sentence) of every sentence of the cases, by case, point and number within the point."""
    found: dict[tuple[str, str, int], tuple[str, str]] = {}
    for case in load_cases(CASES):
        meeting = account(case.text, "case")
        texts = {address: point.text or "" for address, point in walk_points(meeting.points)}
        numbers: dict[tuple[int, ...], int] = {}
        for said in said_of(meeting):
            numbers[said.address] = numbers.get(said.address, 0) + 1
            key = (case.name, ".".join(map(str, said.address)), numbers[said.address])
            found[key] = (said.who or "-", texts[said.address][said.start : said.end])
    return found


def golden() -> list[tuple[tuple[str, str, int], str, str]]:
    """Return (where, who, how the sentence begins) of every sentence that a person read."""
    lines = [line.split("\t") for line in READ.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [((case, point, int(number)), who, opening) for case, point, number, who, opening in lines]


def test_the_sentences_read_are_those_of_the_cases() -> None:
    rows = golden()
    assert len(rows) > 450
    assert [key for key, _, opening in rows if not told()[key][1].startswith(opening)] == []


def test_who_says_it_is_told_right_as_often_as_recorded() -> None:
    rows = golden()
    wrong = [(key, told()[key][0], who) for key, who, _ in rows if told()[key][0] != who]
    assert 1 - len(wrong) / len(rows) >= SHARE, wrong


def test_each_kind_of_speaker_is_told_right_nine_times_in_ten() -> None:
    for kind in ("both", "-", "one"):
        rows = [row for row in golden() if (row[1] if row[1] in {"both", "-"} else "one") == kind]
        assert len(rows) >= 50
        assert sum(told()[key][0] == who for key, who, _ in rows) >= 0.9 * len(rows)


PEOPLE = [
    {"name": "Taro Kono", "title": "Minister for Foreign Affairs", "party": "Japan", "honorific": "Mr."},
    {"name": "Chrystia Freeland", "title": "Minister of Foreign Affairs", "party": "Canada", "honorific": "Ms."},
]


def meeting(*texts: str, publisher: str = "Ministry of Foreign Affairs of Japan", people: object = None) -> Meeting:
    record = {"id": "a", "participants": people or PEOPLE, "points": [{"text": text} for text in texts]}
    return Meeting.from_json({**record, "source": {"publisher": publisher}})


def who_says(text: str, **record: object) -> list[str]:
    return [said.who for said in said_of(meeting(text, **record))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # a name, an office, a side
        ("Minister Kono stated that talks go on.", ["Japan"]),
        ("Ms. Freeland expressed her support.", ["Canada"]),
        ("The Canadian side asked for more time.", ["Canada"]),
        ("The Japanese Foreign Minister understood this.", ["Japan"]),
        ("On whaling, Minister Kono explained his position.", ["Japan"]),
        ("That would take time, Minister Freeland answered.", ["Canada"]),
        ("In Minister Kono’s view this can wait.", ["Japan"]),
        ("Because it is late, Minister Kono urged haste.", ["Japan"]),
        # both
        ("The two ministers shared the view that time is short.", ["both"]),
        ("They confirmed this.", ["both"]),
        ("Both sides agreed.", ["both"]),
        ("Minister Kono and Minister Freeland spoke about whaling.", ["both"]),
        ("Peace, the ministers said, matters.", ["both"]),
        ("We discussed whaling.", ["both"]),
        # in turn, and one beside both
        ("Minister Kono asked for help, and Minister Freeland agreed.", ["Japan, then Canada"]),
        ("Minister Kono described his trip, and both thought it useful.", ["Japan and both"]),
        # nobody named
        ("Views were exchanged on North Korea.", [""]),
        ("International trade came up too.", [""]),
        ("Minister Kono met with Minister Freeland in New York.", [""]),
        ("Minister Kono held a meeting with Minister Freeland.", [""]),
        # who is subject of a part alone does not say the whole
        ("Minister Freeland explained what Japan had asked.", ["Canada"]),
        ("Minister Kono hoped that Minister Freeland would come.", ["Japan"]),
        ("Minister Kono asked Minister Freeland to come.", ["Japan"]),
    ],
)  # fmt: skip
def test_who_says_a_sentence(text: str, who: list[str]) -> None:
    assert who_says(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Minister Kono spoke first. He asked for help.", ["Japan", "Japan"]),
        ("Minister Kono spoke first. She agreed.", ["Japan", "Canada"]),
        ("They agreed. He thanked her.", ["both", "Japan"]),
        ("Minister Kono said that it rains. The roads are wet.", ["Japan", "Japan"]),
        ("Minister Kono said that it rains. Trade was discussed. The roads are wet.", ["Japan", "", ""]),
        ("Minister Freeland spoke. Japan should do more.", ["Canada", "Canada"]),
    ],
)
def test_pronouns_and_reported_speech_go_on_from_the_last_who_spoke(text: str, who: list[str]) -> None:
    assert who_says(text) == who


def test_what_goes_on_is_told_from_what_names_its_speaker() -> None:
    first, second = said_of(meeting("Minister Kono said that it rains. The roads are wet."))
    assert (first.carried, second.carried) == (False, True)


def test_points_under_one_that_ends_in_a_colon_are_of_its_speaker() -> None:
    record = {
        "id": "a", "participants": PEOPLE,
        "points": [
            {"text": "Minister Freeland said:", "points": [{"text": "This should be prized."}]},
            {"text": "Minister Kono agreed.", "points": [{"text": "Whaling is an old trade."}]},
        ],
    }  # fmt: skip
    assert [said.who for said in said_of(Meeting.from_json(record))] == ["Canada", "Canada", "Japan", ""]


JAPANESE = [
    {"name": "新井健二", "title": "外務大臣", "party": "Japan"},
    {"name": "ルイーズ・トランブレー", "title": "外務大臣", "party": "Canada"},
]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("新井大臣から、捕鯨について述べました。", ["Japan"]),
        ("トランブレー大臣は、支持を表明しました。", ["Canada"]),
        ("先方から、理解が示されました。", ["Canada"]),
        ("当方から、説明を行いました。", ["Japan"]),
        ("カナダ側から、懸念が示されました。", ["Canada"]),
        ("双方は、連携することで一致しました。", ["both"]),
        ("両外相は、意見交換を行いました。", ["both"]),
        ("連携を深めることで一致しました。", ["both"]),
        ("新井大臣から説明し、トランブレー大臣から支持を得ました。", ["Japan, then Canada"]),
        ("地域情勢について議論が行われました。", [""]),
        ("新井大臣から説明しました。また、感謝を述べました。", ["Japan", "Japan"]),
    ],
)
def test_who_says_a_japanese_sentence(text: str, who: list[str]) -> None:
    record = meeting(text, people=JAPANESE).to_json() | {"source": {"publisher": "外務省", "language": "ja"}}
    assert [said.who for said in said_of(Meeting.from_json(record))] == who


def test_the_minister_without_a_name_is_the_publishers_own() -> None:
    assert who_says("The Minister asked for help.") == ["Japan"]
    assert who_says("The Minister asked for help.", publisher="Global Affairs Canada") == ["Canada"]


def test_the_json_names_point_span_and_speakers() -> None:
    said = Said((2, 1), 0, 9, ("Japan",), together=True, carried=True)
    assert said.to_json() == {"point": "2.1", "span": [0, 9], "by": ["Japan"], "together": True, "carried": True}
    assert "carried" not in Said((1,), 0, 9, ()).to_json()


SPOKEN = (
    "Minister", "Kono", "Freeland", "the", "two", "ministers", "said", "he", "she", "they", "that", "and", ",", ".",
    ";", "asked", "Japan", "Canada", "which", "view", "of", "To", "Mr.",
)  # fmt: skip
WORDS = st.sampled_from(SPOKEN)


@settings(max_examples=100)
@given(st.lists(WORDS, max_size=25))
def test_every_sentence_is_told_once_and_names_only_parties(words: list[str]) -> None:
    record = meeting(" ".join(words) or "x")
    said = said_of(record)
    for one in said:
        assert set(one.by) <= {"Japan", "Canada"}
        assert len(set(one.by)) == len(one.by)
    assert [one.start for one in said] == sorted({one.start for one in said})


AT_HOME = [{"name": "Helen Doyle", "title": "Foreign Minister", "party": "Australia"},
           {"name": "Bento Freitas", "title": "Minister of Foreign Affairs and Cooperation"}]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Minister Freitas asked for more teachers.", ["Bento Freitas"]),
        ("Minister Doyle asked for more teachers.", ["Australia"]),
        ("The Minister asked for more teachers.", ["Bento Freitas"]),
        ("Minister Freitas and Minister Doyle spoke of teachers.", ["both"]),
    ],
)
def test_whose_party_the_page_does_not_tell_speaks_by_name_and_has_the_page(text: str, who: list[str]) -> None:
    assert who_says(text, people=AT_HOME, publisher="The Daily News") == who


@pytest.mark.parametrize(
    "text",
    [
        "The Secretary and the Foreign Minister discussed trade.",
        "EAM and Minister Lambert discussed trade.",
        "The Secretary and Minister Lambert discussed trade.",
    ],
)
def test_two_offices_joined_are_both(text: str) -> None:
    people = [
        {"name": "Robert Hartman", "title": "Secretary of State", "party": "United States"},
        {"name": "Claire Lambert", "title": "Deputy Prime Minister and Foreign Minister", "party": "France"},
    ]
    if text.startswith("EAM"):
        people[0] = {"name": "R. Venkatesan", "title": "External Affairs Minister", "party": "India"}
    assert who_says(text, people=people, publisher="The Daily News") == ["both"]
