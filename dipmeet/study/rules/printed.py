"""What a page prints at a field: the words, and the sentence around them."""

from __future__ import annotations

from collections.abc import Iterator

from dipmeet.model.meeting import Meeting
from dipmeet.model.moment import Moment
from dipmeet.model.value import Value
from dipmeet.readouts.clocks import clocks_in
from dipmeet.readouts.page import read_page
from dipmeet.readouts.words import sentences_in
from dipmeet.study.findings import Span

AROUND = 24
"""So many characters beside a quote are read with it: a grammar may look at what follows."""

LINES = 6
"""As many lines beside a quote's own are read with it, since a page's lines may be broken."""


class Sentence(Value):
    """A sentence of a page: `plain` is the stretch of the text around it, which begins at `base` in the text."""

    plain: str
    base: int
    span: Span

    def verbatim(self, span: Span) -> Span:
        """Return where a place of `plain` is in the text."""
        return span[0] + self.base, span[1] + self.base


def text_of(meeting: Meeting) -> str:
    """Return the source's text, "" where there is none."""
    return meeting.source.text or "" if meeting.source is not None else ""


def quoted(meeting: Meeting, field: str) -> str:
    """Return the words that a field was read from, line breaks as spaces; "" where there are none."""
    text = text_of(meeting)
    return " … ".join(words_at(text, span) for span in meeting.evidence.get(field, ()))


def words_at(text: str, span: Span) -> str:
    """Return the words at a place, line breaks as spaces."""
    return " ".join(text[slice(*span)].split())


def moments_of(meeting: Meeting) -> Iterator[tuple[str, Moment]]:
    """Yield (field, moment) for start, end and each stated time."""
    if meeting.start is not None:
        yield "start", meeting.start
    if meeting.end is not None:
        yield "end", meeting.end
    for at, moment in enumerate(meeting.stated_times):
        yield f"stated_times[{at}]", moment


def plain_of(text: str) -> str:
    """Return a text as the grammars read it, as long as it was."""
    return read_page(text).plain


def clock_sentence(meeting: Meeting) -> Sentence | None:
    """Return the sentence that gives the time of the start, or its date where no clock time was read; None for none."""
    text = text_of(meeting)
    spans = lead_spans(meeting)
    clocked = (span for span in spans if clocks_in(plain_of(text[slice(*span)])))
    span = next(clocked, spans[-1] if spans else None)
    return _sentence_at(text, span) if span is not None else None


def lead_spans(meeting: Meeting) -> tuple[Span, ...]:
    """Return where the lead tells the start: the quotes of it that are not the page's own date."""
    length, published = len(text_of(meeting)), meeting.evidence.get("source.published", ())
    spans = meeting.evidence.get("start.local", ())
    return tuple(span for span in spans if span[0] < span[1] <= length and span not in published)


def end_of_lead(meeting: Meeting) -> int:
    """Return the end of the line that tells the start: title, date and lead stand before it; 0 where none does."""
    text, spans = text_of(meeting), lead_spans(meeting)
    end = text.find("\n", max(end for _, end in spans)) if spans else 0
    return end if end >= 0 else len(text)


def _sentence_at(text: str, span: Span) -> Sentence | None:
    first, last = _stretch(text, span)
    page = read_page(text[first:last])
    start, end = span[0] - first, span[1] - first
    for line in page.lines:
        if line.start <= start and end <= line.end:
            for sentence in sentences_in(page.plain, line.start, line.end):
                if sentence[0] <= start and end <= sentence[1]:
                    return Sentence(page.plain, first, sentence)
    return None


def _stretch(text: str, span: Span) -> Span:
    """Return the lines around a place, whole."""
    first, last = span
    for _ in range(LINES):
        first = text.rfind("\n", 0, max(0, first - 1)) + 1
        end = text.find("\n", last + 1)
        last = end if end >= 0 else len(text)
    return first, last
