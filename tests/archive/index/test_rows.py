"""What the index keeps of a record."""

from __future__ import annotations

import contextlib
import sqlite3

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dipmeet.archive.index.rows import NOT_JSON, entry_of, searchable
from dipmeet.archive.index.schema import WHOLE, Stages
from dipmeet.query.text import tokens


def words_in(text: str) -> list[str]:
    """Return the words that FTS5 takes a text apart into."""
    with contextlib.closing(sqlite3.connect(":memory:")) as db:
        db.execute("""CREATE VIRTUAL TABLE t USING fts5(x, tokenize="unicode61 remove_diacritics 0")""")
        db.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, 'instance')")
        db.execute("INSERT INTO t VALUES(?)", (text,))
        return [term for (term,) in db.execute("SELECT term FROM v ORDER BY offset")]


@settings(max_examples=200, deadline=None)
@given(
    st.text(max_size=30) | st.text(st.sampled_from("aB é河野がｶﾞ\u00ad\u0301’“—_ßﬁØłİ½²9.\u200b\ue000한है"), max_size=20)
)
@example("Mélanie Joly’s “co-operation” — 河野太郎 in Côte d’Ivoire")
@example("e\u0301te\u0301, x\u00adray, \u0301a, a\u00ad b, 河\u0301a")
def test_fts5_takes_a_text_apart_as_a_search_does(text: str) -> None:
    plain = text.replace("\0", " ")
    assert words_in(searchable(plain)) == words_in(" ".join(tokens(plain)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mélanie’s", ["melanie", "s"]),
        ("Straße, Łódź", ["strasse", "lodz"]),
        ("拉致 issue", ["拉", "致", "issue"]),
        ("x\u00adray", ["xray"]),
        ("six–party", ["six", "party"]),
    ],
)
def test_a_word_is_found_by_its_plain_letters(text: str, words: list[str]) -> None:
    assert words_in(searchable(text)) == words


@pytest.mark.parametrize(("data", "problem"), [(b"{", NOT_JSON), (b"[1]", "not a record"), (b'"a"', "not a record")])
def test_what_is_no_record_is_a_problem_and_nothing_else(data: bytes, problem: str) -> None:
    entry = entry_of(data, WHOLE, is_meeting=True)
    assert (entry.problem, set(entry.columns), entry.facets, entry.topics, entry.words) == (
        problem, {None}, None, None, None,
    )  # fmt: skip


def test_a_record_in_the_trash_is_known_by_its_id_and_found_by_nothing() -> None:
    entry = entry_of(b'{"id": "a", "place": "Paris"}', WHOLE, is_meeting=False)
    assert (entry.columns[0], entry.facets, entry.topics, entry.words) == ("a", None, None, None)


@pytest.mark.parametrize("stages", [Stages(), Stages(words=True), Stages(topics=True), Stages(checked=True), WHOLE])
def test_an_index_keeps_the_parts_that_it_has(stages: Stages) -> None:
    entry = entry_of(
        b'{"id": "a", "place": "Paris", "kind": "x", "points": [{"text": "NAFTA"}]}', stages, is_meeting=True
    )
    assert ("place", "paris", "Paris") in (entry.facets or [])
    assert entry.topics == ([("topic", "nafta", "NAFTA")] if stages.topics else None)
    assert (entry.words is not None) == stages.words
    assert ("kind" in (entry.flaw or "")) == stages.checked
