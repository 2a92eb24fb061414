"""Many sources at once: a folder is read to its end, whatever is in it, and told of in a table."""

from __future__ import annotations

from typing import Any

import pytest

from dipmeet.commands.adding.gathering import MANY
from tests.conftest import Dipmeet, Result
from tests.fiji import PAGE


def fill(dipmeet: Dipmeet, count: int) -> None:
    folder = dipmeet.folder / "pages"
    folder.mkdir()
    for number in range(count):
        text = PAGE.replace("Hana", f"H{'aeiou'[number % 5]}{'bcdfghklmnp'[number // 5]}a")
        (folder / f"{number:03}.txt").write_text(text, "utf-8")


@pytest.mark.parametrize("count", [3, MANY + 2])
def test_a_folder_is_read_by_one_process_or_by_several_with_the_same_result(dipmeet: Dipmeet, count: int) -> None:
    fill(dipmeet, count)
    answer = dipmeet("add", "pages")
    assert answer.code == 0
    assert answer.err == f"added {count} records from {count} sources\n"
    stored = [r["participants"][0]["name"] for r in sorted(dipmeet("list", "--json").records, key=_number)]
    assert len(set(stored)) == count
    assert stored[:3] == ["Haba Mori", "Heba Mori", "Hiba Mori"]


def totals(answer: Result) -> list[str]:
    """Return the table of totals below that of the sources, its columns a space apart."""
    return [" ".join(line.split()) for line in answer.out.strip().rpartition("\n\n")[2].splitlines()]


def _number(record: dict[str, Any]) -> int:
    return int(record["id"].removeprefix("2031-03-03-japan-fiji").removeprefix("-") or 1)


@pytest.mark.parametrize("count", [3, MANY])
def test_a_bad_file_is_told_and_stops_nothing(dipmeet: Dipmeet, count: int) -> None:
    fill(dipmeet, count)
    (dipmeet.folder / "pages" / "001.txt").write_text("", "utf-8")
    (dipmeet.folder / "pages" / "zz.txt").write_text("No meeting here.", "utf-8")
    answer = dipmeet("add", "pages")
    assert answer.code == 3
    assert totals(answer) == [f"Read {count - 1} of {count + 1} sources", f"Refused 2 of {count + 1} sources"]
    assert "pages/001.txt" in answer.out
    assert answer.err.splitlines()[-1] == f"dipmeet: 2 of {count + 1} sources were not added"
    assert len(dipmeet("list", "--ids").out.splitlines()) == count - 1


def test_a_text_that_stands_twice_is_added_once(dipmeet: Dipmeet) -> None:
    fill(dipmeet, 2)
    (dipmeet.folder / "pages" / "copy.txt").write_bytes((dipmeet.folder / "pages" / "000.txt").read_bytes())
    answer = dipmeet("add", "pages")
    assert answer.code == 3
    assert totals(answer) == ["Read 2 of 3 sources", "Held already 1 of 3 sources"]
    assert "says what pages/000.txt says" in answer.out
    assert len(dipmeet("list", "--ids").out.splitlines()) == 2


def test_one_address_cannot_be_that_of_several_files(dipmeet: Dipmeet) -> None:
    fill(dipmeet, 2)
    answer = dipmeet("add", "pages", "--url", "https://a.example/b")
    assert (answer.code, dipmeet("list", "--ids").out) == (2, "")
