"""Frozen values: made by place or by name, compared and printed by their fields, never changed."""

from __future__ import annotations

import pytest

from dipmeet.model.value import FrozenValue, Value


class Clock(Value):
    hour: int
    minute: int = 0
    zones: tuple[str, ...] = ()


class Alarm(Clock):
    sound: str = "bell"


def test_fields_are_given_by_place_or_by_name_and_the_rest_are_the_defaults() -> None:
    clock = Clock(14, minute=5)
    assert (clock.hour, clock.minute, clock.zones) == (14, 5, ())


def test_a_class_that_builds_on_another_has_its_fields_before_its_own() -> None:
    assert vars(Alarm(7)) == {"hour": 7, "minute": 0, "zones": (), "sound": "bell"}
    assert Alarm.__match_args__ == ("hour", "minute", "zones", "sound")


@pytest.mark.parametrize(
    ("values", "named"),
    [
        pytest.param((), {}, id="one is missing"),
        pytest.param((), {"minute": 5, "second": 1}, id="one is missing and one unknown"),
        pytest.param((14,), {"second": 1}, id="one is unknown"),
        pytest.param((14, 5, (), "bell"), {}, id="one too many"),
    ],
)
def test_a_value_takes_its_fields_and_no_others(values: tuple[object, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="Clock takes hour, minute, zones"):
        Clock(*values, **named)  # type: ignore[arg-type]


def test_a_value_cannot_be_changed() -> None:
    clock = Clock(14)
    with pytest.raises(FrozenValue, match=r"Clock\.hour cannot be set"):
        clock.hour = 15  # type: ignore[misc]
    with pytest.raises(FrozenValue, match=r"Clock\.hour cannot be taken away"):
        del clock.hour
    assert clock.hour == 14


def test_replaced_makes_another() -> None:
    clock = Clock(14)
    assert (clock.replaced(minute=5), clock) == (Clock(14, 5), Clock(14))


def test_values_are_equal_and_hash_alike_where_class_and_fields_are() -> None:
    assert {Clock(14), Clock(hour=14), Clock(14, 0, ())} == {Clock(14)}
    assert Clock(14) != Clock(15)
    assert Clock(14) != Alarm(14)


def test_a_value_is_matched_and_printed_by_its_fields() -> None:
    match Clock(14, 5):
        case Clock(hour, minute):
            assert (hour, minute) == (14, 5)
    assert repr(Clock(14, 5)) == "Clock(hour=14, minute=5, zones=())"
