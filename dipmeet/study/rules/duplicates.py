"""One meeting twice: two records of one account, or two accounts that are not linked."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from dipmeet.model.meeting import Meeting
from dipmeet.names.folding import fold
from dipmeet.study.accounts import probable_accounts
from dipmeet.study.findings import Finding
from dipmeet.study.persons import party_meant


def check_twice(meetings: Sequence[Meeting]) -> Iterator[Finding]:
    """Yield the records that tell what an earlier one does: the same text, or the same publisher, time and people.

    A page may tell of several meetings, and one publisher of one in two languages: these are no doubles.
    """
    held: dict[Hashable, Meeting] = {}
    told: set[tuple[str, str]] = set()
    for meeting in meetings:
        for reason, key in _keys(meeting):
            first = held.setdefault(key, meeting)
            pair = (first.id, meeting.id)
            if first is not meeting and pair not in told:
                told.add(pair)
                yield Finding("twice", meeting.id, "id", meeting.id, f"{reason} as {first.id}", others=(first.id,))


def _keys(meeting: Meeting) -> Iterator[tuple[str, Hashable]]:
    """Yield what no two records share, with what it is in words."""
    start, source = meeting.start, meeting.source
    names = frozenset(" ".join(sorted(fold(person.name).split())) for person in meeting.participants if person.name)
    people = names, frozenset(map(party_meant, meeting.parties))
    if start is None or not any(people):
        return
    is_exact = start.precision == "minute"
    what = (start.local, people, () if is_exact else (meeting.title, meeting.kind, meeting.place, _minutes(meeting)))
    if source is not None and source.sha256 is not None:
        yield "the same text, day and people", (source.sha256, what)
    publisher = (source.publisher, source.language or "en") if source is not None and source.publisher else None
    if names and (publisher is not None or source is None) and (is_exact or meeting.title is not None):
        yield "the same publisher, time and people", (publisher, what)


def _minutes(meeting: Meeting) -> int | None:
    return meeting.duration.minutes if meeting.duration is not None else None


def check_accounts(meetings: Sequence[Meeting]) -> Iterator[Finding]:
    """Yield the records that are probably another account of the meeting of an earlier one, and are not linked to it.

    The dates are within a day, parties and people agree (dipmeet.study.accounts). Doubles are no other account.
    """
    doubles = {(*finding.others, finding.meeting) for finding in check_twice(meetings)}
    for pair in probable_accounts(meetings):
        if not {(pair.a.id, pair.b.id), (pair.b.id, pair.a.id)}.isdisjoint(doubles):
            continue
        reason = f"probably an account of the meeting of {pair.a.id}: {'; '.join(pair.reasons)}"
        yield Finding("accounts", pair.b.id, "account_of", None, reason, right=pair.a.id, others=(pair.a.id,))
