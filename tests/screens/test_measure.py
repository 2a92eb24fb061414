"""The columns of a card: labels as wide as they need be, the rest shared out."""

from __future__ import annotations

import pytest

from dipmeet.screens.measure import Measure, measure_for
from dipmeet.screens.words import words


@pytest.mark.parametrize(
    ("width", "labels", "measure"),
    [
        (80, [], Measure(80, 12, whole=False)),
        (80, ["Tokyo"], Measure(80, 12, whole=False)),
        (80, ["Tokyo", "Washington, D.C."], Measure(80, 16, whole=False)),
        (60, ["Washington, D.C."], Measure(60, 15, whole=False)),
        (200, ["Saint Vincent and the Grenadines"], Measure(100, 25, whole=False)),
        (None, ["Saint Vincent and the Grenadines"], Measure(100, 32, whole=True)),
        (80, ["東京東京東京東京"], Measure(80, 16, whole=False)),
        (80, [None], Measure(80, 12, whole=False)),
    ],
)
def test_labels_have_what_they_need_up_to_a_quarter(
    width: int | None, labels: list[str | None], measure: Measure
) -> None:
    assert measure_for(width, labels) == measure


@pytest.mark.parametrize(
    ("measure", "row", "widths"),
    [
        (Measure(80, 12, whole=False), ["Japan"], [80]),
        (Measure(80, 12, whole=False), ["Japan", "x"], [12, 66]),
        (Measure(80, 12, whole=False), ["Japan", "x" * 20, "y" * 10], [12, 20, 44]),
        (Measure(80, 12, whole=False), ["Japan", "x" * 40, "y" * 30], [12, 34, 30]),
        (Measure(80, 12, whole=False), ["Japan", "x" * 60, "y" * 60], [12, 32, 32]),
        (Measure(80, 12, whole=False), ["Japan", "x" * 60, "y" * 4], [12, 60, 4]),
        (Measure(100, 12, whole=True), ["Japan", "x" * 20, "y" * 10], [12, 20, 64]),
        (Measure(100, 12, whole=True), ["Japan", "x" * 90, "y" * 50], [12, 90, 50]),
    ],
)
def test_columns_share_the_room(measure: Measure, row: list[str], widths: list[int]) -> None:
    assert measure.widths([[words(cell) for cell in row]]) == widths
    assert measure.whole or sum(widths) + 2 * (len(widths) - 1) == measure.room
