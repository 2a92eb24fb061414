"""The encounter that a sentence tells of: its verb, who stands before it and whom it takes.

"Mr. A, Minister of X, held a meeting with B, Minister of Y" · "A met B" · "A paid a courtesy call on B" · "A received
a courtesy call from B" · "A, B and C attended the meeting" · "talks between A and B". Whoever stands elsewhere in the
sentence (as host, as predecessor, in a remark) did not take part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dipmeet.model.value import Value
from dipmeet.readouts.crowd import Crowd
from dipmeet.readouts.honorifics import is_honorific
from dipmeet.readouts.page import Span
from dipmeet.readouts.people import Mention, read_mention

TOGETHER = ("reviewed", "discussed", "explored", "addressed", "considered", "examined", "looked into", "tackled")
"""What two do together where no other word tells of a meeting."""
VERB = re.compile(
    rf"\b(?:{'|'.join(TOGETHER)}|held|holds?|had|has|have|met|meets?|spoken?|speaks?|talked|conferred|paid|pays?|made|makes?|receiv(?:ed|es?)"
    r"|attend(?:ed|s)|host(?:ed|s)|welcom(?:ed|es)|conducted|convened|call(?:ed|s)|(?:tele)?phoned|exchanged|co-?chaired"
    r"|chaired|participated|joined|took|visited|greeted|saw|consulted|congratulated|conversed|dined|lunched|engaged"
    r"|s[ai]ts?(?= down\b)|caught(?= up\b))\b"
)
_DIRECT = frozenset(
    {"met", "meets", "meet", "received", "receives", "hosted", "hosts", "welcomed", "welcomes", "called", "calls"}
    | {"telephoned", "phoned", "greeted", "saw", "visited", "congratulated"}
)
"""Verbs that take a person as their object."""
_BEFORE_OBJECT = frozenset({"with", "between"})
_ADVERBS = frozenset(
    {"today", "yesterday", "also", "again", "briefly", "jointly", "in", "at", "request", "separately", "earlier", "and"}
    | {"the", "on", "virtually", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
    | {"audience", "here"}
)
_NO_SUBJECT_AFTER = frozenset(
    {"with", "by", "of", "between", "from", "against", "for", "on", "in", "In", "at", "At", "during", "During"}
)
_WITHIN_NAME = frozenset({"de", "al", "el", "la", "da", "do", "of", "bin", "van", "von"})
_BY_OFFICE_ALONE = re.compile(
    r"^[\"'(]*(?:(?:Earlier )?[Tt]oday,?\s+|This (?:morning|afternoon|evening),?\s+|On [A-Z][^,]{3,30},\s+"
    r"|During [^,.]{3,60},\s+)?"
    r"(?:[Tt]he\s+)?"
    r"(?P<office>Prime Minister|Vice President|President of the Republic|President"
    r"|Foreign Secretary|Secretary-General|Secretary General"
    r"|Foreign Minister|Deputy Prime Minister|Chancellor|Secretary|High Representative|Minister|Taoiseach)"
    r"(?=,?\s+(?:also\s+|today\s+|has\s+)?(?:spoke|met|held|had|called|welcomed|hosted|received|talked|conveyed))"
)
_OFFICE_BESIDE = re.compile(
    r"(?:(?:Earlier )?[Tt]oday,?\s+|This (?:morning|afternoon|evening),?\s+)?[Tt]he\s+"
    r"(?P<office>Deputy Secretary|Secretary|Secretary-General|Secretary General|Foreign Secretary"
    r"|Prime Minister|President|Chancellor|Foreign Minister|High Representative|Taoiseach)\s+and\s+(?:the\s+)?"
)
_IN_FIRST_PERSON = re.compile(
    r"\b(?P<office>I)\s+(?:also\s+|today\s+|have\s+|was\s+\w+\s+to\s+)?"
    r"(?:spoken?|met|meet|held|hold|had|welcomed?|hosted?|received?|talked)\b"
)


class Encounter(Value):
    """Who met: those before the verb, those behind it, and where the verb stands."""

    subjects: tuple[Mention, ...]
    objects: tuple[Mention, ...]
    verb: Span

    @property
    def people(self) -> tuple[Mention, ...]:
        """Everybody, in the order of the page."""
        return self.subjects + self.objects


def read_encounter(crowd: Crowd, span: Span) -> Encounter | None:
    """Return the encounter that the sentence at `span` tells of, or None; of several verbs the first that has both."""
    best: Encounter | None = None
    for verb in VERB.finditer(crowd.plain, *span):
        if _is_in_relative_clause(crowd.plain, span[0], verb.start()):
            continue
        subjects = _subjects(crowd, crowd.word_at(span[0]), crowd.word_at(verb.start()))
        objects = _objects(crowd, crowd.word_at(verb.end()), crowd.word_at(span[1]), verb[0])
        encounter = Encounter(subjects, _others(subjects, objects), verb.span())
        if encounter.objects and (subjects or office_alone(crowd.plain, span) is not None):
            return encounter
        if best is None or len(encounter.people) > len(best.people):
            best = encounter
    if best is not None and len(best.people) < 2:
        between = _between(crowd, crowd.word_at(span[0]), crowd.word_at(best.verb[0]))
        return best.replaced(subjects=between, objects=()) if between else best
    return best


def office_alone(plain: str, span: Span) -> Span | None:
    """Return the office by which alone a sentence calls its subject: "The President spoke today with …"."""
    match = _BY_OFFICE_ALONE.match(plain[span[0] : min(span[1], span[0] + 200)])
    if match is not None:
        return span[0] + match.start("office"), span[0] + match.end("office")
    match = _IN_FIRST_PERSON.search(plain, span[0], min(span[1], span[0] + 200))
    return match.span("office") if match is not None else None


def office_beside(plain: str, span: Span, encounter: Encounter) -> Span | None:
    """Return the office that alone stands beside the one subject: "The Secretary and Foreign Minister Lee spoke"."""
    if encounter.objects or len(encounter.subjects) != 1:
        return None
    match = _OFFICE_BESIDE.fullmatch(plain, span[0], encounter.subjects[0].span[0])
    return match.span("office") if match is not None else None


def _others(subjects: tuple[Mention, ...], objects: tuple[Mention, ...]) -> tuple[Mention, ...]:
    known = {mention.span[0] for mention in subjects}
    return tuple(mention for mention in objects if mention.span[0] not in known)


def _is_in_relative_clause(plain: str, start: int, at: int) -> bool:
    clause = plain[max(start, plain.rfind(",", start, at), plain.rfind(";", start, at)) : at]
    return _OPENS_CLAUSE.search(clause) is not None


_OPENS_CLAUSE = re.compile(
    r"\b(?:(?:who|which|that|whom|where|when|not|since|as)\s+(?:\w+\s+){0,2}|to\s+(?:[a-z]\w*\s+){0,2})$"
)
"""What a verb stands behind that tells of no meeting; not "to" before a country: "a visit to Sri Lanka met"."""


def _subjects(crowd: Crowd, first: int, last: int) -> tuple[Mention, ...]:
    teller: tuple[Mention, ...] = ()
    at = first
    while at < last:
        mention = read_mention(crowd, at) if _may_open(crowd, at, first) else None
        at += 1
        if mention is not None and mention.last <= last and _is_subject(crowd, mention, last):
            if teller or not _told_the_press(crowd, mention):
                return _chain(crowd, mention, last)
            teller, at = (mention,), mention.last
    return teller


def _told_the_press(crowd: Crowd, mention: Mention) -> bool:
    """Tell whether somebody told the press of it, as who is named behind that met: "A told a briefing: B met C"."""
    at = mention.last + (crowd.text(mention.last) == ",")
    return crowd.text(at) == "told" and any(crowd.text(more) in _PRESS for more in range(at + 1, at + 6))


_PRESS = frozenset({"briefing", "conference", "reporters", "journalists", "press"})


def _between(crowd: Crowd, first: int, last: int) -> tuple[Mention, ...]:
    """Return those between whom a meeting is the subject of its verb: "A meeting between A and B took place"."""
    for at in range(first + 1, min(last, first + 12)):
        if crowd.text(at) == "between" and crowd.text(at - 1).lower() in _MEETINGS:
            mention = read_mention(crowd, at + 1)
            chain = () if mention is None or mention.last > last else _chain(crowd, mention, last)
            return chain if len(chain) > 1 else ()
    return ()


_MEETINGS = frozenset({"meeting", "meetings", "talks", "conversation", "conversations", "call", "consultations"})
_MEETINGS |= {"discussion", "discussions", "encounter", "negotiations", "dialogue", "exchange", "interview", "summit"}


def _may_open(crowd: Crowd, at: int, first: int) -> bool:
    text = crowd.text(at)
    if not (text[:1].isupper() or text in ("the", "newly-appointed")):
        return False
    before = crowd.text(at - 1) if at > first else ""
    if before in _WITHIN_NAME:
        return False
    return before not in _NO_SUBJECT_AFTER and not (
        before in ("the", "The") and crowd.text(at - 2) in _NO_SUBJECT_AFTER
    )


def _is_subject(crowd: Crowd, mention: Mention, last: int) -> bool:
    """Tell whether a mention before the verb is who met: a name alone only if the verb follows at once."""
    if mention.is_anchored:
        return True
    if mention.name is None or len(crowd.plain[slice(*mention.name)].split()) < 2:
        return False
    if _shared_office(crowd, mention) is not None:
        return True
    following = crowd.text(mention.last)
    return mention.last >= last - 2 or (following == "and" and read_mention(crowd, mention.last + 1) is not None)


def _chain(crowd: Crowd, mention: Mention, last: int) -> tuple[Mention, ...]:
    """Return the mention with those joined to it by commas and "and"."""
    found = [mention]
    while len(found) < 12:
        at = _behind_joint(crowd, found[-1].last)
        following = read_mention(crowd, at) if at > found[-1].last and at < last else None
        following = _of_counterparts(crowd, mention, following)
        if following is None or following.last > last or not _may_join(following):
            break
        found.append(following)
    return _of_shared_office(crowd, tuple(found))


def _of_shared_office(crowd: Crowd, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Give those behind an office in the plural that office: "Foreign Ministers A of Portugal and B of Chile"."""
    if len(mentions) < 2 or any(m.title is not None or m.party is None for m in mentions):
        return mentions
    office = _shared_office(crowd, mentions[0])
    return mentions if office is None else tuple(mention.replaced(title=office) for mention in mentions)


def _shared_office(crowd: Crowd, mention: Mention) -> Span | None:
    start = mention.span[0]
    office = _IN_PLURAL.search(crowd.plain, max(0, start - 60), start)
    return None if office is None else office.span("office")


_IN_PLURAL = re.compile(
    r"(?P<office>\b(?:(?:Deputy|Vice|Prime|Foreign|Defen[cs]e|Finance|Trade|Interior|Energy|Environment|Agriculture) )*"
    r"(?:Minister|President|Chancellor|Premier|Ambassador))s,? $"
)
"""An office of several people, its singular without the "s" that ends it."""


def _of_counterparts(crowd: Crowd, first: Mention, following: Mention | None) -> Mention | None:
    """Return a name after "their Japanese counterparts A and" as one of them."""
    if following is None or following.name is None or following.is_anchored or following.party is not None:
        return following
    if first.title is not None or first.party is None or first.name is None:
        return following
    opened = crowd.plain[first.span[0] : first.name[0]]
    is_one = "counterparts" in opened or "colleagues" in opened
    return following.replaced(party=first.party, party_span=first.party_span) if is_one else following


def _behind_joint(crowd: Crowd, at: int) -> int:
    while crowd.text(at) in _JOINTS or (crowd.text(at) == "as" and crowd.text(at + 2) == "as"):
        at += 3 if crowd.text(at) == "as" else 1
    return at


_JOINTS = frozenset({",", "and", "with", ";", "&", "together", "along"})


def _may_join(mention: Mention) -> bool:
    if mention.is_anchored:
        return mention.name is not None
    return mention.party is not None and mention.name is not None


def _objects(crowd: Crowd, first: int, last: int, verb: str) -> tuple[Mention, ...]:
    """Return whom the verb takes, as its direct object or behind a preposition that it goes with."""
    if verb in _DIRECT:
        at = first
        while crowd.text(at) in _ADVERBS and at < first + 4:
            at += 1
        direct = read_mention(crowd, at)
        if direct is not None and direct.last <= last and (direct.is_anchored or _may_join(direct)):
            return _chain(crowd, direct, last)
    for at in range(first, last):
        if not _leads_to_object(crowd, at, first, verb):
            continue
        mention = read_mention(crowd, at + 1)
        if mention is not None and mention.last <= last and _is_object(crowd, mention, crowd.text(at)):
            return _chain(crowd, mention, last)
    return _behind_adverbials(crowd, first, last) if verb in _DIRECT else ()


def _behind_adverbials(crowd: Crowd, first: int, last: int) -> tuple[Mention, ...]:
    """Return the object that times and places part from its verb: "received today, at the Palace, the Minister …"."""
    for at in range(first + 1, last):
        if not _closes_adverbial(crowd, at):
            continue
        mention = read_mention(crowd, at)
        if mention is not None and mention.last <= last and mention.title is not None and mention.name is not None:
            return _chain(crowd, mention, last)
    return ()


def _closes_adverbial(crowd: Crowd, at: int) -> bool:
    """Tell whether an object may begin at a word: behind a comma with its article, behind "today" or "here"."""
    before = crowd.text(at - 1)
    if before == ",":
        return crowd.text(at) == "the" or is_honorific(crowd.text(at)) or at in crowd.parties
    return before in _TIMES or before == "here" or (crowd.text(at) == "the" and _is_behind_place(crowd, at))


def _is_behind_place(crowd: Crowd, at: int) -> bool:
    """Tell whether a place goes before a word: "received in Prague the Minister"."""
    first = at - 1
    while crowd.text(first)[:1].isupper() and at - first < 5:
        first -= 1
    return first < at - 1 and crowd.text(first) in ("in", "at")


def _is_object(crowd: Crowd, mention: Mention, preposition: str) -> bool:
    """Tell whether a mention is whom the verb takes: a name alone only behind "with" and the like, not behind "to"."""
    if mention.is_anchored:
        return True
    words = 0 if mention.name is None else len(crowd.plain[slice(*mention.name)].split())
    return preposition != "to" and words >= 2


def _leads_to_object(crowd: Crowd, at: int, first: int, verb: str) -> bool:
    """Tell whether whom the verb takes may stand behind a word: "with", "a call on", "a call from", "spoke to"."""
    text, before = crowd.text(at), crowd.text(_before_adverbs(crowd, at))
    if text in _BEFORE_OBJECT:
        return True
    if text in ("on", "upon", "to", "from", "by") and before in ("call", "visit", "calls"):
        return True
    if text == "of" and before in ("call", "visit") and verb.startswith("receive"):
        return True
    if text == "by" and verb in _PASSIVE and crowd.text(first - 2) in ("was", "were", "been"):
        return at - first < 6
    if text == "by" and before in ("paid", "made"):
        return crowd.text(at - 2) in ("call", "visit")
    if text == "by" and before in ("hosted", "given"):
        return crowd.text(at - 2) in _MEALS
    return text == "to" and verb in ("spoke", "spoken", "speaks", "talked") and at - first < 8


_PASSIVE = frozenset({"received", "welcomed", "hosted", "greeted"})
"""Verbs that a guest is the subject of: "was received by the President"."""
_MEALS = frozenset({"lunch", "luncheon", "dinner", "breakfast", "banquet"})
_TIMES = frozenset({"today", "yesterday", "earlier", "this", "morning", "afternoon", "evening", "late", "tonight"})
_TIMES |= {"on", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}


def _before_adverbs(crowd: Crowd, at: int) -> int:
    """Return the word before `at` that tells no time: "a call today from"."""
    before = at - 1
    while crowd.text(before) in _TIMES:
        before -= 1
    return before


def asides_left_out(crowd: Crowd, mentions: Iterator[Mention] | tuple[Mention, ...]) -> list[Mention]:
    """Return mentions without those that are only named in passing, as hosts or holders of an invitation."""
    return [
        m for m in mentions if crowd.text(crowd.word_at(m.span[0]) - 1) not in ("by", "of", "from", "against", "for")
    ]
