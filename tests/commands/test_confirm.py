"""`dipmeet confirm`: a doubt settled, with who and when."""

from __future__ import annotations

from tests.conftest import Dipmeet

ISRAEL = "2024-02-28-japan-israel"
FIELD = "stated_times[0].local"


def test_a_settled_doubt_is_gone_and_who_settled_it_stays(sample: Dipmeet) -> None:
    (before,) = sample("show", ISRAEL, "--json").records
    answer = sample("confirm", ISRAEL, FIELD, env={"USER": "anna"})
    assert (answer.code, answer.err) == (0, f"confirmed {FIELD} of {ISRAEL}, no doubt is left\n")
    (after,) = sample("show", ISRAEL, "--json").records
    assert "doubts" not in after
    assert after["by_hand"] == [*before["by_hand"], FIELD]
    assert after["confirmed"] == [
        {"field": FIELD, "doubt": before["doubts"][0]["reason"], "by": "anna", "at": "2026-11-23T10:00:00Z"}
    ]
    assert after["stated_times"] == before["stated_times"]
    assert after["evidence"] == before["evidence"]


def test_where_one_field_is_doubted_it_need_not_be_named(sample: Dipmeet) -> None:
    assert sample("confirm", ISRAEL).code == 0


def test_a_field_above_settles_what_is_below_it(sample: Dipmeet) -> None:
    assert sample("confirm", ISRAEL, "stated_times").code == 0
    (record,) = sample("show", ISRAEL, "--json").records
    assert [settled["field"] for settled in record["confirmed"]] == [FIELD]


def test_who_is_at_work_can_be_named(sample: Dipmeet) -> None:
    sample("confirm", ISRAEL, env={"USER": "root", "DIPMEET_USER": "anna"})
    assert "✓ confirmed by anna on 2026-11-23" in sample("why", ISRAEL, FIELD).out


def test_a_field_that_nobody_doubts_is_an_honest_no(sample: Dipmeet) -> None:
    answer = sample("confirm", ISRAEL, "title")
    assert (answer.code, answer.err) == (1, f"dipmeet: nothing doubts title of {ISRAEL} (doubted: {FIELD})\n")


def test_a_record_without_doubts_is_an_honest_no(sample: Dipmeet) -> None:
    answer = sample("confirm", "2017-09-19")
    assert (answer.code, answer.err) == (1, "dipmeet: nothing doubts 2017-09-19-japan-canada\n")


def test_a_confirmed_field_is_not_doubted_again_by_a_new_reading(sample: Dipmeet) -> None:
    sample("confirm", ISRAEL)
    assert sample("reread", ISRAEL, "--force").code == 0
    assert "doubts" not in sample("show", ISRAEL, "--json").records[0]
