"""RFC 9557 timestamps: local time, offset and zone in one word."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given

from dipmeet.errors import BadValue
from dipmeet.formats.timestamps import read_timestamp, timestamp_of
from dipmeet.model.moment import Moment
from tests.formats.strategies import moments, rendered
from tests.model.records import full

RFC_9557 = re.compile(  # the grammar of §4.1 with RFC 3339 §5.6, as far as we use it
    r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)"
    r"(Z|[+-]([01]\d|2[0-3]):[0-5]\d)\[[A-Za-z._][A-Za-z0-9._+-]*(/[A-Za-z._][A-Za-z0-9._+-]*)*\]"
)


@pytest.mark.parametrize(
    ("moment", "stamp"),
    [
        ({"local": "2017-09-19T14:05", "zone": "America/New_York"}, "2017-09-19T14:05:00-04:00[America/New_York]"),
        ({"local": "2019-01-09T18:25", "zone": "Asia/Kathmandu"}, "2019-01-09T18:25:00+05:45[Asia/Kathmandu]"),
        ({"local": "1945-07-17T17:00", "zone": "Europe/Berlin"}, "1945-07-17T17:00:00+03:00[Europe/Berlin]"),
        ({"local": "2017-11-05T01:30", "zone": "America/New_York"}, "2017-11-05T01:30:00-04:00[America/New_York]"),
        ({"local": "2017-11-05T01:30", "zone": "America/New_York", "offset": "-05:00"},
         "2017-11-05T01:30:00-05:00[America/New_York]"),
        ({"local": "1868-01-03T12:00", "zone": "Asia/Tokyo"}, "1868-01-03T12:00:00+09:19[Asia/Tokyo]"),
        ({"local": "2017-09-19T14:05", "zone": "UTC"}, "2017-09-19T14:05:00+00:00[UTC]"),
        ({"local": "2017-09-19", "zone": "Asia/Tokyo"}, None),
        ({"local": "2017-09", "zone": "Asia/Tokyo"}, None),
        ({"local": "2017-09-19T14:05"}, None),
        ({"local": "2017-09-19T14:05", "offset": "+09:00"}, None),
        ({"local": "2017-09-19T14:05", "zone": "Mars/Olympus"}, None),
    ],
)  # fmt: skip
def test_a_time_with_a_zone_has_a_timestamp(moment: dict[str, str], stamp: str | None) -> None:
    assert timestamp_of(Moment.from_json(moment)) == stamp


@given(moments)
def test_a_timestamp_is_of_the_rfc_and_read_back(made: dict[str, Any]) -> None:
    moment = Moment.from_json(made)
    stamp = timestamp_of(moment)
    if stamp is not None:
        assert RFC_9557.fullmatch(stamp)
        assert datetime.fromisoformat(stamp.partition("[")[0]).utcoffset() is not None
        read = read_timestamp(stamp)
        assert (read.local, read.zone) == (moment.local, moment.zone)
        assert timestamp_of(read) == stamp


@pytest.mark.parametrize("text", ["2017-09-19T14:05", "2017-09-19T14:05:00-04:00", "2017-09-19", "", "x[y]"])
def test_what_is_no_timestamp_is_refused(text: str) -> None:
    with pytest.raises(BadValue, match="no RFC 9557 timestamp"):
        read_timestamp(text)


def test_a_zone_that_must_be_heeded_is_read() -> None:
    assert read_timestamp("2017-09-19T14:05:00-04:00[!America/New_York]").zone == "America/New_York"


def test_a_line_says_whether_the_time_is_about_and_whose_it_is() -> None:
    exact = full(id="b", title="A\tB\nC", start={"local": "2017-09-20T03:05", "zone": "Asia/Tokyo"})
    text, left_out = rendered("rfc9557", full(), exact, full(id="c", start={"local": "2017-09-19"}), {"id": "d"})
    assert text.splitlines() == [
        "2017-09-19T14:05:00-04:00[America/New_York]\tabout\t2017-09-19-japan-canada\t"
        "Japan-Canada Foreign Ministers’ Meeting",
        "2017-09-20T03:05:00+09:00[Asia/Tokyo]\t\tb\tA\\tB\\nC",
    ]
    assert left_out == ["no time with a zone"] * 2
