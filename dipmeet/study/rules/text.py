"""A stored text against its hash."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from dipmeet.model.meeting import Meeting
from dipmeet.study.findings import Finding

SHOWN = 12
"""As many digits of a hash as a reason shows."""


def check_hashes(meeting: Meeting) -> Iterator[Finding]:
    """Yield the text, and each earlier version of it, whose SHA-256 (of the UTF-8) is not the one recorded."""
    source = meeting.source
    if source is None:
        return
    yield from _checked(meeting, "source.sha256", source.text, source.sha256)
    for at, version in enumerate(source.versions):
        yield from _checked(meeting, f"source.versions[{at}].sha256", version.get("text"), version.get("sha256"))


def _checked(meeting: Meeting, field: str, text: object, recorded: object) -> Iterator[Finding]:
    if not isinstance(text, str) or not isinstance(recorded, str):
        return
    actual = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    if actual != recorded:
        reason = f"the text was changed after it was recorded: its hash is {actual[:SHOWN]}…"
        yield Finding("text-hash", meeting.id, field, recorded, reason, right=actual)
