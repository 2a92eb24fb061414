"""The catalogue of errors: what goes wrong, the one line that says so, the exit code, and an archive left as it was."""

from __future__ import annotations

import json
import os
import pty
import resource
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import SAMPLE, Dipmeet, Result

DATE_HINT = '(such as "2:05 p.m. 19 Sep 2017", 2017-09-19T14:05, 2017-09-19, "Sep 2017", 2017 or yesterday)'
KINDS = "meeting, telephone call, video call, courtesy call, working meal, other"
REF = "2017-09-19-japan-canada"


def archive_of(dipmeet: Dipmeet) -> Path:
    return Path(dipmeet.env["DIPMEET_ARCHIVE"])


def refused(result: Result) -> tuple[int, str, str]:
    return result.code, result.out, result.err


# fmt: off
COMMAND_LINES = [
    # commands and options
    (["lst"], 2, "unknown command: 'lst' (did you mean 'list'?)"),
    (["frobnicate"], 2, "unknown command: 'frobnicate' ('dipmeet -h' lists them)"),
    (["--archive", "x.json"], 2, "missing command (dipmeet -h explains)"),
    (["list", "--topc", "NAFTA"], 2, "unknown option: '--topc' (did you mean '--topic'?)"),
    (["--colour", "always", "list"], 2, "unknown option: '--colour' (did you mean '--color'?)"),
    (["list", "--frobnicate"], 2, "unknown option: '--frobnicate' (dipmeet list -h explains)"),
    (["list", "--topic"], 2, "option '--topic' requires an argument"),
    (["list", "NAFTA"], 2, "got unexpected extra argument(s) (NAFTA) (dipmeet list -h explains)"),
    (["show"], 2, "missing argument 'REF...' (dipmeet show -h explains)"),
    (["when", "2:05 p.m. 19 Sep 2017"], 2, "missing option '--in' (dipmeet when -h explains)"),
    (["list", "--limit", "many"], 2,
     "invalid value for '--limit' / '-n': 'many' is not a whole number from 1 on (dipmeet list -h explains)"),
    (["list", "--color", "pink"], 2,
     "invalid value for '--color': 'pink' is not one of auto, always, never (dipmeet list -h explains)"),
    (["--archive", "", "list"], 2, "--archive names no file (a path, such as meetings.json)"),
    (["help", "exit-code"], 2, "unknown help page: 'exit-code' (did you mean 'exit-codes'?)"),
    (["help", "cookery"], 2, "unknown help page: 'cookery' ('dipmeet help' lists them)"),
    (["help", "filters", "--man"], 2, "--man prints one page of everything, 'filters' in it (dipmeet help --man)"),
    (["completion"], 2, "which shell this is cannot be told (name it: bash, zsh or fish)"),
    (["completion", "bsh"], 2, "unknown shell: 'bsh' (did you mean 'bash'?)"),
    (["merge", "a.json", "b.json"], 2, "missing argument 'THEIRS' (dipmeet merge -h explains)"),
    (["merge", "/no/a.json", "/no/b.json", "/no/c.json"], 3, "no such file: /no/a.json"),
    (["info", "--textconv", "/no/a.json"], 3, "no such file: /no/a.json"),
    (["list", "--json", "--plain"], 2, "only one of --json, --jsonl, --plain and --ids can be had at a time"),
    (["export", "--format", "xls"], 2,
     "unknown format: 'xls' (one of jsonl, json, csv, markdown, icalendar, csl, ris, bibtex, jsonld, rfc9557)"),
    (["export", "--format", "bibtx"], 2, "unknown format: 'bibtx' (did you mean 'bibtex' or 'bib'?)"),
    (["export", REF, "--party", "Canada"], 2,
     "name what to export: either references or filters (dipmeet export 2017-09-19)"),
    (["cite", REF, "--style", "aap"], 2, "unknown style: 'aap' (did you mean 'apa'?)"),
    (["cite", f"{REF}#9"], 1, f"{REF} has no point 9 (it has 4, counted from 1)"),
    (["cite", REF, "--style", "none.csl"], 3, "no such file: none.csl"),
    (["search", "NAFTA", "--sort", "size"], 2, "unknown sort: 'size' (one of date, relevance)"),

    # tables of others
    (["import", "none.csv"], 3, "no such file: none.csv"),
    (["import", "none.csv", "--map", "start"], 2,
     "--map 'start' does not say which column is which field (--map start=start-date)"),
    (["import", "none.csv", "--map", "strt=date"], 2, "unknown field: 'strt' (did you mean 'start'?)"),
    (["import", "none.csv", "--dates", "ymd"], 2, "--dates is dmy or mdy, not 'ymd'"),
    (["import", "none.csv", "--profile", "historian-visit"], 2,
     "unknown profile: 'historian-visit' (did you mean 'historian-visits' or 'historian-travels'?)"),
    (["import", "none.csv", "--save-profile", "mine"], 2,
     "--save-profile keeps what --map says, and there is no --map (--map start=COLUMN)"),
    (["compare"], 2, "missing argument 'A [B]' (dipmeet compare -h explains)"),
    (["compare", REF, REF], 2, f"compare takes two records, and both are {REF}"),
    (["compare", REF], 2, f"{REF} is the only account of its meeting (name a second record)"),
    (["compare", REF, REF, "--json", "--markdown"], 2, "only one of --json and --markdown can be had at a time"),
    (["show", REF, "--said", "--ids"], 2, "--said goes with the card, --json and --jsonl"),

    # names that no vocabulary knows
    (["list", "--topic", "North Korae"], 2, "unknown topic: 'North Korae' (did you mean 'North Korea'?)"),
    (["list", "--party", "Japn"], 2, "unknown party: 'Japn' (did you mean 'Japan'?)"),
    (["list", "--place", "Genva"], 2, "unknown place: 'Genva' (did you mean 'Geneva' or 'Genoa'?)"),
    (["list", "--kind", "chat"], 2, f"unknown kind: 'chat' (one of {KINDS})"),
    (["list", "--kind", "metting"], 2, "unknown kind: 'metting' (did you mean 'meeting'?)"),
    (["list", "--tz", "Tokio City"], 2, "unknown time zone: 'Tokio City' (a city, a country, UTC or Asia/Tokyo)"),
    (["when", "2:05 p.m. 19 Sep 2017", "--in", "Lisbn"], 2,
     "unknown time zone: 'Lisbn' (did you mean 'Lisbon' or 'Europe/Lisbon'?)"),
    (["add", "--start", "2:05 p.m. 19 Sep 2017", "--place", "Nowhereville"], 2,
     "unknown place: 'Nowhereville' (give its zone with --in)"),
    (["add", "--start", "2017", "--party", "Atlantis"], 2, "unknown party: 'Atlantis' (--force keeps it)"),
    (["add", "--start", "2017", "--kind", "chat"], 2, f"unknown kind: 'chat' (one of {KINDS})"),
    (["edit", REF, "--set", "plce=Geneva"], 2, "unknown field: 'plce' (did you mean 'place' or 'places'?)"),
    (["edit", REF, "--set", "participants[0]..name=x"], 2,
     "unknown field: 'participants[0]..name' (did you mean 'participants[0].name' or 'participants[0].title'?)"),
    (["edit", REF, "--set", "kind=chat"], 2, f"unknown kind: 'chat' (one of {KINDS})"),
    (["edit", REF, "--set", "participants[9].name=x"], 2,
     "unknown position: '[9]' (the list has 2, counted from 0)"),

    # times that cannot be
    (["list", "--on", "2017-02-30"], 2, f"no such date or time: '2017-02-30' {DATE_HINT}"),
    (["list", "--since", "2017-13"], 2, f"no such date or time: '2017-13' {DATE_HINT}"),
    (["list", "--until", "03/04/2017"], 2,
     "'03/04/2017' is two dates (write the month as a word, or YYYY-MM-DD)"),
    (["list", "--on", ""], 2, f"not a date or a time: '' {DATE_HINT}"),
    (["add", "--start", "2017-02-30", "--party", "Japan"], 2, f"no such date or time: '2017-02-30' {DATE_HINT}"),
    (["add", "--start", "25:00 19 Sep 2017"], 2, "no such time of day: '25:00' (2:05 p.m. or 14:05)"),
    (["add", "--start", "2:30 a.m. 12 March 2017", "--place", "New York"], 2,
     "'2:30 a.m. 12 March 2017' never was: the clocks of America/New_York skipped 02:30 on 2017-03-12; "
     "03:30 on 2017-03-12 may be meant"),
    (["when", "19 Sep 2017", "--in", "Tokyo"], 2,
     "'19 Sep 2017' has no hour (a day is not converted to another zone; give the time too)"),
    (["when", "2:05 p.m. 19 Sep 2017", "--in", "Australia"], 2,
     "'Australia' has more than one time zone (name one of: Sydney (Australia/Sydney), Brisbane (Australia/Brisbane), "
     "Perth (Australia/Perth), Adelaide (Australia/Adelaide), Darwin (Australia/Darwin), Eucla (Australia/Eucla), "
     "Lord Howe (Australia/Lord_Howe))"),
    (["add", "--start", "2017", "--duration", "forever"], 2,
     "not a length of time: 'forever' (30 min, about 1 h 20, 1:20)"),

    # references
    (["show", "1999"], 1,
     "no record is called '1999' ('dipmeet list' shows all; an id or its beginning up to a hyphen names a record)"),
    (["show", "2017-09-19-japan-canda"], 1,
     "no record is called '2017-09-19-japan-canda' (did you mean '2017-09-19-japan-canada' or "
     "'2017-11-10-japan-canada' or '2025-03-13-japan-canada'?)"),
    (["show", ""], 2, "no reference in '' (give an id or its beginning: 2017-09-19, 2017-09-19-japan)"),
    (["edit", "2018-09", "--set", "notes=x"], 2,
     "'2018-09' names 2 records (name one of: 2018-09-27-china-japan, 2018-09-27-japan-china)"),
    (["remove", "2017", "--yes"], 2,
     "'2017' names 3 records (name one of: 2017-06-16-united-states-canada, 2017-09-19-japan-canada, "
     "2017-11-10-japan-canada)"),
    (["remove", f"{REF}#1", "--yes"], 2,
     f"'{REF}#1' names a point, and this takes whole records (type {REF})"),
    (["show", f"{REF}#one"], 2, "no point is called 'one' (points are counted from 1: REF#2 or REF#2.1)"),
    (["restore", REF], 1, f"nothing in the trash is called '{REF}' ('dipmeet restore' lists what is in it)"),
    (["add", "--start", "2017", "--account-of", "1999"], 1,
     "no record is called '1999' ('dipmeet list' shows all; an id or its beginning up to a hyphen names a record)"),

    # links
    (["link", REF], 2,
     f"{REF} alone is no two accounts (dipmeet link 2018-09-27-japan-china 2018-09-27-china-japan)"),
    (["link", REF, "2018-09-27-japan-china"], 1,
     f"hardly one meeting: {REF} and 2018-09-27-japan-china: 2017-09-19 is not 2018-09-27 (--force links them)"),
    (["link", "--remove", REF], 1, f"{REF} is the only account of its meeting"),
    (["link", "--remove"], 2,
     "name what to part from its meeting (dipmeet link --remove 2018-09-27-china-japan)"),
    (["link", "--all", REF], 2, "--all links what probably is of one meeting, and takes no references"),
    (["link", "--json", REF, "2018"], 2, "--json is for the list of probable pairs, without references"),
    (["link", REF, "1999"], 1,
     "no record is called '1999' ('dipmeet list' shows all; an id or its beginning up to a hyphen names a record)"),

    # searches and filters
    (["search"], 2, 'nothing to search for (give words, or filters such as --topic "North Korea")'),
    (["search", '"frank exchange'], 2,
     "a \" is not closed at character 1 of the search '\"frank exchange' (dipmeet help search)"),
    (["search", "NAFTA OR"], 2, "a word is missing at character 9 of the search 'NAFTA OR' (dipmeet help search)"),
    (["search", "NAFTA)"], 2, "a ) too many at character 6 of the search 'NAFTA)' (dipmeet help search)"),
    (["search", "NOT", "NAFTA"], 2,
     "a search needs a word that is to be found (NOT alone finds nothing; dipmeet help search)"),
    (["search", "zeppelin"], 1, "nothing found in 38 meetings"),
    (["edit", "--set", "notes=x"], 2,
     "name what to edit: either references or filters (dipmeet edit 2017-09-19-japan-canada)"),
    (["remove", REF, "--party", "Canada"], 2,
     "name what to remove: either references or filters (dipmeet remove 2017-09-19-japan)"),
    (["remove", "--on", "1999", "--yes"], 1, "nothing matches these filters"),

    # checks
    (["check", "--rule", "wekday"], 2, "unknown rule: 'wekday' (did you mean 'weekday'?)"),
    (["check", "--explain", "astrology"], 2,
     "unknown rule: 'astrology' (one of stated-time, clock-form, weekday, published, duration, zone, skipped-hour, "
     "repeated-hour, offset, numbering, absent-party, text-hash, two-places, travel, twice, accounts, office)"),
    (["check", "1999"], 1,
     "no record is called '1999' ('dipmeet list' shows all; an id or its beginning up to a hyphen names a record)"),
    (["check", REF, "--party", "Canada"], 2, "name records by references or by filters, not both"),
    (["check", "--ignore", "weekday", "--reason", "x"], 2,
     "--ignore needs the records it is meant for (dipmeet check --ignore RULE REF)"),
    (["check", "--ignore", "weekday", REF], 2, "--ignore needs a reason, which is kept in the record (--reason TEXT)"),
    (["check", "--ignore", "weekday", REF, "--reason", "  "], 2,
     "--ignore needs a reason, which is kept in the record (--reason TEXT)"),
    (["check", "--ignore", "weekday", REF, "--reason", "x"], 1,
     f"weekday finds nothing in {REF} that is not ignored"),
    (["check", "--heed", "weekday", REF], 1, f"nothing of weekday is ignored in {REF}"),
    (["check", "--heed", "weekday"], 2,
     "--heed needs the records it is meant for (dipmeet check --heed RULE REF)"),
    (["check", "--heed", "weekday", "--ignore", "weekday", REF, "--reason", "x"], 2,
     "only one of --ignore and --heed can be done at a time"),
    (["check", "--reason", "x"], 2, "--reason goes with --ignore"),
    (["check", "--field", "title"], 2, "--field goes with --ignore or --heed"),

    # what a field cannot hold
    (["edit", REF, "--set", "place"], 2, "--set takes FIELD=VALUE, not 'place' (dipmeet edit REF --set place=Geneva)"),
    (["edit", REF, "--set", "place="], 2, "no value in 'place=' (--unset place takes the field away)"),
    (["edit", REF, "--set", "id=x"], 2, "id is not set by hand (it says what was given, or follows from it)"),
    (["edit", REF, "--set", "duration.minutes=many"], 3,
     f"{REF}: not a valid record: duration.minutes: expected a whole number from 1, not 'many'"),
    (["edit", REF, "--unset", "start.local"], 3, f"{REF}: not a valid record: start.local: missing"),
    (["add", "--start", "2017", "--url", "nonsense"], 3,
     "not a valid record: source.url: expected an address such as https://…, not 'nonsense'"),
    (["add", "--start", "2017", "--participant", "Taro Kono"], 2,
     "a participant is 'Name; Title; Party', not 'Taro Kono' (a part may be empty: '; ; Canada')"),
    (["add", "--in", "Tokyo"], 2, "--in says in which zone --start is said, and there is no --start"),

    # nobody to ask
    (["add"], 2, "nothing to add (name a file, - for stdin, or facts such as --start and --party)"),
    (["remove", REF], 2, "this needs a yes, and nobody can be asked here (add --yes)"),
    (["edit", "--party", "Canada", "--set", "notes=x"], 2,
     "this needs a yes, and nobody can be asked here (add --yes)"),
    (["edit", REF], 2, "no editor can be opened here (use --set FIELD=VALUE, or set EDITOR)"),
]
# fmt: on


@pytest.mark.parametrize(
    ("words", "code", "line"), COMMAND_LINES, ids=lambda value: " ".join(value)[:60] if isinstance(value, list) else ""
)
def test_a_command_that_cannot_be_done_says_so_in_one_line(
    sample: Dipmeet, words: list[str], code: int, line: str
) -> None:
    assert refused(sample(*words)) == (code, "", f"dipmeet: {line}\n")
    assert archive_of(sample).read_bytes() == SAMPLE.read_bytes()


# fmt: off
SOURCES: list[tuple[bytes | None, str]] = [
    (None, "no such file: page.txt"),
    (b"", "page.txt is empty (save the readout's text, and name that file)"),
    (b"\x7fELF\x02\x01\x01" + bytes(300), "page.txt is a program, not text (save its text, and name that file)"),
    (b"The weather was fine, and we had lunch by the lake.\n",
     "no readout in page.txt (give the facts with flags: dipmeet add -h)"),
]

IMPORTS: list[tuple[bytes | None, str]] = [
    (None, "no such file: records.json"),
    (b"", "records.json is empty"),
    (b"\x89PNG\r\n\x1a\n", "records.json is a picture, not text"),
    (b'"a word"', "records.json holds no records: it is the JSON value \"a word\""),
    (b'{"latitude": 35.7}', "records.json, record 1: not a valid record: id: missing"),
    (b'{"id": "a b", "kind": "party", "start": {"local": "2017-02-30"}, "participants": [{}]}',
     "records.json, record 1: not a valid record: id: expected an id such as 2017-09-19-japan-canada, not 'a b'; "
     f"kind: expected one of {KINDS}, not 'party'; "
     "start.local: expected a date or time such as 2017-09-19T14:05, 2017-09-19, 2017-09 or 2017, not '2017-02-30'; "
     "participants[0]: expected one of name, title, party"),
    (b'{"id": "2017-09-19-japan-canada"}',
     "records.json, record 1: 2017-09-19-japan-canada is held with other facts"),
]

WAY_OUT = "it was not touched: restore it, or save its whole records with 'dipmeet --archive NEW import {archive}'"
FOREIGN = "it was not touched: name another archive, or read {archive} in with 'dipmeet import'"
ARCHIVES: list[tuple[bytes, str]] = [
    (b'{"latitude": 35.7}', f"{{archive}} is JSON, but not an archive: 'latitude' is no table of records ({FOREIGN})"),
    (b"[1, 2]", f"{{archive}} is JSON, but not an archive: list at its top ({FOREIGN})"),
    (b"\xff\xfe\x00", "{archive} is no archive: no UTF-8 at byte 0 (it was not touched: name another archive)"),
    (b'{"_default": {}, "trash": {}, "meetings": {\n"1": {"id": "a"',
     f"{{archive}} is damaged: not JSON at line 2, column 16: Expecting ',' delimiter ({WAY_OUT})"),
    (b'{"_default": {}, "trash": {}, "meetings": {\n<<<<<<< HEAD\n"1": {"id": "a"}\n=======\n"2": {"id": "b"}\n'
     b">>>>>>> theirs\n}}\n", "{archive} has the marks of a git conflict on line 2 (resolve it first)"),
]
# fmt: on


@pytest.mark.parametrize(("page", "line"), SOURCES)
def test_a_source_that_is_no_readout_is_refused(sample: Dipmeet, page: bytes | None, line: str) -> None:
    if page is not None:
        (sample.folder / "page.txt").write_bytes(page)
    assert refused(sample("add", "page.txt")) == (3, "", f"dipmeet: {line}\n")
    assert archive_of(sample).read_bytes() == SAMPLE.read_bytes()


@pytest.mark.parametrize(("text", "line"), IMPORTS)
def test_an_import_that_is_no_record_is_refused_with_all_its_problems(
    sample: Dipmeet, text: bytes | None, line: str
) -> None:
    if text is not None:
        (sample.folder / "records.json").write_bytes(text)
    assert refused(sample("import", "records.json")) == (3, "", f"dipmeet: {line}\n")
    assert archive_of(sample).read_bytes() == SAMPLE.read_bytes()


@pytest.mark.parametrize(("text", "line"), ARCHIVES)
@pytest.mark.parametrize(
    "words", [["list"], ["add", "--start", "2017", "--party", "Japan"], ["remove", "1", "--yes"], ["info"]]
)
def test_a_file_that_is_no_archive_is_refused_and_never_overwritten(
    dipmeet: Dipmeet, words: list[str], text: bytes, line: str
) -> None:
    archive = archive_of(dipmeet)
    archive.write_bytes(text)
    assert refused(dipmeet(*words)) == (3, "", f"dipmeet: {line.format(archive=archive)}\n")
    assert archive.read_bytes() == text


def test_a_folder_in_place_of_an_archive_is_refused(dipmeet: Dipmeet) -> None:
    line = f"dipmeet: {dipmeet.folder} is a folder, not an archive (name a file, such as meetings.json)\n"
    for words in (["list"], ["add", "--start", "2017", "--party", "Japan"]):
        assert refused(dipmeet("--archive", ".", *words)) == (3, "", line)


def test_an_archive_beneath_a_file_is_refused(sample: Dipmeet) -> None:
    beneath = archive_of(sample) / "meetings.json"
    assert refused(sample("--archive", beneath, "list")) == (
        3,
        "",
        f"dipmeet: cannot read {beneath}: not a directory\n",
    )


WRITES = [
    ["add", "--start", "2017", "--party", "Japan"],
    ["edit", REF, "--set", "notes=x"],
    ["remove", REF, "--yes"],
    ["import", "one.json"],
]


@pytest.mark.parametrize("words", WRITES, ids=" ".join)
def test_a_read_only_archive_is_refused_and_stays_as_it_was(sample: Dipmeet, words: list[str]) -> None:
    archive = archive_of(sample)
    (sample.folder / "one.json").write_text('{"id": "2001-japan"}')
    archive.chmod(0o444)
    line = f"dipmeet: {archive} is read-only (the archive is as it was; 'chmod u+w' lets dipmeet write it)\n"
    assert refused(sample(*words)) == (3, "", line)
    assert archive.read_bytes() == SAMPLE.read_bytes()


def environment(dipmeet: Dipmeet) -> dict[str, str]:
    """The environment of a process of its own, which finds dipmeet where this one did.

    It keeps no compiled modules: where files may not grow, Python keeps the half of one (CPython issue 126606).
    """
    return {**dipmeet.env, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONDONTWRITEBYTECODE": "1"}


def in_a_process(dipmeet: Dipmeet, *words: str, **how: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dipmeet", *words],
        env=environment(dipmeet),
        cwd=dipmeet.folder,
        text=True,
        capture_output=True,
        **how,
    )


@pytest.mark.parametrize("words", WRITES, ids=" ".join)
def test_a_disk_that_is_full_while_writing_leaves_the_archive_as_it_was(sample: Dipmeet, words: list[str]) -> None:
    """No file may grow past 100 KB here, and the archive has more: the kernel refuses the write half way."""
    archive = archive_of(sample)
    (sample.folder / "one.json").write_text('{"id": "2001-japan"}')

    def fill() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    done = in_a_process(sample, *words, preexec_fn=fill)
    line = f"dipmeet: cannot write {archive}: the disk is full (the archive is as it was)\n"
    assert (done.returncode, done.stdout, done.stderr) == (3, "", line)
    assert archive.read_bytes() == SAMPLE.read_bytes()
    locks = {".sample.json.lock", ".sample.json.import.lock"}
    assert {file.name for file in sample.folder.glob(".sample.json*")} <= locks


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_an_output_that_takes_no_more_is_an_error(sample: Dipmeet) -> None:
    for words in (["list"], ["show", "2017"], ["export"], ["-h"], ["--version"]):
        done = subprocess.run(
            f"'{sys.executable}' -m dipmeet {' '.join(words)} > /dev/full",
            shell=True,
            env=environment(sample),
            cwd=sample.folder,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (3, "dipmeet: cannot write the output: no space left on device\n"), (
            words
        )


PIPED = ["list", "list --json", "show 2017", "export", "search Japan --plain", "help list", "-h", "list -h", ""]


@pytest.mark.parametrize("words", PIPED)
def test_a_pipe_closed_by_its_reader_is_success_without_a_word(sample: Dipmeet, words: str) -> None:
    """The reader is gone before dipmeet writes at all; `pipefail` shows dipmeet's exit code."""
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; (sleep 0.1; exec '{sys.executable}' -m dipmeet {words}) | exec true"],
        env=environment(sample),
        cwd=sample.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, without_counts(done.stderr)) == (0, "", "")


def without_counts(notes: str) -> str:
    return "".join(line for line in notes.splitlines(keepends=True) if not line.endswith(" meetings\n"))


def test_the_head_of_a_list_is_had_without_a_complaint(sample: Dipmeet) -> None:
    program = f"set -o pipefail; '{sys.executable}' -m dipmeet list | head -1"
    done = subprocess.run(
        ["bash", "-c", program], env=environment(sample), cwd=sample.folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert done.stdout.split() == ["Date", "Time", "Meeting", "Place", "Id"]
    assert without_counts(done.stderr) == ""


def test_streams_that_the_shell_closed_are_no_bug(sample: Dipmeet) -> None:
    python = f"'{sys.executable}' -m dipmeet"
    env = environment(sample)
    for command, code in (
        (f"{python} list >&-", 0),
        (f"{python} show 1999 2>&-", 1),
        (f"{python} import - <&-", 0),
        (f"{python} add - <&-", 3),
        (f"{python} remove {REF} <&-", 2),
    ):
        done = subprocess.run(
            command, shell=True, env=env, cwd=sample.folder, capture_output=True, text=True, check=False
        )
        assert (done.returncode, "Traceback" in done.stderr, "bug" in done.stderr) == (code, False, False), command
    assert archive_of(sample).read_bytes() == SAMPLE.read_bytes()


CONFIGS = [
    ('archve = "x.json"', "{config}: unknown key 'archve' (did you mean 'archive'?)"),
    ('colour = "always"', "{config}: unknown key 'colour'"),
    ("archive = 3", "{config}: 'archive' should be a path in quotes"),
    (r'archive = "a\u0000b"', "{config}: 'archive' should be a path in quotes"),
    ("archive = ", "cannot read {config}: Invalid value (at end of document)"),
]


@pytest.mark.parametrize(("text", "line"), CONFIGS)
@pytest.mark.parametrize("name", [".dipmeet.toml", "config.toml"])
def test_a_config_file_that_cannot_be_followed_is_refused(dipmeet: Dipmeet, name: str, text: str, line: str) -> None:
    config = dipmeet.folder / name
    config.write_text(text)
    told = f"dipmeet: {line.format(config=config)}\n"
    assert refused(dipmeet("list", env={"DIPMEET_ARCHIVE": ""})) == (3, "", told)


# What a person does at a prompt: a real terminal, a real signal.

CANCELLED = "cancelled, nothing was changed"


def at_a_terminal(dipmeet: Dipmeet, words: list[str], *, until: str, then: str | int) -> tuple[int, str]:
    """Run dipmeet on a terminal of its own; once it prints `until`, type `then` or send the signal."""
    pid, master = pty.fork()
    if pid == 0:  # pragma: no cover (the child becomes dipmeet)
        signal.signal(signal.SIGINT, signal.default_int_handler)  # tests that run in the background ignore it
        os.chdir(dipmeet.folder)
        os.execve(sys.executable, [sys.executable, "-m", "dipmeet", *words], environment(dipmeet))
    seen = ""
    answered = False
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if not select.select([master], [], [], 1)[0]:
            continue
        try:
            seen += os.read(master, 4096).decode()
        except OSError:  # the terminal closes with its process
            break
        if not answered and until in seen:
            answered = True
            if isinstance(then, int):
                os.kill(pid, then)
            else:
                os.write(master, then.encode())
    else:
        os.kill(pid, signal.SIGKILL)
    os.close(master)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), seen.replace("\r\n", "\n")


CTRL_C = "\x03"
CTRL_D = "\x04"


@pytest.mark.parametrize("then", [signal.SIGINT, CTRL_C, CTRL_D], ids=["SIGINT", "Ctrl-C", "Ctrl-D"])
@pytest.mark.parametrize(
    ("words", "until"), [(["remove", REF], "[y/N]"), (["add"], "When did it begin?")], ids=["remove", "add"]
)
def test_leaving_a_prompt_cancels_and_changes_nothing(
    sample: Dipmeet, words: list[str], until: str, then: str | int
) -> None:
    code, seen = at_a_terminal(sample, words, until=until, then=int(then) if isinstance(then, int) else then)
    assert code == 130
    assert seen.splitlines()[-1] == CANCELLED
    assert "Traceback" not in seen
    assert archive_of(sample).read_bytes() == SAMPLE.read_bytes()


def test_an_answer_that_is_no_yes_is_a_no(sample: Dipmeet) -> None:
    for answer in ("", "n", "no", "maybe", "yesterday"):
        result = sample("remove", REF, typed=[answer])
        assert refused(result) == (130, "", f"Move {REF} to the trash? [y/N] {CANCELLED}\n")
    assert archive_of(sample).read_bytes() == SAMPLE.read_bytes()


def test_the_end_of_the_input_at_a_prompt_cancels(sample: Dipmeet) -> None:
    result = sample("remove", REF, typed=[])
    assert refused(result) == (130, "", f"Move {REF} to the trash? [y/N] \n{CANCELLED}\n")


def test_a_bug_is_called_a_bug(sample: Dipmeet) -> None:
    """No bug is known, so one is planted: a clock that fails."""
    program = (
        "import sys, dipmeet.cli as cli\n"
        "from dipmeet.__main__ import main\n"
        "def broken(*_): raise RuntimeError('the clock stands still')\n"
        "cli.run = broken\n"
        "sys.argv = ['dipmeet', 'list']\n"
        "main()\n"
    )
    env = environment(sample)
    done = subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 70
    assert done.stderr == (
        "dipmeet: this is a bug in dipmeet: RuntimeError: the clock stands still at <string>:3\n"
        "         DIPMEET_DEBUG=1 shows where it happened\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env={**env, "DIPMEET_DEBUG": "1"}, capture_output=True, text=True, check=False
    )
    assert "Traceback" in done.stderr


def test_json_on_stdout_stays_json_when_something_is_refused(sample: Dipmeet) -> None:
    result = sample("search", "zeppelin", "--json")
    assert refused(result) == (1, "", "dipmeet: nothing found in 38 meetings\n")
    result = sample("list", "--on", "1999", "--json")
    assert (result.code, json.loads(result.out), result.err) == (0, [], "")
