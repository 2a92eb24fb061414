"""An archive of seven records chosen for how they look, and screens drawn without a command."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import RenderableType

from dipmeet.model.meeting import Meeting
from dipmeet.terminal import Terminal
from tests.conftest import Dipmeet, Pipe, Screen

GOLDEN = Path(__file__).parent / "golden"
RECORDS: list[dict[str, Any]] = json.loads((GOLDEN / "records.json").read_text("utf-8"))


@pytest.fixture
def seven(dipmeet: Dipmeet) -> Dipmeet:
    """Dipmeet on an archive of the seven records, as any stock TinyDB would write it."""
    table = {str(number): record for number, record in enumerate(RECORDS, 1)}
    Path(dipmeet.env["DIPMEET_ARCHIVE"]).write_text(json.dumps({"_default": {}, "meetings": table}), "utf-8")
    return dipmeet


def meeting(**fields: Any) -> Meeting:
    """Return a meeting with these fields, as JSON has them."""
    return Meeting.from_json({"id": "2017-09-19-japan-canada", **fields})


def draw(build: Callable[[int | None], Iterable[RenderableType]], width: int | None, *, colour: bool = False) -> str:
    """Return what a screen of `width` columns, or a pipe, is sent."""
    out: Any = Screen() if width is not None else Pipe()
    env = {"COLUMNS": str(width), "TERM": "xterm", "PAGER": "cat"}
    Terminal(Pipe(), out, Pipe(), env, color="always" if colour else "never").show(build)
    if width is not None:
        return out.getvalue()
    out.flush()
    return out.buffer.getvalue().decode()


def widest(text: str) -> int:
    """Return the columns that the widest line takes."""
    return max(map(cell_len, text.splitlines()), default=0)
