"""Specifies rows into records: what the columns say with its evidence, and the row kept word for word."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from dipmeet.errors import DipmeetError
from dipmeet.formats.delimited import Row, columns_of, read_rows
from dipmeet.formats.mapped import Mapped, missing_columns, read_mapped, read_row
from dipmeet.formats.profile import Profile, profile_of, read_profile, shipped
from dipmeet.model.fields import read_path, value_at

EXCERPT = Path(__file__).parent / "travels.csv"
"""34 rows of the travels of U.S. Secretaries of State, as the Office of the Historian publishes them (CC0)."""

TRAVELS, VISITS = shipped()
TRIP = {
    "id": "1914", "role": "secretary", "name": "William Henry Seward", "start-date": "1866-01-20",
    "end-date": "1866-01-23", "country": "Spain", "locale": "Havana (Cuba)", "remarks": "Met with Spanish officials.",
}  # fmt: skip
VISIT = {
    "id": "2138", "start-date": "1874-12-12", "end-date": "1874-12-23", "visitor": "King Kalakaua", "from": "Hawaii",
    "description": "Stops included Boston.",
}  # fmt: skip


def mapped(cells: dict[str, str], profile: Profile = TRAVELS, **changes: str) -> Mapped:
    return read_row(Row(7, {name: cell for name, cell in {**cells, **changes}.items() if cell}), profile)


def made(cells: dict[str, str], profile: Profile = TRAVELS, **changes: str) -> Any:
    return mapped(cells, profile, **changes).meeting.to_json()


def excerpt() -> list[Mapped]:
    lines = EXCERPT.read_text("utf-8").splitlines(keepends=True)
    rows = read_rows(lines[1:], columns_of(lines[0]), ",")
    return [row for row in read_mapped(rows, TRAVELS, None) if isinstance(row, Mapped)]


def test_a_trip_is_a_record_with_every_fact_of_its_row() -> None:
    record = made(TRIP)
    source = record.pop("source")
    assert record == {
        "id": "1866-01-20-united-states-spain",
        "kind": "meeting",
        "start": {"local": "1866-01-20", "zone": "America/Havana"},
        "end": {"local": "1866-01-23", "zone": "America/Havana"},
        "place": "Havana",
        "country": "Cuba",
        "participants": [
            {"name": "William Henry Seward", "title": "Secretary of State", "party": "United States"},
            {"party": "Spain"},
        ],
        "points": [{"text": "Met with Spanish officials."}],
        "evidence": record["evidence"],
        "row": {"profile": "historian-travels", "id": "1914", "digest": record["row"]["digest"]},
    }
    assert source["publisher"] == "Office of the Historian, U.S. Department of State"
    assert source["text"].startswith("id: 1914\nrole: secretary\nname: William Henry Seward\n")


def test_a_visit_is_a_record_of_the_visitor_and_the_host() -> None:
    record = made(VISIT, VISITS)
    assert record["participants"] == [
        {"name": "Kalakaua", "title": "King", "party": "Hawaii"},
        {"party": "United States"},
    ]
    assert (record["country"], "place" in record, record["kind"]) == ("United States", False, "meeting")
    assert record["start"] == {"local": "1874-12-12"}


def test_a_visit_has_the_place_that_its_description_plainly_says() -> None:
    record = made(VISIT, VISITS, description="State visit. Met with President Ford in Vail (Colorado).")
    assert (record["place"], record["start"]["zone"]) == ("Vail", "America/Denver")
    start, end = record["evidence"]["place"][0]
    assert record["source"]["text"][start:end] == "Vail"


@pytest.mark.parametrize(
    ("visitor", "title", "name"),
    [
        ("King Kalakaua", "King", "Kalakaua"),
        ("President-elect Pessoa", "President-elect", "Pessoa"),
        ("Prime Minister Mackenzie King", "Prime Minister", "Mackenzie King"),
        ("Governor General Earl of Athlone", "Governor General", "Earl of Athlone"),
        ("King Hussein and Queen Noor", None, "King Hussein and Queen Noor"),
        ("President of the Council Sforza", None, "President of the Council Sforza"),
        ("Kalakaua", None, "Kalakaua"),
        ("Presidente Vargas", None, "Presidente Vargas"),
    ],
)
def test_an_office_before_a_name_is_its_title_where_that_is_plain(visitor: str, title: str | None, name: str) -> None:
    person = made(VISIT, VISITS, visitor=visitor)["participants"][0]
    assert (person.get("title"), person["name"]) == (title, name)


def test_the_row_is_kept_word_for_word_and_every_quote_is_from_it() -> None:
    quoting = 0
    for row in excerpt():
        record = row.meeting.to_json()
        text = record["source"]["text"]
        for field, spans in record["evidence"].items():
            said = " ".join(text[start:end] for start, end in spans)
            value = value_at(record, read_path(field))
            assert value is not None, field
            assert said.strip() == said != ""
            quoting += said == value
        assert record["points"][0]["text"] in text
    assert quoting > 200


def test_of_the_real_rows_every_place_has_a_zone_and_every_country_is_known() -> None:
    rows = excerpt()
    assert len(rows) == 34
    assert [row.unknown + row.strange for row in rows if row.unknown or row.strange] == []
    assert [row.meeting.id for row in rows if row.meeting.start is None or row.meeting.start.zone is None] == []
    assert [(row.row, row.meeting.doubts) for row in rows if row.meeting.doubts] == []


@pytest.mark.parametrize(
    ("row", "place", "country", "zone", "host"),
    [
        ("1914", "St. Thomas", "U.S. Virgin Islands", "America/St_Thomas", "Denmark"),
        ("1797", "Mexico", "Mexico", "America/Mexico_City", "Mexico"),
        ("970", "Moscow", "Soviet Union", "Europe/Moscow", "Soviet Union"),
        ("797", None, "Vatican City", "Europe/Vatican", "Vatican City"),
        ("851", "High Rock", "Jamaica", "America/Jamaica", "United Kingdom"),
        ("1687", "Hong Kong", "United Kingdom", "Asia/Hong_Kong", "United Kingdom"),
        ("1740", "Terceira Island", "Portugal", "Atlantic/Azores", "Portugal"),
        ("163", "Pristina", "Kosovo", "Europe/Belgrade", "Serbia and Montenegro"),
        ("1421", "Igaliku", "Greenland", "America/Nuuk", "Denmark"),
        ("4062", "Ramallah", "Palestine", "Asia/Hebron", "Palestine"),
    ],
)
def test_where_and_whose_guest_is_as_it_was_then(
    row: str, place: str | None, country: str, zone: str, host: str
) -> None:
    (meeting,) = (mapped.meeting for mapped in excerpt() if mapped.row == row)
    assert meeting.start is not None
    assert (meeting.place, meeting.country, meeting.start.zone) == (place, country, zone)
    assert meeting.participants[1].party == host


def test_nobody_was_host_in_antarctica() -> None:
    (meeting,) = (row.meeting for row in excerpt() if row.row == "3711")
    assert meeting.parties == ("United States",)


def test_several_places_of_one_cell_are_all_kept_and_the_first_is_the_place() -> None:
    record = made(TRIP, country="Israel", locale="Tel Aviv, Jerusalem")
    assert (record["place"], record["places"]) == ("Tel Aviv", ["Tel Aviv", "Jerusalem"])
    start, end = record["evidence"]["place"][0]
    assert record["source"]["text"][start:end] == "Tel Aviv"


def test_a_place_in_no_table_stays_as_written_and_is_counted() -> None:
    row = mapped(TRIP, country="Canada", locale="Qwxzburgh, Ottawa")
    assert (row.places, row.unknown, row.meeting.place) == (2, ("Qwxzburgh",), "Ottawa")
    row = mapped(TRIP, country="Canada", locale="Qwxzburgh")
    assert (row.meeting.place, row.meeting.doubts[0].field) == ("Qwxzburgh", "place")


def test_a_country_that_nobody_knows_stays_as_written_with_a_doubt() -> None:
    row = mapped(TRIP, country="Ruritania", locale="Strelsau")
    assert row.strange == ("Ruritania",)
    assert (row.meeting.country, row.meeting.participants[1].party) == ("Ruritania", "Ruritania")
    assert [doubt.field for doubt in row.meeting.doubts] == ["participants[1].party", "country", "place"]


def test_an_end_before_its_beginning_is_kept_with_a_doubt() -> None:
    row = mapped(TRIP, **{"end-date": "1866-01-02"})
    assert row.meeting.end is not None
    assert row.meeting.end.local == "1866-01-02"
    assert [(d.field, d.reason) for d in row.meeting.doubts] == [
        ("end.local", "it ends before it begins, on 1866-01-20")
    ]


def test_a_month_that_holds_the_beginning_is_no_end_before_it() -> None:
    assert made(TRIP, **{"end-date": "1866-01"}).get("doubts") is None


@pytest.mark.parametrize(
    ("remarks", "kind"),
    [
        ("Vacation.", "other"),
        ("Met with the King.", "meeting"),
        ("Attended the Yalta Conference.", "meeting"),
        ("State visit.", "meeting"),
        ("Unofficial visit.", "other"),
        ("Informal visit; met Prime Minister Macmillan.", "meeting"),
        ("", "other"),
    ],
)
def test_whether_they_met_is_what_the_remarks_say(remarks: str, kind: str) -> None:
    assert made(TRIP, remarks=remarks)["kind"] == kind


def test_a_president_elect_was_no_president() -> None:
    record = made(TRIP, role="president", remarks="Vacation. [Visit made as President-elect.]")
    assert record["participants"][0]["title"] == "President-elect"
    start, end = record["evidence"]["participants[0].title"][0]
    assert record["source"]["text"][start:end] == "as President-elect"


@pytest.mark.parametrize(
    ("visitor", "title", "name"),
    [
        ("Chief of State Hubert Maga", "Chief of State", "Hubert Maga"),
        ("Prime Minster Mackenzie King", "Prime Minister", "Mackenzie King"),
        ("President Jose Alexander (Xanana) Gusmao", "President", "Jose Alexander (Xanana) Gusmao"),
        ("President-elect Lescot", "President-elect", "Lescot"),
        ("General Secretary Leonid Brezhnev", "General Secretary", "Leonid Brezhnev"),
        ("President de Gaulle", "President", "de Gaulle"),
        ("Prime Minister al-Huss", "Prime Minister", "al-Huss"),
        ("President of the European Commission", None, "President of the European Commission"),
        ("Premier & Prince Sihanouk", None, "Premier & Prince Sihanouk"),
        ("King Abdullah and Crown Prince Hussein", None, "King Abdullah and Crown Prince Hussein"),
        ("Prime Movers", None, "Prime Movers"),
    ],
)
def test_a_visitor_is_an_office_then_a_name_where_the_cell_has_one_of_each(
    visitor: str, title: str | None, name: str
) -> None:
    record = made(VISIT, VISITS, visitor=visitor)
    person = record["participants"][0]
    assert (person.get("title"), person["name"]) == (title, name)
    said = [record["source"]["text"][a:b] for field in record["evidence"] for a, b in record["evidence"][field]
            if field.startswith("participants[0].") and not field.endswith("party")]  # fmt: skip
    assert " ".join(sorted(said, key=visitor.find)) == visitor


@pytest.mark.parametrize(
    ("description", "kind"),
    [
        ("State visit. Afterwards made a private visit to Miami.", "meeting"),
        ("Private visit.", "other"),
        ("Unofficial visit to Washington.", "other"),
        ("Official visit. Unofficial visits to Philadelphia and Chicago.", "meeting"),
        ("Private visit. Met with President Reagan October 3.", "meeting"),
        ("Private visit. (“courtesy call”).", "courtesy call"),
    ],
)
def test_what_kind_of_visit_it_was_is_what_the_description_says(description: str, kind: str) -> None:
    assert made(VISIT, VISITS, description=description)["kind"] == kind


def test_whoever_met_at_the_general_assembly_met_in_new_york() -> None:
    record = made(VISIT, VISITS, description="Met with President Bush at the U.N. General Assembly.")
    assert (record["place"], record["start"]["zone"]) == ("New York", "America/New_York")
    assert record["occasion"] == "United Nations General Assembly"
    start, end = record["evidence"]["place"][0]
    assert record["source"]["text"][start:end] == "at the U.N. General Assembly"
    beside = made(VISIT, VISITS, description="Informal visit while attending UN General Assembly.")
    assert "place" not in beside


def test_a_row_says_the_same_however_its_cells_are_spaced() -> None:
    assert mapped(TRIP, remarks="Met with  Spanish\n officials. ").digest == mapped(TRIP).digest


def test_a_role_without_a_meaning_is_the_title_as_it_stands() -> None:
    assert made(TRIP, role="envoy")["participants"][0]["title"] == "envoy"


def test_what_is_not_mapped_is_in_the_text() -> None:
    profile = profile_of({"start.local": "when"}, "mine")
    record = made({"when": "1866", "weather": "fair\nand mild", "who": ""}, profile)
    assert record["source"]["text"] == "when: 1866\nweather: fair\nand mild"
    assert record["row"]["profile"] == "mine"
    assert record["id"] == "1866-meeting"


def test_participants_that_a_row_does_not_name_leave_no_gap() -> None:
    columns = {"start.local": "when", "participants[0].name": "who", "participants[2].party": "third"}
    record = made({"when": "1866", "third": "France"}, profile_of(columns, "mine"))
    assert record["participants"] == [{"party": "France"}]
    assert "participants[0].party" in record["evidence"]


def test_cells_become_what_their_fields_are() -> None:
    columns = {
        "start.local": "when", "topics": "about", "duration.minutes": "long", "source.published": "published",
        "source.url": "link", "notes": "note", "occasion": "event",
    }  # fmt: skip
    cells = {
        "when": "9 January 1866", "about": "NAFTA; North Korea", "long": "1 h 20", "published": "10 January 1866",
        "link": "https://example.org/1", "note": "'=1+1", "event": "G7",
    }  # fmt: skip
    record = made(cells, profile_of(columns, "mine"))
    assert record["start"] == {"local": "1866-01-09", "as_stated": "9 January 1866"}
    assert (record["topics"], record["duration"]) == (["NAFTA", "North Korea"], {"minutes": 80})
    assert (record["notes"], record["occasion"]) == ("=1+1", "G7")
    assert (record["source"]["url"], record["source"]["published"]) == ("https://example.org/1", "1866-01-10")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"start-date": "1866-02-30"}, "line 7 (row 1914): no such date or time: '1866-02-30'"),
        ({"start-date": "1/9/1866"}, "line 7 (row 1914): 1/9/1866 may be day first or month first"),
        ({"start-date": "soon"}, "line 7 (row 1914): not a date with a year: 'soon'"),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_its_line_its_id_and_the_reason(
    changes: dict[str, str], message: str
) -> None:
    with pytest.raises(DipmeetError) as caught:
        mapped(TRIP, **changes)
    assert caught.value.message == message


def test_a_field_that_cannot_hold_a_cell_is_named() -> None:
    profile = profile_of({"start.local": "when", "kind": "what"}, "mine")
    with pytest.raises(DipmeetError, match=re.escape("line 7: kind: expected one of meeting, ")):
        made({"when": "1866", "what": "party"}, profile)


def test_a_row_of_which_nothing_is_mapped_is_refused() -> None:
    with pytest.raises(DipmeetError, match="line 7: no cell of it is mapped to a field"):
        made({"weather": "fair"}, profile_of({"start.local": "when"}, "mine"))


def test_rows_that_say_the_same_under_other_ids_have_one_digest() -> None:
    one, same, other = mapped(TRIP), mapped(TRIP, id="9", clerk="me"), mapped(TRIP, remarks="Met with the King.")
    assert one.digest == same.digest != other.digest


def test_a_profile_of_a_persons_own_may_read_days_first() -> None:
    profile = read_profile('dates = "dmy"\n[map]\nstart = "when"', "mine")
    assert made({"when": "3/4/1917"}, profile)["start"]["local"] == "1917-04-03"
    row = read_row(Row(2, {"when": "3/4/1917"}), profile, dates="mdy")
    assert row.meeting.start is not None
    assert row.meeting.start.local == "1917-03-04"


def test_columns_that_a_table_lacks_are_named() -> None:
    assert missing_columns(TRAVELS, ["id", "name", "role", "start-date", "end-date", "country"]) == (
        "locale",
        "remarks",
    )
