"""How inputs become records of the archive: each item decided on, written some at a time, and all of them counted."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from dipmeet.commands.importing.batches import Batches, Stopped, no_other_import
from dipmeet.commands.importing.held_rows import HeldRows
from dipmeet.commands.importing.inputs import Input, Item, Reading, expanded, open_input, readout_items, readouts_of
from dipmeet.errors import ArchiveError, Cancelled, DipmeetError
from dipmeet.model.ids import free_id
from dipmeet.model.meeting import Meeting
from dipmeet.model.shapes import Json

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dipmeet.commands.declaration import Session
    from dipmeet.commands.importing.options import Options
    from dipmeet.formats.mapped import Mapped

SHOWN = 10
"""As many names as are listed of those that nobody knows."""


class SomeRefused(DipmeetError):
    """Records that could not be taken, while the others were."""


class TakenId(DipmeetError):
    """A record whose id another record of the archive has."""


@dataclass
class Counts:
    """What became of what was read, each item in one of these."""

    added: int = 0
    held: int = 0
    changed: int = 0
    duplicates: list[str] = field(default_factory=list)
    likely: list[str] = field(default_factory=list)
    refused: list[DipmeetError] = field(default_factory=list)
    places: int = 0
    unknown: list[str] = field(default_factory=list)
    countries: int = 0
    strange: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        """How many items were read."""
        return self.added + self.held + self.changed + len(self.duplicates) + len(self.refused)

    def told(self, *, is_trial: bool) -> str:
        """Return the counts, in words: they add up to the last of them."""
        would = "would be " if is_trial else ""
        parts = [f"{self.added} {would}added", f"{self.held} held already"]
        parts += [f"{self.changed} {would}changed"] if self.changed else []
        twice = len(self.duplicates)
        parts += [f"{twice} duplicate{'s' if twice > 1 else ''}"] if twice else []
        return ", ".join((*parts, f"{len(self.refused)} refused, of {self.total}"))

    def names_told(self) -> Iterator[str]:
        """Yield how many of the places that rows name have a zone, how many of the countries are known, which not."""
        if self.places:
            yield _of(self.places, self.unknown, "places have a zone")
        if self.countries:
            yield _of(self.countries, self.strange, "countries are known")

    def to_json(self) -> dict[str, Json]:
        """Return the counts as JSON."""
        return {
            "read": self.total, "added": self.added, "held": self.held, "changed": self.changed,
            "duplicates": self.duplicates, "likely_duplicates": self.likely,
            "refused": [error.message for error in self.refused],
            "places": {"named": self.places, "with_zone": self.places - len(self.unknown), "without": self.unknown},
            "countries": {"named": self.countries, "known": self.countries - len(self.strange), "not": self.strange},
        }  # fmt: skip


def _of(total: int, missing: Sequence[str], what: str) -> str:
    names = list(dict.fromkeys(missing))
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    listed = f"; not {', '.join(names[:SHOWN])}{more}" if names else ""
    return f"{total - len(missing)} of {total} {what}{listed}"


def import_all(options: Options, session: Session) -> None:
    """Take what the files hold that the archive does not.

    Raises:
        DipmeetError: what is wrong with the one record there was; SomeRefused where some of several were refused.
        ArchiveError: where the archive cannot be written; what was written before stays.
        Cancelled: at Ctrl-C; what was written before stays.
    """
    with contextlib.nullcontext() if options.dry_run else no_other_import(session):
        taker = Taker(options, session)
        try:
            _take_all(taker, options, session)
        except KeyboardInterrupt:
            raise Cancelled(f"cancelled: {taker.written} records were written and stay") from None
        except Stopped as stopped:
            stays = f"{taker.written} records were written before and stay" if taker.written else stopped.error.hint
            raise ArchiveError(stopped.error.message, hint=stays) from None
    _tell(taker, options, session)


def _take_all(taker: Taker, options: Options, session: Session) -> None:
    from dipmeet.commands.importing.profiles import chosen_profile, save_profile

    profile = chosen_profile(options, session)
    for item in _items(Reading(profile, options.dates), options, session):
        taker.take(item)
    taker.finish()
    if options.save_profile and profile is not None and not options.dry_run:
        save_profile(profile, session)


def _items(reading: Reading, options: Options, session: Session) -> Iterator[Item]:
    """Yield the items of all inputs; one that cannot be read is an item that is wrong, where there are others."""
    files = expanded(options.files, session)
    pages = readouts_of(files)
    for name in files:
        if name in pages:
            continue
        begun = False
        if _is_the_archive(name, session):
            session.terminal.note(f"{name} is the archive itself")
        try:
            with open_input(name, reading, session) as source:
                for item in _counted(source, session):
                    begun = True
                    yield item
        except DipmeetError as error:
            if len(files) == 1 and not begun:
                raise
            yield Item(name, error=error)
    if pages:
        yield from readout_items(pages, session)


def _is_the_archive(name: str, session: Session) -> bool:
    """Tell whether an input is the file that its records would be written to, by whatever name."""
    from dipmeet.settings import path_from

    try:
        return name != "-" and path_from(session.folder, name).samefile(session.chosen.path)
    except (OSError, ValueError):  # one of the two is not there
        return False


def _counted(source: Input, session: Session) -> Iterator[Item]:
    with session.terminal.progress("importing", source.total) as advance:
        for item in source.items():
            yield item
            advance()


def _tell(taker: Taker, options: Options, session: Session) -> None:
    counts, terminal = taker.counts, session.terminal
    if options.json:
        from dipmeet.formats.records import render_json

        terminal.write(render_json(counts.to_json()))
    if counts.refused and counts.total == 1:
        raise counts.refused[0]
    if not options.json:
        if taker.renewed:
            _show_renewed(taker.renewed, session)
        terminal.lines(taker.planned_ids)
    if counts.refused and options.atomic:
        what = f"{len(counts.refused)} of {counts.total} records were refused"
        raise SomeRefused(f"nothing was added, since {what}")
    for line in counts.names_told():
        terminal.note(line)
    told = counts.told(is_trial=options.dry_run)
    if counts.refused:
        raise SomeRefused(told)
    terminal.note(told)


class Taker:
    """Decides on one item after the other, and writes them in batches; with `--atomic` all at the end."""

    def __init__(self, options: Options, session: Session) -> None:
        self.options, self.session = options, session
        self.counts = Counts()
        self.planned_ids: list[str] = []
        self.renewed: list[tuple[Meeting, Meeting]] = []
        self._batches = Batches(session, is_atomic=options.atomic, refuse=self._refuse_renewed)
        self._said: dict[str, str] = {}
        self._alone: DipmeetError | None = None
        self._trashed = frozenset(session.archive.trashed_ids())
        self._taken = {*session.archive.ids(), *self._trashed}
        self._rows = HeldRows(session)

    @property
    def written(self) -> int:
        """How many records were added or changed in the archive so far."""
        return self._batches.written

    def take(self, item: Item) -> None:
        """Decide what becomes of an item, and say so where it is not taken."""
        if self._alone is not None:  # it is not the only one: that would have been the error of the run
            self.session.terminal.error(self._alone)
            self._alone = None
        try:
            self._decide(item)
        except DipmeetError as error:
            self.counts.refused.append(error)
            if self.counts.total == 1:
                self._alone = error
            else:
                self.session.terminal.error(error)

    def finish(self) -> None:
        """Write what waits, unless something was refused and all were to be taken or none."""
        if not (self.options.atomic and self.counts.refused):
            self._batches.flush()

    def _decide(self, item: Item) -> None:
        if item.error is not None:
            raise item.error
        if item.is_held:
            self.counts.held += 1
        elif item.mapped is not None:
            self._take_row(item.mapped, item.where)
        elif item.meeting is not None and item.is_draft:
            self._add_new(item.meeting)
        elif item.meeting is not None:
            self._take_record(item.meeting, item.where)

    def _take_record(self, meeting: Meeting, where: str) -> None:
        """Take a record with an id of its own.

        Raises:
            TakenId: where another record has that id.
        """
        identity, digest = meeting.id, _digest(meeting)
        if identity in self._trashed:
            raise TakenId(f"{where}: {identity} is in the trash")
        if identity in self._said:
            if self._said[identity] != digest:
                raise TakenId(f"{where}: {identity} is held with other facts")
            self.counts.held += 1
            return
        self._said[identity] = digest
        held = self.session.archive.get(identity) if identity in self._taken else None
        if held is None:
            self._add(meeting)
        elif held.to_json() == meeting.to_json():
            self.counts.held += 1
        elif self.options.update:
            self._renew(held, meeting)
        else:
            raise TakenId(f"{where}: {identity} is held with other facts")

    def _take_row(self, mapped: Mapped, where: str) -> None:
        self.counts.places += mapped.places
        self.counts.unknown += mapped.unknown
        self.counts.countries += mapped.countries
        self.counts.strange += mapped.strange
        twice = self._rows.said_before(mapped, where)
        if twice is not None:
            self.counts.duplicates.append(twice)
            self.session.terminal.note(twice)
            return
        held = self._rows.held(mapped, where)
        if held is None:
            self._add_new(mapped.meeting)
        elif held.digest == mapped.digest:
            self.counts.held += 1
        elif self.options.update:
            self._renew_row(held.identity, mapped.meeting, where)
        else:
            raise TakenId(f"{where} is held with other facts, as {held.identity}", hint="--update changes it")
        again = self._rows.may_be_again(mapped, where)
        if again is not None:
            self.counts.likely.append(again)
            self.session.terminal.note(again)

    def _add_new(self, meeting: Meeting) -> None:
        """Add a record that has no id of its own yet."""
        self._add(meeting.replaced(id=free_id(meeting.id, self._taken)))

    def _add(self, meeting: Meeting) -> None:
        self.counts.added += 1
        self._taken.add(meeting.id)
        if self.options.dry_run:
            self.planned_ids.append(meeting.id)
            return
        self._batches.add(meeting)

    def _renew_row(self, identity: str, said: Meeting, where: str) -> None:
        before = self.session.archive.get(identity)
        if before is None:  # another program removed it since the run began
            raise TakenId(f"{where}: {identity} is there no more", hint="run it again")
        self._renew(before, said.replaced(id=identity))

    def _renew(self, before: Meeting, said: Meeting) -> None:
        from dipmeet.study.updating import updated

        after = updated(before, said)
        if after.to_json() == before.to_json():
            self.counts.held += 1
            return
        self.counts.changed += 1
        self.renewed.append((before, after))
        if not self.options.dry_run:
            self._batches.change(before, after)

    def _refuse_renewed(self, pair: tuple[Meeting, Meeting], refusal: DipmeetError) -> None:
        self.counts.changed -= 1
        self.renewed.remove(pair)
        self.counts.refused.append(refusal)
        self.session.terminal.error(refusal)


def _digest(meeting: Meeting) -> str:
    import json

    return sha256(json.dumps(meeting.to_json()).encode()).hexdigest()


def _show_renewed(renewed: Sequence[tuple[Meeting, Meeting]], session: Session) -> None:
    from dipmeet.screens.changes import changes_table
    from dipmeet.screens.words import words
    from dipmeet.study.changes import changes_between

    def parts(width: int | None) -> Iterator[RenderableType]:
        for before, after in renewed:
            changes = changes_between(before, after)
            yield words(before.id, "bold")
            yield changes_table(changes, width) if changes else words("no fact changed")
            yield ""

    session.terminal.show(parts)
