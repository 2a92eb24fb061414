"""`dipmeet check`: what contradicts itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dipmeet.commands.checking.ignoring import NothingFound, heed, ignore
from dipmeet.commands.checking.rules import NAMES, explained, typed_rule
from dipmeet.commands.declaration import Declaration, Session
from dipmeet.commands.shared.completion import complete_id, complete_one_of, complete_path
from dipmeet.commands.shared.filtering import FilterOptions, read_filter
from dipmeet.commands.shared.picking import pick
from dipmeet.errors import EXIT_NO, UsageError
from dipmeet.model.meeting import Ignored, Meeting
from dipmeet.model.value import Value

if TYPE_CHECKING:
    from dipmeet.screens.findings import Shown
    from dipmeet.study.checking import Report
    from dipmeet.study.findings import Finding, Rule

NEIGHBOURS = 2
"""Within so many days, records may speak against each other's places and people, or be of one meeting."""


class Options(Value):
    """What `check` takes."""

    filters: FilterOptions
    references: Annotated[
        tuple[str, ...],
        typer.Argument(metavar="[REF...]", help="Records; the whole archive without.", autocompletion=complete_id),
    ] = ()
    rule: Annotated[
        tuple[str, ...],
        typer.Option("--rule", metavar="RULE", help="Only this rule. Repeatable.",
                     autocompletion=complete_one_of(*NAMES)),
    ] = ()  # fmt: skip
    explain: Annotated[
        str | None,
        typer.Option("--explain", metavar="RULE", help="Say what a rule looks for and what it rests on.",
                     autocompletion=complete_one_of(*NAMES)),
    ] = None  # fmt: skip
    ignore: Annotated[
        str | None,
        typer.Option("--ignore", metavar="RULE", help="Ignore what this rule finds in REF, for the --reason given.",
                     autocompletion=complete_one_of(*NAMES)),
    ] = None  # fmt: skip
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why it is ignored.")] = None
    field: Annotated[
        str | None,
        typer.Option("--field", metavar="FIELD", help="Of several findings, ignore or heed that of this field.",
                     autocompletion=complete_path),
    ] = None  # fmt: skip
    heed: Annotated[
        str | None,
        typer.Option("--heed", metavar="RULE", help="Heed again what was ignored of this rule in REF.",
                     autocompletion=complete_one_of(*NAMES)),
    ] = None  # fmt: skip
    ignored: Annotated[bool, typer.Option("--ignored", help="Show what is ignored too.")] = False
    json: Annotated[bool, typer.Option("--json", help="As a JSON array of findings.")] = False


def run(options: Options, session: Session) -> None:
    """Print the findings; exit 1 where there are some."""
    _refuse_what_makes_no_sense(options)
    if options.explain is not None:
        session.terminal.write(explained(typed_rule(options.explain)))
    elif options.ignore is not None:
        _ignore(options, typed_rule(options.ignore), session)
    elif options.heed is not None:
        heed(pick(options.references, session), typed_rule(options.heed).name, options.field, session)
    else:
        _check(options, session)


def _refuse_what_makes_no_sense(options: Options) -> None:
    chosen = [f"--{name}" for name in ("explain", "ignore", "heed") if getattr(options, name) is not None]
    if len(chosen) > 1:
        raise UsageError(f"only one of {' and '.join(chosen)} can be done at a time")
    if options.references and not options.filters.is_empty:
        raise UsageError("name records by references or by filters, not both")
    if chosen in (["--ignore"], ["--heed"]) and not options.references:
        raise UsageError(f"{chosen[0]} needs the records it is meant for", hint=f"dipmeet check {chosen[0]} RULE REF")
    if options.ignore is not None and not (options.reason or "").strip():
        raise UsageError("--ignore needs a reason, which is kept in the record", hint="--reason TEXT")
    if options.ignore is None and options.reason is not None:
        raise UsageError("--reason goes with --ignore")
    if options.field is not None and not chosen:
        raise UsageError("--field goes with --ignore or --heed")


def _check(options: Options, session: Session) -> None:
    rules = tuple(typed_rule(name) for name in options.rule)
    report = _report(options, rules, session)
    shown = [*((finding, None) for finding in report.findings), *(report.ignored if options.ignored else ())]
    groups = list(_groups(shown, session))
    if options.json:
        from dipmeet.formats.records import render_json

        session.terminal.write(render_json([as_json(one) for _, ones in groups for one in ones]))
    elif groups:
        from dipmeet.screens.findings import findings_parts

        session.terminal.show(lambda width: findings_parts(groups, width))
    session.terminal.note(counted(report))
    if report.findings:
        raise typer.Exit(EXIT_NO)


def counted(report: Report) -> str:
    """Return how much was found, in how many meetings of how many, and how much of it is ignored."""
    of = f"{report.meetings} meeting{'' if report.meetings == 1 else 's'}"
    ignored = f", {len(report.ignored)} ignored" if report.ignored else ""
    if not report.findings:
        return f"no findings in {of}{ignored}"
    number = len(report.findings)
    return f"{number} finding{'' if number == 1 else 's'} in {report.affected} of {of}{ignored}"


def _report(options: Options, rules: Sequence[Rule], session: Session) -> Report:
    """Return what is found in the records meant; those that may speak against them are read too."""
    from dipmeet.study.checking import check
    from dipmeet.study.rules import RULES

    chosen = tuple(rules) or RULES
    if options.references:
        picked = pick(options.references, session)
        return check(_with_neighbours(picked, session), chosen, only={meeting.id for meeting in picked})
    only = None
    if not options.filters.is_empty:
        selected = session.archive.select(read_filter(options.filters, session), is_brief=True)
        only = {meeting.id for meeting in selected.meetings}
    with session.terminal.progress("checking", len(session.archive)) as advance:
        return check(_each(session.archive.meetings(), advance), chosen, only=only)


def _each(meetings: Iterable[Meeting], advance: Any) -> Iterator[Meeting]:
    for meeting in meetings:
        yield meeting
        advance()


def _with_neighbours(picked: Sequence[Meeting], session: Session) -> tuple[Meeting, ...]:
    """Return records with those of the days around, of the same people, and of the same texts."""
    from dipmeet.query.filters import Filter

    select = session.archive.select
    found = {meeting.id: meeting for meeting in picked}
    for meeting in picked:
        near = [session.archive.from_text(d) for d in [meeting.source.sha256 if meeting.source else None] if d]
        if meeting.start is not None and len(meeting.start.date) == 10:
            since, until = _days_around(date.fromisoformat(meeting.start.date))
            near.append(select(Filter(since=since, until=until)).meetings)
        near.extend(select(Filter(people=(person.name,))).meetings for person in meeting.participants if person.name)
        found = {other.id: other for others in near for other in others} | found
    return tuple(found.values())


def _days_around(day: date) -> tuple[str, str]:
    span = timedelta(days=NEIGHBOURS)
    first = day - span if day - date.min >= span else date.min
    last = day + span if date.max - day >= span else date.max
    return first.isoformat(), last.isoformat()


def _groups(shown: Sequence[tuple[Finding, Ignored | None]], session: Session) -> Iterator[tuple[Meeting, list[Shown]]]:
    """Yield each record that findings are of, as it is in the archive, with them."""
    from dipmeet.screens.findings import Shown
    from dipmeet.study.checking import quotes_of

    by_record: dict[str, list[tuple[Finding, Ignored | None]]] = {}
    for finding, ignored in shown:
        by_record.setdefault(finding.meeting, []).append((finding, ignored))
    for identity, findings in by_record.items():
        meeting = session.archive.get(identity)
        if meeting is not None:
            yield meeting, [Shown(f, typed_rule(f.rule).severity, quotes_of(meeting, f), i) for f, i in findings]


def _ignore(options: Options, rule: Rule, session: Session) -> None:
    found = _report(options, (rule,), session).findings
    chosen = [finding for finding in found if options.field in {None, finding.field}]
    if not chosen:
        raise NothingFound(f"{rule.name} finds nothing in {' '.join(options.references)} that is not ignored")
    ignore(chosen, (options.reason or "").strip(), session)


FIELDS = ("id", "rule", "severity", "field", "printed", "right", "reason", "slip", "quotes", "others", "ignored")
"""The fields of a finding in JSON, in order; those that say nothing are absent."""


def as_json(one: Shown) -> dict[str, Any]:
    """Return a finding as scripts get it: absent means none, as in the record."""
    finding = one.finding
    told = {
        "id": finding.meeting,
        "rule": finding.rule,
        "severity": one.severity,
        "field": finding.field,
        "printed": finding.printed,
        "right": finding.right,
        "reason": finding.reason,
        "slip": finding.slip,
        "quotes": [{"span": list(q.span), "line": q.line, "words": q.words} for q in one.quotes],
        "others": list(finding.others),
        "ignored": one.ignored.to_json() if one.ignored is not None else None,
    }
    return {name: value for name, value in told.items() if value not in (None, [])}


COMMAND = Declaration(
    Options,
    run,
    "Find what contradicts itself: stated times against computed ones, weekdays against dates, a page dated before "
    "the meeting, impossible clock times, lengths, zones, numbering, people in two places, doubles, accounts that are "
    "not linked. Exits with 1 where there are findings.",
    (
        "dipmeet check",
        "dipmeet check 2024-06-14 --json",
        "dipmeet check --rule stated-time --rule weekday --since 2020",
        "dipmeet check --explain stated-time",
        'dipmeet check --ignore clock-form 2018-11-18 --reason "the ministry writes so"',
    ),
    notes="The rules are listed by: dipmeet help checks",
)
