"""The lexicon: words that mean the same, whatever their ending or language; words of no topic; stems."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import dipmeet.study.aligning.lexicon as lexicon
from dipmeet.study.aligning.lexicon import concepts_in, generic_words, stem

TABLE = Path(lexicon.__file__).parent / "vocabulary"


def concepts(text: str) -> set[str]:
    return {name for _, _, name in concepts_in(text)}


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("He was grateful.", "=thanks"),
        ("They gave their thanks.", "=thanks"),
        ("謝意を述べた", "=thanks"),
        ("the many dead", "=condolences"),
        ("help with rebuilding", "rebuilding"),
        ("復興支援", "rebuilding"),
        ("AIについて", "artificial intelligence"),
        ("the clearance of mines", "demining"),
        ("critical raw materials", "critical minerals"),
        ("invested in Peru", "investment"),
        ("the bullet train", "railways"),
        ("small and medium-sized enterprises", "small firms"),
        ("America will DEFEND Japan", "defence"),
        ("the East and South China Seas", "East China Sea"),
        ("the East and South China Seas", "South China Sea"),
    ],
)
def test_words_of_one_meaning_name_one_concept(text: str, concept: str) -> None:
    assert concept in concepts(text)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("an important matter", "trade"),
        ("healthy relations", "health"),
        ("once the pandemic is past", "history"),
        ("a trainer", "railways"),
        ("a full investigation", "investment"),
        ("the Moscow road map", "infrastructure"),
        ("NAIROBI – the President", "artificial intelligence"),
        ("Patriot batteries in Mainz –", "artificial intelligence"),
        ("the bulletin", "railways"),
    ],
)
def test_a_word_that_only_begins_alike_names_none(text: str, concept: str) -> None:
    assert concept not in concepts(text)


def test_a_hit_tells_where_it_stands() -> None:
    text = "On the 新幹線, and Trade."
    assert [(text[start:end], name) for start, end, name in concepts_in(text)] == [
        ("新幹線", "railways"),
        ("Trade", "trade"),
    ]


def test_a_letter_that_grows_in_lower_case_moves_nothing() -> None:
    text = "İİİİ trade"
    assert [(text[start:end], name) for start, end, name in concepts_in(text)] == [("trade", "trade")]


@pytest.mark.parametrize(
    ("word", "like"),
    [
        ("negotiations", "negotiate"),
        ("reactors", "reactor"),
        ("visited", "visiting"),
        ("policies", "policy"),
        ("norway's", "norway"),
    ],
)
def test_words_that_differ_in_their_ending_have_one_stem(word: str, like: str) -> None:
    assert stem(word) == stem(like)


@pytest.mark.parametrize("word", ["sea", "gas", "ring", "bees"])
def test_a_short_word_keeps_its_end(word: str) -> None:
    assert stem(word) in {word, word.removesuffix("s")}
    assert len(stem(word)) >= 3


def test_what_every_readout_has_makes_no_topic() -> None:
    assert {"the", "minister", "cooperation", "stressed"} <= generic_words()
    assert not {"whaling", "rice", "reactor"} & generic_words()


def test_every_row_of_the_table_has_a_name_once_and_words() -> None:
    rows = [
        line.split("\t")
        for line in (TABLE / "concepts.tsv").read_text("utf-8").splitlines()
        if not line.startswith("#")
    ]
    assert {len(row) for row in rows} <= {2, 3}
    assert len({row[0] for row in rows}) == len(rows)
    for name, english, *_ in rows:
        assert name.strip() == name
        assert all(word.strip() == word and word == word.lower() for word in english.split(";")), name
        assert all(len(word) >= 3 for word in re.findall(r"(\S+)\*", english)), name
