"""What `check` is to pass over: findings ignored for a reason, and heeded again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dipmeet.errors import NotFound
from dipmeet.model.meeting import Ignored, Meeting

if TYPE_CHECKING:
    from dipmeet.commands.declaration import Session
    from dipmeet.study.findings import Finding


class NothingFound(NotFound):
    """A rule that finds nothing in the records named, or of which nothing is ignored there."""


def ignore(findings: Sequence[Finding], reason: str, session: Session) -> None:
    """Note in the records that findings are of that these are to be passed over: why, by whom and when."""
    before = {f.meeting: m for f in findings if (m := session.archive.get(f.meeting)) is not None}
    after = dict(before)
    by, at = session.person, session.now
    for finding in findings:
        meeting = after[finding.meeting]
        note = Ignored(rule=finding.rule, field=finding.field, reason=reason, by=by, at=at)
        after[finding.meeting] = meeting.replaced(ignored=(*meeting.ignored, note))
    session.archive.replace(list(after.values()), now=at, expected=list(before.values()))
    for finding in findings:
        session.terminal.note(f"ignored {finding.rule} of {finding.meeting}: {finding.field}")


def heed(meetings: Sequence[Meeting], rule: str, field: str | None, session: Session) -> None:
    """Take back what is ignored of a rule in records, of one field where it is named.

    Raises:
        NothingFound: where nothing of it is ignored.
    """
    before = [meeting for meeting in meetings if _of(meeting, rule, field)]
    if not before:
        named = " ".join(meeting.id for meeting in meetings)
        raise NothingFound(f"nothing of {rule} is ignored in {named}")
    session.archive.replace([_without(m, rule, field) for m in before], now=session.now, expected=before)
    for meeting in before:
        for ignored in _of(meeting, rule, field):
            session.terminal.note(f"heeding {rule} of {meeting.id} again: {ignored.field}")


def _without(meeting: Meeting, rule: str, field: str | None) -> Meeting:
    taken = _of(meeting, rule, field)
    return meeting.replaced(ignored=tuple(ignored for ignored in meeting.ignored if ignored not in taken))


def _of(meeting: Meeting, rule: str, field: str | None) -> tuple[Ignored, ...]:
    return tuple(i for i in meeting.ignored if i.rule == rule and field in {None, i.field})
