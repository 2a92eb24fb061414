"""A page that changed: the record follows the new text, and keeps the old one as a version."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dipmeet.model.meeting import Meeting
from dipmeet.model.value import Value

if TYPE_CHECKING:
    from rich.console import RenderableType


class Renewal(Value):
    """A record of a page as it was, and as the page says it now."""

    before: Meeting
    after: Meeting


def held_version(records: Sequence[Meeting], digest: str) -> Meeting | None:
    """Return the record that keeps a text of this SHA-256 as an earlier version of its page, or None."""
    for record in records:
        versions = record.source.versions if record.source is not None else ()
        if any(version.get("sha256") == digest for version in versions):
            return record
    return None


def renewals_of(records: Sequence[Meeting], drafts: Sequence[Meeting]) -> tuple[tuple[Renewal, ...], list[Meeting]]:
    """Return the records of a page as its new text has them, and the drafts of meetings that it did not tell of."""
    from dipmeet.study.renewal import counterpart_of, is_same_meeting, renewed

    renewals: list[Renewal] = []
    left = list(drafts)
    for record in records:
        place = sum(is_same_meeting(record, earlier.before) for earlier in renewals)
        draft = counterpart_of(record, drafts, place=place)
        if draft is not None and draft in left:
            left.remove(draft)
            renewals.append(Renewal(record, _with_version(renewed(record, draft), record)))
    return tuple(renewals), left


def _with_version(after: Meeting, before: Meeting) -> Meeting:
    """Return the record with the text that it had among the versions of its source."""
    old, new = before.source, after.source
    if old is None or new is None or old.text is None:
        return after
    fields = ("text", "sha256", "bytes_sha256", "published", "accessed")
    version = {name: getattr(old, name) for name in fields if getattr(old, name) is not None}
    return after.replaced(source=new.replaced(versions=(*old.versions, version)))


def renewal_screen(renewals: Sequence[Renewal], width: int | None) -> Iterator[RenderableType]:
    """Yield for each record what changed in its text and in its facts."""
    from dipmeet.screens.changes import changes_table, text_changes
    from dipmeet.screens.words import words
    from dipmeet.study.changes import changes_between

    for renewal in renewals:
        yield words(renewal.after.id, "bold")
        yield text_changes(*(m.source.text or "" if m.source else "" for m in (renewal.before, renewal.after)))
        changes = changes_between(renewal.before, renewal.after)
        yield ""
        if changes:
            yield changes_table(changes, width)
        else:
            yield words("no fact changed")
        yield ""
