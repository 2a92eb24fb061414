"""Names of themes: the topic's in the vocabulary, else another word for it, else words of the text; each once."""

from __future__ import annotations

import pytest

from dipmeet.model.meeting import Meeting
from dipmeet.study.comparison import compare

PEOPLE = [{"name": "Taro Kono", "party": "Japan"}, {"name": "Wang Yi", "party": "China"}]


def names(one: str, other: str) -> list[str]:
    a, b = (
        Meeting.from_json({"id": identity, "participants": PEOPLE, "points": [{"text": text}]})
        for identity, text in (("a", one), ("b", other))
    )
    return [topic.name for topic in compare(a, b).topics]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They spoke of the bullet train.", "high-speed rail"),
        ("They gave their thanks.", "thanks"),
        ("The police were named.", "police"),
        ("They welcomed the Japan-China Clean Rivers Initiative.", "Japan-China Clean Rivers Initiative"),
        ("They spoke of kettles and ukuleles.", "kettles and ukuleles"),
        ("They gave their thanks for the kettles.", "thanks"),
        ("They thanked the police.", "police"),
        ("She attached great value to the Kangaroo First policy and to kettles.", "Kangaroo First policy"),
        ("She asked them to repeal the Jackson-Vanik amendment.", "Jackson-Vanik amendment"),
    ],
)
def test_a_theme_is_named(text: str, name: str) -> None:
    assert names(text, "They spoke of whaling.")[0] == name


def test_welcomes_and_thanks_of_one_side_are_courtesies() -> None:
    text = "They were glad to meet. They spoke of whaling. They gave their thanks."
    assert names(text, "They spoke of whaling.") == ["courtesies", "whaling"]


def test_what_both_name_comes_before_what_weighs_more() -> None:
    assert names("Whaling and visas for students were named.", "Whaling was named.")[0] == "whaling"


def test_a_name_that_both_have_comes_before_a_topic_that_one_has() -> None:
    found = names(
        "In Vladivostok Mr. Abe spoke to Mr. Xi.", "Mr. Xi spoke to Mr. Abe at a forum on fish in Vladivostok."
    )
    assert found == ["Vladivostok"]


def test_no_two_themes_have_one_name() -> None:
    text = "The police were named, with visas. A police car passed Haiti and its police."
    found = names(text, "They spoke of whaling.")
    assert len(found) == len(set(found)) > 1
