"""Opening the index: held against the file each time, brought up to date, made anew, or bypassed.

An index that is missing, stale, foreign, corrupt, locked or read-only costs time and never an answer: where it cannot
be kept on disk the same tables are made in memory.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar
from zlib import crc32

from dipmeet.archive.index.schema import STAGES, WHOLE, Advance, Stages, create, read_meta, version, write_meta
from dipmeet.archive.lines import checksum
from dipmeet.errors import ArchiveError

if TYPE_CHECKING:
    from dipmeet.archive.files import Stamp

Progress = Callable[[str, int], AbstractContextManager[Advance]]
"""`progress("indexing", 3000)` gives a call to make after each step."""

TRIES = 20
"""As often as the file may change while it is being read."""

PATIENCE_SECONDS = 10
"""As long as another process may hold the index."""

TICK_SECONDS = 0.02
"""Younger than this, a file may change again without its time of change showing it (the kernel's clock ticks)."""

TAIL = 256
"""As many bytes of the file's end belong to its stamp."""

_Answer = TypeVar("_Answer")


class Restless(ArchiveError):
    """An archive that another program keeps changing while it is read."""


class Stale(Exception):
    """The index speaks of another state of the file."""


class Index:
    """The index of one archive file, and the file as it was when the index was held against it."""

    def __init__(self, path: Path, cache: Path | None, progress: Progress) -> None:
        self.path = path
        self._cache = cache
        self._progress = progress
        self._file: BinaryIO | None = None
        self._stamp = ""
        self._db: sqlite3.Connection | None = None
        self._was_broken = False

    @property
    def stamp(self) -> str:
        """By what the file is known: inode, size, time of change, and a checksum of its end; "" for no file."""
        return self._stamp

    @property
    def location(self) -> Path | None:
        """The index's file, or None where it is kept in memory."""
        return _location(self.path, self._cache) if self._cache is not None else None

    def ask(self, question: Callable[[sqlite3.Connection], _Answer], stages: Stages | None = None) -> _Answer:
        """Return the answer to a question put to an index that speaks of the file as it is.

        `stages` are parts of the index that the question needs; they are made where they are lacking.

        Raises:
            ArchiveError, DamagedArchive: where the file cannot be read or is no archive.
        """
        for _ in range(TRIES):
            try:
                self._open()
                return self._asked(question, stages or Stages())
            except Stale:
                self.close()
            except sqlite3.Error as error:
                self._give_up(error)
        raise Restless(f"{self.path} keeps changing", hint="try again when the other program is done")

    def read(self, start: int, stop: int) -> bytes:
        """Return the bytes [start, stop) of the file as it was when the index last answered."""
        return os.pread(self._file.fileno(), stop - start, start) if self._file is not None else b""

    def is_current(self) -> bool:
        """Tell whether the file is as it was when the index last answered."""
        return _stamp_at(self.path) == self._stamp

    def follow(self, before: str, written: Stamp, change: Callable[[sqlite3.Connection], None]) -> None:
        """Bring the index after a change of our own from the state of the file `before` to the one `written`.

        Where it cannot, or index or file are others by now, nothing is done: the next to open it sees the difference.
        """
        db = self._db
        if db is None or self._cache is None:
            self.close()
            return
        from dipmeet.archive.files import stamp_of_open

        file = _opened(self.path)
        try:
            with contextlib.suppress(sqlite3.Error), _transaction(db):
                is_ours = file is not None and stamp_of_open(file.fileno()) == written
                if is_ours and read_meta(db).get("file") == before:
                    change(db)
                    write_meta(db, file=_stamp_of(file))
        finally:
            if file is not None:
                file.close()
            self.close()

    def told(self) -> str:
        """Return where the index is, how large, and which parts it has, in words."""
        meta = self.ask(read_meta)
        parts = ["places, dates and names", *(name for name in ("words", "topics") if meta[name])]
        location = self.location
        size = f"{location.stat().st_size:,} bytes in {location}" if location is not None else "in memory"
        return f"{size}: {', '.join(parts)}"

    def rebuild(self) -> None:
        """Make the whole index anew."""
        self.distrust()
        self.ask(lambda db: db.execute("SELECT 1").fetchone(), WHOLE)

    def distrust(self) -> None:
        """Take the index away: what it said of the file was not so."""
        self.close()
        location = self.location
        if location is not None and not _take_away(location):
            self._cache = None

    def close(self) -> None:
        """Let go of the file and the index."""
        if self._file is not None:
            self._file.close()
        if self._db is not None and self._cache is not None:
            self._db.close()
            self._db = None
        self._file, self._stamp = None, ""

    def __del__(self) -> None:
        """Let go of all of it, as nobody is left to close it; an index in memory lives as long as this."""
        self.close()
        if self._db is not None:
            self._db.close()

    def _give_up(self, error: sqlite3.Error) -> None:
        """Take away an index that is broken; bypass one that is locked, not to be written, or broken again.

        Raises:
            sqlite3.Error: where the index was in memory, so that the question was wrong.
        """
        location, db = self.location, self._db
        if location is None:
            raise error
        self._db = None
        if db is not None:
            db.close()
        self.close()
        if self._was_broken or _is_out_of_reach(error) or not _take_away(location):
            self._cache = None
        self._was_broken = True

    def _open(self) -> None:
        """Have the file open and an index that was held against it."""
        if self._file is not None and _stamp_at(self.path) != self._stamp:
            self.close()
        if self._file is None:
            self._file = _opened(self.path)
            self._stamp = _settled(self._file)
        if self._db is None:
            self._db = self._connected()

    def _connected(self) -> sqlite3.Connection:
        location = self.location
        if location is None:
            return _connect(None)
        try:
            return _connect(location)
        except OSError:
            self._cache = None
            return _connect(None)

    def _asked(self, question: Callable[[sqlite3.Connection], _Answer], stages: Stages) -> _Answer:
        db = self._db
        assert db is not None
        with _reading(db):
            meta = read_meta(db)
            if meta.get("file") == self._stamp and _has(meta, stages):
                return question(db)
        self._bring_up_to_date(db, stages)
        with _reading(db):
            meta = read_meta(db)
            if meta.get("file") != self._stamp or not _has(meta, stages):
                raise Stale
            return question(db)

    def _bring_up_to_date(self, db: sqlite3.Connection, stages: Stages) -> None:
        db.execute("PRAGMA cache_size = -65536")  # whoever only asks has no use for so much, and pays for filling it
        with _transaction(db):
            if read_meta(db).get("file") != self._stamp:
                self._refresh(db, stages)
                if _stamp_of(self._file) != self._stamp:
                    raise Stale
                write_meta(db, file=self._stamp)
            if not _has(read_meta(db), stages):
                total = db.execute("SELECT count(*) FROM rec").fetchone()[0]
                from dipmeet.archive.index import build

                with self._progress("indexing", total) as advance:
                    build.add_stages(db, stages, self._handle(), advance)

    def _handle(self) -> int | None:
        return self._file.fileno() if self._file is not None else None

    def _refresh(self, db: sqlite3.Connection, stages: Stages) -> None:
        """Have the index say what the file says, with these stages where it is empty.

        Raises:
            ArchiveError, DamagedArchive: where the file is no archive.
        """
        from dipmeet.archive.index import build, rows
        from dipmeet.archive.scanning import OtherLayout, scan_lines

        if self._file is None:
            build.refresh(db, (), None, lambda: None)
            write_meta(db, layout="lines")
            return
        with self._progress("reading the archive", self._guess()) as advance:
            self._file.seek(0)
            db.execute("SAVEPOINT scan")
            try:
                build.refresh(db, scan_lines(self._file), self._handle(), advance, stages)
            except OtherLayout:
                db.execute("ROLLBACK TO scan")
                self._refresh_from_other(db, advance, "other")
                return
            if db.execute("SELECT 1 FROM rec WHERE problem = ? LIMIT 1", (rows.NOT_JSON,)).fetchone() is not None:
                db.execute("ROLLBACK TO scan")  # perhaps two records that an editor joined on one line
                self._refresh_from_other(db, advance, "lines")
                return
            write_meta(db, layout="lines")

    def _refresh_from_other(self, db: sqlite3.Connection, advance: Advance, layout: str) -> None:
        """Read the file whole, or where it is not whole JSON, by line; `layout` is what that one is called."""
        from dipmeet.archive.files import load_text
        from dipmeet.archive.index import build
        from dipmeet.archive.layout import parse_contents
        from dipmeet.archive.scanning import OtherLayout, scan_whole

        assert self._file is not None
        self._file.seek(0)
        data = self._file.read()
        try:
            db.execute("SAVEPOINT whole")
            build.refresh(db, scan_whole(data) if data.strip() else (), self._handle(), advance)
            write_meta(db, layout="other")
        except (OtherLayout, ValueError, RecursionError):
            db.execute("ROLLBACK TO whole")
            parse_contents(load_text(self.path), name=str(self.path))  # which says what is wrong, and where
            self._refresh_loosely(db, advance, layout)

    def _refresh_loosely(self, db: sqlite3.Connection, advance: Advance, layout: str) -> None:
        from dipmeet.archive.index import build
        from dipmeet.archive.scanning import OtherLayout, scan_lines

        assert self._file is not None
        self._file.seek(0)
        try:
            build.refresh(db, scan_lines(self._file, is_loose=True), self._handle(), advance)
        except OtherLayout:
            raise Stale from None
        write_meta(db, layout=layout)

    def _guess(self) -> int:
        """Return about how many records the file has, for the bar that shows how far it is."""
        size = os.fstat(self._file.fileno()).st_size if self._file is not None else 0
        return max(1, size // 4000)


def _has(meta: dict[str, str | int], stages: Stages) -> bool:
    return all(meta[name] for name in STAGES if getattr(stages, name))


def _location(path: Path, cache: Path) -> Path:
    name = checksum(os.path.realpath(path).encode("utf-8", "surrogateescape"))
    return cache / f"index-{name:016x}.sqlite3"


def _connect(location: Path | None) -> sqlite3.Connection:
    """Return a connection to an index of this version, made where there is none.

    Raises:
        sqlite3.Error, OSError: where it cannot be read or written.
    """
    if location is not None:
        location.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    db = sqlite3.connect(location or ":memory:", timeout=PATIENCE_SECONDS, isolation_level=None)
    try:
        db.execute("PRAGMA synchronous = OFF")  # what a crash of the machine spoils is made anew
        if not _is_made(db):
            with _transaction(db):
                if not _is_made(db):
                    create(db)
    except BaseException:
        db.close()
        raise
    return db


def _is_made(db: sqlite3.Connection) -> bool:
    """Tell whether a database is an index of this version.

    Raises:
        sqlite3.DatabaseError: where it is another one.
    """
    tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if tables and ("meta" not in tables or read_meta(db).get("version") != version()):
        raise sqlite3.DatabaseError("not an index of this version")
    return bool(tables)


def _is_out_of_reach(error: sqlite3.Error) -> bool:
    """Tell whether an index is locked, read-only, on a full disk or not to be opened, and so not to be mended."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in {
        sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR,
    }  # fmt: skip


@contextlib.contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


@contextlib.contextmanager
def _reading(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("BEGIN")
    try:
        yield
    finally:
        if db.in_transaction:
            db.execute("COMMIT")


def _take_away(location: Path) -> bool:
    """Remove an index and tell whether it is gone."""
    for file in (location, location.with_name(location.name + "-journal")):
        with contextlib.suppress(OSError):
            file.unlink(missing_ok=True)
    return not location.exists()


def _opened(path: Path) -> BinaryIO | None:
    """Return the archive file opened, or None where there is none.

    Raises:
        ArchiveError: where it cannot be read.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            raise ArchiveError(f"{path} is no file", hint="name a file, such as meetings.json")
        return path.open("rb")
    except FileNotFoundError:
        return None
    except IsADirectoryError:
        raise ArchiveError(f"{path} is a folder, not an archive", hint="name a file, such as meetings.json") from None
    except OSError as error:
        raise ArchiveError(f"cannot read {path}: {(error.strerror or str(error)).lower()}") from None


def _settled(file: BinaryIO | None) -> str:
    """Return the file's stamp, once it is old enough that a further change would show."""
    if file is None:
        return ""
    age = time.time() - os.fstat(file.fileno()).st_mtime
    if 0 <= age < TICK_SECONDS:
        time.sleep(TICK_SECONDS)
    return _stamp_of(file)


def _stamp_of(file: BinaryIO | None) -> str:
    if file is None:
        return ""
    stat = os.fstat(file.fileno())
    tail = os.pread(file.fileno(), TAIL, max(0, stat.st_size - TAIL))
    return f"{stat.st_ino} {stat.st_size} {stat.st_mtime_ns} {crc32(tail)}"


def _stamp_at(path: Path) -> str:
    with contextlib.ExitStack() as stack:
        file = _opened(path)
        if file is not None:
            stack.enter_context(file)
        return _stamp_of(file)
