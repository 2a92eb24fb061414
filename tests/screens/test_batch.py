"""What became of each source, and of all."""

from __future__ import annotations

from dipmeet.screens.batch import batch
from tests.screens.conftest import draw

OUTCOMES = [
    ("readouts/a.txt", ["2017-09-19-japan-canada"], "read"),
    ("readouts/b.txt", ["2018-09-27-japan-china", "2018-09-27-china-japan"], "read, 1 doubt"),
    ("readouts/c.txt", [], "no readout in readouts/c.txt"),
]
TOTALS = {"read": 1, "doubtful": 1, "held already": 0, "refused": 1}


def drawn(width: int | None) -> list[str]:
    return draw(lambda columns: batch(OUTCOMES, TOTALS, columns), width).splitlines()


def test_each_source_has_a_row_and_each_number_says_out_of_how_many() -> None:
    assert drawn(80) == [
        "Source          Record                   Result",
        "─────────────────────────────────────────────────────────────────────",
        "readouts/a.txt  2017-09-19-japan-canada  read",
        "readouts/b.txt  2018-09-27-japan-china   read, 1 doubt",
        "                2018-09-27-china-japan",
        "readouts/c.txt                           no readout in readouts/c.txt",
        "",
        "Read     1 of 3 sources",
        "Doubtful 1 of 3 sources",
        "Refused  1 of 3 sources",
        "",
    ]


def test_what_became_of_a_source_stands_under_it_where_there_is_no_room_beside() -> None:
    assert drawn(69) == drawn(80) == drawn(None)
    assert drawn(68)[:9] == [
        "Source",
        "────────────────────────────────────────────────────────────────────",
        "readouts/a.txt",
        "  2017-09-19-japan-canada · read",
        "readouts/b.txt",
        "  2018-09-27-japan-china · 2018-09-27-china-japan · read, 1 doubt",
        "readouts/c.txt",
        "  no readout in readouts/c.txt",
        "",
    ]
