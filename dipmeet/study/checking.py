"""Checking: rules over records, in one pass, and what a person chose to ignore set apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from dipmeet.model.accounts import accounts_by_meeting
from dipmeet.model.meeting import Ignored, Meeting
from dipmeet.model.value import Value
from dipmeet.study.findings import Finding, Rule
from dipmeet.study.provenance import Quote
from dipmeet.study.rules import RULES
from dipmeet.study.rules.printed import text_of, words_at
from dipmeet.when.moments import sort_key


class Report(Value):
    """What was found in so many `meetings`, in `affected` of them; what is ignored stands apart.

    Findings are in the order in which the meetings began, those of one record in the order of the rules.
    """

    findings: tuple[Finding, ...]
    ignored: tuple[tuple[Finding, Ignored], ...]
    meetings: int
    affected: int


def check(meetings: Iterable[Meeting], rules: Sequence[Rule] = RULES, *, only: Collection[str] | None = None) -> Report:
    """Return what `rules` find in records, each by itself and all together; texts are let go as they pass.

    `only` are the ids of the records that are meant, where the others are there to be compared with.
    """
    found: list[Finding] = []
    sketches: list[Meeting] = []
    for meeting in meetings:
        if only is None or meeting.id in only:
            found.extend(findings_of(meeting, rules))
        sketches.append(sketched(meeting))
    sketches.sort(key=lambda sketch: (sort_key(sketch.start), sketch.id))
    across = findings_across(sketches, rules)
    found.extend(finding for finding in across if only is None or finding.concerns(only))
    return _report(found, sketches, only)


def findings_of(meeting: Meeting, rules: Sequence[Rule] = RULES) -> Iterator[Finding]:
    """Yield what the rules find in one record by itself."""
    for rule in rules:
        if rule.of_one is not None:
            yield from rule.of_one(meeting)


def findings_across(meetings: Sequence[Meeting], rules: Sequence[Rule] = RULES) -> Iterator[Finding]:
    """Yield what the rules find in records together."""
    for rule in rules:
        if rule.across is not None:
            yield from rule.across(meetings)


def sketched(meeting: Meeting) -> Meeting:
    """Return a record without its points, text, evidence and doubts, which the rules across records do not look at."""
    source = meeting.source.replaced(text=None, versions=()) if meeting.source is not None else None
    return meeting.replaced(points=(), topics=(), source=source, evidence={}, doubts=())


def ignored_by(meeting: Meeting, finding: Finding) -> Ignored | None:
    """Return what says that a finding is to be ignored, None where nothing does."""
    return next((i for i in meeting.ignored if i.rule == finding.rule and i.field == finding.field), None)


def quotes_of(meeting: Meeting, finding: Finding) -> tuple[Quote, ...]:
    """Return the places that a finding quotes of its record's text, with lines (from 1) and words."""
    text = text_of(meeting)
    return tuple(Quote(span, text.count("\n", 0, span[0]) + 1, words_at(text, span)) for span in finding.spans)


def _report(found: Sequence[Finding], sketches: Sequence[Meeting], only: Collection[str] | None) -> Report:
    places = {sketch.id: at for at, sketch in enumerate(sketches)}
    order = {rule.name: at for at, rule in enumerate(RULES)}
    ranked = sorted(dict.fromkeys(found), key=lambda f: (places[f.meeting], order.get(f.rule, -1)))
    told = [(finding, ignored_by(sketches[places[finding.meeting]], finding)) for finding in ranked]
    kept = tuple(finding for finding, ignored in told if ignored is None)
    affected = {finding.meeting for finding in kept}
    meetings = [[account.id for account in accounts] for accounts in accounts_by_meeting(sketches)]
    meant = [accounts for accounts in meetings if only is None or not affected.union(only).isdisjoint(accounts)]
    return Report(
        findings=kept,
        ignored=tuple((finding, ignored) for finding, ignored in told if ignored is not None),
        meetings=len(meant),
        affected=sum(not affected.isdisjoint(accounts) for accounts in meant),
    )
