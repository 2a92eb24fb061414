"""The search language: what a person types is a query, or is refused at a character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipmeet.errors import BadValue, UnknownName
from dipmeet.query.language import FIELDS, All, AnyOf, Near, Not, Phrase, Query, loosened, positive_phrases, read_query


def word(said: str, *, field: str | None = None, prefix: bool = False) -> Phrase:
    return Phrase(tuple(said.split()), is_prefix=prefix, field=field)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("steel", word("steel")),
        ("steel tariffs", All((word("steel"), word("tariffs")))),
        ("steel AND tariffs", All((word("steel"), word("tariffs")))),
        ('"steel tariffs"', word("steel tariffs")),
        ("steel OR tariffs", AnyOf((word("steel"), word("tariffs")))),
        ("a OR b c", AnyOf((word("a"), All((word("b"), word("c")))))),
        ("(a OR b) c", All((AnyOf((word("a"), word("b"))), word("c")))),
        ("steel NOT tariffs", All((word("steel"), Not(word("tariffs"))))),
        ("a NOT (b OR c)", All((word("a"), Not(AnyOf((word("b"), word("c"))))))),
        ("steel or not and", All((word("steel"), word("or"), word("not"), word("and")))),
        ('"OR" "NOT"', All((word("or"), word("not")))),
        ("abduct*", word("abduct", prefix=True)),
        ("co-op*", word("co op", prefix=True)),
        ('"abduct*"', word("abduct")),
        ("NEAR(steel tariffs, 5)", Near(("steel", "tariffs"), 5)),
        ("NEAR(steel tariffs)", Near(("steel", "tariffs"), 10)),
        ("NEAR(a b c, 0)", Near(("a", "b", "c"), 0)),
        ("title:summit", word("summit", field="title")),
        ("Title:summit", word("summit", field="title")),
        ('person:"Taro Kono"', word("taro kono", field="person")),
        ("point:abduct*", word("abduct", field="point", prefix=True)),
        ("point:NEAR(a b, 3)", Near(("a", "b"), 3, field="point")),
        ("title:(steel OR tariffs)", AnyOf((word("steel", field="title"), word("tariffs", field="title")))),
        ("title:(a place:b)", All((word("a", field="title"), word("b", field="place")))),
        ("a title:NOT b", All((word("a"), Not(word("b", field="title"))))),
        # What FTS5 would call a syntax error is words in a row.
        ("U.N.", word("u n")),
        ("co-operation", word("co operation")),
        ("d'Ivoire", word("d ivoire")),
        ("Six-Party", word("six party")),
        ("10:30", word("10 30")),
        ("https://mofa.go.jp", word("https mofa go jp")),
        ("-a", word("a")),
        ("a,b;c", word("a b c")),
        ("Türkiye", word("turkiye")),
        ("拉致", word("拉 致")),
    ],
)
def test_what_is_typed_is_a_query(text: str, query: Query) -> None:
    assert read_query([text]) == query


def test_words_from_the_shell_are_one_query() -> None:
    assert read_query(["steel", "NOT", "tariffs"]) == read_query(["steel NOT tariffs"])


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_restricts(field: str) -> None:
    assert read_query([f"{field}:x"]) == word("x", field=field)


@pytest.mark.parametrize(
    ("text", "what", "character"),
    [
        ('steel "tariffs', 'a " is not closed', 7),
        ("(steel", "a ( is not closed", 1),
        ("steel OR ( a OR (b)", "a ( is not closed", 10),
        ("steel  )", "a ) too many", 8),
        ("()", "a word is missing", 2),
        ("OR steel", "a word is missing", 1),
        ("steel OR", "a word is missing", 9),
        ("steel OR OR a", "a word is missing", 10),
        ("AND steel", "nothing before AND", 1),
        ("steel AND", "something is missing", 10),
        ("a AND OR b", "a word is missing", 7),
        ("steel NOT", "something is missing", 10),
        ("steel   --", "no word", 9),
        ('a ""', "no word", 3),
        ("*", "no word", 1),
        ("NEAR(steel, 5)", "NEAR takes words and a number", 6),
        ("NEAR(steel tariffs", "NEAR takes words and a number", 6),
        ("NEAR(steel tariffs, many)", "NEAR takes words and a number", 6),
    ],
)
def test_an_error_says_at_which_character(text: str, what: str, character: int) -> None:
    with pytest.raises(BadValue) as error:
        read_query([text])
    assert what in error.value.message
    assert f"at character {character} of the search {text!r}" in error.value.message
    assert error.value.hint == "dipmeet help search"


@pytest.mark.parametrize("text", ["NOT a", "NOT NOT a", "title:NOT a", "NOT a NOT b", "(NOT a) OR NOT b"])
def test_a_search_for_what_is_not_there_needs_a_word_that_is(text: str) -> None:
    with pytest.raises(BadValue, match="needs a word that is to be found"):
        read_query([text])


def test_nothing_typed_is_no_search() -> None:
    with pytest.raises(BadValue):
        read_query([])


def test_brackets_beyond_reason_are_refused_not_a_crash() -> None:
    with pytest.raises(BadValue):
        read_query(["(" * 5000 + "a" + ")" * 5000])


@given(st.text("ab* ()\":-'OR", max_size=20) | st.text(max_size=10))
def test_whatever_is_typed_is_a_query_or_refused(text: str) -> None:
    try:
        query = read_query([text])
    except (BadValue, UnknownName):
        return
    assert positive_phrases(query)
    assert all(phrase.words for phrase in positive_phrases(query))


def test_what_is_marked_is_what_is_to_be_found() -> None:
    query = read_query(["steel NOT tariffs OR NEAR(a b, 3)"])
    assert positive_phrases(query) == (word("steel"), word("a"), word("b"))


@pytest.mark.parametrize(("typed", "told"), [("persn:Kono", "did you mean 'person'?"), ("colour:blue", "one of title")])
def test_a_field_that_no_search_has_is_refused(typed: str, told: str) -> None:
    with pytest.raises(UnknownName) as refused:
        read_query([typed])
    assert told in (refused.value.hint or "")


def test_an_address_is_no_field() -> None:
    assert read_query(["https://www.mofa.example"]) == Phrase(("https", "www", "mofa", "example"))


def test_loosened_words_are_sought_in_every_spelling() -> None:
    alike = {"abductoin": ("abduction",)}
    query = loosened(read_query(['"the abductoin" NOT steel']), lambda word: alike.get(word, ()))
    assert query == All((AnyOf((Phrase(("the", "abductoin")), Phrase(("the", "abduction")))), Not(Phrase(("steel",)))))
