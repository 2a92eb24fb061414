"""A page that changed at its address: the record follows, the old text is kept, what changed is shown."""

from __future__ import annotations

from hashlib import sha256

import pytest

from tests.conftest import Dipmeet, Result
from tests.fiji import PAGE

URL = "https://www.mofa.example/page1.html"
NEWER = PAGE.replace("9:10", "9:20").replace("fisheries", "forestry")


def add(dipmeet: Dipmeet, text: str, *words: str, url: str = URL) -> Result:
    (dipmeet.folder / "page.txt").write_text(text, "utf-8")
    return dipmeet("add", "page.txt", "--url", url, *words)


@pytest.fixture
def renewed(dipmeet: Dipmeet) -> Dipmeet:
    assert add(dipmeet, PAGE).code == 0
    assert add(dipmeet, NEWER).code == 0
    return dipmeet


def test_the_record_follows_the_page(renewed: Dipmeet) -> None:
    (record,) = renewed("list", "--json").records
    assert record["id"] == "2031-03-03-japan-fiji"
    assert record["start"]["local"] == "2031-03-03T09:20"
    assert record["source"]["text"] == NEWER


def test_the_old_text_is_kept_as_a_version(renewed: Dipmeet) -> None:
    (version,) = renewed("list", "--json").records[0]["source"]["versions"]
    assert version["text"] == PAGE
    assert version["sha256"] == sha256(PAGE.encode()).hexdigest()


def test_what_changed_is_shown_in_text_and_in_facts(dipmeet: Dipmeet) -> None:
    add(dipmeet, PAGE)
    shown = add(dipmeet, NEWER)
    assert "- 2. Minister Vuki spoke of fisheries." in shown.out
    assert "+ 2. Minister Vuki spoke of forestry." in shown.out
    assert "start.local     2031-03-03T09:10" in shown.out
    assert shown.err == "renewed 2031-03-03-japan-fiji: the page changed; the old text is kept\n"


def test_a_trial_shows_it_and_changes_nothing(dipmeet: Dipmeet) -> None:
    add(dipmeet, PAGE)
    shown = add(dipmeet, NEWER, "--dry-run")
    assert "+ 2. Minister Vuki spoke of forestry." in shown.out
    assert shown.err.startswith("would renew ")
    assert dipmeet("list", "--json").records[0]["source"]["text"] == PAGE


@pytest.mark.parametrize("text", [PAGE, NEWER])
def test_the_page_as_it_is_and_as_it_was_are_held_already(renewed: Dipmeet, text: str) -> None:
    answer = add(renewed, text)
    assert (answer.code, answer.out) == (1, "")
    assert "is held already, as 2031-03-03-japan-fiji" in answer.err


def test_a_third_version_keeps_both_earlier_ones(renewed: Dipmeet) -> None:
    add(renewed, NEWER.replace("forestry", "tourism"))
    versions = renewed("list", "--json").records[0]["source"]["versions"]
    assert [version["text"] for version in versions] == [PAGE, NEWER]


def test_what_a_person_set_survives_the_new_version(dipmeet: Dipmeet) -> None:
    add(dipmeet, PAGE)
    dipmeet("edit", "2031-03-03", "--set", "place=Nadi")
    add(dipmeet, NEWER)
    assert dipmeet("list", "--json").records[0]["place"] == "Nadi"


def test_a_meeting_that_the_page_did_not_tell_of_is_added(dipmeet: Dipmeet) -> None:
    add(dipmeet, PAGE)
    other = PAGE.replace("Fiji", "Tonga").replace("Tomasi Vuki", "Sione Tapa").replace("March 3,", "March 4,")
    add(dipmeet, NEWER + "\n\n" + other)
    assert "2031-03-03-japan-fiji" in dipmeet("list", "--json").ids


def test_another_address_is_another_page(dipmeet: Dipmeet) -> None:
    add(dipmeet, PAGE)
    add(dipmeet, NEWER, url=URL + "?lang=en")
    assert dipmeet("list", "--json").ids == ["2031-03-03-japan-fiji", "2031-03-03-japan-fiji-2"]


def test_force_adds_a_record_of_its_own(dipmeet: Dipmeet) -> None:
    add(dipmeet, PAGE)
    add(dipmeet, NEWER, "--force")
    assert dipmeet("list", "--json").ids == ["2031-03-03-japan-fiji", "2031-03-03-japan-fiji-2"]
