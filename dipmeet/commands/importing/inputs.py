"""What `import` was given: each file, folder or stdin opened, told for what it is, and read as a stream of items."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from dipmeet.errors import DipmeetError, SourceError, UsageError, did_you_mean
from dipmeet.model.meeting import Meeting
from dipmeet.model.value import Value
from dipmeet.settings import path_from
from dipmeet.sources.surveying import CHUNK, ENCODINGS, Survey, as_spreadsheets_write, decoded, lines_of, survey

if TYPE_CHECKING:
    from dipmeet.commands.declaration import Session
    from dipmeet.formats.mapped import Mapped
    from dipmeet.formats.profile import Profile

TABLES = (".csv", ".tsv", ".tab")
DATA = (".json", ".jsonl", ".ndjson", ".xml", *TABLES)
"""The files of a folder that are no readouts and are taken too."""

LINES = (".jsonl", ".ndjson")
"""The data of which a file without a line is a whole one."""

SEPARATOR = re.compile(r"\ufeff?sep=.?\s*", re.IGNORECASE)
"""The line before the head by which spreadsheets are told what stands between cells."""


class Item(Value):
    """What stands at one place of an input: a record, a row with the record made of it, or what is wrong there.

    A draft is a record that has no id of its own yet; what is held was read before.
    """

    where: str
    meeting: Meeting | None = None
    mapped: Mapped | None = None
    error: DipmeetError | None = None
    is_held: bool = False
    is_draft: bool = False


class Reading(Value):
    """How rows are to be read: the profile that was named or typed, and how dates in numbers are."""

    profile: Profile | None
    dates: str | None


class Input(Value):
    """An input: what it is called, about how many items it has, and what gives them."""

    name: str
    total: int
    items: Callable[[], Iterator[Item]]


def expanded(names: Sequence[str], session: Session) -> list[str]:
    """Return the files that words name: of a folder the data in it, then the readouts, sorted.

    Raises:
        SourceError: for a folder that holds neither.
    """
    from dipmeet.sources import expand

    files: list[str] = []
    for name in names:
        folder = path_from(session.folder, name)
        if name == "-" or not folder.is_dir():
            files.append(name)
            continue
        data = sorted(str(file) for file in folder.iterdir() if file.suffix.casefold() in DATA and file.is_file())
        files += [file for file in data if not Path(file).name.startswith(".")]
        if not data or any(file.suffix.casefold() in {".txt", ".md", ".html", ".htm"} for file in folder.iterdir()):
            files += [_Readout(file) for file in expand([str(folder)])]
    return list(dict.fromkeys(files))


class _Readout(str):
    """The name of a file that stood in a folder and is a readout by its ending."""

    __slots__ = ()


@contextlib.contextmanager
def open_input(name: str, reading: Reading, session: Session) -> Iterator[Input]:
    """Give what a file or stdin holds, by how it begins, for as long as its items are asked for.

    Raises:
        SourceError: where it cannot be read.
        UsageError: where it is a table whose columns nobody said the meaning of.
    """
    with _opened(name, session) as file:
        yield _input_of(file, name, reading, session)


def _input_of(file: BinaryIO, name: str, reading: Reading, session: Session) -> Input:
    told = "standard input" if name == "-" else str(name)
    _refuse_binary(file, told)
    seen = survey(file)
    begins = seen.head.lstrip("\ufeff \t\r\n")[:1]
    if not begins and (name == "-" or Path(name).suffix.casefold() in LINES):
        return Input(told, 0, lambda: iter(()))  # what an export of nothing is
    if not begins:
        raise SourceError(f"{told} is empty")
    if begins == "<":
        return _xml(file, seen, told, reading)
    if begins and begins in "[{":
        return _json(file, seen, told)
    seen = _recognised(file, seen, told, session)
    return _table(file, seen, told, reading) or _json(file, seen, told)


def _refuse_binary(file: BinaryIO, name: str) -> None:
    """Refuse what its first bytes show to be no text.

    Raises:
        SourceError: saying what it is.
    """
    from dipmeet.sources.binaries import binary_kind

    kind = binary_kind(file.read(2000))
    file.seek(0)
    if kind is not None:
        hint = "a sheet has to be saved as CSV" if "office document" in kind else None
        raise SourceError(f"{name} is {kind}, not text", hint=hint)


def _recognised(file: BinaryIO, seen: Survey, name: str, session: Session) -> Survey:
    """Return what was seen of a table, in the encoding of spreadsheets that it is in where it is no UTF-8: said."""
    recognised = as_spreadsheets_write(file, seen)
    if recognised.encoding in ENCODINGS:
        told = f"{name} is no UTF-8: read as {ENCODINGS[recognised.encoding]} (where that is wrong, save it as UTF-8)"
        session.terminal.note(told)
    return recognised


def readouts_of(names: Sequence[str]) -> list[str]:
    """Return those of `names` that are readouts of a folder."""
    return [str(name) for name in names if isinstance(name, _Readout)]


def _opened(name: str, session: Session) -> BinaryIO:
    try:
        if name == "-":
            return _spooled(session)
        return path_from(session.folder, name).open("rb")
    except FileNotFoundError:
        raise SourceError(f"no such file: {name}") from None
    except OSError as error:
        raise SourceError(f"cannot read {name!r}: {(error.strerror or str(error)).lower()}") from None


def _spooled(session: Session) -> BinaryIO:
    """Return stdin as a file that can be read twice."""
    import shutil
    from tempfile import SpooledTemporaryFile

    if session.terminal.is_interactive:
        session.terminal.note("reading records from the keyboard; Ctrl-D ends")
    stdin = session.terminal.stdin
    spool = SpooledTemporaryFile(max_size=64 * CHUNK)  # noqa: SIM115 (it lives as long as the input)
    binary = getattr(stdin, "buffer", None)
    if binary is not None:
        shutil.copyfileobj(binary, spool)
    else:
        spool.write(stdin.read().encode("utf-8", "surrogateescape"))
    spool.seek(0)
    return spool  # type: ignore[return-value] # it has what is used of a file


def _json(file: BinaryIO, seen: Survey, name: str) -> Input:
    if seen.wrong_at is not None or seen.encoding != "utf-8-sig":
        raise SourceError(f"{name} is not text: no UTF-8 at byte {seen.wrong_at or 0}")
    return Input(name, seen.line_ends, lambda: _json_items(file, name))


def _json_items(file: BinaryIO, name: str) -> Iterator[Item]:
    from dipmeet.formats.records import read_records
    from dipmeet.formats.streamed import NotWhole, is_jsonl, read_array, read_lines

    with io.TextIOWrapper(file, "utf-8-sig") as text:
        head = [line for _ in range(2) if (line := _next_line(text))]
        _rewind(text)
        if len(head) == 2 and is_jsonl(*head):
            yield from _items(read_lines(text, name=name))
            return
        if head and head[0].lstrip().startswith("["):
            try:
                yield from _items(read_array(lambda: _chunks(text), name=name))
            except NotWhole:
                _rewind(text)
            else:
                return
        yield from _items(read_records(text.read(), name=name))


def _next_line(text: io.TextIOWrapper) -> str:
    """Return the next line that is not blank, "" at the end."""
    return next((line for line in iter(lambda: text.readline(20 * CHUNK), "") if line.strip()), "")


def _rewind(text: io.TextIOWrapper) -> None:
    text.seek(0)


def _chunks(text: io.TextIOWrapper) -> Iterator[str]:
    _rewind(text)
    while chunk := text.read(CHUNK):
        yield chunk


def _items(records: Iterator[tuple[str, Meeting | DipmeetError]]) -> Iterator[Item]:
    for where, read in records:
        yield Item(where, error=read) if isinstance(read, DipmeetError) else Item(where, meeting=read)


def _table(file: BinaryIO, seen: Survey, name: str, reading: Reading) -> Input | None:
    """Return a table; None where it looks like none, so that whoever reads JSON says what is wrong."""
    from dipmeet.formats.delimited import columns_of
    from dipmeet.formats.profile import fitted, profile_for
    from dipmeet.formats.table import is_own

    head = next((line for line in seen.head.splitlines() if not SEPARATOR.fullmatch(line)), "")
    columns = columns_of(head)
    is_named = Path(name).suffix.casefold() in TABLES
    if "\0" in head:
        raise SourceError(f"{name} is not text: it has NUL bytes")
    if reading.profile is None and is_own(columns):
        return Input(name, seen.line_ends - 1, lambda: _own_items(file, seen, name))
    profile = fitted(reading.profile, columns) if reading.profile is not None else profile_for(columns)
    if profile is None:
        if is_named or len(columns) > 2:
            raise _unmapped(name, columns)
        return None
    _need_columns(profile, columns, name)
    told = Reading(profile, reading.dates)
    return Input(name, seen.line_ends - 1, lambda: _row_items(file, seen, name, told))


def _own_items(file: BinaryIO, seen: Survey, name: str) -> Iterator[Item]:
    from dipmeet.formats.table import read_table

    with decoded(file, seen) as text:
        yield from _items(read_table(text.read(), name=name))


def _row_items(file: BinaryIO, seen: Survey, name: str, reading: Reading) -> Iterator[Item]:
    from dipmeet.formats.delimited import LONGEST, columns_of, delimiter_of, read_rows
    from dipmeet.formats.mapped import read_mapped

    with decoded(file, seen) as text:
        lines = lines_of(text, LONGEST)
        head, first = next(lines, ""), 2
        if SEPARATOR.fullmatch(head):
            head, first = next(lines, ""), 3
        rows = read_rows(lines, columns_of(head), delimiter_of(head), first=first)
        assert reading.profile is not None
        yield from _mapped_items(read_mapped(rows, reading.profile, reading.dates), name)


def _mapped_items(rows: Iterator[Mapped | DipmeetError], name: str) -> Iterator[Item]:
    for row in rows:
        if isinstance(row, DipmeetError):
            yield Item(name, error=type(row)(f"{name}, {row.message}", hint=row.hint))
        else:
            yield Item(f"{name}, {row.where}", mapped=row)


def _xml(file: BinaryIO, seen: Survey, name: str, reading: Reading) -> Input:
    if "<html" in seen.head.casefold() or "<!doctype html" in seen.head.casefold():
        raise SourceError(f"{name} is a page, not a table", hint="'dipmeet add' reads readouts")
    return Input(name, seen.line_ends // 12, lambda: _xml_items(file, name, reading))


def _xml_items(file: BinaryIO, name: str, reading: Reading) -> Iterator[Item]:
    """Yield the rows of XML; the first row tells which profile is meant where none was named."""
    from dipmeet.formats.delimited import BadRow
    from dipmeet.formats.elements import read_elements
    from dipmeet.formats.mapped import read_mapped
    from dipmeet.formats.profile import profile_for_element

    profile = reading.profile
    for read in read_elements(iter(lambda: file.read(CHUNK), b"")):
        if isinstance(read, BadRow):
            yield from _mapped_items(iter([read]), name)
            continue
        element, row = read
        if profile is None:
            profile = profile_for_element(element)
            if profile is None:
                raise _unmapped(name, tuple(row.cells))
        yield from _mapped_items(read_mapped(iter([row]), profile, reading.dates), name)


def _unmapped(name: str, columns: Sequence[str]) -> UsageError:
    listed = ", ".join(filter(None, columns))[:300]
    told = f"nobody said what the columns of {name} are: {listed}"
    return UsageError(told, hint="--map start=COLUMN, or --profile NAME")


def _need_columns(profile: Profile, columns: Sequence[str], name: str) -> None:
    from difflib import get_close_matches

    from dipmeet.formats.mapped import missing_columns

    for column in missing_columns(profile, columns):
        near = get_close_matches(column, [c for c in columns if c], 1, 0.5)
        listed = ", ".join(filter(None, columns))[:300]
        raise UsageError(f"{name} has no column {column!r}; its columns are {listed}", hint=did_you_mean(near))


def readout_items(names: Sequence[str], session: Session) -> Iterator[Item]:
    """Yield the meetings that readouts tell of, those of a text that the archive has as held."""
    from dipmeet.commands.adding.drafts import AlreadyHeld, Batch
    from dipmeet.commands.adding.gathering import gather
    from dipmeet.commands.adding.options import FactOptions, Options

    batch = Batch(Options(FactOptions()), session)
    with session.terminal.progress("reading", len(names)) as advance:
        for gathered in gather(names, session):
            outcome = batch.outcome_of(gathered)
            if isinstance(outcome.error, AlreadyHeld):
                yield Item(outcome.source, is_held=True)
            elif outcome.error is not None:
                yield Item(outcome.source, error=outcome.error)
            yield from (Item(outcome.source, meeting=meeting, is_draft=True) for meeting in outcome.records)
            advance()
