"""Suspicions: signs that a fact was read wrongly though nothing contradicts it, each a doubt that names the field.

A sign is kept only where, over all texts with known facts, it meets wrong facts clearly more often than right ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dipmeet.model.meeting import Meeting
from dipmeet.model.value import Value
from dipmeet.readouts.crowd import Crowd
from dipmeet.readouts.draft import Findings
from dipmeet.readouts.japanese import is_japanese
from dipmeet.readouts.lead import SURE, Lead, is_marked, likelihood, tells_both
from dipmeet.readouts.page import Page
from dipmeet.readouts.people import Mention, mentions_in
from dipmeet.readouts.published import date_of_line

Suspicion = tuple[str, str]
"""A field and why it may be wrong."""


class Told(Value):
    """A draft beside the page and the lead that it was read from."""

    page: Page
    lead: Lead | None
    draft: Meeting

    @property
    def sentence(self) -> str:
        """The sentence that tells of the meeting, without what stands in brackets; "" without a lead."""
        return self.lead.plain[slice(*self.lead.sentence)] if self.lead is not None else ""


def raise_suspicions(findings: Findings, told: Told) -> None:
    """Doubt each field that a sign speaks against."""
    for look in LOOKS:
        for field, reason in look(told):
            findings.doubt(field, reason)


def _too_few(told: Told) -> Iterator[Suspicion]:
    if len(told.draft.participants) < 2:
        yield "participants", "the page names only one of those who met"


def _no_points(told: Told) -> Iterator[Suspicion]:
    if not told.draft.points:
        yield "points", "no points were found"


_NOT_THERE = frozenset({"by", "of", "from", "against", "for", "succeeded", "under", "accompany", "accompanying"})
"""Words before one who is named in passing: a host, a predecessor."""


_HOLDER = re.compile(
    r"\b(?:Minister|President|Secretary|Chancellor|Premier|Prince|King|Queen|Emir|Commissioner|Representative|Speaker"
    r"|Governor|Envoy|Director|Ambassador|Advis[eo]r|Council[l]?or|Chairman|Taoiseach)\b(?!')"
)


def _untaken(told: Told) -> str:
    """Return the sentence that tells of the meeting, the names and offices of those who met blanked."""
    start, end = told.lead.sentence if told.lead is not None else (0, 0)
    text = told.sentence
    for name, spans in told.draft.evidence.items():
        for a, b in spans if name.startswith("participants") else ():
            if start <= a and b <= end:
                text = text[: a - start] + " " * (b - a) + text[b - start :]
    return text


def _passed_over(told: Told) -> Iterator[Suspicion]:
    """Suspect a lead whose sentence names somebody with an office who is not among those who met."""
    if told.lead is None or is_japanese(told.page.plain, told.lead.sentence) or not _HOLDER.search(_untaken(told)):
        return
    crowd = Crowd(told.lead.plain, *told.lead.sentence)
    for mention in mentions_in(crowd):
        if _is_passed_over(told, crowd, mention):
            name = " ".join(told.page.text[slice(*(mention.name or mention.span))].split())
            yield "participants", f"the lead also names {name}, who was not taken for one who met"
            return


_PURPOSE = re.compile(r"\bto (?:prepare|discuss|review|follow up|brief)\b")
"""What opens the tale of what they met for: whoever is named in it is a subject."""


def _is_passed_over(told: Told, crowd: Crowd, mention: Mention) -> bool:
    if mention.name is None or mention.title is None:
        return False
    before = crowd.word_at(mention.span[0]) - 1
    if crowd.text(before - (crowd.text(before) == "the")) in _NOT_THERE:
        return False
    if _PURPOSE.search(crowd.plain, crowd.words[0].start, mention.span[0]) is not None:
        return False
    name = set(told.page.text[slice(*mention.name)].casefold().split())
    return not any(name <= set((person.name or "").casefold().split()) for person in told.draft.participants)


def _same_side(told: Told) -> Iterator[Suspicion]:
    """Suspect those who met for one party."""
    parties = [person.party for person in told.draft.participants]
    if len(parties) > 1 and parties[0] is not None and set(parties) == {parties[0]}:
        yield "participants", f"{'both' if len(parties) == 2 else 'all'} who met are taken to be of {parties[0]}"


def _short_name(told: Told) -> Iterator[Suspicion]:
    """Suspect a name of one word beside fuller ones, where a family name or a whole name was cut."""
    names = [person.name or "" for person in told.draft.participants]
    short = [at for at, name in enumerate(names) if name.isascii() and name and " " not in name]
    if len(short) == 1 and len(names) > 1 and told.draft.participants[short[0]].title != "King":
        yield f"participants[{short[0]}].name", f"{names[short[0]]} is one word alone"


_COUNTERPART = re.compile(r"\b(?:counterpart|colleague)s?\b[\w ,.]{0,20}$")


def _untitled(told: Told) -> Iterator[Suspicion]:
    """Suspect one without an office beside others who have theirs, but for a counterpart, whose office that tells."""
    people = told.draft.participants
    if not any(person.title for person in people):
        return
    for at, person in enumerate(people):
        spans = told.draft.evidence.get(f"participants[{at}].name", ())
        if person.name and not person.title and spans:
            start = spans[0][0]
            if not _COUNTERPART.search(told.page.plain, max(0, start - 40), start):
                yield f"participants[{at}].title", f"the page tells no office of {person.name}"


_REMOTE = re.compile(r"(?i)\b(?:tele)?phone\w*\b|\bcall(?:ed|s)?\b(?! on| for|ing)|\bvideo\b|\bvirtual(?:ly)?\b")


def _remote(told: Told) -> Iterator[Suspicion]:
    """Suspect a meeting whose lead or title speaks of a call."""
    if told.draft.kind in ("meeting", "other", "working meal"):
        match = _REMOTE.search(told.sentence) or _REMOTE.search(told.draft.title or "")
        if match is not None:
            yield "kind", f"the page speaks of a {match[0]}"


_OCCASION = re.compile(r"(?i)\b(?:sidelines?|side lines?|margins?|fringes?)\b")


def _no_occasion(told: Told) -> Iterator[Suspicion]:
    """Suspect that an occasion was missed where the lead speaks of its margins."""
    match = _OCCASION.search(told.sentence)
    if told.draft.occasion is None and match is not None:
        yield "occasion", f"the lead speaks of {match[0]}, but no event was found"


def _no_zone(told: Told) -> Iterator[Suspicion]:
    """Suspect a clock time that nothing on the page puts in a zone."""
    start = told.draft.start
    if start is not None and "T" in start.local and start.zone is None:
        yield "start.zone", "the page gives a clock time, and nothing tells the zone"


def _two_dates(told: Told) -> Iterator[Suspicion]:
    """Suspect the page's date where two lines above the lead give different ones, and the day that was told by it."""
    draft = told.draft
    published = draft.source.published if draft.source is not None else None
    if told.lead is None or published is None:
        return
    dates = [date_of_line(told.page, line) for line in told.page.lines[: told.lead.index]]
    said = {iso: None for dated in dates if dated and dated.year and (iso := dated.iso(dated.year))}
    if len(said) > 1:
        reason = f"the page gives several dates: {', '.join(said)}"
        yield "source.published", reason
        if draft.start is not None and draft.start.local[:10] == published:
            yield "start.local", reason


def _further_meeting(told: Told) -> Iterator[Suspicion]:
    """Suspect points among which a line tells of a meeting with a clock time of its own, and of who met."""
    first = told.lead.index if told.lead is not None else len(told.page.lines)
    for line in told.page.lines[first + 2 : first + LOOKED_THROUGH]:
        if not is_marked(line) and likelihood(line) >= SURE and tells_both(told.page, line):
            number = told.page.plain.count("\n", 0, line.start) + 1
            yield "points", f"line {number} tells of a further meeting, which this record does not keep apart"
            return


LOOKED_THROUGH = 60
"""As many lines behind the lead are looked through for a further meeting."""


LOOKS = (
    _too_few,
    _no_points,
    _passed_over,
    _same_side,
    _short_name,
    _untitled,
    _remote,
    _no_occasion,
    _no_zone,
    _two_dates,
    _further_meeting,
)
