"""How drafts become records: each source read, shown, and added under the archive's lock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dipmeet.errors import EXIT_NO, DipmeetError, NoReadout
from dipmeet.model.ids import id_stem
from dipmeet.model.meeting import Meeting
from dipmeet.sources import is_address

if TYPE_CHECKING:
    from dipmeet.commands.add import FactOptions, Options
    from dipmeet.commands.declaration import Session
    from dipmeet.sources import SourceText


class AlreadyHeld(DipmeetError):
    """A source whose words the archive holds already."""

    exit_code = EXIT_NO


class Doubtful(DipmeetError):
    """A draft with doubts, where doubts were to fail."""

    exit_code = EXIT_NO


class SomeFailed(DipmeetError):
    """Sources of a batch that could not be added, while the others were."""


@dataclass(frozen=True)
class Outcome:
    """What became of one source: the records it gave, or what is wrong with it."""

    source: str
    records: tuple[Meeting, ...] = ()
    error: DipmeetError | None = None
    held: Meeting | None = None


def add_sources(options: Options, session: Session) -> None:
    """Read every source and add what it holds; a bad one is reported and does not stop the others.

    Raises:
        DipmeetError: the error of the one source, or SomeFailed where some of several could not be added.
    """
    from dipmeet.sources import expand

    names = expand([_in_folder(word, session) for word in options.sources])
    outcomes = [_added(name, options, session) for name in names]
    _print(outcomes, options, session)
    failed = [outcome for outcome in outcomes if outcome.error is not None]
    if not failed:
        return
    if len(outcomes) == 1 and failed[0].error is not None:
        raise failed[0].error
    raise SomeFailed(f"{len(failed)} of {len(outcomes)} sources were not added")


def add_typed(options: Options, facts: FactOptions, session: Session, *, ask: bool = False) -> None:
    """Add the meeting that the typed facts make."""
    from dipmeet.commands.typing_in import meeting_from

    draft = meeting_from(facts, session, force=options.force)
    if ask:
        _show([draft], session)
        session.terminal.confirm("Add this?", yes=False)
    records = _kept((draft,), options, session)
    _print([Outcome("", records)], options, session)


def _in_folder(word: str, session: Session) -> str:
    return word if word == "-" or is_address(word) else str(session.folder / word) if word.startswith("~") else word


def _added(name: str, options: Options, session: Session) -> Outcome:
    try:
        drafts, held = _drafts(name, options, session)
        if held is not None and not options.force and not options.dry_run:
            raise AlreadyHeld(f"{name} is held already, as {held.id}", hint="--force adds it again")
        return Outcome(name, _kept(drafts, options, session), held=held)
    except DipmeetError as error:
        return Outcome(name, error=error)


def _drafts(name: str, options: Options, session: Session) -> tuple[tuple[Meeting, ...], Meeting | None]:
    """Return the drafts that a source gives, and the record that holds its words already."""
    from dipmeet.commands.typing_in import with_facts
    from dipmeet.readouts.reader import read
    from dipmeet.sources import read_source

    if name == "-" and session.terminal.is_interactive:
        session.terminal.note("reading a readout from the keyboard; Ctrl-D ends")
    source = read_source(name, stdin=getattr(session.terminal.stdin, "buffer", session.terminal.stdin))
    url = options.facts.url or source.url
    reading = read(source.text, url=url, published=source.published)
    if not reading.drafts:
        raise NoReadout(f"no readout in {'standard input' if name == '-' else name}", hint="give the facts with flags")
    drafts = tuple(_with_source(draft, source, url, session) for draft in reading.drafts)
    digest = drafts[0].source.sha256 if drafts[0].source is not None else None
    held = session.archive.held(digest) if digest else None
    return tuple(with_facts(draft, options.facts, session, force=options.force) for draft in drafts), held


def _with_source(draft: Meeting, text: SourceText, url: str | None, session: Session) -> Meeting:
    """Return the draft with where its text came from: address and language, and the day where it was fetched."""
    if draft.source is None:
        return draft
    source = replace(
        draft.source,
        bytes_sha256=text.bytes_sha256,
        url=url,
        language=draft.source.language or text.language,
        accessed=session.today.isoformat() if is_address(text.name) else None,
    )
    return replace(draft, source=source)


def _kept(drafts: Sequence[Meeting], options: Options, session: Session) -> tuple[Meeting, ...]:
    """Return the drafts as they stand in the archive now, or would."""
    if options.edit:
        drafts = [_edited(draft, session) for draft in drafts]
    doubtful = sum(bool(draft.doubts) for draft in drafts)
    if doubtful and options.fail_on_doubt:
        first = next(doubt for draft in drafts for doubt in draft.doubts)
        raise Doubtful(f"not added, {first.field} is doubtful: {first.reason}")
    drafts = [replace(draft, id=id_stem(draft)) for draft in drafts]
    return tuple(drafts) if options.dry_run else tuple(session.archive.add(drafts, now=session.now))


def _edited(draft: Meeting, session: Session) -> Meeting:
    from dipmeet.commands.editor import edit_json

    return Meeting.from_json(edit_json(draft.to_json(), session), where="the edited draft")


def _print(outcomes: Sequence[Outcome], options: Options, session: Session) -> None:
    terminal = session.terminal
    records = [record for outcome in outcomes for record in outcome.records]
    if options.json:
        from dipmeet.formats.derived import with_derived
        from dipmeet.formats.records import render_json

        terminal.write(render_json([with_derived(record) for record in records]))
    elif len(outcomes) > 1:
        from dipmeet.screens.batch import batch

        told = [(o.source, [r.id for r in o.records], _state(o, options)) for o in outcomes]
        terminal.show(lambda width: [batch(told, width)])
    elif records:
        _show(records, session)
    _note(outcomes, records, options, session)


def _show(records: Sequence[Meeting], session: Session) -> None:
    from dipmeet.screens.card import card

    session.terminal.show(lambda width: [part for record in records for part in card(record, width)])


def _state(outcome: Outcome, options: Options) -> str:
    if outcome.error is not None:
        return outcome.error.message
    doubts = sum(len(record.doubts) for record in outcome.records)
    read = "held already" if outcome.held is not None and options.dry_run else "read"
    return f"{read}, {doubts} doubt{'s' if doubts != 1 else ''}" if doubts else read


def _note(outcomes: Sequence[Outcome], records: Sequence[Meeting], options: Options, session: Session) -> None:
    held = [outcome for outcome in outcomes if outcome.held is not None and options.dry_run]
    for outcome in held:
        assert outcome.held is not None
        session.terminal.note(f"{outcome.source} is held already, as {outcome.held.id}")
    if not records:
        return
    doubtful = sum(bool(record.doubts) for record in records)
    doubts = f", {doubtful} of {len(records)} with doubts" if doubtful else ""
    did = "would add" if options.dry_run else "added"
    what = records[0].id if len(records) == 1 else f"{len(records)} records from {len(outcomes)} sources"
    session.terminal.note(f"{did} {what}{doubts}")
