"""A draft being made: facts with the places they were read from, and doubts."""

from __future__ import annotations

from collections.abc import Iterable

from dipmeet.model.meeting import Doubt
from dipmeet.readouts.page import Page, Span


class Findings:
    """Evidence and doubts gathered while a page is read; it ends with the reading."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.evidence: dict[str, list[Span]] = {}
        self.doubts: list[Doubt] = []

    def quote(self, name: str, *spans: Span | None) -> None:
        """Note the places that a field was read from; None and empty places are passed over."""
        kept = [span for span in spans if span is not None and span[0] < span[1]]
        if kept:
            listed = self.evidence.setdefault(name, [])
            listed.extend(span for span in kept if span not in listed)

    def doubt(self, name: str, reason: str) -> None:
        """Note that a field is not sure, once for each reason."""
        doubt = Doubt(field=name, reason=reason)
        if doubt not in self.doubts:
            self.doubts.append(doubt)

    def words(self, span: Span) -> str:
        """Return the verbatim words of a place, line breaks as spaces."""
        return " ".join(self.page.text[span[0] : span[1]].split())

    def frozen_evidence(self) -> dict[str, tuple[Span, ...]]:
        """Return the evidence as a record keeps it."""
        return {name: tuple(spans) for name, spans in self.evidence.items()}

    def frozen_doubts(self) -> tuple[Doubt, ...]:
        """Return the doubts as a record keeps them."""
        return tuple(self.doubts)


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that touch or overlap as one."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
