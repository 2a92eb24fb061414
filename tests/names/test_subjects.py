"""Specifies which of the topics that a readout names it plainly speaks of."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.names.subjects import LONGEST, MOST, READ, subjects_of
from dipmeet.names.topics import all_topics

PARTIES = ("Japan", "Canada")


@pytest.mark.parametrize(
    ("texts", "topics"),
    [
        (
            ["They also took up UNSC reform and the North American Free Trade Agreement (NAFTA)."],
            ("UN Security Council reform", "NAFTA"),
        ),
        (
            ["On North Korea they agreed.", "The abduction of Japanese citizens troubled her.", "North Korea again."],
            ("North Korea", "abductions issue"),
        ),
        (
            ["They discussed the Middle East, Sri Lanka and development finance."],
            ("Middle East", "Sri Lanka", "development finance"),
        ),
        (["北朝鮮、特に拉致問題について意見交換しました。"], ("North Korea", "abductions issue")),
    ],
)  # fmt: skip
def test_what_is_plainly_discussed_is_a_topic_in_the_order_of_first_mention(
    texts: list[str], topics: tuple[str, ...]
) -> None:
    assert subjects_of(texts, parties=PARTIES) == topics


@pytest.mark.parametrize(
    "text",
    [
        "Minister Kono spoke of his student years in the United States.",
        "He had come from Brazil.",
        "Both countries share the rule of law.",
        "The G7 was named.",
        "He hoped for a good meeting.",
        "",
    ],
)
def test_what_is_named_in_passing_is_no_topic(text: str) -> None:
    assert subjects_of([text], parties=PARTIES) == ()


@pytest.mark.parametrize(
    "texts",
    [
        ["Minister Joly discussed Haiti and Peru."],
        ["On Peru, they agreed."],
        ["Peru"],
        ["Peru: they agreed."],
        ["The minister worried over Peru.", "For Peru much is at stake."],
        ["They exchanged on the situation in Peru."],
    ],
)
def test_a_third_state_is_a_topic_if_discussed_opening_a_sentence_heading_a_point_or_named_again(
    texts: list[str],
) -> None:
    assert "Peru" in subjects_of(texts, parties=PARTIES)


@pytest.mark.parametrize(
    ("texts", "topics"),
    [
        (["They will urge North Korea to act, with China and Peru."], ("North Korea",)),
        (["They discussed Haiti together with Peru."], ("Haiti",)),
        (["They discussed work with Peru."], ("Peru",)),
    ],
)
def test_a_state_that_acts_beside_others_is_no_topic(texts: list[str], topics: tuple[str, ...]) -> None:
    assert subjects_of(texts, parties=PARTIES) == topics


def test_an_example_tells_what_was_meant() -> None:
    assert subjects_of(["They spoke of sanctions evasion such as ship-to-ship transfers."]) == (
        "ship-to-ship transfers",
    )
    assert "sanctions evasion" in subjects_of(["They spoke of sanctions evasion and ship-to-ship transfers."])


def test_a_topic_counts_once_by_whatever_name() -> None:
    texts = ["On the DPRK, they agreed.", "North Korea launched.", "北朝鮮"]
    assert subjects_of(texts, parties=PARTIES) == ("North Korea",)


def test_a_topic_whose_words_a_longer_name_holds_is_told_by_it() -> None:
    assert subjects_of(["They discussed the NPT and the NPT Review Conference."]) == ("NPT Review Conference",)


def test_a_topic_that_much_is_said_of_stays_beside_the_longer_name() -> None:
    texts = ["They discussed the NPT.", "On the NPT, more was said.", "They discussed the NPT Review Conference."]
    assert subjects_of(texts) == ("NPT", "NPT Review Conference")


def test_a_general_topic_is_told_by_what_belongs_to_it() -> None:
    assert subjects_of(["They discussed Asia-Pacific affairs, energy and LNG."]) == ("Asia-Pacific", "LNG")


def test_what_frames_a_readout_is_a_topic_only_where_little_else_is_told() -> None:
    framed = "They discussed bilateral relations"
    assert subjects_of([f"{framed} and the Caribbean region."], parties=PARTIES) == (
        "bilateral relations",
        "Caribbean region",
    )
    more = f"{framed}, Gaza, Ukraine, Haiti, fisheries and Myanmar."
    assert "bilateral relations" not in subjects_of([more], parties=PARTIES)
    assert subjects_of(["Bilateral relations"], parties=PARTIES) == ("Japan-Canada relations",)


def test_two_parties_own_relations_are_the_topic_where_no_other_is() -> None:
    assert subjects_of(["Relations are good. These relations matter."], parties=PARTIES) == ("Japan-Canada relations",)
    told = ["The ABE Initiative and pandas were named.", "Relations are good. These relations matter."]
    assert subjects_of(told, parties=PARTIES)[-1] == "Japan-Canada relations"
    assert subjects_of(["These relations matter."], parties=("Japan", "Canada", "Peru")) == ()
    told = ["They discussed Haiti, Yemen and NAFTA.", "Good relations, close relations, old relations."]
    assert subjects_of(told, parties=PARTIES) == ("Haiti", "Yemen", "NAFTA")


def test_of_too_many_those_most_told_stay() -> None:
    names = [
        "Gaza Strip",
        "Yemen",
        "Syria",
        "Libya",
        "Lebanon",
        "Haiti",
        "Venezuela",
        "Arctic",
        "Sahel",
        "NAFTA",
        "whaling",
    ]
    texts = [f"The minister named {name}." for name in names] + ["On whaling, more was said."]
    found = subjects_of(texts, parties=PARTIES)
    assert len(found) == MOST
    assert found[-1] == "whaling"


@pytest.mark.parametrize(
    ("lead", "topics"),
    [
        ("Secretary Blinken spoke with Minister Joly about global health and Peru.", ("health", "Peru")),
        ("They met to discuss Haiti. The NPT Review Conference was on.", ("Haiti",)),
        ("Two signings followed, of notes on an Air Services Agreement.", ("air services",)),
        ("After a lunch with Nikkei communities; they then signed an Exchange of Notes on ODA loans.", ("ODA loans",)),
        ("On May 7, for about 20 minutes, Minister Kono, who came to Germany for the G20, met Minister Joly.", ()),
        ("Minister Kono, who came for the Six-Party Talks, met Minister Joly in Haiti.", ()),
        ("", ()),
    ],
)  # fmt: skip
def test_a_lead_counts_where_it_says_what_was_discussed_or_signed(lead: str, topics: tuple[str, ...]) -> None:
    assert subjects_of([], lead=lead, parties=PARTIES) == topics


def test_a_point_that_says_something_was_signed_tells_no_general_topic() -> None:
    assert subjects_of(["They signed a note for better health."], parties=PARTIES) == ()


def test_what_the_lead_tells_comes_first() -> None:
    found = subjects_of(["They discussed NAFTA."], lead="They met to discuss Haiti.", parties=PARTIES)
    assert found == ("Haiti", "NAFTA")


def test_a_topic_that_a_japanese_name_holds_is_told_by_it() -> None:
    assert subjects_of(["来年の外交関係樹立100周年を祝い、100周年を契機に協力する。"]) == ("外交関係樹立100周年",)


@settings(max_examples=60)
@given(st.lists(st.sampled_from([t.name for t in all_topics() if not t.mark]), max_size=12))
def test_topics_are_few_and_each_stands_once(names: list[str]) -> None:
    found = subjects_of([f"They discussed {name}." for name in names], parties=PARTIES)
    assert len(found) <= MOST
    assert len(found) == len(set(found))


@settings(max_examples=60)
@given(st.lists(st.text("Aa.北朝鮮 G7-“(NPT)", max_size=60), max_size=4))
def test_any_text_has_some_answer(texts: list[str]) -> None:
    assert isinstance(subjects_of(texts, parties=PARTIES), tuple)


def test_of_a_text_longer_than_any_readout_only_the_beginning_is_read() -> None:
    filler = "They met. " * (READ // 10)
    assert subjects_of(["They discussed Haiti.", filler]) == ("Haiti",)
    assert subjects_of([filler, "They discussed Haiti."]) == ()


def test_a_sentence_without_an_end_is_read_in_pieces() -> None:
    assert subjects_of(["They discussed Haiti and " + "so on and " * LONGEST + "Yemen"]) == ("Haiti", "Yemen")


@pytest.mark.parametrize(
    "piece", ["A ", "A-", "China ", "北朝鮮", "Treaty of ", ". A", "death of A A ", "“", "A" + " " * 99]
)
def test_hostile_text_ends_in_few_topics(piece: str) -> None:
    assert len(subjects_of([piece * (2 * READ // len(piece))])) <= MOST


def test_topics_are_called_as_the_page_calls_them() -> None:
    text = "They discussed humanitarian aid, floods and the situation in the Democratic Republic of the Congo."
    assert subjects_of([text], parties=PARTIES) == (
        "humanitarian aid",
        "floods",
        "Democratic Republic of the Congo",
    )
    assert subjects_of(["両大臣は、北朝鮮情勢及びASEANについて議論した。"], language="ja") == ("北朝鮮", "ASEAN")
