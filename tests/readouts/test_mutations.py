"""Real pages, damaged: the reader never fails, and what it quotes stands in the text."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.readouts.reader import Reading, read
from tests.readouts.cases import CASES, Case, load_cases

UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\ufeff"))


@cache
def cases() -> tuple[Case, ...]:
    return tuple(load_cases(CASES))


def read_well(text: str) -> Reading:
    """Read a text; evidence and what was not used stand within it, and no place is empty."""
    reading = read(text)
    for draft in reading.drafts:
        assert draft.source is not None
        assert draft.source.text == text
        for spans in draft.evidence.values():
            assert all(0 <= start < end <= len(text) for start, end in spans)
        assert not list(draft.problems())
        for at, point in enumerate(draft.points):
            spans = draft.evidence.get(f"points[{at}].text", ())
            quoted = " ".join(text[a:b].translate(UNSEEN) for a, b in spans)
            assert quoted.split() == (point.text or "").split()
    assert all(0 <= start < end <= len(text) for start, end in reading.unused)
    return reading


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_page_cut_anywhere_is_survived(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(cases())).text
    start = data.draw(st.integers(0, len(text)))
    read_well(text[:start])
    read_well(text[start:])


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_lines_dropped_doubled_or_swapped_are_survived(data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from(cases())).text.split("\n")
    one, other = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    read_well("\n".join(lines[:one] + lines[one + 1 :]))
    read_well("\n".join([*lines[: one + 1], *lines[one:]]))
    lines[one], lines[other] = lines[other], lines[one]
    read_well("\n".join(lines))


@given(st.sampled_from(cases()), st.sampled_from(cases()), st.sampled_from(["", "\n", "\n\n"]))
@settings(max_examples=30, deadline=None)
def test_two_pages_glued_are_survived(one: Case, other: Case, between: str) -> None:
    read_well(one.text + between + other.text)


@given(st.sampled_from(cases()), st.data())
@settings(max_examples=60, deadline=None)
def test_letters_put_in_anywhere_are_survived(case: Case, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(case.text)))
    letters = data.draw(st.text("()\"'\u00ad\u200b\u3000．：（）0123456789 \n\r\t,;-–•AaもÉ", max_size=6))
    read_well(case.text[:at] + letters + case.text[at:])


SAME: dict[str, Callable[[str], str]] = {
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "non-breaking spaces": lambda text: text.replace(" ", "\u00a0"),
    "straight quotes": lambda text: text.translate(str.maketrans("’‘“”", "''\"\"")),
    "curly quotes": lambda text: text.translate(str.maketrans("'", "’")),
    "blanks at line ends": lambda text: text.replace("\n", "  \n"),
    "a byte-order mark": lambda text: "\ufeff" + text,
    "soft hyphens": lambda text: text.replace("minis", "mi\u00adnis").replace("Minis", "Mi\u00adnis"),
    "zero-width spaces": lambda text: text.replace(", ", ", \u200b"),
    "more blank lines": lambda text: text.replace("\n\n", "\n\n\n\n"),
}
FACTS = ("kind", "start", "stated_times", "duration", "place", "participants")


def facts(text: str) -> list[object]:
    """The facts of the first meeting, letters that nobody sees and kinds of quotes and spaces aside."""
    drafts = read_well(text).drafts
    record = drafts[0].to_json() if drafts else {}
    return [_plain(record.get(name)) for name in FACTS] + [[_plain(p.label) for d in drafts[:1] for p in d.points]]


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    table = str.maketrans("’‘“”\u00a0", "''\"\" ", "\u00ad\u200b\ufeff")
    return " ".join(value.translate(table).split()) if isinstance(value, str) else value


@pytest.mark.parametrize("change", SAME)
def test_white_space_and_quotes_do_not_change_the_facts(change: str) -> None:
    changed = [case.name for case in cases() if facts(SAME[change](case.text)) != facts(case.text)]
    assert changed == []
