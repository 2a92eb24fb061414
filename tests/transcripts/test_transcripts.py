"""Each transcript in this folder is run, block by block, by the real program through a real shell.

`TRANSCRIPTS=write pytest tests/transcripts` writes anew what differs; a person then reads the diff.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.transcripts.console import Block, Ran, described, environment, matches, read_transcript, run, trimmed

HERE = Path(__file__).parent
TRANSCRIPTS = sorted(HERE.glob("*.console"))
SEVEN = REPOSITORY / "tests" / "screens" / "golden" / "records.json"


@pytest.mark.parametrize("transcript", TRANSCRIPTS, ids=lambda path: path.stem)
def test_a_transcript_is_what_happens(transcript: Path, tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "data" / "readouts", tmp_path / "readouts")
    shutil.copy(SEVEN, tmp_path / "seven.json")
    env = environment(tmp_path, Path(sys.executable).parent)
    text = transcript.read_text("utf-8")
    done = [(block, run(block.command, tmp_path, env)) for block in read_transcript(text)]
    different = [(block, ran) for block, ran in done if not _as_told(block, ran)]
    if os.environ.get("TRANSCRIPTS") == "write":
        transcript.write_text(_told_anew(text, different), "utf-8")
    assert not different, "\n\n".join(described(block, ran) for block, ran in different)


def _as_told(block: Block, ran: Ran) -> bool:
    return matches(block.out, ran.out) and matches(block.err, ran.err) and block.code == ran.code


def _told_anew(text: str, different: list[tuple[Block, Ran]]) -> str:
    """Return a transcript with the output of the blocks that differ replaced by what was printed."""
    lines = text.splitlines()
    for block, ran in reversed(different):
        begin = block.line + block.command.count("\n")
        end = next((n for n in range(begin, len(lines)) if lines[n].split(" ")[0] in {"$", "#"}), len(lines))
        code = [f"? {ran.code}"] if ran.code else []
        lines[begin:end] = [*trimmed(ran.out), *(f"2> {line}" for line in trimmed(ran.err)), *code, ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def test_there_are_transcripts() -> None:
    assert len(TRANSCRIPTS) >= 6
