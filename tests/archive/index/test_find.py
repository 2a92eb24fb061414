"""What the index finds is what the definitions of filters and searches say, in the order of time, counted and cut."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dipmeet.archive import Archive
from dipmeet.model.accounts import accounts_by_meeting
from dipmeet.model.meeting import Meeting
from dipmeet.query.filters import Filter
from dipmeet.query.language import Query, read_query
from dipmeet.query.search import satisfies
from dipmeet.when.moments import sort_key
from tests.archive.index.strategies import few_filters, meeting, queries, records
from tests.archive.made import laid_out

quickly = settings(
    max_examples=int(os.environ.get("DIPMEET_EXAMPLES", "120")),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def archive_of(folder: Path, many: Sequence[dict[str, Any]]) -> Archive:
    """Return an archive of records, whose file is old enough that nobody waits for the clock."""
    file = folder / "a.json"
    file.write_bytes(laid_out({str(number): record for number, record in enumerate(many, 1)}, {}))
    os.utime(file, (1_600_000_000, 1_600_000_000))
    return Archive(file)


def in_time(meetings: Sequence[Meeting]) -> list[str]:
    return [found.id for found in sorted(meetings, key=lambda one: (sort_key(one.start), one.id))]


def meetings_of(many: Sequence[dict[str, Any]], allows: Callable[[Meeting], bool]) -> list[tuple[list[str], list[str]]]:
    """Return the ids of all accounts, and of those allowed, of each meeting that has one, in the order of time."""
    whole = sorted(accounts_by_meeting(map(meeting, many)), key=lambda some: (sort_key(some[0].start), some[0].id))
    found = ((ids(accounts), [one.id for one in accounts if allows(one)]) for accounts in whole)
    return [(accounts, allowed) for accounts, allowed in found if allowed]


def ids(meetings: Sequence[Meeting]) -> list[str]:
    return [found.id for found in meetings]


@quickly
@given(records, few_filters, st.integers(1, 8))
def test_a_filter_lets_through_whom_its_definition_allows(
    tmp_path: Path, many: list[dict[str, Any]], where: Filter, limit: int
) -> None:
    archive = archive_of(tmp_path, many)
    allowed = [record for record in many if where.allows(record)]
    expected = in_time([meeting(record) for record in allowed])
    for selection, part in (
        (archive.select(where), expected),
        (archive.select(where, limit=limit), expected[:limit]),
        (archive.select(where, last=limit), expected[-limit:]),
        (archive.select(where, order="file"), [record["id"] for record in allowed]),
        (archive.select(where, order="file", limit=limit), [record["id"] for record in allowed][:limit]),
    ):
        assert ids(selection.meetings) == part
        assert selection.total == len(expected)
    assert ids(list(archive.meetings(where))) == [record["id"] for record in allowed]


@quickly
@given(records, few_filters, st.integers(1, 8))
def test_a_meeting_is_let_through_where_one_of_its_accounts_is_and_stands_where_the_first_does(
    tmp_path: Path, many: list[dict[str, Any]], where: Filter, limit: int
) -> None:
    archive = archive_of(tmp_path, many)
    expected = meetings_of(many, where.matches)
    for selection, part in (
        (archive.select_meetings(where), expected),
        (archive.select_meetings(where, limit=limit), expected[:limit]),
        (archive.select_meetings(where, last=limit), expected[-limit:]),
        (archive.select_meetings(where, is_brief=True), expected),
    ):
        assert [(ids(found.all), ids(found.matching)) for found in selection.meetings] == part
        assert selection.total == len(expected)
    whole = meetings_of(many, lambda _: True)
    for selection, part in ((archive.select_meetings(), whole), (archive.select_meetings(last=limit), whole[-limit:])):
        assert [(ids(found.all), ids(found.matching)) for found in selection.meetings] == part
        assert selection.total == len(whole)
    assert archive.count() == len(whole) == archive.summary()["meetings"]
    assert len(archive) == len(many)


@quickly
@given(records, queries, few_filters, st.integers(1, 8))
def test_a_meeting_is_found_where_one_of_its_accounts_is(
    tmp_path: Path, many: list[dict[str, Any]], query: Query, where: Filter, limit: int
) -> None:
    archive = archive_of(tmp_path, many)
    expected = meetings_of(many, lambda one: where.matches(one) and satisfies(one, query))
    by_date, best = archive.search_meetings(query, where, order="date"), archive.search_meetings(query, where)
    first = archive.search_meetings(query, where, limit=limit)
    assert [(ids(found.all), ids(found.matching)) for found in by_date.meetings] == expected
    assert sorted((ids(found.all), ids(found.matching)) for found in best.meetings) == sorted(expected)
    assert first.meetings == best.meetings[:limit]
    assert {by_date.total, best.total, first.total} == {len(expected)}


def test_a_meeting_is_as_relevant_as_its_most_relevant_account(tmp_path: Path) -> None:
    long, short = "NAFTA " + "and much else " * 40, "NAFTA"
    records = [{"id": name, "notes": text} for name, text in (("a", long), ("b", "NAFTA now"), ("c", short))]
    archive = archive_of(tmp_path, [*records[:2], {**records[2], "account_of": "a"}])
    found = archive.search_meetings(read_query(["NAFTA"]))
    assert [ids(accounts.all) for accounts in found.meetings] == [["a", "c"], ["b"]]


@quickly
@given(records, queries, few_filters, st.integers(1, 8))
@example([{"id": "a", "notes": "Ⅷ"}], read_query(["viii"]), Filter(), 1)
@example([{"id": "a", "notes": "ǰ"}], read_query(["j*"]), Filter(), 1)
def test_a_search_finds_what_its_definition_says(
    tmp_path: Path, many: list[dict[str, Any]], query: Query, where: Filter, limit: int
) -> None:
    archive = archive_of(tmp_path, many)
    allowed = [meeting(record) for record in many if where.allows(record)]
    expected = in_time([one for one in allowed if satisfies(one, query)])
    by_date, best = archive.search(query, where, order="date"), archive.search(query, where)
    assert ids(by_date.meetings) == expected
    assert sorted(ids(best.meetings)) == sorted(expected)
    assert ids(archive.search(query, where, order="date", limit=limit).meetings) == expected[:limit]
    assert ids(archive.search(query, where, limit=limit).meetings) == ids(best.meetings)[:limit]
    assert {by_date.total, best.total, archive.search(query, where, limit=limit).total} == {len(expected)}


@quickly
@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=4), st.text(max_size=12), st.booleans())
def test_any_text_is_found_as_its_definition_says(
    tmp_path: Path, texts: list[str], sought: str, is_prefix: bool
) -> None:
    many = [{"id": f"r{number}", "notes": text} for number, text in enumerate(texts)]
    words = [*texts, sought]
    archive = archive_of(tmp_path, many)
    for word in words:
        query = _phrase(word, is_prefix=is_prefix)
        if query is not None:
            expected = [record["id"] for record in many if satisfies(meeting(record), query)]
            assert sorted(ids(archive.search(query).meetings)) == expected


def _phrase(text: str, *, is_prefix: bool) -> Query | None:
    from dipmeet.query.language import Phrase
    from dipmeet.query.text import tokens

    words = tokens(text)
    return Phrase(words, is_prefix) if words else None


def test_no_phrase_runs_from_one_point_into_the_next(tmp_path: Path) -> None:
    points = [{"text": "close cooperation on steel"}, {"text": "tariffs on cars", "points": [{"text": "and trucks"}]}]
    archive = archive_of(tmp_path, [{"id": "a", "points": points}])
    assert [len(archive.search(read_query([text])).meetings) for text in (
        '"steel tariffs"', '"cars and"', "NEAR(steel tariffs, 9)", "steel tariffs", '"on steel"',
    )] == [0, 0, 0, 1, 1]  # fmt: skip


def test_records_that_are_no_json_or_no_record_are_counted_out_and_told(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    whole = laid_out({"1": {"id": "a"}, "2": {"id": "b"}, "3": {"id": "c"}}, {})
    file.write_bytes(whole.replace(b'{"id": "b"}', b'{"id": b}'))
    archive = Archive(file)
    assert (archive.ids(), archive.count(), ids(archive.select().meetings)) == (("a", "c"), 2, ["a", "c"])
    assert archive.problems() == (("a.json, line 3", "not JSON"),)


@pytest.mark.parametrize(
    ("reference", "named"),
    [
        ("2017-09-19-japan", ["2017-09-19-japan"]),
        ("2017-09", ["2017-09-19-japan", "2017-09-19-japan-canada", "2017-09-20-japan-fiji"]),
        ("2017-09-19", ["2017-09-19-japan", "2017-09-19-japan-canada"]),
        ("2017-09-19-japan-can", []),
        ("2017-0", []),
        ("2017-", ["2017-09-19-japan", "2017-09-19-japan-canada", "2017-09-20-japan-fiji"]),
        ("%", []),
    ],
)
def test_a_reference_names_an_id_or_all_that_begin_with_it_up_to_a_hyphen(
    tmp_path: Path, reference: str, named: list[str]
) -> None:
    held = ("2017-09-20-japan-fiji", "2017-09-19-japan-canada", "2017-09-19-japan", "2018-01-01-japan")
    archive = archive_of(tmp_path, [{"id": identity} for identity in held])
    assert ids(archive.named_by(reference)) == named


@pytest.mark.parametrize(
    "where",
    [
        Filter(topics=("Trade",)),
        Filter(parties=("Japan", "Canada")),
        Filter(people=("kono",)),
        Filter(places=("Paris",)),
        Filter(occasions=("general assembly",)),
        Filter(kinds=("telephone call",)),
        Filter(publishers=("Ministry",)),
        Filter(since="2017-09-19", until="2017-09-19"),
    ],
    ids=["topic", "parties", "person", "place", "occasion", "kind", "publisher", "period"],
)
def test_every_filter_goes_with_a_search(tmp_path: Path, where: Filter) -> None:
    facts = {
        "kind": "telephone call",
        "start": {"local": "2017-09-19"},
        "place": "Paris",
        "occasion": "U.N. General Assembly",
        "participants": [{"name": "Taro Kono", "party": "Japan"}, {"party": "Canada"}],
        "source": {"publisher": "Ministry of Foreign Affairs of Japan", "text": "x"},
        "topics": ["Trade"],
    }
    words = ({"notes": "steel"}, {"notes": "wheat"})
    many = [
        {"id": f"{name}{n}", **more, **said} for name, more in (("a", facts), ("b", {})) for n, said in enumerate(words)
    ]
    archive = archive_of(tmp_path, many)
    for text in ("steel", "NEAR(steel steel, 1)", "steel OR NOT steel"):
        query = read_query([text])
        expected = [record["id"] for record in many if where.allows(record) and satisfies(meeting(record), query)]
        assert ids(archive.search(query, where, order="date").meetings) == expected
        assert "a0" in expected
        assert not {"b0", "b1"} & set(expected)
