"""The cases: texts of readouts with the facts that a careful reader gets from them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CASES, MADE = HERE / "cases", HERE / "made"
SAMPLES = HERE.parents[1] / "data" / "readouts"
"""Texts that stand in the sample archive are not kept twice."""

MINISTRY = "mofa-japan-2"
"""What the names of the English pages of Japan's ministry begin with."""


@dataclass(frozen=True)
class Case:
    """A readout: its name, its text, and the facts that it gives."""

    name: str
    text: str
    facts: dict[str, Any]

    @property
    def publisher(self) -> str:
        """The publisher as the name has it: `mofa-japan` of mofa-japan-2017-09-19-canada."""
        words = self.name.split("-")
        return "-".join(words[: next(at for at, word in enumerate(words) if word.isdigit())])

    def __str__(self) -> str:
        return self.name


def load_cases(*folders: Path) -> Iterator[Case]:
    """Yield the cases of the folders (CASES and MADE where none is named), in the order of their names."""
    for folder in folders or (CASES, MADE):
        for facts in sorted(folder.glob("*.json")):
            text = facts.with_suffix(".txt")
            text = text if text.exists() else SAMPLES / text.name
            yield Case(facts.stem, text.read_text("utf-8"), json.loads(facts.read_text("utf-8")))
