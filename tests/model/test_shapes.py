"""What each shape takes, and how it says what it expected of what it does not take."""

from __future__ import annotations

from typing import Any

import pytest

from dipmeet.errors import InvalidRecord
from dipmeet.model.meeting import Meeting
from tests.model.records import full


@pytest.mark.parametrize(
    ("change", "field", "expected"),
    [
        ({"id": ""}, "id", "expected an id such as 2017-09-19-japan-canada, not nothing"),
        ({"id": "two words"}, "id", "expected an id such as 2017-09-19-japan-canada, not 'two words'"),
        ({"id": "a#1"}, "id", "expected an id such as 2017-09-19-japan-canada, not 'a#1'"),
        ({"id": "-a"}, "id", "expected an id such as 2017-09-19-japan-canada, not '-a'"),
        ({"id": "../a"}, "id", "expected an id such as 2017-09-19-japan-canada, not '../a'"),
        ({"id": "a/b"}, "id", "expected an id such as 2017-09-19-japan-canada, not 'a/b'"),
        ({"id": ".a"}, "id", "expected an id such as 2017-09-19-japan-canada, not '.a'"),
        ({"account_of": "a\\b"}, "account_of", "expected an id such as 2017-09-19-japan-canada, not 'a\\\\b'"),
        ({"title": None}, "title", "expected text, not nothing"),
        ({"title": ""}, "title", "expected text, not nothing"),
        ({"title": 0}, "title", "expected text, not 0"),
        ({"title": "half \ud83d"}, "title", r"expected text, not 'half \ud83d'"),
        ({"kind": "summit"}, "kind", "expected one of meeting, telephone call, video call, courtesy call, "
         "working meal, other, not 'summit'"),
        ({"topics": []}, "topics", "expected a list with something in it, not nothing"),
        ({"topics": "NAFTA"}, "topics", "expected a list with something in it, not 'NAFTA'"),
        ({"topics": ["NAFTA", ""]}, "topics[1]", "expected a topic, not nothing"),
        ({"start": None}, "start", "expected an object, not nothing"),
        ({"start": {}}, "start.local", "missing"),
        ({"start": {"local": "2017-02-29"}}, "start.local", "expected a date or time such as 2017-09-19T14:05, "
         "2017-09-19, 2017-09 or 2017, not '2017-02-29'"),
        ({"start": {"local": "2017", "approximate": "yes"}}, "start.approximate", "expected true or false, not 'yes'"),
        ({"start": {"local": "2017", "zone": "Tokyo time"}}, "start.zone", "expected an IANA time zone such as "
         "Asia/Tokyo, not 'Tokyo time'"),
        ({"start": {"local": "2017", "offset": "+9"}}, "start.offset", "expected an offset from UTC such as +09:00, "
         "not '+9'"),
        ({"start": {"local": "2017", "offset": "+09:60"}}, "start.offset", "expected an offset from UTC such as "
         "+09:00, not '+09:60'"),
        ({"duration": {"minutes": 0}}, "duration.minutes", "expected a whole number from 1, not 0"),
        ({"duration": {"minutes": 1.5}}, "duration.minutes", "expected a whole number from 1, not 1.5"),
        ({"duration": {"minutes": True}}, "duration.minutes", "expected a whole number from 1, not True"),
        ({"participants": [{"honorific": "Mr."}]}, "participants[0]", "expected one of name, title, party"),
        ({"participants": ["Taro Kono"]}, "participants[0]", "expected an object, not 'Taro Kono'"),
        ({"points": [{}]}, "points[0]", "expected one of label, text, points"),
        ({"points": [{"text": "a", "points": [{"text": 1}]}]}, "points[0].points[0].text", "expected text, not 1"),
        ({"source": {"url": "mofa.go.jp"}}, "source.url",
         "expected an address such as https://…, not 'mofa.go.jp'"),
        ({"added": "2026-11-23"}, "added", "expected an instant in UTC such as 2026-11-23T10:00:00Z, not '2026-11-23'"),
        ({"added": "2026-02-30T10:00:00Z"}, "added", "expected an instant in UTC such as 2026-11-23T10:00:00Z, "
         "not '2026-02-30T10:00:00Z'"),
        ({"evidence": {"place": [[5, 5]]}}, "evidence.place[0]", "expected [start, end] with start before end, "
         "not [5, 5]"),
        ({"evidence": {"place": [[-1, 5]]}}, "evidence.place[0]", "expected [start, end] with start before end, "
         "not [-1, 5]"),
        ({"evidence": {"place": [[0, 26]]}}, "evidence.place", "expected spans within the source's text of 25 "
         "characters"),
        ({"doubts": [{"field": "place"}]}, "doubts[0].reason", "missing"),
    ],
)  # fmt: skip
def test_a_wrong_field_is_named_with_what_was_expected(change: dict[str, Any], field: str, expected: str) -> None:
    with pytest.raises(InvalidRecord) as error:
        Meeting.from_json(full(**change))
    assert (field, expected) in error.value.problems
