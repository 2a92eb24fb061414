"""The reader: the text of a page into drafts, each fact with its evidence, what can fail doubted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from dipmeet.errors import SourceError
from dipmeet.model.meeting import Meeting, Source
from dipmeet.model.value import Value
from dipmeet.readouts.draft import merged
from dipmeet.readouts.drafting import READER_VERSION, draft_of
from dipmeet.readouts.page import LONGEST, MOST_LINES, Span, read_page
from dipmeet.readouts.parts import parts_of
from dipmeet.readouts.unseen import Seen, seen_of

__all__ = ["READER_VERSION", "Reading", "read"]


class Reading(Value):
    """What a text gave: drafts, and the spans of it that no fact was read from."""

    drafts: tuple[Meeting, ...] = ()
    unused: tuple[Span, ...] = ()


def read(text: str, *, url: str | None = None, published: str | None = None) -> Reading:
    """Return the drafts of the meetings that a page tells of; none where it tells of none.

    `url` is the page's address; `published` its date (YYYY-MM-DD) where that is known from elsewhere, such as HTML.

    Raises:
        SourceError: where the text is longer than any readout, or of more lines.
    """
    if len(text) > LONGEST:
        raise SourceError(f"a text of {len(text):,} characters is no readout", hint=f"the most is {LONGEST:,}")
    seen = seen_of(text)
    page = read_page(seen.text)
    if len(page.lines) > MOST_LINES:
        raise SourceError(f"a text of {len(page.lines):,} lines is no readout", hint=f"the most is {MOST_LINES:,}")
    drafts = (draft_of(part, lead, url, published) for part, lead in parts_of(page))
    kept = tuple(_verbatim(draft, text, seen) for draft in drafts if draft is not None)
    if not kept:
        return Reading()
    return Reading(kept, tuple(_gaps(text, merged(_spans(kept)))))


def _verbatim(draft: Meeting, text: str, seen: Seen) -> Meeting:
    """Return the draft with the verbatim text as its source's, and its evidence in places of that."""
    source = (draft.source or Source()).replaced(text=text, sha256=sha256(text.encode()).hexdigest())
    evidence = {name: tuple(map(seen.verbatim, spans)) for name, spans in draft.evidence.items()}
    return draft.replaced(source=source, evidence=evidence)


def _spans(drafts: Iterable[Meeting]) -> Iterator[Span]:
    for draft in drafts:
        for spans in draft.evidence.values():
            yield from spans


def _gaps(text: str, used: list[Span]) -> Iterator[Span]:
    """Yield the stretches of text between `used` that say something."""
    at = 0
    for start, end in [*used, (len(text), len(text))]:
        if text[at:start].strip(" \n\t\r.,;:()-•"):
            yield at, start
        at = max(at, end)
