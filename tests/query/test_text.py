"""Text as search sees it: case and accents away, Japanese by its characters, places true to the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipmeet.query.text import placed_tokens, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Six-Party Talks", ("six", "party", "talks")),
        ("U.N. co-operation", ("u", "n", "co", "operation")),
        ("Côte d’Ivoire", ("cote", "d", "ivoire")),
        ("TÜRKİYE, São Tomé", ("turkiye", "sao", "tome")),
        ("Tu\u0308rkiye e\u0301", ("turkiye", "e")),
        ("Jørgen Wałęsa", ("jorgen", "walesa")),
        ("Straße", ("strasse",)),
        ("ＵＮ ２０１７", ("un", "2017")),
        ("co\u00adoperation", ("cooperation",)),
        ("拉致問題", ("拉", "致", "問", "題")),
        ("G7サミット", ("g7", "サ", "ミ", "ッ", "ト")),
        ("ばか", ("ば", "か")),
        ("한국 하김", ("한국", "하김")),
        ("ﬁrst", ("first",)),
        ("snake_case", ("snake", "case")),
        (" — … ", ()),
        ("", ()),
    ],
)
def test_words_are_folded(text: str, words: tuple[str, ...]) -> None:
    assert tokens(text) == words


@given(st.text() | st.text("aé\u0301ﬁøß拉ガ\u3099한-' .\u00ad"))
def test_every_word_stands_where_it_is_said_to(text: str) -> None:
    last = 0
    for word, start, end in placed_tokens(text):
        assert last <= start < end <= len(text)
        assert tokens(text[start:end]) == (word,)
        last = end


@given(st.text("abcdé拉 -", max_size=20))
def test_case_makes_no_difference(text: str) -> None:
    assert tokens(text.upper()) == tokens(text)
