"""Transcripts of a console: commands and what they print, read from a page and run through a real shell.

A transcript is a text that reads as a manual. Each block is a command, what it printed, and how it ended:

    # What a person should know; a line that begins with "# ", or #, is for readers only.

    $ dipmeet list --party Peru
    2> 0 of 7 meetings

    $ dipmeet show 2019 |
    > wc -l
    0
    2> dipmeet: '2019' names no record
    ? 1

Lines after `$ ` are stdout, those after `2> ` stderr; `> ` goes on with the command; `? ` is an exit code other than 0.
A line `…` alone stands for any lines left out. Blank lines around a block's output do not count.
"""

from __future__ import annotations

import os
import pty
import re
import select
import struct
import subprocess
import termios
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fcntl import ioctl
from pathlib import Path

LEFT_OUT = "…"


@dataclass
class Block:
    """A command, from line `line` of its page, and what it should print and end with."""

    line: int
    command: str
    out: list[str] = field(default_factory=list)
    err: list[str] = field(default_factory=list)
    code: int = 0


@dataclass(frozen=True)
class Ran:
    """What a command did print and end with."""

    out: list[str]
    err: list[str]
    code: int


def read_transcript(text: str) -> list[Block]:
    """Return the blocks of a transcript."""
    lines = ["" if line.split(" ")[0] == "#" else line for line in text.splitlines()]
    blocks = list(_blocks(lines, 1))
    for block in blocks:
        printed, block.out = block.out, []
        for line in printed:
            mark, _, rest = line.partition(" ")
            if mark == "2>":
                block.err.append(rest)
            elif mark == "?" and rest.isdigit():
                block.code = int(rest)
            else:
                block.out.append(line)
    return blocks


def read_page(markdown: str) -> Iterator[Block]:
    """Yield the blocks of the fences of a Markdown page that begin with ```console; what is printed is `out`."""
    for fence in re.finditer(r"^```console\n(.*?)^```$", markdown, re.MULTILINE | re.DOTALL):
        yield from _blocks(fence[1].splitlines(), markdown.count("\n", 0, fence.start(1)) + 1)


def _blocks(lines: Sequence[str], first: int) -> Iterator[Block]:
    """Yield the commands of `lines`, which are numbered from `first`, with what stands after each."""
    block: Block | None = None
    for number, line in enumerate(lines, first):
        if line.startswith("$ "):
            if block is not None:
                yield block
            block = Block(number, line[2:])
        elif block is None:
            if line.strip():
                raise ValueError(f"line {number}: output before any command")
        elif line.startswith("> ") and not block.out:
            block.command += "\n" + line[2:]
        else:
            block.out.append(line)
    if block is not None:
        yield block


def matches(expected: Sequence[str], printed: Sequence[str]) -> bool:
    """Tell whether `printed` is what was expected, `…` standing for any lines; spaces at line ends do not count."""
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() == LEFT_OUT else re.escape(line.rstrip()) + r"\n" for line in trimmed(expected)
    )
    return re.fullmatch(pattern, "".join(line.rstrip() + "\n" for line in trimmed(printed))) is not None


def trimmed(lines: Sequence[str]) -> list[str]:
    """Return `lines` without the blank ones before and after."""
    said = [number for number, line in enumerate(lines) if line.strip()]
    return list(lines[said[0] : said[-1] + 1]) if said else []


def run(command: str, folder: Path, env: Mapping[str, str]) -> Ran:
    """Run a command through the shell in `folder`, with no terminal anywhere; the folder's path is told as ~."""
    ran = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    return Ran(_lines(ran.stdout, folder), _lines(ran.stderr, folder), ran.returncode)


def run_on_screen(command: str, folder: Path, env: Mapping[str, str], columns: int) -> Ran:
    """Run a command through the shell on a terminal of `columns` columns without colours; all that is seen is `out`."""
    ours, theirs = pty.openpty()
    ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 200, columns, 0, 0))
    process = subprocess.Popen(
        ["bash", "-c", command],
        cwd=folder,
        env={**env, "TERM": "dumb"},
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    try:
        seen = b"".join(_bytes_of(ours))
    finally:
        os.close(ours)
        code = process.wait(timeout=60)
    return Ran(_lines(seen.replace(b"\r\n", b"\n"), folder), [], code)


def _bytes_of(terminal: int) -> Iterator[bytes]:
    """Yield what is written to a terminal until nobody holds it any longer."""
    while select.select([terminal], [], [], 60)[0]:
        try:
            read = os.read(terminal, 65536)
        except OSError:  # Linux says so where the last writer is gone
            return
        if not read:
            return
        yield read


def _lines(printed: bytes, folder: Path) -> list[str]:
    return printed.decode("utf-8", "backslashreplace").replace(str(folder), "~").splitlines()


def environment(home: Path, programs: Path) -> dict[str, str]:
    """Return the environment of a console: a home and a time zone of its own, `programs` before all others."""
    return {
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / ".local/share"),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "TZ": "Europe/Paris",
        "LC_ALL": "C.UTF-8",
        "TERM": "dumb",
    }


def described(block: Block, ran: Ran) -> str:
    """Return what a command was expected to do and what it did, to be read by a person."""
    told = [f"line {block.line}: $ {block.command}"]
    for name, expected, printed in (("stdout", block.out, ran.out), ("stderr", block.err, ran.err)):
        if not matches(expected, printed):
            told += [f"{name} expected:", *trimmed(expected), f"{name} printed:", *trimmed(printed)]
    if block.code != ran.code:
        told.append(f"exit code expected: {block.code}; was: {ran.code}")
    return "\n".join(told)
