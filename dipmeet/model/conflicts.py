"""Conflicts: a field that two sides changed differently, in words for whoever has to decide."""

from __future__ import annotations

import json
from typing import Any, Final

from dipmeet.model.shapes import Json
from dipmeet.model.value import Value


class _Absent:
    """What stands where there is no field; null is a value."""

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final[Any] = _Absent()

ON_A_LINE = 100
"""As many characters of a value as a message quotes."""

LONGEST_QUOTE = 2_000
"""As many characters of a value as a doubt quotes; the branch it came from has it whole."""


class Conflict(Value):
    """A field that both sides changed differently: the record's id, the field's path, and the values (or ABSENT)."""

    id: str
    field: str
    base: Json
    ours: Json
    theirs: Json

    @property
    def kept(self) -> Json:
        """The value that the merged record has."""
        return self.theirs if self.ours is ABSENT else self.ours

    def __str__(self) -> str:
        """Return the conflict in words on one line, long values cut."""
        ours, theirs, base = (quoted(value, ON_A_LINE) for value in (self.ours, self.theirs, self.base))
        before = "" if self.base is ABSENT else f", before {base}"
        return f"{self.id}: {self.field}: ours {ours}, theirs {theirs}{before}"


def quoted(value: Json, longest: int = LONGEST_QUOTE) -> str:
    """Return a value as a person is shown it: JSON with other scripts as they are, long ones cut."""
    if value is ABSENT:
        return "nothing"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= longest else f"{text[:longest]}… ({len(text):,} characters)"


def reason_of(conflict: Conflict) -> str:
    """Return the doubt that a conflict leaves in the record."""
    if ABSENT in (conflict.ours, conflict.theirs):
        return f"of two branches that were merged one has {quoted(conflict.kept)}, the other took it out"
    before = "" if conflict.base is ABSENT else f", before it was {quoted(conflict.base)}"
    return f"two branches were merged, and the other has {quoted(conflict.theirs)}{before}"
