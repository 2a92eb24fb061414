"""`when`: a time in other zones, as history had them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Dipmeet

TIMES = [
    # said, where, shown where, (zone, local, offset)
    ("2:05 p.m. 19 Sep 2017", "New York", "Tokyo", ("Asia/Tokyo", "2017-09-20T03:05", "+09:00")),
    ("2:05 p.m. 19 Sep 2017", "New York", "Ottawa", ("America/Toronto", "2017-09-19T14:05", "-04:00")),
    ("12:00 1 Jan 2010", "Caracas", "UTC", ("UTC", "2010-01-01T16:30", "+00:00")),
    ("12:00 1 Jan 2017", "Pyongyang", "UTC", ("UTC", "2017-01-01T03:30", "+00:00")),
    ("12:00 1 Jan 2020", "Kathmandu", "UTC", ("UTC", "2020-01-01T06:15", "+00:00")),
    ("12:00 1 Jan 2018", "Istanbul", "UTC", ("UTC", "2018-01-01T09:00", "+00:00")),
    ("yesterday 15:00", "local", "UTC", ("UTC", "2026-11-22T14:00", "+00:00")),
    ("14:05 19 Sep 2017", "JST", "UTC", ("UTC", "2017-09-19T05:05", "+00:00")),
]


@pytest.mark.parametrize(("said", "where", "shown", "expected"), TIMES)
def test_a_time_is_converted(
    dipmeet: Dipmeet, said: str, where: str, shown: str, expected: tuple[str, str, str]
) -> None:
    result = dipmeet("when", said, "--in", where, "--tz", shown, "--plain")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[1] == "\t".join(expected)


def test_potsdam_in_july_1945_was_three_hours_before_greenwich_under_double_summer_time(dipmeet: Dipmeet) -> None:
    """Berlin and the Soviet zone kept UTC+3 from 24 May to 24 September 1945 (tz database, Europe/Berlin)."""
    out = dipmeet("when", "17 July 1945 5 p.m.", "--in", "Potsdam", "--tz", "UTC", "--plain").out
    assert out.splitlines() == ["Europe/Berlin\t1945-07-17T17:00\t+03:00", "UTC\t1945-07-17T14:00\t+00:00"]


def test_words_need_no_quotes(dipmeet: Dipmeet) -> None:
    quoted = dipmeet("when", "2:05 p.m. 19 Sep 2017", "--in", "Tokyo").out
    assert dipmeet("when", "2:05", "p.m.", "19", "Sep", "2017", "--in", "Tokyo").out == quoted


def test_around_stays_around(dipmeet: Dipmeet) -> None:
    result = dipmeet("when", "around 2:05 p.m. 19 Sep 2017", "--in", "New York", "--tz", "Tokyo")
    assert "about 3:05 a.m. JST (+1 day)" in result.out
    said = dipmeet("when", "around 2:05 p.m. 19 Sep 2017", "--in", "New York", "--tz", "Tokyo", "--json").records
    assert [moment["approximate"] for moment in said] == [True, True]


def test_a_time_that_the_clocks_show_twice_is_noted(dipmeet: Dipmeet) -> None:
    result = dipmeet("when", "1:30 a.m. 5 Nov 2017", "--in", "New York")
    assert result.code == 0
    assert result.err.startswith("note: ")
    assert "twice" in result.err


def test_without_a_zone_to_show_it_is_utc(dipmeet: Dipmeet) -> None:
    out = dipmeet("when", "2:05 p.m. 19 Sep 2017", "--in", "Tokyo", "--plain").out
    assert out.splitlines()[1:] == ["UTC\t2017-09-19T05:05\t+00:00"]


def test_no_archive_is_needed(dipmeet: Dipmeet) -> None:
    assert dipmeet("--archive", "/no/such/folder/x.json", "when", "12:00 19 Sep 2017", "--in", "UTC").code == 0


def test_without_a_zone_asked_for_people_see_those_of_their_config_file(dipmeet: Dipmeet, tmp_path: Path) -> None:
    config = tmp_path / "own.toml"
    config.write_text('zones = ["Rideau Hall", "Tokyo"]\n[places]\n"Rideau Hall" = "Ottawa"\n', "utf-8")
    env = {"DIPMEET_CONFIG": str(config)}
    shown = dipmeet("when", "2:05 p.m. 19 Sep 2017", "--in", "New York", env=env)
    assert shown.code == 0
    assert [name in shown.out for name in ("Rideau Hall", "Tokyo", "UTC ")] == [True, True, False]
    asked = dipmeet("when", "2:05 p.m. 19 Sep 2017", "--in", "Rideau Hall", "--tz", "UTC", "--plain", env=env).out
    assert asked.splitlines() == ["America/Toronto\t2017-09-19T14:05\t-04:00", "UTC\t2017-09-19T18:05\t+00:00"]
    scripts = dipmeet("when", "2:05 p.m. 19 Sep 2017", "--in", "Tokyo", "--plain", env=env).out
    assert scripts.splitlines()[1:] == ["UTC\t2017-09-19T05:05\t+00:00"]


def test_a_zone_of_the_config_file_that_is_none_is_told_with_the_file(dipmeet: Dipmeet, tmp_path: Path) -> None:
    config = tmp_path / "own.toml"
    config.write_text('zones = ["Qwxzburgh"]\n', "utf-8")
    result = dipmeet("when", "12:00 19 Sep 2017", "--in", "Tokyo", env={"DIPMEET_CONFIG": str(config)})
    assert (result.code, result.out) == (3, "")
    assert str(config) in result.err
    assert "Qwxzburgh" in result.err
