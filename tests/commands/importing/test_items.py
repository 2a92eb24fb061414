"""Tables into the archive: every row counted once, the same rows never twice, and what was written stays."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from dipmeet.archive.archive import Archive
from dipmeet.commands.importing import batches, items
from dipmeet.errors import ArchiveError
from dipmeet.model.meeting import Meeting
from dipmeet.sources import surveying
from tests.conftest import REPOSITORY, SAMPLE, Dipmeet, Result

EXCERPT = REPOSITORY / "tests" / "formats" / "travels.csv"
TWICE = (
    "travels.csv, line 25 (row 2123) may be line 24 (row 2121) again: the same people, day and place; both are kept\n"
    "travels.csv, line 32 (row 4019) says what line 31 (row 3992) says: taken once\n"
    "travels.csv, line 34 (row 4020) says what line 33 (row 3993) says: taken once\n"
    "43 of 43 places have a zone\n"
    "34 of 34 countries are known\n"
)
HEAD = "id,role,name,start-date,end-date,country,locale,remarks\n"
ROW = "{id},secretary,Ann Example,2001-01-0{id},2001-01-0{id},{country},{place},Met with officials.\n"


def rows(*ids: int, country: str = "France", place: str = "Paris") -> str:
    return HEAD + "".join(ROW.format(id=number, country=country, place=place) for number in ids)


@pytest.fixture
def travels(dipmeet: Dipmeet) -> Dipmeet:
    """Dipmeet in a folder with the excerpt of the travels."""
    shutil.copy(EXCERPT, dipmeet.folder / "travels.csv")
    return dipmeet


def archive(run: Dipmeet) -> Path:
    return Path(run.env["DIPMEET_ARCHIVE"])


def counted(result: Result) -> list[int]:
    """Return the numbers of the last line: those that what was read became, and how many were read."""
    return [int(number) for number in re.findall(r"\d+", result.err.splitlines()[-1])]


def test_rows_are_added_and_the_duplicates_told(travels: Dipmeet) -> None:
    result = travels("import", "travels.csv")
    told = TWICE + "32 added, 0 held already, 2 duplicates, 0 refused, of 34\n"
    assert (result.code, result.out, result.err) == (0, "", told)
    assert travels("list", "--since", "1866", "--until", "1866", "--ids").out == (
        "1866-01-09-united-states-denmark\n1866-01-14-united-states-dominican-republic\n"
        "1866-01-16-united-states-haiti\n1866-01-20-united-states-spain\n"
    )


PERSON = ("party", "title", "name")
VISITED = [
    # day, where they met and its zone, whose visitor, in which office, by what name
    ("1874-12-12", None, None, "Hawaii", "King", "Kalakaua"),
    ("1876-05-07", None, None, "Brazil", "Emperor", "Dom Pedro II"),
    ("1938-03-03", None, None, "Oman", "Sultan", "Said bin Taimur Bin Faisal"),
    ("1941-04-06", None, None, "Poland", "Prime Minister", "Sikorski"),
    ("1945-04-26", "San Francisco", "America/Los_Angeles", "China", "Premier", "Soong"),
    ("1959-09-15", "Washington", "America/New_York", "Soviet Union", "Premier", "Khrushchev"),
    ("1963-07-15", None, None, "Tanganyika", "President", "Nyerere"),
    ("1970-10-24", "White House", "America/New_York", "Benin", "Chief of State", "Hubert Maga"),
    ("1990-09-30", "New York", "America/New_York", "Czechoslovakia", "President", "Vaclav Havel"),
    ("2002-10-22", "Crawford", "America/Chicago", "China", "President", "Jiang Zemin"),
    ("2020-02-12", None, None, "Ecuador", "President", "Lenin Moreno Garcés"),
]


def test_visits_are_read_with_who_came_from_where_and_where_they_met(dipmeet: Dipmeet) -> None:
    result = dipmeet("import", REPOSITORY / "tests" / "formats" / "visits.xml")
    told = "5 of 5 places have a zone\n11 of 11 countries are known\n11 added, 0 held already, 0 refused, of 11\n"
    assert (result.code, result.err) == (0, told)
    read = [
        (r["start"]["local"], r.get("place"), r["start"].get("zone"), *map(r["participants"][0].get, PERSON))
        for r in dipmeet("list", "--json").records
    ]
    assert read == VISITED


def test_importing_twice_adds_nothing(travels: Dipmeet) -> None:
    travels("import", "travels.csv")
    before = archive(travels).read_bytes()
    result = travels("import", "travels.csv")
    assert (result.code, result.err) == (0, TWICE + "0 added, 32 held already, 2 duplicates, 0 refused, of 34\n")
    assert archive(travels).read_bytes() == before


def test_two_meetings_of_one_day_and_parties_are_two_records(travels: Dipmeet) -> None:
    travels("import", "travels.csv")
    assert travels("list", "--on", "1988-02-28", "--ids").out == (
        "1988-02-28-united-states-israel\n1988-02-28-united-states-israel-2\n"
    )


def test_rows_that_were_there_before_are_told_from_those_that_came_since(dipmeet: Dipmeet) -> None:
    assert counted(dipmeet("import", "-", stdin=rows(1, 2))) == [2, 0, 0, 2]
    assert counted(dipmeet("import", "-", stdin=rows(1, 2, 3))) == [1, 2, 0, 3]


def test_a_duplicate_of_a_row_in_another_file_is_told_too(dipmeet: Dipmeet) -> None:
    dipmeet("import", "-", stdin=rows(1))
    result = dipmeet(
        "import", "-", stdin=HEAD + ROW.format(id=1, country="France", place="Paris").replace("1,", "77,", 1)
    )
    assert result.err.startswith(
        "standard input, line 2 (row 77) says what 2001-01-01-united-states-france holds: not taken again\n"
    )
    assert counted(result) == [0, 0, 1, 0, 1]


def test_rows_without_ids_are_known_by_what_they_say(dipmeet: Dipmeet) -> None:
    table = "when,land\n2001-01-01,France\n2001-01-02,France\n2001-01-01,France\n"
    words = ("import", "-", "--map", "start=when", "--map", "counterpart=land")
    assert counted(dipmeet(*words, stdin=table)) == [2, 0, 1, 0, 3]
    assert counted(dipmeet(*words, stdin=table)) == [0, 2, 1, 0, 3]


BAD = HEAD + (
    '1,secretary,Ann Example,2001-01-01,2001-01-01,France,Paris,"Met.\n'
    "2,secretary,Ann Example,2001-02-30,2001-03-01,France,Paris,Met.\n"
    "3,secretary,Ann Example,2001-03-01,2001-03-01,France,Paris,Met.\n"
    "4,secretary,Ann Example,4/5/2001,4/5/2001,France,Paris,Met.\n"
    "5,secretary,Ann Example,2001-03-05,2001-03-05,France,Paris,Met.,more\n"
)
BAD_LINES = (
    "dipmeet: standard input, line 2: a quote that is not closed\n"
    "dipmeet: standard input, line 3 (row 2): no such date or time: '2001-02-30'\n"
    "dipmeet: standard input, line 5 (row 4): 4/5/2001 may be day first or month first (--dates dmy or --dates mdy)\n"
    "dipmeet: standard input, line 6: 9 cells under 8 columns\n"
)


def test_the_archive_itself_is_named_as_such(travels: Dipmeet) -> None:
    travels("import", "travels.csv")
    before = archive(travels).read_bytes()
    again = travels("import", archive(travels).name)
    assert again.err == f"{archive(travels).name} is the archive itself\n0 added, 32 held already, 0 refused, of 32\n"
    assert (again.code, archive(travels).read_bytes()) == (0, before)


def test_a_table_that_was_renamed_is_known_by_its_rows(dipmeet: Dipmeet) -> None:
    typed = ("--map", "start=when", "--map", "name=who")
    (dipmeet.folder / "a.csv").write_text("when,who,weather\n2001-01-01,Ann,fair\n2001-01-02,Ben,foul\n")
    assert counted(dipmeet("import", "a.csv", *typed)) == [2, 0, 0, 2]
    (dipmeet.folder / "a.csv").rename(dipmeet.folder / "b.csv")
    assert counted(dipmeet("import", "b.csv", *typed)) == [0, 2, 0, 2]
    dipmeet("remove", "2001-01-01", "--yes")
    assert counted(dipmeet("import", "b.csv", *typed)) == [0, 1, 1, 2]
    (dipmeet.folder / "c.csv").write_text("when,who,weather\n2001-01-02,Ben,fair\n")
    assert counted(dipmeet("import", "c.csv", *typed)) == [1, 0, 0, 1]
    assert counted(dipmeet("import", "b.csv", *typed[:2], "--map", "notes=who")) == [2, 0, 0, 2]  # read otherwise


def test_a_bad_row_is_told_with_its_line_and_does_not_stop_the_rest(dipmeet: Dipmeet) -> None:
    result = dipmeet("import", "-", stdin=BAD)
    told = "1 of 1 places have a zone\n1 of 1 countries are known\ndipmeet: 1 added, 0 held already, 4 refused, of 5\n"
    assert (result.code, result.out, result.err) == (3, "", BAD_LINES + told)
    assert dipmeet("list", "--ids").out == "2001-03-01-united-states-france\n"


def test_unless_it_is_to_be_all_or_nothing(dipmeet: Dipmeet) -> None:
    result = dipmeet("import", "-", "--atomic", stdin=BAD)
    assert (result.code, result.out) == (3, "")
    assert result.err == BAD_LINES + "dipmeet: nothing was added, since 4 of 5 records were refused\n"
    assert not archive(dipmeet).exists()


def test_all_or_nothing_is_one_change_to_take_back(dipmeet: Dipmeet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "AT_ONCE", 2)
    assert dipmeet("import", "-", "--atomic", stdin=rows(1, 2, 3, 4, 5)).code == 0
    dipmeet("undo")
    assert dipmeet("list", "--ids").out == ""


def test_the_order_of_dates_can_be_said(dipmeet: Dipmeet) -> None:
    assert dipmeet("import", "-", "--dates", "dmy", stdin=BAD).code == 3
    assert dipmeet("list", "--on", "2001-05-04", "--ids").out == "2001-05-04-united-states-france\n"


def test_a_row_that_changed_is_refused_until_it_is_to_be_updated(dipmeet: Dipmeet) -> None:
    dipmeet("import", "-", stdin=rows(1, 2))
    changed = rows(1, place="Lyon")
    result = dipmeet("import", "-", stdin=changed)
    assert result.code == 3
    assert result.err == (
        "dipmeet: standard input, line 2 (row 1) is held with other facts, as 2001-01-01-united-states-france "
        "(--update changes it)\n"
    )
    result = dipmeet("import", "-", "--update", stdin=changed)
    assert (result.code, counted(result)) == (0, [0, 0, 1, 0, 1])
    assert re.search(r"^place +Paris +Lyon$", result.out, re.M)
    assert counted(dipmeet("import", "-", "--update", stdin=changed)) == [0, 1, 0, 1]
    (record,) = dipmeet("export", "--format", "json", "2001-01-01").records
    assert record["place"] == "Lyon"
    assert "locale: Lyon" in record["source"]["text"]


def test_an_update_leaves_what_a_person_set(dipmeet: Dipmeet) -> None:
    dipmeet("import", "-", stdin=rows(1))
    dipmeet("edit", "2001", "--set", "place=Versailles")
    assert dipmeet("import", "-", "--update", stdin=rows(1, place="Lyon")).code == 0
    (record,) = dipmeet("export", "--format", "json").records
    assert (record["place"], record["by_hand"]) == ("Versailles", ["place"])


def test_what_a_person_set_makes_no_row_another(dipmeet: Dipmeet) -> None:
    dipmeet("import", "-", stdin=rows(1))
    dipmeet("edit", "2001", "--set", "place=Versailles")
    assert counted(dipmeet("import", "-", stdin=rows(1))) == [0, 1, 0, 1]


def test_a_dry_run_shows_what_an_update_would_change(dipmeet: Dipmeet) -> None:
    dipmeet("import", "-", stdin=rows(1))
    before = archive(dipmeet).read_bytes()
    result = dipmeet("import", "-", "--update", "--dry-run", stdin=rows(1, place="Lyon"))
    assert re.search(r"^place +Paris +Lyon$", result.out, re.M)
    assert result.err.endswith("0 would be added, 0 held already, 1 would be changed, 0 refused, of 1\n")
    assert archive(dipmeet).read_bytes() == before


def test_a_dry_run_gives_the_ids_that_rows_would_get(travels: Dipmeet) -> None:
    trial = travels("import", "travels.csv", "--dry-run")
    assert not archive(travels).exists()
    travels("import", "travels.csv")
    assert trial.out == "".join(json.loads(line)["id"] + "\n" for line in travels("export").out.splitlines())
    assert trial.err == TWICE + "32 would be added, 0 held already, 2 duplicates, 0 refused, of 34\n"


def test_one_id_for_two_rows_that_differ_is_refused(dipmeet: Dipmeet) -> None:
    result = dipmeet("import", "-", stdin=rows(1) + rows(1, place="Lyon").removeprefix(HEAD))
    assert result.code == 3
    assert "standard input, line 3 (row 1) has the id of line 2 (row 1), and says something else\n" in result.err


def test_a_row_whose_record_is_in_the_trash_does_not_come_back_by_itself(dipmeet: Dipmeet) -> None:
    dipmeet("import", "-", stdin=rows(1))
    dipmeet("remove", "2001", "--yes")
    result = dipmeet("import", "-", stdin=rows(1))
    assert (result.code, result.err) == (
        3,
        "dipmeet: standard input, line 2 (row 1) is in the trash, as 2001-01-01-united-states-france "
        "(dipmeet restore 2001-01-01-united-states-france)\n",
    )


def test_what_cannot_be_placed_is_told(dipmeet: Dipmeet) -> None:
    result = dipmeet("import", "-", stdin=rows(1, country="Canada", place='"Qwxz, Ottawa"') + ROW.format(
        id=2, country="Ruritania", place="Strelsau"))  # fmt: skip
    assert result.code == 0
    assert "1 of 3 places have a zone; not Qwxz, Strelsau\n1 of 2 countries are known; not Ruritania\n" in result.err


def test_counts_are_there_for_scripts(travels: Dipmeet) -> None:
    result = travels("import", "travels.csv", "--json")
    told = json.loads(result.out)
    assert {name: told[name] for name in ("read", "added", "held", "changed", "refused")} == {
        "read": 34, "added": 32, "held": 0, "changed": 0, "refused": [],
    }  # fmt: skip
    assert told["duplicates"] == TWICE.splitlines()[1:3]
    assert told["likely_duplicates"] == TWICE.splitlines()[:1]
    assert told["places"] == {"named": 43, "with_zone": 43, "without": []}
    assert told["countries"] == {"named": 34, "known": 34, "not": []}


def test_what_was_written_stays_when_a_person_breaks_off(dipmeet: Dipmeet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "AT_ONCE", 2)
    take = items.Taker.take

    def breaking(taker: items.Taker, item: items.Item) -> None:
        if "line 7" in item.where:
            raise KeyboardInterrupt
        take(taker, item)

    monkeypatch.setattr(items.Taker, "take", breaking)
    result = dipmeet("import", "-", stdin=rows(1, 2, 3, 4, 5, 6, 7))
    assert (result.code, result.err) == (130, "cancelled: 4 records were written and stay\n")
    monkeypatch.setattr(items.Taker, "take", take)
    assert counted(dipmeet("import", "-", stdin=rows(1, 2, 3, 4, 5, 6, 7))) == [3, 4, 0, 7]


@pytest.mark.parametrize("size", [1, 3, 500])
def test_batches_of_any_size_make_the_same_archive(
    travels: Dipmeet, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    travels("--archive", "one.json", "import", "travels.csv")
    monkeypatch.setattr(batches, "AT_ONCE", size)
    travels("--archive", "other.json", "import", "travels.csv")
    assert (travels.folder / "one.json").read_bytes() == (travels.folder / "other.json").read_bytes()


@pytest.mark.parametrize("size", [3, 500])
@pytest.mark.parametrize("format_", ["json", "jsonl"])
def test_an_export_makes_the_same_archive_byte_for_byte(
    travels: Dipmeet, format_: str, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "AT_ONCE", size)
    monkeypatch.setattr("dipmeet.commands.importing.inputs.CHUNK", 997)
    monkeypatch.setattr(surveying, "CHUNK", 997)
    travels("import", "travels.csv")
    travels("import", SAMPLE)
    exported = travels("export", "--format", format_).out
    assert travels("--archive", "new.json", "import", "-", stdin=exported).code == 0
    assert (travels.folder / "new.json").read_bytes() == archive(travels).read_bytes()


def test_an_own_table_is_read_back_without_a_mapping(sample: Dipmeet) -> None:
    sample("export", "--format", "csv", "-o", "meetings.csv")
    result = sample("--archive", "new.json", "import", "meetings.csv")
    assert (result.code, result.err) == (0, "38 added, 0 held already, 0 refused, of 38\n")


def test_a_record_that_changed_is_taken_with_update(sample: Dipmeet) -> None:
    exported = sample("export", "2017-09-19", "--format", "json").records[0]
    sample("edit", "2017-09-19", "--set", "occasion=my own words")
    changed = json.dumps(exported | {"occasion": "General Assembly", "notes": "new"})
    assert "is held with other facts" in sample("import", "-", stdin=changed).err
    result = sample("import", "-", "--update", stdin=changed)
    assert (result.code, counted(result)) == (0, [0, 0, 1, 0, 1])
    record = sample("export", "2017-09-19", "--format", "json").records[0]
    assert (record["occasion"], record["notes"], record["added"]) == ("my own words", "new", exported["added"])


def test_a_folder_gives_its_data_and_then_its_readouts_and_both_once(dipmeet: Dipmeet) -> None:
    folder = dipmeet.folder / "all"
    folder.mkdir()
    shutil.copy(EXCERPT, folder / "travels.csv")
    for file in sorted((REPOSITORY / "data" / "readouts").glob("*.txt"))[:3]:
        shutil.copy(file, folder)
    first = dipmeet("import", "all")
    assert first.code == 0
    added, held, _, refused, total = counted(first)
    assert (held, refused) == (0, 0)
    assert added == total - 2 >= 35
    assert counted(dipmeet("import", "all"))[0] == 0


def test_a_file_that_cannot_be_read_does_not_stop_the_others(travels: Dipmeet) -> None:
    result = travels("import", "none.csv", "travels.csv")
    assert result.code == 3
    assert result.err.startswith("dipmeet: no such file: none.csv\n")
    assert result.err.endswith("dipmeet: 32 added, 0 held already, 2 duplicates, 1 refused, of 35\n")


def test_rows_of_the_same_people_day_and_place_are_kept_and_told(dipmeet: Dipmeet) -> None:
    again = ROW.format(id=1, country="France", place="Paris").replace("1,", "9,", 1).replace("officials", "others")
    result = dipmeet("import", "-", stdin=rows(1, 2) + again)
    assert result.err.splitlines()[0] == (
        "standard input, line 4 (row 9) may be line 2 (row 1) again: the same people, day and place; both are kept"
    )
    assert counted(result) == [3, 0, 0, 3]


def test_counts_are_printed_even_where_the_only_row_is_refused(dipmeet: Dipmeet) -> None:
    result = dipmeet("import", "-", "--json", stdin=rows(1).replace("2001-01-01", "2001-02-30"))
    told = json.loads(result.out)
    assert (result.code, told["read"], len(told["refused"])) == (3, 1, 1)


def test_a_full_disk_ends_the_run_at_once_and_says_what_was_written(
    dipmeet: Dipmeet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "AT_ONCE", 2)
    dipmeet("import", "-", stdin=rows(1))
    add, calls = Archive.add, []

    def filling(self: Archive, meetings: Sequence[Meeting], *, now: str) -> tuple[Meeting, ...]:
        calls.append(len(meetings))
        if len(calls) > 1:
            raise ArchiveError("cannot write it: the disk is full", hint="the archive is as it was")
        return add(self, meetings, now=now)

    monkeypatch.setattr(Archive, "add", filling)
    result = dipmeet("import", "-", stdin=rows(1, 2, 3, 4, 5, 6, 7))
    told = "dipmeet: cannot write it: the disk is full (2 records were written before and stay)\n"
    assert (result.code, result.out, result.err, calls) == (3, "", told, [2, 2])
    monkeypatch.setattr(Archive, "add", add)
    assert counted(dipmeet("import", "-", stdin=rows(1, 2, 3, 4, 5, 6, 7))) == [4, 3, 0, 7]


def test_a_record_that_another_program_changed_meanwhile_is_refused_alone(
    dipmeet: Dipmeet, monkeypatch: pytest.MonkeyPatch
) -> None:
    dipmeet("import", "-", stdin=rows(1, 2, 3))
    replace = Archive.replace

    def meddled(self: Archive, meetings: Sequence[Meeting], **words: Any) -> tuple[Meeting, ...]:
        monkeypatch.setattr(Archive, "replace", replace)
        dipmeet("edit", "2001-01-02", "--set", "notes=by hand")
        return replace(self, meetings, **words)

    monkeypatch.setattr(Archive, "replace", meddled)
    result = dipmeet("import", "-", "--update", stdin=rows(1, 2, 3, place="Lyon"))
    assert result.code == 3
    assert "2001-01-02-united-states-france was changed by another program meanwhile (run it again)\n" in result.err
    assert result.err.endswith("0 added, 0 held already, 2 changed, 1 refused, of 3\n")
    assert [record["place"] for record in dipmeet("list", "--json").records] == ["Lyon", "Paris", "Lyon"]
    assert counted(dipmeet("import", "-", "--update", stdin=rows(1, 2, 3, place="Lyon"))) == [0, 2, 1, 0, 3]


def test_all_or_nothing_takes_back_what_was_added_when_the_changes_fail(
    dipmeet: Dipmeet, monkeypatch: pytest.MonkeyPatch
) -> None:
    dipmeet("import", "-", stdin=rows(1))
    before = archive(dipmeet).read_bytes()

    def failing(*_: object, **__: object) -> None:
        raise ArchiveError("cannot write it: the disk is full", hint="the archive is as it was")

    monkeypatch.setattr(Archive, "replace", failing)
    result = dipmeet("import", "-", "--update", "--atomic", stdin=rows(1, 2, 3, place="Lyon"))
    told = "dipmeet: cannot write it: the disk is full (the archive is as it was)\n"
    assert (result.code, result.err) == (3, told)
    assert archive(dipmeet).read_bytes() == before


def test_the_same_table_imported_twice_at_once_is_taken_once(dipmeet: Dipmeet) -> None:
    days = [f"2001-{month:02}-{day:02},France\n" for month in range(1, 13) for day in range(1, 29)]
    (dipmeet.folder / "t.csv").write_text("when,land\n" + "".join(days))
    words = (sys.executable, "-m", "dipmeet", "import", "t.csv", "--map", "start=when", "--map", "counterpart=land")
    runs = [
        subprocess.Popen(words, cwd=dipmeet.folder, env=dict(dipmeet.env), stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    ends = sorted(run.communicate(timeout=60)[1].splitlines()[-1] for run in runs)
    assert ends == ["0 added, 336 held already, 0 refused, of 336", "336 added, 0 held already, 0 refused, of 336"]


def test_a_table_of_ones_own_that_breaks_off_keeps_what_came_before(sample: Dipmeet) -> None:
    (sample.folder / "all.csv").write_text(sample("export", "--format", "csv").out + 'x,"')
    result = sample("--archive", "new.json", "import", "all.csv")
    assert result.code == 3
    assert counted(result) == [38, 0, 1, 39]


def test_a_column_of_first_and_last_days_gives_both(dipmeet: Dipmeet) -> None:
    table = 'country,visitor,dates\nHawaii,King Kalakaua,"December 12–23, 1874"\n'
    dipmeet("import", "-", "--map", "start=dates", "--map", "name=visitor", "--map", "party=country", stdin=table)
    (record,) = dipmeet("list", "--json").records
    assert (record["start"]["local"], record["end"]["local"]) == ("1874-12-12", "1874-12-23")
    assert record["start"]["as_stated"] == "December 12–23, 1874"
    text, spans = record["source"]["text"], record["evidence"]
    assert [text[slice(*spans[field][0])] for field in ("start.local", "end.local")] == ["December 12–23, 1874"] * 2
