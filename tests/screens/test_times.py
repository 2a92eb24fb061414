"""A time in several zones."""

from __future__ import annotations

from dipmeet.model.moment import Moment
from dipmeet.screens.times import times
from tests.screens.conftest import draw

SAID = Moment(local="2017-09-19T14:05", zone="America/New_York", offset="-04:00")
TOKYO = Moment(local="2017-09-20T03:05", zone="Asia/Tokyo", offset="+09:00")


def drawn(width: int | None, *moments: tuple[str, Moment]) -> list[str]:
    return draw(lambda columns: [times(moments, columns)], width).splitlines()


def test_the_first_is_the_time_as_said_and_the_others_say_how_many_days_they_are_off() -> None:
    assert drawn(80, ("New York", SAID), ("Tokyo", TOKYO)) == [
        "Where     Time                                    Zone",
        "─────────────────────────────────────────────────────────────────────────",
        "New York  Tue 19 Sep 2017 2:05 p.m. EDT           America/New_York -04:00",
        "Tokyo     Wed 20 Sep 2017 3:05 a.m. JST (+1 day)  Asia/Tokyo +09:00",
    ]


def test_the_zone_stands_under_the_time_where_there_is_no_room_beside() -> None:
    assert drawn(73, ("New York", SAID), ("Tokyo", TOKYO)) == drawn(80, ("New York", SAID), ("Tokyo", TOKYO))
    assert drawn(72, ("New York", SAID), ("Tokyo", TOKYO)) == [
        "Where     Time",
        "────────────────────────────────────────────────",
        "New York  Tue 19 Sep 2017 2:05 p.m. EDT",
        "          America/New_York -04:00",
        "Tokyo     Wed 20 Sep 2017 3:05 a.m. JST (+1 day)",
        "          Asia/Tokyo +09:00",
    ]


def test_a_zone_is_called_as_the_person_called_it() -> None:
    assert drawn(80, ("Big Apple", SAID))[2].startswith("Big Apple  Tue 19 Sep")


def test_around_stays_around() -> None:
    said = Moment(local="2017-09-19T14:05", zone="America/New_York", approximate=True)
    assert "Tue 19 Sep 2017 about 2:05 p.m. EDT  America/New_York" in drawn(80, ("New York", said))[2]
