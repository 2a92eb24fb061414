"""Whether two accounts name one person: order, spelling, initials, scripts, offices, and who is left over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipmeet.model.people import Participant
from dipmeet.study.persons import (
    is_comparable,
    is_same_name,
    is_same_office,
    is_same_person,
    matched,
    party_meant,
)

KONO = Participant(name="KONO Taro", title="Minister for Foreign Affairs", party="Japan")
WANG = Participant(name="Wang Yi", title="State Councilor", party="China")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("KONO Taro", "Taro Kono"),
        ("KONO Taro", "Tarō Kōno"),
        ("Kono", "Taro Kono"),
        ("Kouno Taro", "Taro Kono"),
        ("Antony Blinken", "Antony J. Blinken"),
        ("Tony Blinken", "Antony Blinken"),
        ("J. Kerry", "John Kerry"),
        ("Kim Sung-han", "KIM Sunghan"),
        ("Mélanie Joly", "Melanie Joly"),
        ("Sergey Lavrov", "Sergei Lavrov"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("河野太郎", "河野太郎"),
    ],
)
def test_spellings_of_one_name_are_one(one: str, other: str) -> None:
    assert is_same_name(one, other)
    assert is_same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Taro Kono", "Taro Aso"),
        ("Kishida Fumio", "Kishi Nobuo"),
        ("Kim Jong-un", "Kim Yo-jong"),
        ("Wang Yi", "Yang Yi"),
        ("Shinzo Abe", "Akie Abe"),
        ("Li Keqiang", "Li Qiang"),
        ("Yoon Suk-yeol", "Yun Byung-se"),
        ("河野太郎", "Taro Kono"),
        ("河野太郎", "河野洋平"),
        ("", "Taro Kono"),
        ("—", "Taro Kono"),
    ],
)
def test_names_of_two_people_are_two(one: str, other: str) -> None:
    assert not is_same_name(one, other)
    assert not is_same_name(other, one)


@given(st.lists(st.text("abcdeo", min_size=2, max_size=7), min_size=1, max_size=4), st.randoms())
def test_the_order_of_its_words_makes_no_other_name(words: list[str], random: object) -> None:
    turned = sorted(words, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert is_same_name(" ".join(words), " ".join(turned).upper())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Minister for Foreign Affairs", "Foreign Minister", True),
        ("State Councilor and Foreign Minister", "Foreign Minister", True),
        ("State Councillor", "State Councilor", True),
        ("Minister of External Affairs", "Foreign Minister", True),
        ("Prime Minister", "Prime Minister of Japan", True),
        ("Minister for Foreign Affairs", "State Minister for Foreign Affairs", True),
        ("Foreign Minister", "Vice Foreign Minister", False),
        ("Deputy Secretary of State", "Secretary of State", False),
        ("Prime Minister", "Minister for Foreign Affairs", False),
        ("Foreign Minister", "Minister of Defence", False),
        ("外務大臣", "Minister for Foreign Affairs", True),
        ("内閣総理大臣", "Minister for Foreign Affairs", False),
        ("外務副大臣", "Foreign Minister", False),
        ("大統領", "President", True),
        ("文部科学大臣", "Minister for Foreign Affairs", None),
        ("Foreign Minister", None, None),
        (None, None, None),
    ],
)
def test_an_office_less_exact_is_the_same_and_another_rank_is_not(
    one: str | None, other: str | None, same: bool | None
) -> None:
    assert is_same_office(one, other) is same
    assert is_same_office(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "comparable"),
    [
        ("Kōno", "Kono", True),
        ("河野", "Kono", False),
        ("Łódź —", "x", True),
        ("", "x", False),
        ("河野 Taro", "太郎", True),
    ],
)
def test_what_is_written_in_two_scripts_cannot_be_compared(one: str, other: str, comparable: bool) -> None:
    assert is_comparable(one, other) is comparable


@pytest.mark.parametrize(
    ("name", "meant"),
    [("ROK", "south korea"), ("the Republic of Korea", "south korea"), ("Türkiye", "turkey"), ("Atlantis", "atlantis")],
)
def test_a_party_is_one_by_all_of_its_names(name: str, meant: str) -> None:
    assert party_meant(name) == meant


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ({}, True),
        ({"name": "Taro Kono", "title": None}, True),
        ({"name": None}, True),
        ({"name": None, "title": "Prime Minister"}, False),
        ({"name": None, "title": None}, False),
        ({"party": None}, True),
        ({"party": "China"}, False),
        ({"name": "Aso Taro"}, False),
        ({"name": "河野太郎"}, True),
        ({"name": "河野太郎", "title": "外務大臣"}, True),
        ({"name": "河野太郎", "title": "外務大臣", "party": None}, False),
        ({"name": "河野太郎", "title": "内閣総理大臣"}, False),
    ],
)
def test_a_person_is_told_by_name_and_without_one_by_the_office(changes: dict[str, str | None], same: bool) -> None:
    assert is_same_person(KONO, KONO.replaced(**changes)) is same


def test_who_is_whom_is_told_in_the_order_of_the_first_and_the_others_come_last() -> None:
    kono, wang = KONO.replaced(name="Taro Kono"), WANG.replaced(title="Foreign Minister")
    aide = Participant(name="Kong Xuanyou", party="China")
    assert matched((KONO, WANG), (aide, wang, kono)) == ((KONO, kono), (WANG, wang), (None, aide))
    assert matched((), ()) == ()
    assert matched((KONO,), ()) == ((KONO, None),)


def test_nobody_is_matched_twice() -> None:
    named = Participant(name="Kim", party="South Korea")
    kims = tuple(named.replaced(name=name) for name in ("Kim Dae-jung", "Kim Jong-pil"))
    assert matched((named,), kims) == ((named, kims[0]), (None, kims[1]))


@pytest.mark.parametrize(
    ("other", "is_one"),
    [
        (Participant(name="河野太郎", title="外務大臣", party="Japan"), True),
        (Participant(party="Japan"), True),
        (Participant(title="Minister", party="Japan"), True),
        (Participant(title="Vice Minister", party="Japan"), False),
        (Participant(name="Aso Taro", party="Japan"), False),
        (Participant(name="河野太郎", title="外務大臣", party="China"), False),
        (Participant(name="河野太郎", title="外務大臣"), False),
    ],
)
def test_the_last_two_of_a_party_are_one_person_where_nothing_speaks_against_it(
    other: Participant, is_one: bool
) -> None:
    assert matched((KONO,), (other,)) == (((KONO, other),) if is_one else ((KONO, None), (None, other)))
