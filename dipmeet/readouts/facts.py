"""A fact with its evidence: the value, and the spans of the page that it was read from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from dipmeet.model.meeting import Doubt
from dipmeet.readouts.wording import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value and the spans of the wording that it was read from."""

    value: T
    spans: tuple[Span, ...] = ()


Evidence = dict[str, tuple[Span, ...]]
"""Spans by field path."""


@dataclass(slots=True)
class Facts:
    """What one module read: the values of its fields, the evidence of each, and what it doubts.

    `values` are fields of a meeting; paths in `evidence` and `doubts` are those of the record.
    """

    values: dict[str, object] = field(default_factory=dict)
    evidence: Evidence = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)

    def give(self, path: str, value: object, *spans: Span) -> None:
        """Set a field of the meeting to `value`, read from `spans`."""
        self.values[path] = value
        if spans:
            self.evidence[path] = spans

    def doubt(self, path: str, reason: str) -> None:
        """Doubt a field, once for each reason."""
        doubt = Doubt(field=path, reason=reason)
        if doubt not in self.doubts:
            self.doubts.append(doubt)

    def add(self, other: Facts) -> None:
        """Take over everything that another module read."""
        self.values |= other.values
        self.evidence |= other.evidence
        for doubt in other.doubts:
            self.doubt(doubt.field, doubt.reason)
