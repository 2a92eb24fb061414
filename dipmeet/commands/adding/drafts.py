"""How drafts become records: each source read, shown, and added under the archive's lock."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dipmeet.commands.adding.gathering import Gathered, gather
from dipmeet.commands.adding.renewing import Renewal, held_version, renewals_of
from dipmeet.errors import EXIT_NO, DipmeetError, UsageError
from dipmeet.model.ids import id_stem
from dipmeet.model.meeting import Meeting
from dipmeet.model.value import Value
from dipmeet.sources import is_address

if TYPE_CHECKING:
    from dipmeet.commands.adding.options import FactOptions, Options
    from dipmeet.commands.declaration import Session

AT_ONCE = 64
"""As many sources as are written in one step."""


class AlreadyHeld(DipmeetError):
    """A source whose words the archive holds already."""

    exit_code = EXIT_NO


class Doubtful(DipmeetError):
    """A draft with doubts, where doubts were to fail."""

    exit_code = EXIT_NO


class SomeFailed(DipmeetError):
    """Sources of a batch that could not be added, while the others were."""


class Outcome(Value):
    """What became of one source: the records it gave, those it renewed, or what is wrong with it."""

    source: str
    records: tuple[Meeting, ...] = ()
    renewals: tuple[Renewal, ...] = ()
    error: DipmeetError | None = None
    held: Meeting | None = None
    url: str | None = None

    @property
    def is_doubtful(self) -> bool:
        """Whether a record that it gave has a doubt."""
        return any(meeting.doubts for meeting in self.records)


class Batch:
    """The sources of one run: `seen` are the texts met, by their SHA-256, with what their first record is called."""

    def __init__(self, options: Options, session: Session) -> None:
        self.options, self.session = options, session
        self.seen: dict[str, str] = {}

    def outcome_of(self, gathered: Gathered) -> Outcome:
        """Return what becomes of a source, before anything is written."""
        if gathered.error is not None:
            return Outcome(gathered.name, error=gathered.error)
        try:
            return self._decided(gathered)
        except DipmeetError as error:
            return Outcome(gathered.name, error=error)

    def _decided(self, gathered: Gathered) -> Outcome:
        held = None if self.options.force else self._held(gathered)
        if held is not None and not self.options.dry_run:
            raise AlreadyHeld(f"{gathered.name} is held already, as {held.id}", hint="--force adds it again")
        renewals, drafts = self._renewed(gathered) if held is None else ((), list(gathered.drafts))
        kept = tuple(self._prepared(drafts))
        if gathered.digest:
            self.seen.setdefault(gathered.digest, gathered.name)
        return Outcome(gathered.name, kept, renewals, held=held, url=gathered.url)

    def _held(self, gathered: Gathered) -> Meeting | None:
        """Return the record that holds this source's words.

        Raises:
            AlreadyHeld: where a source before it in this run has the same words.
        """
        digest = gathered.digest
        if digest is None:
            return None
        if digest in self.seen:
            raise AlreadyHeld(f"{gathered.name} says what {self.seen[digest]} says", hint="--force adds it again")
        held = next(iter(self.session.archive.from_text(digest)), None)
        if held is not None or gathered.url is None:
            return held
        return held_version(self.session.archive.from_address(gathered.url), digest)

    def _renewed(self, gathered: Gathered) -> tuple[tuple[Renewal, ...], list[Meeting]]:
        """Return the records whose page this is, as it says them now, and the drafts that are new."""
        records = self.session.archive.from_address(gathered.url) if gathered.url and not self.options.force else ()
        return renewals_of(records, gathered.drafts)

    def _prepared(self, drafts: Sequence[Meeting]) -> Iterator[Meeting]:
        """Yield the drafts with what the person says of them, but those they leave out."""
        from dipmeet.commands.adding.typed import with_facts

        for draft in drafts:
            meeting = with_facts(draft, self.options.facts, self.session, force=self.options.force)
            kept = _looked_at(meeting, self.options, self.session)
            if kept is not None:
                yield kept.replaced(id=id_stem(kept))


def add_sources(options: Options, session: Session) -> None:
    """Read every source and add what it holds; a bad one is reported and does not stop the others.

    Raises:
        UsageError: where several sources are said to be from one address.
        DipmeetError: the error of the one source, or SomeFailed where some of several could not be added.
    """
    from dipmeet.sources import expand

    names = expand([_in_folder(word, session) for word in options.sources])
    if options.facts.url and len(names) > 1:
        raise UsageError(f"--url is the address of one page, and {len(names)} sources are named")
    outcomes = list(_outcomes(names, options, session))
    _print(outcomes, options, session)
    failed = [outcome for outcome in outcomes if outcome.error is not None]
    if not failed:
        return
    if len(outcomes) == 1 and failed[0].error is not None:
        raise failed[0].error
    raise SomeFailed(f"{len(failed)} of {len(outcomes)} sources were not added")


def add_typed(options: Options, facts: FactOptions, session: Session, *, ask: bool = False) -> None:
    """Add the meeting that the typed facts make."""
    from dipmeet.commands.adding.typed import meeting_from

    draft = meeting_from(facts, session, force=options.force)
    if ask:
        _show([draft], session)
        session.terminal.confirm("Add this?", yes=False)
    kept = _looked_at(draft, options, session)
    records = (kept.replaced(id=id_stem(kept)),) if kept is not None else ()
    _print(_written([Outcome("", records)], options, session), options, session)


def _in_folder(word: str, session: Session) -> str:
    return word if word == "-" or is_address(word) else str(session.folder / word) if word.startswith("~") else word


def _outcomes(names: Sequence[str], options: Options, session: Session) -> Iterator[Outcome]:
    """Yield what became of each source; they are written some at a time, so that what is told of is on disk."""
    batch = Batch(options, session)
    waiting: list[Outcome] = []
    with session.terminal.progress("reading", len(names)) as advance:
        for gathered in gather(names, session, url=options.facts.url):
            if len(waiting) >= AT_ONCE or any(outcome.url == gathered.url is not None for outcome in waiting):
                yield from _written(waiting, options, session)
                waiting = []
            waiting.append(batch.outcome_of(gathered))
            advance()
    yield from _written(waiting, options, session)


def _written(outcomes: Sequence[Outcome], options: Options, session: Session) -> Sequence[Outcome]:
    """Return the outcomes with their records as they stand in the archive now, or would."""
    if options.dry_run:
        return outcomes
    archive, now = session.archive, session.now
    renewals = [renewal for outcome in outcomes for renewal in outcome.renewals]
    if renewals:
        archive.replace([r.after for r in renewals], now=now, expected=[r.before for r in renewals])
    drafts = [record for outcome in outcomes for record in outcome.records]
    stored = iter(archive.add(drafts, now=now) if drafts else ())
    return [outcome.replaced(records=tuple(next(stored) for _ in outcome.records)) for outcome in outcomes]


def _looked_at(draft: Meeting, options: Options, session: Session) -> Meeting | None:
    """Return the draft as the person leaves it, or None where they leave it out.

    Raises:
        Doubtful: where it has a doubt, and doubts were to fail.
    """
    looked_at: Meeting | None = draft
    if options.edit:
        from dipmeet.commands.shared.editor import edit_json

        looked_at = Meeting.from_json(edit_json(draft.to_json(), session), where="the edited draft")
    if options.review and looked_at is not None:
        from dipmeet.commands.adding.reviewing import review

        looked_at = review(looked_at, session)
    if looked_at is not None and looked_at.doubts and options.fail_on_doubt:
        first = looked_at.doubts[0]
        raise Doubtful(f"not added, {first.field} is doubtful: {first.reason}")
    return looked_at


def _print(outcomes: Sequence[Outcome], options: Options, session: Session) -> None:
    terminal = session.terminal
    records = [record for outcome in outcomes for record in outcome.records]
    renewals = [renewal for outcome in outcomes for renewal in outcome.renewals]
    if options.json:
        from dipmeet.formats.derived import with_derived
        from dipmeet.formats.records import render_json

        printed = [*(renewal.after for renewal in renewals), *records]
        terminal.write(render_json([with_derived(record) for record in printed]))
    elif len(outcomes) > 1:
        from dipmeet.screens.batch import batch

        told = [(o.source, _ids(o), _state(o, options)) for o in outcomes]
        terminal.show(lambda width: batch(told, _totals(outcomes), width))
    elif not options.review:
        _show(records, session)
    if renewals and not options.json:
        from dipmeet.commands.adding.renewing import renewal_screen

        terminal.show(lambda width: renewal_screen(renewals, width))
    _note(outcomes, options, session)


def _show(records: Sequence[Meeting], session: Session) -> None:
    if not records:
        return
    from dipmeet.screens.card import card

    session.terminal.show(lambda width: [part for record in records for part in card(record, width)])


def _ids(outcome: Outcome) -> list[str]:
    return [*(renewal.after.id for renewal in outcome.renewals), *(record.id for record in outcome.records)]


def _state(outcome: Outcome, options: Options) -> str:
    if outcome.error is not None:
        return outcome.error.message
    if outcome.held is not None and options.dry_run:
        return f"held already, as {outcome.held.id}"
    doubts = sum(len(record.doubts) for record in outcome.records)
    read = "a new version of its page" if outcome.renewals else "read" if outcome.records else "left out"
    return f"{read}, {doubts} doubt{'s' if doubts != 1 else ''}" if doubts else read


def _totals(outcomes: Sequence[Outcome]) -> dict[str, int]:
    """Return how many sources were read, doubtful, held already and refused."""
    held = [o for o in outcomes if o.held is not None or isinstance(o.error, AlreadyHeld)]
    refused = [o for o in outcomes if o.error is not None and not isinstance(o.error, AlreadyHeld)]
    doubtful = [o for o in outcomes if o.is_doubtful and o not in held]
    told = {"doubtful": len(doubtful), "held already": len(held), "refused": len(refused)}
    return {"read": len(outcomes) - sum(told.values()), **told}


def _note(outcomes: Sequence[Outcome], options: Options, session: Session) -> None:
    for outcome in outcomes if len(outcomes) == 1 else ():
        if outcome.held is not None:
            session.terminal.note(f"{outcome.source} is held already, as {outcome.held.id}")
    records = [record for outcome in outcomes if outcome.held is None for record in outcome.records]
    renewals = [renewal for outcome in outcomes for renewal in outcome.renewals]
    did = "would renew" if options.dry_run else "renewed"
    for renewal in renewals[:1]:
        more = f" and {len(renewals) - 1} more" if len(renewals) > 1 else ""
        session.terminal.note(f"{did} {renewal.after.id}{more}: the page changed; the old text is kept")
    if not records:
        if not renewals and any(outcome.error is None and outcome.held is None for outcome in outcomes):
            session.terminal.note("added nothing")
        return
    doubtful = sum(bool(record.doubts) for record in records)
    doubts = f", {doubtful} of {len(records)} with doubts" if doubtful else ""
    did = "would add" if options.dry_run else "added"
    what = records[0].id if len(records) == 1 else f"{len(records)} records from {len(outcomes)} sources"
    session.terminal.note(f"{did} {what}{doubts}")
