"""A finding: something in a record that contradicts itself, the calendar or another record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, get_args

from dipmeet.model.meeting import Meeting
from dipmeet.model.value import Value

Severity = Literal["contradiction", "oddity", "hint"]
"""How sure it is that something is wrong: what cannot be true; what is likely a slip; what a person may look at."""

SEVERITIES: tuple[str, ...] = get_args(Severity)

Span = tuple[int, int]
"""[start, end) in code points of `source.text`."""


class Finding(Value):
    """What a rule found in a record: the field, what is printed there, why that cannot be, and what would be right.

    `printed` is the page's words, or the field's value where no page stands behind it; None where there is nothing.
    `right` is exact, in the record's own spelling; None where it cannot be told. `slip` names the one mistake that
    would explain it. `spans` quote the source, `others` are the ids of other records that it speaks of.
    """

    rule: str
    meeting: str
    field: str
    printed: str | None
    reason: str
    right: str | None = None
    slip: str | None = None
    spans: tuple[Span, ...] = ()
    others: tuple[str, ...] = ()

    def concerns(self, identities: Iterable[str]) -> bool:
        """Tell whether it speaks of one of these records."""
        return not {self.meeting, *self.others}.isdisjoint(identities)


class Rule(Value):
    """A rule: its name and severity, a line about it, what it rests on, and the function that finds.

    `of_one` looks at one record; `across` at all of them, as `sketched`, in any order.
    """

    name: str
    severity: Severity
    summary: str
    grounds: str
    of_one: Callable[[Meeting], Iterable[Finding]] | None = None
    across: Callable[[Sequence[Meeting]], Iterable[Finding]] | None = None
