"""Findings as people see them: the quote in its line, marked; every width keeps every word."""

from __future__ import annotations

from dipmeet.model.meeting import Ignored, Meeting
from dipmeet.screens.findings import BESIDE, Shown, findings_parts
from dipmeet.study.checking import findings_of, ignored_by, quotes_of
from dipmeet.study.findings import Finding
from dipmeet.study.provenance import Quote
from dipmeet.study.rules import rule_named
from tests.screens.conftest import draw, widest
from tests.study.rules.made import page_of

WHEN = "On September 19, commencing at around 13:05 p.m. local time for approximately 30 minutes,"


def shown(meeting: Meeting) -> list[tuple[Meeting, list[Shown]]]:
    found = []
    for finding in findings_of(meeting):
        rule = rule_named(finding.rule)
        assert rule is not None
        found.append(Shown(finding, rule.severity, quotes_of(meeting, finding), ignored_by(meeting, finding)))
    return [(meeting, found)]


def test_the_quote_stands_in_its_line_and_is_marked() -> None:
    screen = draw(lambda width: findings_parts(shown(page_of(WHEN)), width), 80, colour=True)
    assert "commencing at \x1b[1;7maround 13:05 p.m.\x1b[0m local time" in screen


def test_a_long_line_is_cut_between_words_on_both_sides_of_the_quote() -> None:
    page = page_of("On September 19, after a long and friendly walk through the gardens, commencing at 13:05 p.m.,")
    told = draw(lambda width: findings_parts(shown(page), width), 200)
    (line,) = [line for line in told.splitlines() if line.startswith("  Line 4")]
    assert line == (
        "  Line 4   …a long and friendly walk through the gardens, commencing at 13:05 p.m., Mr. Taro Kono,"
    )
    assert told.endswith("\n           Minister for Foreign Affairs of Japan, who…\n\n")


def test_a_line_without_spaces_is_cut_anywhere() -> None:
    text = "あ" * 100 + "午後16時" + "い" * 100
    span = (100, 105)
    finding = Finding("clock-form", "a", "start.local", "午後16時", "no", spans=(span,))
    one = Shown(finding, "contradiction", (Quote(span, 1, "午後16時"),))
    told = draw(
        lambda width: findings_parts([(Meeting.from_json({"id": "a", "source": {"text": text}}), [one])], width), 80
    )
    assert "".join(told.partition("Line 1")[2].split()) == "…" + "あ" * BESIDE + "午後16時" + "い" * BESIDE + "…"


def test_nothing_is_wider_than_the_screen_and_a_pipe_has_the_same_words() -> None:
    page = page_of(WHEN)
    whole = draw(lambda width: findings_parts(shown(page), width), None)
    for width in (40, 60, 80, 200):
        screen = draw(lambda width: findings_parts(shown(page), width), width)
        assert widest(screen) <= width
        assert [word for word in screen.split() if word != "·"] == [word for word in whole.split() if word != "·"]


def test_what_is_ignored_says_why_when_and_by_whom() -> None:
    note = Ignored(rule="clock-form", field="start.local", reason="[their] usage", by="anna", at="2026-11-23T10:00:00Z")
    told = draw(lambda width: findings_parts(shown(page_of(WHEN).replaced(ignored=(note,))), width), 80)
    assert "Ignored  [their] usage (2026-11-23 by anna)" in told


def test_an_undated_record_has_a_heading_too() -> None:
    meeting = Meeting.from_json({"id": "a", "points": [{"label": "1"}, {"label": "3"}]})
    told = draw(lambda width: findings_parts(shown(meeting), width), 80)
    assert told.startswith("Meeting\nundated · a\n\noddity · numbering · points[1].label\n  Printed  3\n  Right    2\n")
