"""Honorifics: how many words of address stand before a name, and which letters after it."""

from __future__ import annotations

import pytest

from dipmeet.readouts.crowd import Crowd
from dipmeet.readouts.honorifics import behind_honorifics, behind_postnominals


def after(text: str) -> str:
    """What stands behind the honorifics that `text` begins with."""
    crowd = Crowd(text, 0, len(text))
    return text[crowd.words[behind_honorifics(crowd, 0)].start :]


@pytest.mark.parametrize(
    "honorifics",
    [
        "Mr.",
        "H.E. Mr.",
        "H.E. Dr.",
        "HE",
        "His Excellency Mr.",
        "Her Royal Highness Princess",
        "H.H. Sheikh",
        "the Honourable",
        "The Rt Hon Sir",
        "Senator the Hon",
        "Lieutenant General (Retired)",
        "YB Dato' Seri Diraja Dr.",
        "Yang Berhormat Dato Seri Setia Haji",
        "Hon. Dr.",
    ],
)
def test_words_of_address_are_no_part_of_the_name(honorifics: str) -> None:
    assert after(f"{honorifics} Rashid Noor, Minister") == "Rashid Noor, Minister"


@pytest.mark.parametrize(
    "text",
    [
        "Rashid Noor, Minister",
        "Yang Weimin, Premier",
        "Prince of the realm",
        "General meeting of states",
        "Ambassador Extraordinary and Plenipotentiary",
    ],
)
def test_other_words_are_no_address(text: str) -> None:
    assert after(text) == text


def test_a_single_capital_u_is_an_address_before_a_burmese_name_alone() -> None:
    assert after("U Htin Lwin") == "Htin Lwin"
    assert after("U Minister") == "U Minister"


@pytest.mark.parametrize(
    ("text", "letters", "rest"),
    [
        ("P.C., M.P., Minister", "P.C., M.P.", ", Minister"),
        (", KCB MP, said", "KCB MP", ", said"),
        ("Jr. of the", "Jr.", " of the"),
        ("MP", "MP", ""),
    ],
)
def test_letters_after_a_name_are_read_with_their_commas(text: str, letters: str, rest: str) -> None:
    crowd = Crowd(text, 0, len(text))
    end, span = behind_postnominals(crowd, 0)
    assert span is not None
    assert text[slice(*span)] == letters
    assert text[crowd.words[end - 1].end :] == rest


def test_a_word_that_is_no_letters_ends_a_name() -> None:
    crowd = Crowd("Minister of Trade", 0, 17)
    assert behind_postnominals(crowd, 0) == (0, None)
