"""BibTeX: entries that bibtexparser reads back, with what TeX would obey escaped."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import bibtexparser
import pytest
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given, settings
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from dipmeet.formats.bibtex import key_of
from tests.formats.strategies import records, rendered
from tests.model.records import full


def _decoder() -> LatexNodes2Text:
    """Return a decoder that also knows LaTeX's own commands for braces and circumflex, which the default lacks."""
    context = get_default_latex_context_db()
    own = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"}
    macros = [MacroTextSpec(name, simplify_repl=sign) for name, sign in own.items()]
    context.add_context_category("braces", prepend=True, macros=macros)
    return LatexNodes2Text(latex_context=context, math_mode="text", keep_comments=True)


def entries(*made: dict[str, Any]) -> list[dict[str, str]]:
    """Return the fields of each entry as bibtexparser reads them, LaTeX decoded, and the key as ID."""
    text, left_out = rendered("bibtex", *made)
    assert left_out == []
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware(decoder=_decoder())])
    assert library.failed_blocks == []
    return [{"ID": entry.key, **{f.key: f.value for f in entry.fields}} for entry in library.entries]


def shown(text: str) -> list[str]:
    """Return the words of a text as TeX shows them: straight quotation marks become curly ones."""
    unseen = "".join("\ufffd" if not c.isspace() and (ord(c) < 32 or 126 < ord(c) < 160) else c for c in text)
    return unseen.replace("'", "’").replace("`", "‘").replace('"', "”").split()


def test_an_entry_as_it_stands_in_the_file() -> None:
    made = full(title="100% of #1 & $2_a {b} ~c^d \\e")
    assert rendered("bibtex", made)[0].splitlines() == [
        "@misc{2017-09-19-japan-canada,",
        "  author = {{Ministry of Foreign Affairs of Japan}},",
        r"  title = {{100\% of \#1 \& \$2\_a \textbraceleft{}b\textbraceright{} \textasciitilde{}c\textasciicircum{}d "
        r"\textbackslash{}e}},",
        "  date = {2017-09-19},",
        "  year = {2017},",
        "  month = sep,",
        "  url = {https://www.mofa.go.jp/page.html},",
        "  urldate = {2026-11-23},",
        "  eventdate = {2017-09-19},",
        "  eventtitle = {United Nations General Assembly},",
        "  venue = {New York, United States},",
        "  note = {Meeting: Tue 19 Sep 2017 about 2:05 p.m. EDT, until 2:35 p.m. EDT, for about 30 min; New York, "
        r"United States; United Nations General Assembly (2017-09-19T14:05:00-04:00[America/New\_York]). "
        "Archived at https://web.archive.org/page.html},",
        "  keywords = {North Korea, NAFTA},",
        "  abstract = {1. They spoke of trade. 2. On North Korea: 1. Abductions.},",
        "  langid = {en},",
        "}",
        "",
    ]


@pytest.mark.parametrize(
    ("day", "dated"),
    [
        ("2017-09-19", ["date = {2017-09-19}", "year = {2017}", "month = sep"]),
        ("2017-12", ["date = {2017-12}", "year = {2017}", "month = dec"]),
        ("2017", ["date = {2017}", "year = {2017}"]),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(day: str, dated: list[str]) -> None:
    text, _ = rendered("bibtex", {"id": "x", "source": {"published": day}})
    lines = [line.strip(" ,") for line in text.splitlines()]
    assert [line for line in lines if line.startswith(("date", "year", "month"))] == dated


def test_a_day_that_is_about_is_so_marked() -> None:
    text, _ = rendered("bibtex", {"id": "x", "start": {"local": "2017-09", "approximate": True}})
    assert "  eventdate = {2017-09~},\n" in text
    assert "  note = {Meeting: about Sep 2017},\n" in text


@pytest.mark.parametrize(
    ("identity", "key"),
    [
        ("2017-09-19-japan-canada", "2017-09-19-japan-canada"),
        ("2017-09-19-日本", f"2017-09-19:{sha256('2017-09-19-日本'.encode()).hexdigest()[:8]}"),
        ("a,b", f"a-b:{sha256(b'a,b').hexdigest()[:8]}"),
        ("日本", f"readout:{sha256('日本'.encode()).hexdigest()[:8]}"),
    ],
)
def test_a_key_is_the_id_or_made_of_it(identity: str, key: str) -> None:
    assert key_of(identity) == key
    assert key_of(identity).isascii()
    assert not set(key_of(identity)) & set(" {},\"#%'()=~\\")


@given(st.lists(st.text(min_size=1), min_size=2, max_size=5, unique=True))
def test_two_ids_have_two_keys(identities: list[str]) -> None:
    assert len(set(map(key_of, identities))) == len(identities)


@settings(max_examples=50)
@given(st.lists(records, max_size=2, unique_by=lambda record: key_of(record["id"])))
def test_what_bibtexparser_reads_is_what_went_in(made: list[dict[str, Any]]) -> None:
    read = entries(*made)
    assert [entry["ID"] for entry in read] == [key_of(record["id"]) for record in made]
    for entry, record in zip(read, made, strict=True):
        source = record.get("source", {})
        assert entry.get("date") == source.get("published")
        assert entry.get("urldate") == source.get("accessed")
        assert entry.get("langid") == source.get("language")
        if "publisher" in source:
            assert shown(entry["author"]) == shown(source["publisher"])
        if record.get("start", {}).get("approximate"):
            assert "about" in entry["note"]


@pytest.mark.parametrize("title", ["{", "}", "}{", "\\", "\\}", "a % b", "@misc{x, a = {b}}", '"', "a\n@book{c,\n}"])
def test_a_title_that_would_end_the_entry_does_not(title: str) -> None:
    first, second = entries({"id": "x", "title": title}, {"id": "y", "title": "Talks"})
    assert shown(first["title"]) == shown(title)
    assert second["title"] == "Talks"


@pytest.mark.parametrize("text", ["a -- b", "--- - ----", "?`", "!`", "``x''", "<<x>>", ",,", "a-b", "it's"])
def test_signs_that_tex_would_join_stay_apart(text: str) -> None:
    (entry,) = entries({"id": "x", "title": text})
    assert shown(entry["title"]) == shown(text)
