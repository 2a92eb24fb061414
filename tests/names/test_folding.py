"""Specifies how names are folded for comparison."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.names.folding import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Washington, D.C.", "washington dc"),
        ("Nay Pyi Taw", "NAY-PYI-TAW"),
        ("São Tomé & Príncipe", "Sao Tome Principe"),
        ("Côte d’Ivoire", "Cote d'Ivoire"),
        ("Türkiye", "TURKIYE"),
        ("İzmir", "izmir"),
        ("Łódź", "lodz"),
        ("Tromsø", "tromso"),
        ("Straße", "strasse"),
        ("Nuku‘alofa", "nukualofa"),
        ("U.N.", "UN"),
        ("New\u00a0York", "new york"),
        ("ＮＡＴＯ", "nato"),
        ("co\u00adoperation", "cooperation"),
    ],
)
def test_names_that_differ_in_printing_alone_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Niger", "Nigeria"), ("Granada", "Grenada"), ("Iran", "Iraq"), ("ガーナ", "カーナ"), ("バリ", "パリ")],
)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@settings(max_examples=100)
@given(st.text(max_size=40))
def test_folding_twice_changes_no_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(max_examples=50)
@given(st.text("abc -éü'", max_size=20))
def test_a_folded_name_has_single_spaces_and_none_at_its_ends(text: str) -> None:
    assert fold(text) == " ".join(fold(text).split())
