"""Field paths have one grammar, read and written alike, and reach the values of a record."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipmeet.errors import UnknownName
from dipmeet.model.fields import (
    Path,
    is_within,
    known_paths,
    read_path,
    render_path,
    shape_at,
    value_at,
    with_value,
)
from dipmeet.model.shapes import Count, Many, Text
from tests.model.records import full

names = st.from_regex(r"[A-Za-z_][A-Za-z0-9_]{0,8}", fullmatch=True)
paths = st.tuples(names, st.lists(names | st.integers(0, 999_999), max_size=5)).map(lambda p: (p[0], *p[1]))


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("title", ("title",)),
        ("start.local", ("start", "local")),
        ("participants[1].title", ("participants", 1, "title")),
        ("points[0].points[1].text", ("points", 0, "points", 1, "text")),
        ("evidence.title[0][1]", ("evidence", "title", 0, 1)),
    ],
)
def test_a_path_is_names_and_positions_from_zero(text: str, path: Path) -> None:
    assert read_path(text) == path
    assert render_path(path) == text


@given(paths)
def test_a_path_is_read_back_as_it_is_written(path: Path) -> None:
    assert read_path(render_path(path)) == path


@given(st.text("ab_.[]01 \n٣-", max_size=8))
def test_whatever_is_read_as_a_path_is_written_the_same(text: str) -> None:
    try:
        path = read_path(text)
    except UnknownName:
        return
    assert render_path(path) == text


@pytest.mark.parametrize(
    "text", ["", ".", ".title", "title.", "[0]", "a..b", "a[", "a[]", "a[-1]", "a[x]", "a[0]b", "a b", "a[01]", "1a"]
)
def test_what_is_no_path_is_refused(text: str) -> None:
    with pytest.raises(UnknownName):
        read_path(text)


def test_a_field_that_is_misspelt_gets_a_suggestion() -> None:
    with pytest.raises(UnknownName) as error:
        shape_at("start.locale")
    assert error.value.suggestions[0] == "start.local"


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("title", Text),
        ("points", Many),
        ("points[3].points[0].points[1].text", Text),
        ("participants[9].honorific", Text),
        ("duration.minutes", Count),
        ("source.published", Text),
    ],
)
def test_every_field_has_its_shape_at_any_depth(path: str, shape: type) -> None:
    assert isinstance(shape_at(path), shape)


@pytest.mark.parametrize("path", ["colour", "start.utc", "title.x", "points.text", "points[0][0]", "start[0]"])
def test_a_field_that_no_record_has_is_unknown(path: str) -> None:
    with pytest.raises(UnknownName):
        shape_at(path)


def test_all_paths_offered_for_completion_exist() -> None:
    assert {"title", "start.local", "participants[0].name", "points[0].text"} <= set(known_paths())
    for path in known_paths():
        shape_at(path)


def test_a_value_is_found_by_its_path_and_what_is_not_there_is_none() -> None:
    assert value_at(full(), ("participants", 1, "name")) == "Chrystia Freeland"
    assert value_at(full(), ("points", 1, "points", 0, "text")) == "Abductions."
    assert value_at(full(), ()) == full()
    for path in (("participants", 2, "name"), ("title", "x"), ("points", "text"), ("start", 0), ("nothing",)):
        assert value_at(full(), path) is None


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("title",), "Another"),
        (("start", "local"), "2018"),
        (("participants", 0, "name"), "Kono Taro"),
        (("participants", 2), {"name": "A third"}),
        (("participants", 2, "name"), "A third"),
        (("points", 1, "points", 1, "text"), "More."),
        (("confirmed", 0, "field"), "place"),
    ],
)
def test_a_value_that_was_set_is_found_there_and_nothing_else_moves(path: Path, value: Any) -> None:
    before = full()
    after = with_value(before, path, value)
    assert value_at(after, path) == value
    assert before == full(), "the record given is left alone"
    rest = {name: item for name, item in after.items() if name != path[0]}
    assert rest == {name: item for name, item in full().items() if name != path[0]}
    assert [key for key in after if key in full()] == list(full())


@given(st.data())
def test_setting_what_stands_there_changes_nothing(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from([path for path, _ in leaves(full())]))
    assert with_value(full(), path, value_at(full(), path)) == full()


def test_none_takes_a_field_away_and_the_objects_that_it_leaves_empty() -> None:
    record = {"id": "a", "start": {"local": "2017"}, "topics": ["x", "y"]}
    assert with_value(record, ("start", "local"), None) == {"id": "a", "topics": ["x", "y"]}
    assert with_value(record, ("topics", 0), None) == {"id": "a", "start": {"local": "2017"}, "topics": ["y"]}
    assert with_value(with_value(record, ("topics", 0), None), ("topics", 0), None) == {
        "id": "a",
        "start": {"local": "2017"},
    }
    assert with_value(record, ("end", "local"), None) == record


@pytest.mark.parametrize(("path", "value"), [(("topics", 3), "z"), (("topics", 2), None), (("points", 1, "text"), "z")])
def test_a_list_grows_by_one_and_has_no_holes(path: Path, value: Any) -> None:
    record = {"id": "a", "topics": ["x", "y"]}
    with pytest.raises(UnknownName) as error:
        with_value(copy.deepcopy(record), path, value)
    assert "counted from 0" in (error.value.hint or "")


@pytest.mark.parametrize(
    ("field", "above", "is_below"),
    [
        ("start.local", "start", True),
        ("start", "start", True),
        ("points[0].text", "points", True),
        ("starting", "start", False),
        ("start", "start.local", False),
    ],
)
def test_a_field_is_within_what_stands_above_it(field: str, above: str, is_below: bool) -> None:
    assert is_within(field, above) is is_below


def leaves(value: Any, path: Path = ()) -> list[tuple[Path, Any]]:
    if isinstance(value, dict):
        return [leaf for key, item in value.items() for leaf in leaves(item, (*path, key))]
    if isinstance(value, list):
        return [leaf for at, item in enumerate(value) for leaf in leaves(item, (*path, at))]
    return [(path, value)]
