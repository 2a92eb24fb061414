"""A check over records: order, counts, what is ignored, and that no record is too strange for it."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.model.meeting import Ignored, Meeting
from dipmeet.study.checking import check, findings_of, quotes_of, sketched
from dipmeet.study.rules import RULES, rule_named
from tests.model.records import full, records
from tests.study.rules.made import made, moment, page_of

PEOPLE = [{"name": "Taro Kono", "party": "Japan"}, {"name": "Wang Yi", "party": "China"}]


def gap_in(identity: str, day: str = "2017-09-19", **more: Any) -> Meeting:
    """Return a record with one finding: a number that is missing."""
    return made(
        id=identity, start=moment(day), points=[{"label": "1", "text": "a"}, {"label": "3", "text": "b"}], **more
    )


def test_findings_are_in_the_order_of_the_meetings_then_of_the_rules() -> None:
    odd = gap_in("c", "2017-09-19", source={"text": "a", "sha256": "0" * 64})
    report = check([gap_in("b", "2018-01-01"), odd, gap_in("a", "2018-01-01")])
    assert [(finding.meeting, finding.rule) for finding in report.findings] == [
        ("c", "numbering"), ("c", "text-hash"), ("a", "numbering"), ("b", "numbering"),
    ]  # fmt: skip
    assert [rule.name for rule in RULES].index("numbering") < [rule.name for rule in RULES].index("text-hash")


def test_only_the_rules_asked_for_look() -> None:
    odd = gap_in("a", source={"text": "a", "sha256": "0" * 64})
    rule = rule_named("text-hash")
    assert rule is not None
    assert [finding.rule for finding in check([odd], [rule]).findings] == ["text-hash"]


def test_meetings_are_counted_not_accounts() -> None:
    report = check([gap_in("a"), gap_in("b", account_of="a"), made(id="c"), gap_in("d")])
    assert (len(report.findings), report.affected, report.meetings) == (3, 2, 3)


def test_what_is_ignored_stands_apart_with_its_reason() -> None:
    note = Ignored(rule="numbering", field="points[1].label", reason="so printed", by=None, at="2026-11-23T10:00:00Z")
    report = check([gap_in("a").replaced(ignored=(note,)), gap_in("b")])
    assert [finding.meeting for finding in report.findings] == ["b"]
    assert [(finding.meeting, ignored.reason) for finding, ignored in report.ignored] == [("a", "so printed")]
    assert (report.affected, report.meetings) == (1, 2)


def test_another_rule_or_field_is_not_ignored_with_it() -> None:
    for rule, field in (("weekday", "points[1].label"), ("numbering", "points[0].label")):
        note = Ignored(rule=rule, field=field, reason="so printed", by=None, at="2026-11-23T10:00:00Z")
        assert check([gap_in("a").replaced(ignored=(note,))]).findings


def test_some_records_are_meant_and_the_others_there_to_be_compared_with() -> None:
    start = moment("2017-09-19T14:05", "America/New_York")
    one, other = (made(id=name, start=start, participants=PEOPLE) for name in "ab")
    report = check([one, other, gap_in("c")], only={"a"})
    assert [(finding.rule, finding.meeting, finding.others) for finding in report.findings] == [("twice", "b", ("a",))]
    assert (report.affected, report.meetings) == (1, 2)
    assert not check([one, other, gap_in("c")], only={"z"}).findings


def test_a_sketch_has_what_the_rules_across_records_look_at_and_no_text() -> None:
    sketch = sketched(Meeting.from_json(full()))
    assert sketch.source is not None
    assert sketch.source.text is None
    assert sketch.source.sha256 == "0" * 64
    assert (sketch.points, sketch.evidence) == ((), {})
    assert sketch.participants == Meeting.from_json(full()).participants


def test_a_quote_has_its_line_and_words() -> None:
    page = page_of("On September 19, commencing at 13:05 p.m.,")
    (finding,) = findings_of(page)
    (quote,) = quotes_of(page, finding)
    assert (quote.line, quote.words) == (4, "13:05 p.m.")
    assert finding.spans == (quote.span,)


strange = st.lists(records, min_size=1, max_size=4)


@settings(max_examples=100)
@given(strange)
def test_no_record_is_too_strange_to_be_checked(many: list[dict[str, Any]]) -> None:
    meetings = [Meeting.from_json({**record, "id": f"{at}"}) for at, record in enumerate(many)]
    report = check(meetings)
    assert all(finding.meeting in {"0", "1", "2", "3"} for finding in report.findings)
    assert check(reversed(meetings)).meetings == report.meetings == len(meetings)


def test_the_edges_of_the_calendar_are_no_obstacle() -> None:
    for local in ("0001-01-01T00:00", "9999-12-31T23:59", "0001-01-01", "9999-12-31"):
        start = moment(local, "Pacific/Kiritimati")
        stated = [moment("0001-01-01T00:00", "Asia/Tokyo"), moment("9999-12-31T23:59", "America/New_York")]
        facts = {"place": "Tokyo", "duration": {"minutes": 10**9}, "source": {"published": "2017-01-01"}}
        record = {"id": "a", "start": start, "end": start, "stated_times": stated, "participants": PEOPLE, **facts}
        check([Meeting.from_json(record), Meeting.from_json({**record, "id": "b", "place": "Lima"})])
