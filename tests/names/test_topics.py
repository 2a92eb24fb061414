"""Specifies the vocabulary of topics: its table, and how topics are found by name and in text."""

from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dipmeet.names.topics as vocabulary
from dipmeet.names.folding import fold
from dipmeet.names.topics import all_topics, find_topic, narrower, suggest_topic, topic_as_told, topic_in, topics_in

TABLE = Path(vocabulary.__file__).parent / "tables" / "topics.tsv"
ROWS = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]


def named(text: str) -> list[str]:
    return [name for _, _, name in topics_in(text)]


def test_every_row_has_a_name_and_at_most_five_cells_without_stray_spaces() -> None:
    for row in ROWS:
        cells = row.split("\t")
        assert 1 <= len(cells) <= 5, row
        assert cells[0], row
        assert all(part == part.strip() for cell in cells for part in cell.split(";")), row
        assert all(part for cell in cells[2:] if cell for part in cell.split(";")), row
        assert row == row.rstrip(), row


def test_rows_are_grouped_by_themes_each_opened_once() -> None:
    lines = TABLE.read_text("utf-8").splitlines()
    themes = [line for line in lines if line.startswith("#")]
    assert lines[0].startswith("# name, mark, broader topics")
    assert lines[1] in themes
    assert len(themes) == len(set(themes))


def test_a_mark_is_general_or_frame_or_nothing() -> None:
    assert {topic.mark for topic in all_topics()} == {"", "general", "frame"}


def test_no_name_belongs_to_two_topics_not_even_in_the_plural() -> None:
    owners = defaultdict(set)
    for topic in all_topics():
        for name in (topic.name, *topic.aliases):
            owners[vocabulary._american(fold(name)).removesuffix("s")].add(topic.name)
    assert {name: topics for name, topics in owners.items() if len(topics) > 1} == {}


def test_no_topic_gives_a_name_twice() -> None:
    for topic in all_topics():
        assert len({topic.name, *topic.aliases}) == 1 + len(topic.aliases), topic.name


def test_every_broader_topic_exists_and_none_is_broader_than_itself() -> None:
    names = {topic.name for topic in all_topics()}
    for topic in all_topics():
        assert set(topic.broader) <= names, topic.name
        assert all(topic.name in narrower(broader) for broader in topic.broader)
        assert not any(broader in narrower(topic.name) for broader in topic.broader), f"{topic.name}: a cycle"


def test_japanese_names_stand_in_their_own_cell() -> None:
    for row in ROWS:
        name, _, _, others, japanese = (*row.split("\t"), "", "", "", "")[:5]
        assert max(name + others) < "\u3000", row
        assert not any(part.isascii() for part in japanese.split(";") if part), row


def test_every_name_of_a_topic_finds_it_as_a_whole_and_in_text() -> None:
    for topic in all_topics():
        for name in (topic.name, *topic.aliases):
            found = find_topic(name)
            assert found is not None
            assert found.name == topic.name, name
            assert topics_in(f"“{name}”") == ((1, 1 + len(name), topic.name),), name


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("North Korea", "North Korea"), ("DPRK", "North Korea"), ("dprk", "North Korea"), ("北朝鮮", "North Korea"),
        ("abductions", "abductions issue"), ("the abductions issue", "abductions issue"),
        ("拉致問題", "abductions issue"),
        ("North American Free Trade Agreement", "NAFTA"), ("nafta", "NAFTA"), ("北米自由貿易協定", "NAFTA"),
        ("UNSC reform", "UN Security Council reform"),
        ("United Nations Security Council reform", "UN Security Council reform"),
        ("FOIP", "Free and Open Indo-Pacific"), ("free and open Indo-Pacific", "Free and Open Indo-Pacific"),
        ("WHO", "World Health Organization (WHO)"), ("World Health Organisation", "World Health Organization (WHO)"),
        ("defence cooperation", "security and defense cooperation"),
        ("defense cooperation", "security and defense cooperation"),
        ("counter terrorism", "counter-terrorism"), ("supply chain", "supply chains"), ("vaccine", "vaccines"),
        ("nuclear deal", "Joint Comprehensive Plan of Action (JCPOA)"),
        ("Brexit", "UK's withdrawal from the EU (Brexit)"),
        ("BRI", "Belt and Road Initiative"), ("気候変動", "climate change"), ("ODA", "development cooperation"),
    ],
)  # fmt: skip
def test_a_topic_is_found_by_any_of_its_names(said: str, topic: str) -> None:
    found = find_topic(said)
    assert found is not None
    assert found.name == topic


@pytest.mark.parametrize(
    ("name", "japanese"),
    [
        ("North Korea", "北朝鮮"), ("COVID-19", "新型コロナウイルス感染症"), ("Ukraine", "ウクライナ"),
        ("2+2", "外務・防衛閣僚会合"),
        ("ASEAN Plus Three", "ASEAN Plus Three"), ("Japan-Canada Action Plan", "Japan-Canada Action Plan"),
    ],
)  # fmt: skip
def test_a_topic_has_the_first_of_its_japanese_names_on_japanese_pages(name: str, japanese: str) -> None:
    assert topic_in("ja", name) == japanese
    assert topic_in("en", name) == topic_in(None, name) == name


def test_a_japanese_name_leads_back_to_its_topic() -> None:
    for topic in all_topics():
        found = find_topic(topic_in("ja", topic.name))
        assert found is not None
        assert found.name == topic.name


@pytest.mark.parametrize("said", ["", "the", "s", "weather", "North Korea and NAFTA"])
def test_what_names_no_topic_as_a_whole_is_none(said: str) -> None:
    assert find_topic(said) is None


@pytest.mark.parametrize(
    ("broader", "below"),
    [
        ("North Korea", {"abductions issue", "Six-Party Talks", "ship-to-ship transfers", "denuclearization"}),
        ("Ukraine", {"sanctions against Russia", "Crimea"}),
        ("sanctions", {"sanctions against Russia", "sanctions against North Korea", "sanctions evasion"}),
        ("Middle East", {"Gaza Strip", "two-state solution", "Joint Comprehensive Plan of Action (JCPOA)", "Yemen"}),
        ("United Nations", {"UN Security Council", "UN Security Council reform", "UNHCR", "UN80 Initiative"}),
        ("free trade", {"NAFTA", "CPTPP", "TPP 11", "RCEP", "WTO", "Japan-EU Economic Partnership Agreement"}),
        ("climate change", {"Paris Agreement", "UN climate conferences (COP)", "green growth"}),
        ("alliance", {"Okinawa", "extended deterrence", "U.S. forces in Japan"}),
        ("COVID-19", {"Diamond Princess", "Avigan", "cross-border travel"}),
        ("G7", {"G7 Summit", "G7 presidency"}),
        ("Indo-Pacific", {"Free and Open Indo-Pacific", "Quad", "ASEAN", "Pacific Island countries", "Taiwan Strait"}),
    ],
)  # fmt: skip
def test_a_topic_includes_what_belongs_to_it_at_any_depth(broader: str, below: set[str]) -> None:
    assert below < narrower(broader)
    assert broader in narrower(broader)


def test_a_broader_topic_does_not_include_its_neighbours() -> None:
    assert not narrower("North Korea") & {
        "China",
        "South China Sea",
        "Ukraine",
        "Joint Comprehensive Plan of Action (JCPOA)",
    }
    assert narrower("no such topic") == {"no such topic"}


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("the abduction of Japanese citizens", ["abductions issue"]),
        (
            "UNSC reform, the UN Security Council and its resolutions",
            ["UN Security Council reform", "UN Security Council"],
        ),
        ("UN Security Council resolutions on North Korea", ["UN Security Council resolutions", "North Korea"]),
        ("on ALPS treated water", ["ALPS treated water"]),
        ("in the Alps", []),
        ("who met", []),
        ("free and\nopen Indo–Pacific", ["Free and Open Indo-Pacific"]),
        ("supply-chain", ["supply chains"]),
        ("supply chains", ["supply chains"]),
        ("supplychain", []),
        ("typhoons and missile launches", ["disasters", "ballistic missile launch"]),
        ("the spaceship", []),
        ("Gaza’s future", ["Gaza Strip"]),
        ("Gaza? Ukraine! (NAFTA)\tHaiti…", ["Gaza Strip", "Ukraine", "NAFTA", "Haiti"]),
        ("“Ukraine”—“free trade”", ["Ukraine", "free trade"]),
        ("éUkraine, Ukraineé and Ukraine_", ["Ukraine"]),
        ("the earthquakes in Türkiye", ["Türkiye earthquake"]),
        ("İzmir and Ukraine, ISTANBUL AND NAFTA", ["Ukraine", "NAFTA"]),
        ("UK’s withdrawal from the EU", ["UK's withdrawal from the EU (Brexit)"]),
        ("EPAs/FTAs", ["EPAs/FTAs"]),
        (
            "北朝鮮の核・ミサイル問題と拉致問題",
            ["North Korea", "North Korea's nuclear and missile programs", "abductions issue"],
        ),
        ("G7議長国としてTPP11に", ["G7 presidency", "TPP 11"]),
        ("自由で開かれたインド太平洋", ["Free and Open Indo-Pacific"]),
    ],
)
def test_topics_are_found_in_text_the_longest_name_at_each_place(text: str, topics: list[str]) -> None:
    assert named(text) == topics


@settings(max_examples=60)
@given(st.lists(st.sampled_from([topic.name for topic in all_topics()]), min_size=1, max_size=5))
def test_topics_that_stand_apart_are_all_found_where_they_stand(topics: list[str]) -> None:
    text = " | ".join(topics)
    found = topics_in(text)
    assert [name for _, _, name in found] == topics
    assert [text[start:end] for start, end, _ in found] == topics


@settings(max_examples=80)
@given(st.text("aA ’'-İıß北朝鮮G7.ﬁΣ", max_size=60))
def test_mentions_lie_within_the_text_and_do_not_overlap(text: str) -> None:
    at = 0
    for start, end, _ in topics_in(text):
        assert at <= start < end <= len(text)
        at = end


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("abductoins issue", "abductions issue"),
        ("Indo-Pacfic", "Indo-Pacific"),
        ("Ukrane", "Ukraine"),
        ("Six-Party", "Six-Party Talks"),
    ],
)
def test_a_misspelt_topic_is_suggested(said: str, topic: str) -> None:
    assert topic in suggest_topic(said)


def test_nothing_is_suggested_for_what_is_like_no_topic() -> None:
    assert suggest_topic("zzzzzz") == ()
    assert suggest_topic("") == ()


@pytest.mark.parametrize(
    ("name", "words", "told"),
    [
        ("humanitarian assistance", ["humanitarian aid"], "humanitarian aid"),
        ("humanitarian assistance", ["Humanitarian aid"], "humanitarian aid"),  # as it stands within a sentence
        ("humanitarian assistance", ["humanitarian aid", "Humanitarian assistance"], "humanitarian assistance"),
        ("humanitarian assistance", ["humanitarian\n  aid"], "humanitarian aid"),
        ("humanitarian assistance", ["humanitarian corridor"], "humanitarian assistance"),
        ("disasters", ["Floods", "flood"], "floods"),
        ("defence industry", ["defense industry"], "defense industry"),
        ("Islamic State", ["ISIS"], "ISIS"),
        ("North Korea", ["DPRK"], "North Korea"),  # another name, by which no reader lists it
        ("Japan-Peru EPA", ["the Japan-Peru EPA"], "Japan-Peru EPA"),  # no topic of the vocabulary
        ("NAFTA", [], "NAFTA"),
    ],
)
def test_a_topic_is_told_by_the_pages_own_word_where_that_tells_as_much(name: str, words: list[str], told: str) -> None:
    assert topic_as_told(name, tuple(words)) == told


@pytest.mark.parametrize(
    ("name", "words", "told"),
    [
        ("North Korea", ["北朝鮮情勢"], "北朝鮮"),
        ("COVID-19", ["新型コロナ"], "新型コロナウイルス感染症"),
        ("ASEAN", ["ASEAN"], "ASEAN"),
        ("ASEAN", ["東南アジア諸国連合", "ASEAN"], "東南アジア諸国連合"),
        ("Futenma Air Station", ["辺野古"], "辺野古"),
        ("NAFTA", [], "北米自由貿易協定"),
    ],
)
def test_a_japanese_page_tells_a_topic_by_its_name_or_by_another(name: str, words: list[str], told: str) -> None:
    assert topic_as_told(name, tuple(words), "ja") == told


def test_what_a_topic_is_told_as_names_it() -> None:
    for topic in all_topics():
        for name in topic.told_as:
            assert name in topic.aliases
            assert find_topic(name) == topic, name
