"""What every test stands on: dipmeet run within the process, in a fresh folder, at a fixed time, in a fixed zone."""

from __future__ import annotations

import contextlib
import io
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from dipmeet.cli import run
from dipmeet.commands.declaration import Session
from dipmeet.terminal import Terminal

HERE = Path(__file__).parent
REPOSITORY = HERE.parent
SAMPLE = REPOSITORY / "data" / "meetings.json"
settings.register_profile("calm", deadline=None)  # no test asserts a time, and a slow machine is no failure
settings.load_profile("calm")

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Result:
    """What a run left behind: exit code, stdout, stderr."""

    code: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        return json.loads(self.out)

    @property
    def ids(self) -> list[str]:
        return [record["id"] for record in self.records]


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


class Pipe(io.TextIOWrapper):
    """A stream that is no terminal, with bytes beneath it as stdin has."""

    def __init__(self, data: bytes = b"") -> None:
        super().__init__(io.BytesIO(data), "utf-8", errors="surrogateescape")


@dataclass
class Dipmeet:
    """Runs the command line: `dipmeet("show", "2017-09-19", width=80)`.

    `width` makes stdout a screen of so many columns; `typed` are the lines a person types, and make stdin a terminal;
    `stdin` is what is piped in.
    """

    folder: Path
    env: Mapping[str, str]

    def __call__(
        self,
        *words: str | Path,
        width: int | None = None,
        typed: list[str] | None = None,
        stdin: str | bytes = b"",
        env: Mapping[str, str] | None = None,
    ) -> Result:
        piped = stdin.encode() if isinstance(stdin, str) else stdin
        keyboard: Any = Screen("".join(line + "\n" for line in typed)) if typed is not None else Pipe(piped)
        out = Screen() if width is not None else io.StringIO()
        err = Screen() if typed is not None else io.StringIO()
        columns = {"COLUMNS": str(width), "TERM": "xterm", "PAGER": "cat"} if width is not None else {}
        terminal = Terminal(keyboard, out, err, {**self.env, **columns, **(env or {})})
        session = Session(terminal, terminal.env, self.folder, lambda: NOW)
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = run([str(word) for word in words], session)
        return Result(code, out.getvalue(), err.getvalue())


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test in a folder of its own, away from the person's configuration and data."""
    for name in list(os.environ):
        if name.startswith(("DIPMEET_", "XDG_")) or name in {"TZ", "NO_COLOR", "COLUMNS", "EDITOR", "VISUAL", "PAGER"}:
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))


@pytest.fixture
def dipmeet(tmp_path: Path) -> Dipmeet:
    """Dipmeet on an archive that is not there yet."""
    return Dipmeet(tmp_path, _environment(tmp_path, tmp_path / "meetings.json"))


@pytest.fixture
def sample(tmp_path: Path) -> Dipmeet:
    """Dipmeet on a copy of the sample archive."""
    archive = tmp_path / "sample.json"
    archive.write_bytes(SAMPLE.read_bytes())
    return Dipmeet(tmp_path, _environment(tmp_path, archive))


def _environment(folder: Path, archive: Path) -> dict[str, str]:
    return {
        "HOME": str(folder),
        "DIPMEET_ARCHIVE": str(archive),
        "DIPMEET_CONFIG": str(folder / "config.toml"),
        "DIPMEET_CACHE": str(folder / "cache"),
        "TERM": "dumb",
        "TZ": "Europe/Paris",
        "PATH": os.environ["PATH"],
    }
