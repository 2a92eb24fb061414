"""Specifies XML tables: rows and columns, streamed, and refused where they could do harm."""

from __future__ import annotations

import pytest

from dipmeet.formats.delimited import LONGEST
from dipmeet.formats.elements import DEEPEST, NotXml, read_elements


def read(text: str, size: int = 10_000) -> list[tuple[str, int, dict[str, str]] | str]:
    data = text.encode()
    chunks = [data[at : at + size] for at in range(0, len(data), size)]
    return [r.message if isinstance(r, NotXml) else (r[0], r[1].line, r[1].cells) for r in read_elements(chunks)]


TWO = """<trips>
  <trip who="seward" role="secretary">
    <id>1</id>
    <remarks>Met with
      <em>colonial</em> officials.</remarks>
    <locale/>
  </trip>
  <trip><id>2</id><id>3</id></trip>
</trips>"""
ROWS = [
    ("trip", 2, {"who": "seward", "role": "secretary", "id": "1", "remarks": "Met with colonial officials."}),
    ("trip", 8, {"id": "2; 3"}),
]


@pytest.mark.parametrize("size", [1, 7, 10_000])
def test_each_child_of_the_root_is_a_row_whatever_the_chunks(size: int) -> None:
    assert read(TWO, size) == ROWS


def test_an_element_counts_before_an_attribute_of_its_name() -> None:
    assert read('<a><r id="x" when="1"><id>y</id></r></a>') == [("r", 1, {"id": "y", "when": "1"})]


def test_a_type_stands_before_the_name_of_its_column() -> None:
    assert read('<a><r><date type="start">1866</date><date type="end">1867</date></r></a>') == [
        ("r", 1, {"start-date": "1866", "end-date": "1867"})
    ]


BOMB = '<!DOCTYPE a [<!ENTITY b "lol"><!ENTITY c "&b;&b;&b;">]><a><r><x>&c;</x></r></a>'
FILE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a><r><x>&b;</x></r></a>'


@pytest.mark.parametrize("text", [BOMB, FILE, '<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>'])
def test_a_document_type_is_refused_and_with_it_entities(text: str) -> None:
    assert read(text) == ["line 1: a document type (DOCTYPE), which is not read"]


@pytest.mark.parametrize(
    ("rest", "reason"),
    [
        ("", "line 1: not XML: no element found"),
        ("<r>", "line 1: not XML: no element found"),
        ("</b>", "line 1: not XML: mismatched tag"),
        ("<r><x>&b;</x></r></a>", "line 1: not XML: undefined entity"),
        ("<r>" + "<x>" * DEEPEST, "line 1: nested too deeply for a table"),
        ("<r><x>" + "x" * (LONGEST + 1), "line 1: longer than a row can be"),
    ],
)
def test_rows_before_what_is_no_xml_are_read(rest: str, reason: str) -> None:
    assert read("<a><r><x>1</x></r>" + rest) == [("r", 1, {"x": "1"}), reason]


def test_what_is_no_xml_at_all_is_told() -> None:
    assert read("<<") == ["line 1: not XML: not well-formed (invalid token)"]
    assert read("") == ["line 1: not XML: no element found"]
