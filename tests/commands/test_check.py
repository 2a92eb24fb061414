"""`dipmeet check`: findings, what is ignored and why, exit codes and JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dipmeet.commands.check import FIELDS
from dipmeet.study.rules import RULES
from tests.conftest import Dipmeet

CANADA, ISRAEL, CLEAN = "2024-06-14-japan-canada", "2024-02-28-japan-israel", "2017-09-19-japan-canada"
MEETING = {
    "start": {"local": "2017-09-19T14:05", "zone": "America/New_York", "offset": "-04:00"},
    "place": "New York",
    "participants": [{"name": "Taro Kono", "party": "Japan"}, {"name": "Wang Yi", "party": "China"}],
    "duration": {"minutes": 30},
}


def filled(dipmeet: Dipmeet, *records: dict[str, Any]) -> Dipmeet:
    """Return dipmeet with these records in its archive."""
    assert dipmeet("import", "-", stdin=json.dumps(records)).code == 0
    return dipmeet


def test_the_whole_archive_is_checked_and_findings_are_an_honest_no(sample: Dipmeet) -> None:
    answer = sample("check", "--json")
    assert answer.code == 1
    assert [(finding["id"], finding["rule"]) for finding in answer.records] == [
        ("2011-03-17-japan-united-states", "accounts"),
        ("2018-09-27-japan-china", "accounts"),
        ("2018-11-18-japan-canada", "clock-form"),
        ("2020-08-20-japan-uruguay", "clock-form"),
        ("2020-08-24-myanmar-japan", "accounts"),
        ("2022-01-06-japan-united-states", "accounts"),
        ("2022-05-12-japan-canada", "clock-form"),
        ("2023-01-09-japan-brazil", "stated-time"),
        ("2024-02-28-japan-israel", "stated-time"),
        ("2024-06-14-japan-canada", "stated-time"),
    ]
    assert answer.err == "10 findings in 10 of 38 meetings\n"


def test_a_record_without_findings_is_a_yes(sample: Dipmeet) -> None:
    answer = sample("check", CLEAN)
    assert (answer.code, answer.out, answer.err) == (0, "", "no findings in 1 meeting\n")
    assert sample("check", CLEAN, "--json").out == "[]\n"


def test_a_finding_in_json_has_all_that_a_script_needs(sample: Dipmeet) -> None:
    (finding,), (record,) = sample("check", CANADA, "--json").records, sample("show", CANADA, "--json").records
    words = "02:35 a.m. on June 14th, Japan time"
    at = record["source"]["text"].index(words)
    assert finding == {
        "id": CANADA,
        "rule": "stated-time",
        "severity": "contradiction",
        "field": "stated_times[0].local",
        "printed": words,
        "right": "2024-06-15T02:35 Asia/Tokyo",
        "reason": "24 h off the start, 14 Jun 2024 7:35 p.m. CEST; 15 Jun 2024 2:35 a.m. JST would agree",
        "slip": "the day is wrong",
        "quotes": [{"span": [at, at + len(words)], "line": 4, "words": words}],
    }


def test_the_fields_of_a_finding_are_declared_and_in_order(sample: Dipmeet) -> None:
    sample("check", "--ignore", "clock-form", "2018-11-18", "--reason", "their usage")
    found = sample("check", "--json", "--ignored").records
    assert {name for finding in found for name in finding} == set(FIELDS)
    for finding in found:
        assert list(finding) == [name for name in FIELDS if name in finding]


def test_a_person_sees_the_record_the_words_and_what_would_be_right(sample: Dipmeet) -> None:
    answer = sample("check", CANADA, width=80, env={"NO_COLOR": "1"})
    assert answer.out.startswith("Japan-Canada Summit Meeting (Summary)\nFri 14 Jun 2024 7:35 p.m. CEST · Puglia · ")
    assert "\ncontradiction · stated-time · stated_times[0].local\n" in answer.out
    assert "\n  Printed  02:35 a.m. on June 14th, Japan time\n  Right    2024-06-15T02:35 Asia/Tokyo\n" in answer.out
    assert "the day is wrong\n  Line 4   On June 14, commencing" in answer.out


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (("--rule", "clock-form"), ["2018-11-18-japan-canada", "2020-08-20-japan-uruguay", "2022-05-12-japan-canada"]),
        (("--rule", "clock-form", "--since", "2022"), ["2022-05-12-japan-canada"]),
        (("--rule", "stated-time", "--rule", "clock-form", "--on", "2024"), [ISRAEL, CANADA]),
        (("2024", "--rule", "stated-time"), [ISRAEL, CANADA]),
        (("--party", "Israel"), [ISRAEL]),
    ],
)
def test_rules_and_records_can_be_chosen(words: tuple[str, ...], ids: list[str], sample: Dipmeet) -> None:
    assert sample("check", *words, "--json").ids == ids


def test_a_count_is_out_of_the_meetings_that_were_meant(sample: Dipmeet) -> None:
    assert sample("check", "--since", "2024", "--rule", "stated-time").err == "2 findings in 2 of 5 meetings\n"
    assert sample("check", "2024-06-14", CLEAN).err == "1 finding in 1 of 2 meetings\n"


def test_a_record_alone_is_held_against_those_around_it(dipmeet: Dipmeet) -> None:
    london = {"local": "2017-09-19T19:20", "zone": "Europe/London", "offset": "+01:00"}
    other = [MEETING["participants"][0], {"name": "Boris Johnson", "party": "United Kingdom"}]
    filled(
        dipmeet,
        {"id": "a", **MEETING},
        {"id": "b", **MEETING, "start": london, "place": "London", "participants": other},
    )
    for reference in ("a", "b"):
        (finding,) = dipmeet("check", reference, "--json").records
        assert (finding["id"], finding["rule"], finding["others"]) == ("b", "two-places", ["a"])


def test_an_office_is_held_against_the_person_s_records_of_other_months(dipmeet: Dipmeet) -> None:
    def held(identity: str, day: str, title: str) -> dict[str, Any]:
        person = {"name": "Taro Kono", "party": "Japan", "title": title}
        return {"id": identity, "start": {"local": day}, "participants": [person]}

    foreign, defence = "Minister for Foreign Affairs", "Minister of Defense"
    filled(
        dipmeet, held("a", "2018-01-01", foreign), held("b", "2018-05-01", defence), held("c", "2018-09-01", foreign)
    )
    assert [finding["rule"] for finding in dipmeet("check", "b", "--json").records] == ["office"]


def test_one_text_read_twice_is_found_from_either_record(sample: Dipmeet) -> None:
    (record,) = sample("show", CLEAN, "--json").records
    sample("import", "-", stdin=json.dumps([{**record, "id": "again"}]))
    assert [finding["rule"] for finding in sample("check", "again", "--json").records] == ["twice"]
    assert [finding["id"] for finding in sample("check", CLEAN, "--json").records] == ["again"]


# what is ignored


def test_a_finding_is_ignored_for_a_reason_that_the_record_keeps(sample: Dipmeet) -> None:
    said = sample("check", "--ignore", "clock-form", "2018-11-18", "--reason", " their usage ", env={"USER": "anna"})
    assert (said.code, said.out) == (0, "")
    assert said.err == "ignored clock-form of 2018-11-18-japan-canada: start.local\n"
    (record,) = sample("show", "2018-11-18", "--json").records
    assert record["ignored"] == [
        {
            "rule": "clock-form",
            "field": "start.local",
            "reason": "their usage",
            "by": "anna",
            "at": "2026-11-23T10:00:00Z",
        }
    ]
    after = sample("check", "2018-11-18")
    assert (after.code, after.out, after.err) == (0, "", "no findings in 1 meeting, 1 ignored\n")
    assert sample("check").err == "9 findings in 9 of 38 meetings, 1 ignored\n"


def test_what_is_ignored_is_shown_for_the_asking(sample: Dipmeet) -> None:
    sample("check", "--ignore", "clock-form", "2018-11-18", "--reason", "their usage", env={"USER": "anna"})
    shown = sample("check", "2018-11-18", "--ignored")
    assert shown.code == 0, "it does not count"
    assert "Ignored  their usage (2026-11-23 by anna)" in shown.out
    (finding,) = sample("check", "2018-11-18", "--ignored", "--json").records
    assert finding["ignored"]["reason"] == "their usage"


def test_what_is_ignored_is_heeded_again(sample: Dipmeet) -> None:
    sample("check", "--ignore", "clock-form", "2018-11-18", "--reason", "their usage")
    before = Path(sample.env["DIPMEET_ARCHIVE"]).read_bytes()
    said = sample("check", "--heed", "clock-form", "2018-11-18")
    assert (said.code, said.err) == (0, "heeding clock-form of 2018-11-18-japan-canada again: start.local\n")
    assert sample("check", "2018-11-18").code == 1
    sample("undo")
    assert b"their usage" in before
    assert sample("check", "2018-11-18").code == 0


def test_ignoring_can_be_undone_like_any_change(sample: Dipmeet) -> None:
    sample("check", "--ignore", "clock-form", "2018-11-18", "--reason", "their usage")
    sample("undo")
    assert sample("check", "2018-11-18").code == 1


def test_what_is_ignored_survives_a_new_reading(sample: Dipmeet) -> None:
    sample("check", "--ignore", "clock-form", "2018-11-18", "--reason", "their usage")
    assert sample("reread", "2018-11-18", "--force", "--yes").code == 0
    assert sample("check", "2018-11-18").code == 0


def test_of_several_findings_of_a_rule_one_field_can_be_ignored(dipmeet: Dipmeet) -> None:
    points = [{"label": label, "text": "They spoke."} for label in ("1", "3", "5")]
    filled(dipmeet, {"id": "a", "points": points})
    dipmeet("check", "--ignore", "numbering", "a", "--field", "points[2].label", "--reason", "so printed")
    assert [finding["field"] for finding in dipmeet("check", "--json").records] == ["points[1].label"]
    dipmeet("check", "--ignore", "numbering", "a", "--reason", "so printed")
    assert dipmeet("check").err == "no findings in 1 meeting, 2 ignored\n"
    dipmeet("check", "--heed", "numbering", "a", "--field", "points[1].label")
    assert [finding["field"] for finding in dipmeet("check", "--json").records] == ["points[1].label"]


def test_a_finding_between_two_records_is_ignored_from_either(dipmeet: Dipmeet) -> None:
    source = {"publisher": "A ministry"}
    filled(dipmeet, {"id": "a", **MEETING, "source": source}, {"id": "b", **MEETING, "source": source})
    assert dipmeet("check", "--ignore", "twice", "a", "--reason", "two sessions").code == 0
    assert dipmeet("check").code == 0
    assert "ignored" in dipmeet("show", "b", "--json").records[0]


# explanations


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_is_explained_without_an_archive(rule: Any, dipmeet: Dipmeet) -> None:
    answer = dipmeet("check", "--explain", rule.name)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(f"{rule.name} ({rule.severity}): {rule.summary}\n")
    assert rule.grounds.split()[-1] in answer.out
    assert not Path(dipmeet.env["DIPMEET_ARCHIVE"]).exists()


def test_the_page_of_the_rules_names_each_of_them(dipmeet: Dipmeet) -> None:
    page = dipmeet("help", "checks").out
    for rule in RULES:
        assert f"  {rule.name} " in page
        assert rule.summary in page


def test_an_empty_archive_has_no_findings(dipmeet: Dipmeet) -> None:
    answer = dipmeet("check")
    assert (answer.code, answer.out, answer.err) == (0, "", "no findings in 0 meetings\n")
