"""`cite`: citations of readouts and of their points."""

from __future__ import annotations

import json
import re
import sys

import pytest

from tests.conftest import Dipmeet
from tests.formats.test_styled import style

NOTE = (
    "Ministry of Foreign Affairs of Japan, “Japan-Canada Foreign Ministers’ Meeting,” readout of a meeting, New York, "
    "United States, September 19, 2017, published September 19, 2017, {}https://www.mofa.go.jp/na/na1/ca/"
    "page3e_000745.html.\n"
)
APA = (
    "Ministry of Foreign Affairs of Japan. (2017, September 19). Japan-Canada Foreign Ministers’ Meeting [Readout of a "
    "meeting, New York, United States, September 19, 2017]. https://www.mofa.go.jp/na/na1/ca/page3e_000745.html\n"
)
REF = "2017-09-19-japan-canada"


def test_chicago_is_a_note_that_says_all(sample: Dipmeet) -> None:
    assert sample("cite", "2017-09-19").out == NOTE.format("")
    assert sample("cite", "2017-09-19#2").out == NOTE.format("point 2, ")


def test_apa_is_an_entry_and_with_a_point_the_citation_in_the_text_too(sample: Dipmeet) -> None:
    assert sample("cite", "2017-09-19", "--style", "apa").out == APA
    in_text = "(Ministry of Foreign Affairs of Japan, 2017, point 2)\n"
    assert sample("cite", "2017-09-19#2", "--style", "APA").out == APA + in_text
    assert sample("cite", "2017-09-19#2", "--style", "apa", "--form", "note").out == in_text


def test_mla_begins_with_the_title(sample: Dipmeet) -> None:
    assert sample("cite", "2017-09-19", "--style", "mla").out.startswith("“Japan-Canada Foreign Ministers’ Meeting.” ")


def test_when_the_page_was_seen_and_where_it_is_kept_are_said_where_known(sample: Dipmeet) -> None:
    sample("edit", REF, "--set", "source.accessed=2026-11-23", "--set", "source.archived=https://x.org/a", "--yes")
    cited = sample("cite", REF).out
    assert "accessed November 23, 2026, https://www.mofa.go.jp/" in cited
    assert cited.endswith("archived at https://x.org/a.\n")


def test_many_records_are_many_lines(sample: Dipmeet) -> None:
    assert len(sample("cite", "2017").out.splitlines()) == 3
    piped = sample("cite", "-", "2017-09-19#1", stdin=f"{REF}\n2017-09-19#3\n").out.splitlines()
    assert [re.findall(r"point \d", line) for line in piped] == [[], ["point 3"], ["point 1"]]


def test_what_is_cited_and_doubted_is_said_on_stderr(sample: Dipmeet) -> None:
    result = sample("cite", "2024-06-14")
    assert result.code == 0
    assert result.err == "doubted: 2024-06-14-japan-canada start.local: the year is taken from the page's address\n"
    assert "June 14, 2024" in result.out


def test_json_gives_the_texts_with_ids(sample: Dipmeet) -> None:
    assert sample("cite", "2017-09-19#2", "--style", "apa", "--json").records == [
        {
            "id": REF,
            "style": "apa",
            "point": "2",
            "entry": APA.rstrip("\n"),
            "note": "(Ministry of Foreign Affairs of Japan, 2017, point 2)",
        }
    ]
    assert json.loads(sample("cite", "2017", "--json", "--form", "entry").out)[1]["entry"].startswith("Ministry of ")


def test_a_csl_file_is_a_style(sample: Dipmeet) -> None:
    (sample.folder / "my.csl").write_bytes(style())
    (sample.folder / "text.csl").write_bytes(style("in-text"))
    japan = "Ministry of Foreign Affairs of Japan"
    note = f"{japan}, “Japan-Canada Foreign Ministers’ Meeting”, 19 September 2017, sec. 2.\n"
    assert sample("cite", "2017-09-19#2", "--style", "my.csl").out == note
    assert sample("cite", "2017-09-19", "--style", "text.csl").out.startswith(f"{japan}. 2017. ")
    assert sample("cite", "2017-09-19#2", "--style", "text.csl").out.endswith("\n" + note)
    assert sample("cite", "2017-09-19", "--style", "./my.csl").code == 0


def test_a_csl_file_without_citeproc_is_told_what_to_install(sample: Dipmeet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "citeproc", None)
    (sample.folder / "my.csl").write_bytes(style())
    result = sample("cite", "2017-09-19", "--style", "my.csl")
    line = "dipmeet: a CSL file needs citeproc-py (pip install 'dipmeet[csl]'; chicago, apa and mla need nothing)\n"
    assert (result.code, result.out, result.err) == (3, "", line)
    assert sample("cite", "2017-09-19").code == 0


@pytest.mark.parametrize(
    ("words", "code", "line"),
    [
        (["2017-09-19", "--style", "aap"], 2, "unknown style: 'aap' (did you mean 'apa'?)"),
        (["2017-09-19", "--style", "vancouver"], 2,
         "unknown style: 'vancouver' (chicago, apa, mla, or the name of a CSL file)"),
        (["2017-09-19", "--style", "none.csl"], 3, "no such file: none.csl"),
        (["2017-09-19", "--style", "sample.json"], 3,
         "sample.json is no CSL style: not well-formed (invalid token): line 1, column 0"),
        (["2017-09-19", "--form", "footnote"], 2, "unknown form: 'footnote' (one of note, entry)"),
        (["2017-09-19#2", "--form", "entry"], 2,
         "an entry in a list of works names no point (leave out --form, or the point)"),
        (["2017-09-19#9"], 1, f"{REF} has no point 9 (it has 4, counted from 1)"),
        (["2017-09-19#2.1"], 1, f"{REF} has no point 2.1 (it has 4, counted from 1)"),
        (["2017-09-19#x"], 2, "no point is called 'x' (points are counted from 1: REF#2 or REF#2.1)"),
        (["2017#1"], 2, "'2017' names 3 records (name one of: 2017-06-16-united-states-canada, "
         "2017-09-19-japan-canada, 2017-11-10-japan-canada)"),
        ([], 2, "missing argument 'REF[#POINT]...' (dipmeet cite -h explains)"),
    ],
)  # fmt: skip
def test_what_cannot_be_cited_is_said_in_one_line(sample: Dipmeet, words: list[str], code: int, line: str) -> None:
    result = sample("cite", *words)
    assert (result.code, result.out, result.err) == (code, "", f"dipmeet: {line}\n")
