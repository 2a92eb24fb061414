"""The library: an archive opened, gone through, filtered, searched and added to from Python.

    from dipmeet import Archive
    archive = Archive("meetings.json")
    for meeting in archive.where(party="Canada", since="2020"):
        print(meeting.id, meeting.title)

Names are understood and errors are raised as the command line does it; `dipmeet help python` shows it all.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Self, TypedDict, Unpack, overload

from dipmeet.archive import Archive as Store
from dipmeet.archive.archive import Selection
from dipmeet.model.meeting import Meeting as Record
from dipmeet.model.shapes import Json
from dipmeet.query.asking import Asked, filter_of
from dipmeet.query.filters import Filter
from dipmeet.settings import Settings, cache_folder, choose_archive, read_settings

Words = str | Iterable[str]
"""One value of a filter, or several."""

Day = str | date
"""A date, or a date, month or year as people write it: 2017, "Sep 2017", "last month"."""


class Filters(TypedDict, total=False):
    """What `where` and `search` take by name: the filters of the command line (`dipmeet help filters`)."""

    topic: Words
    party: Words
    person: Words
    place: Words
    occasion: Words
    kind: Words
    publisher: Words
    since: Day
    until: Day
    on: Day


class Meeting(Record):
    """One government's account of one meeting; see `dipmeet help record` for its fields."""

    @classmethod
    def of(cls, record: Record) -> Meeting:
        """Return a record as the library gives it."""
        return cls(**vars(record))

    def _repr_html_(self) -> str:
        from dipmeet.formats.html import render_meeting

        return render_meeting(self)


class Meetings(Sequence[Meeting]):
    """Meetings in their order. `total` is how many there are, where a limit kept some out."""

    def __init__(self, meetings: Iterable[Meeting], total: int | None = None) -> None:
        self._meetings = tuple(meetings)
        self.total = len(self._meetings) if total is None else total

    @overload
    def __getitem__(self, at: int) -> Meeting: ...
    @overload
    def __getitem__(self, at: slice) -> Meetings: ...
    def __getitem__(self, at: int | slice) -> Meeting | Meetings:
        """Return the meeting at a position, or those of a slice."""
        return Meetings(self._meetings[at]) if isinstance(at, slice) else self._meetings[at]

    def __len__(self) -> int:
        return len(self._meetings)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Meetings) and self._meetings == other._meetings

    __hash__ = None  # type: ignore[assignment] # as of any list

    def __repr__(self) -> str:
        return f"<Meetings: {len(self)} of {self.total}>"

    def _repr_html_(self) -> str:
        from dipmeet.formats.html import render_meetings

        return render_meetings(self._meetings, of=self.total)

    def to_json(self) -> list[dict[str, Json]]:
        """Return the records' JSON."""
        return [meeting.to_json() for meeting in self]


_DAYS = frozenset({"since", "until", "on"})


class Archive:
    """The meetings of one archive file; without a path, of the one that the command line would use here.

    Nothing is read until something is asked, and a file that is not there is an empty archive. Own names of the config
    files are understood.

    Raises:
        BadConfig: where a config file is not right.
    """

    def __init__(self, path: str | os.PathLike[str] | None = None) -> None:
        folder = Path.cwd()
        self._settings: Settings = read_settings(os.environ, folder)
        self._settings.use_names()
        chosen = Path(path) if path is not None else choose_archive(None, os.environ, folder).path
        person = next((os.environ[name] for name in ("DIPMEET_USER", "LOGNAME", "USER") if os.environ.get(name)), None)
        self._store = Store(chosen, cache=cache_folder(os.environ), command="python", person=person)

    @classmethod
    def open(cls, path: str | os.PathLike[str] | None = None) -> Archive:
        """Return the archive at `path`: the same as `Archive(path)`."""
        return cls(path)

    @property
    def path(self) -> Path:
        """Where the archive's file is."""
        return self._store.path

    def close(self) -> None:
        """Let go of the file; what is asked next opens it again. `with Archive() as archive:` does it at the end."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def __iter__(self) -> Iterator[Meeting]:
        """Yield every record, in the file's order."""
        return map(Meeting.of, self._store.meetings())

    def __len__(self) -> int:
        return self._store.count()

    def __contains__(self, identity: object) -> bool:
        return isinstance(identity, str) and self._store.get(identity) is not None

    def __getitem__(self, reference: str) -> Meeting:
        """Return the one record that an id, or the beginning of one, names; KeyError where none or several are."""
        named = self._store.named_by(reference)
        if len(named) != 1:
            raise KeyError(f"{reference!r} names {len(named) or 'no'} records")
        return Meeting.of(named[0])

    def __repr__(self) -> str:
        return f"Archive({str(self.path)!r})"

    def _repr_html_(self) -> str:
        from dipmeet.formats.html import MOST_ROWS

        return self._found(self._store.select(last=MOST_ROWS))._repr_html_()

    def get(self, reference: str) -> Meeting | None:
        """Return the one record that an id, or the beginning of one, names; None where none or several are."""
        try:
            return self[reference]
        except KeyError:
            return None

    def where(self, *, limit: int | None = None, **filters: Unpack[Filters]) -> Meetings:
        """Return the records for which all that is given holds, by the instant of their start; `limit`: the latest.

        Of several parties or persons all must have taken part; of other values any will do.

        Raises:
            UnknownName: for a topic, party, place or kind that neither the vocabularies nor the archive know.
            BadValue: for a date that does not exist.
        """
        return self._found(self._store.select(self._filter(filters), last=limit))

    def search(self, words: str, *, limit: int | None = None, **filters: Unpack[Filters]) -> Meetings:
        """Return the records that satisfy a search (`dipmeet help search`) and `where`'s filters, the best first.

        Raises:
            BadValue, UnknownName: as `where` does, and for a search that cannot be understood.
        """
        from dipmeet.query.language import read_query

        return self._found(self._store.search(read_query([words]), self._filter(filters), limit=limit))

    def add(self, *meetings: Record) -> Meetings:
        """Add records, all or none, and return them as stored: each with an id of its own, and when it was added.

        Raises:
            TypeError: for what is no record, as the JSON of one is not.
            ArchiveError: where nothing could be written; the file is as it was.
        """
        for meeting in meetings:
            if not isinstance(meeting, Record):
                raise TypeError(f"not a record: {type(meeting).__name__} (Meeting.from_json makes one of JSON)")
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return Meetings(map(Meeting.of, self._store.add(meetings, now=now)))

    def _filter(self, filters: Filters) -> Filter:
        unknown = filters.keys() - Filters.__annotations__
        if unknown:
            raise TypeError(f"no filter is called {min(unknown)!r}: {', '.join(Filters.__annotations__)}")
        days = {name: str(value) for name, value in filters.items() if name in _DAYS and value is not None}
        words = {name: _several(value) for name, value in filters.items() if name not in _DAYS}
        if "publisher" in words:
            words["publisher"] = tuple(map(self._settings.publisher, words["publisher"]))
        asked = Asked().replaced(**days, **words)
        return filter_of(asked, spelling=self._store.spelling, today=datetime.now().astimezone().date())

    def _found(self, selection: Selection) -> Meetings:
        return Meetings(map(Meeting.of, selection.meetings), selection.total)


def read(text: str, *, url: str | None = None, published: str | None = None) -> Meetings:
    """Return the meetings that a readout's text tells of, none where it tells of none: with evidence and doubts.

    `url` is the page's address, `published` its date (YYYY-MM-DD). `Archive.add` keeps them.

    Raises:
        SourceError: where the text is longer than any readout.
    """
    from dipmeet.readouts.reader import read as read_text

    return Meetings(map(Meeting.of, read_text(text, url=url, published=published).drafts))


def _several(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(map(str, value)) if isinstance(value, Iterable) else (str(value),)
