"""What comes first among the meetings that a search finds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dipmeet.archive import Archive
from dipmeet.query.filters import Filter
from dipmeet.query.language import read_query
from tests.archive.made import laid_out

FILLING = "the ministers met and spoke of matters of common concern"


def ranked(folder: Path, query: str, **texts: str | dict[str, Any]) -> list[str]:
    """Return the ids in the order found; a text alone is that of the only point."""
    file = folder / "a.json"
    records = {
        name: {"id": name, **(said if isinstance(said, dict) else {"points": [{"text": said}]})}
        for name, said in texts.items()
    }
    file.write_bytes(laid_out({str(number): record for number, record in enumerate(records.values(), 1)}, {}))
    return [meeting.id for meeting in Archive(file).search(read_query([query])).meetings]


def test_who_says_a_word_more_often_comes_first(tmp_path: Path) -> None:
    often = "steel and steel again steel, said of trade"
    once = "steel and wheat again corn, said of trade"
    assert ranked(tmp_path, "steel", once=once, often=often, none=FILLING) == ["often", "once"]


def test_who_says_it_in_fewer_words_comes_first(tmp_path: Path) -> None:
    assert ranked(tmp_path, "steel", long=f"steel; {FILLING}", short="of steel", none=FILLING) == ["short", "long"]


def test_a_rare_word_counts_for_more_than_a_common_one(tmp_path: Path) -> None:
    common = {f"m{number}": f"trade in goods {number}" for number in range(9)}
    found = ranked(tmp_path, "trade OR whaling", **common, rare="whaling in seas 9")
    assert found[0] == "rare"
    assert sorted(found) == sorted([*common, "rare"])


def test_of_two_that_match_alike_the_earlier_comes_first_and_then_the_lesser_id(tmp_path: Path) -> None:
    def at(local: str) -> dict[str, Any]:
        return {"start": {"local": local}, "points": [{"text": "of steel"}]}

    found = ranked(tmp_path, "steel", d=at("2017-01-02"), c=at("2017-01-01"), b=at("2018"), a=at("2018"), none=FILLING)
    assert found == ["c", "d", "a", "b"]


def test_who_holds_both_words_comes_before_who_holds_one(tmp_path: Path) -> None:
    found = ranked(
        tmp_path, "steel OR tariffs", one="steel it was, and trade", both="steel it was, tariffs too", none=FILLING
    )
    assert found == ["both", "one"]


@pytest.mark.parametrize("query", ["steel NOT wheat", "steel NOT NEAR(steel wheat, 1)", '"steel" NOT (wheat OR corn)'])
def test_what_is_left_out_does_not_change_the_order(tmp_path: Path, query: str) -> None:
    found = ranked(tmp_path, query, once="steel again", often="steel steel again", out="steel wheat corn", none=FILLING)
    assert found == ["often", "once"]


def test_the_limit_takes_the_best(tmp_path: Path) -> None:
    ranked(tmp_path, "steel", once="steel, and more of it", often="steel steel steel, more", none=FILLING)
    selection = Archive(tmp_path / "a.json").search(read_query(["steel"]), limit=1)
    assert ([meeting.id for meeting in selection.meetings], selection.total) == (["often"], 2)


@pytest.mark.parametrize("where", [None, Filter(since="2016")])
def test_fewer_of_the_best_are_the_first_of_all(tmp_path: Path, where: Filter | None) -> None:
    said = {
        f"r{number:02}": {
            "start": {"local": f"{2017 + number % 2}"},
            "points": [{"text": " ".join(["steel"] * (1 + number % 3)) + f" and {FILLING if number % 5 else 'corn'}"}],
        }
        for number in range(20)
    }
    ranked(tmp_path, "steel", **said, none={"start": {"local": "2017"}, "points": [{"text": FILLING}]})
    archive = Archive(tmp_path / "a.json")
    whole = archive.search(read_query(["steel"]), where)
    assert (len(whole.meetings), whole.total) == (20, 20)
    for limit in range(22):
        some = archive.search(read_query(["steel"]), where, limit=limit)
        assert (some.meetings, some.total) == (whole.meetings[:limit], 20)
