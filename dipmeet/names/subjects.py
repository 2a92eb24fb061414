"""The subjects of a readout: which of the topics that it names it plainly speaks of.

A topic weighs more where it stands in a heading, opens its sentence ("On Ukraine, …") or is said to have been
discussed, and once for every sentence that names it. General topics and third states need more than a mention in
passing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from dipmeet.names.folding import fold
from dipmeet.names.mentions import OF_A_SITUATION, Mention, mentions_in
from dipmeet.names.parties import all_parties
from dipmeet.names.topics import Mark, all_topics, narrower, topic_as_told, topic_in

MOST = 9
"""As many topics as a readout is given."""

FEW = 4
"""Where no more than so many are told, what readouts only head their points with is a topic too."""

PASSING, TOLD = 1, 2
"""How much a sentence adds: where it only names a topic, and where its words say that the topic was a subject."""

LONGEST = 2_000
"""A sentence is read in pieces of at most so many characters."""

READ = 50_000
"""Of a longer readout only so many characters are read for its topics."""


def subjects_of(
    texts: Sequence[str], *, lead: str = "", parties: Collection[str] = (), language: str | None = None
) -> tuple[str, ...]:
    """Return the topics that the points of a readout plainly speak of, at most `MOST`, in the order of first mention.

    Its `lead` counts where it says what was discussed or signed. `parties` are those of the meeting, which are no
    topics of it. They are called as the page itself, which is written in `language`, calls them.
    """
    texts = [*_told_by(lead), *texts]
    words: dict[str, dict[str, int]] = {}
    weights = _weights(texts, parties, words)
    told = [name for name, weight in weights.items() if weight >= (TOLD if _mark(name) else PASSING)]
    told = [name for name in told if not _is_told_by_another(name, told, weights)]
    told = [name for name in told if _mark(name) != "frame" or len(told) <= FEW]
    best = sorted(told, key=lambda name: bool(_mark(name)) - 2 * weights[name])[:MOST]
    named = (topic_as_told(name, _ranked(words[name]), language) for name in told if name in best)
    return (*dict.fromkeys(named), *_their_relations(texts, parties, len(told)))


def _ranked(words: dict[str, int]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: -words[word])) if len(words) > 1 else tuple(words)


_TOLD_BY_LEAD = re.compile(
    r"\b(?:discuss(?:ed|ing)?|talked (?:about|of)|spoke (?:about|of)|views on|signed|signings?"
    r"|about(?! (?:\d|an? |half|one|two|three|ten|twenty|thirty|forty|fifty)))\b"
)
"""What a lead tells topics by; not the "about" of "for about 20 minutes"."""


def _told_by(lead: str) -> Iterator[str]:
    """Yield what the clauses of a lead say from where they tell of a discussion or a signing."""
    for sentence in _sentences(lead[:READ]):
        for clause in sentence.split(";"):
            told = _TOLD_BY_LEAD.search(clause)
            if told is not None:
                yield clause[told.start() :]


def _weights(texts: Sequence[str], parties: Collection[str], words: dict[str, dict[str, int]]) -> dict[str, int]:
    """Return how much is said of each topic named, in the order of first mention, and note by what `words`."""
    weights: dict[str, int] = {}
    for text in _within_reason(texts):
        is_heading = len(text) < 80 and text.rstrip()[-1:] not in {".", "。", ":", "”"}
        for sentence in _sentences(text):
            said = mentions_in(sentence, parties, is_heading=is_heading)
            for start, end, name in said:
                by, word = words.setdefault(name, {}), sentence[start:end]
                by[word] = by.get(word, 0) + 1
            for name, weight in _weighed(sentence, said, is_heading=is_heading).items():
                weights[name] = weights.get(name, 0) + weight
    return weights


def _within_reason(texts: Sequence[str]) -> Iterator[str]:
    left = READ
    for text in texts:
        yield text[: max(0, left)]
        left -= len(text)


_END = re.compile(r"[.?!](?<!\bM[rs]\.)(?<!\bDr\.)(?<!\bSt\.)(?<![A-Z]\.[A-Z]\.)\s+(?=[A-Z“\"])|[。\n]")


def _sentences(text: str) -> Iterator[str]:
    begin = 0
    for end in (*(match.end() for match in _END.finditer(text)), len(text)):
        for start in range(begin, end, LONGEST):
            yield text[start : min(end, start + LONGEST)]
        begin = end


_OPENING = re.compile(
    r"(?:[A-Z][\w ]{2,20},\s)?"
    r"(?:On|Regarding|Concerning|As for|As to|With regard to|With respect to|Turning to)\s[^,]*,"
    r"|[A-Z][\w ]{2,40}:\s"
)
_DISCUSSED = re.compile(
    r"\bdiscuss|\btalk(?:ed|s)? (?:about|on|of)\b|\bspo(?:ke|ken) (?:of|about)\b|\bviews (?:were exchanged )?on\b"
    r"|\bexchanged? (?:of )?views\b|\bviews were exchanged\b|\bwent over\b|\branged over\b|\bconversation\b"
    r"|\breviewed\b|^(?:about|views on|signed|signings?)\b|\bcall\b[^.]{0,80}\babout\b|について|意見交換"
)
_OF_A_DISCUSSION = (
    "discuss", "talk", "spoke", "views", "went over", "ranged", "conversation", "reviewed", "about", "sign", "call",
    "について", "意見交換",
)  # fmt: skip
"""Words of which a sentence that `_DISCUSSED` matches holds one: a plain look is quicker."""

_AS_A_PLACE = re.compile(r"\b(?:in|from|at|to|visit(?:ed|ing)?)\s(?:the\s)?$")


def _weighed(sentence: str, said: list[Mention], *, is_heading: bool) -> dict[str, int]:
    """Return what a sentence adds to the weight of each topic that it names."""
    if not said:
        return {}
    opening = _OPENING.match(sentence)
    opened = opening.end() if opening is not None else 0
    is_discussed = any(word in sentence for word in _OF_A_DISCUSSION) and _DISCUSSED.search(sentence) is not None
    weights: dict[str, int] = {}
    gives_example = " such as " in sentence
    for start, end, name in said:
        if gives_example and _SUCH_AS.match(sentence, end) is not None:
            continue
        is_told = start < opened or is_discussed or (is_heading and _mark(name) != "frame")
        if _is_state(name):
            before = sentence[max(0, start - 30) : start]
            if _AS_A_PARTNER.search(before) is not None:
                continue
            is_told = (is_told and _AS_A_PLACE.search(before) is None) or OF_A_SITUATION.search(before) is not None
        weights[name] = max(weights.get(name, 0), TOLD if is_told else PASSING)
    return weights


_AS_A_PARTNER = re.compile(r"(?:,\swith|\b(?:beside|alongside|together with|along with))\s(?:the\s)?$")
"""What stands before a state that is named as one who acts with those who met, or with others."""
_SUCH_AS = re.compile(r"[”\"]?(?:\s\w+)?,?\ssuch as\b")
"""What follows a topic that an example says better: "sanctions evasion such as ship-to-ship transfers"."""

_PAIR = re.compile(r"[\w. ]+[-–][\w. ]+ relations")


@cache
def _marks() -> dict[str, Mark]:
    return {topic.name: topic.mark for topic in all_topics()}


def _mark(name: str) -> Mark:
    """Return the mark of a topic; third states are as general topics, two states' relations frame a readout."""
    if name in _marks():
        return _marks()[name]
    if _PAIR.fullmatch(name) is not None:
        return "frame"
    return "general" if _is_state(name) else ""


@cache
def _state_names() -> frozenset[str]:
    return frozenset(party.name for party in all_parties())


def _is_state(name: str) -> bool:
    return name in _state_names()


def _is_told_by_another(name: str, names: Sequence[str], weights: dict[str, int]) -> bool:
    """Tell whether another topic says all that is said of this one.

    That is one whose name holds its words ("NPT Review Conference" of "NPT"), and for a general topic also one that
    belongs to it, or a plain one that it belongs to.
    """
    if weights[name] > TOLD:
        return False
    others = [other for other in names if other != name]
    if any(_holds(other, name) and not _mark(other) for other in others):
        return True
    return bool(_mark(name)) and any(
        other in narrower(name) or (not _mark(other) and name in narrower(other)) for other in others
    )


def _holds(other: str, name: str) -> bool:
    japanese = topic_in("ja", name)
    return _words(name) < _words(other) or (not japanese.isascii() and japanese in other)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(fold(name).split())


_RELATIONS = re.compile(r"\b[Rr]elations\b|\brelationship\b|\bfriendship\b|二国間の?関係|両国の?関係")


def _their_relations(texts: Sequence[str], parties: Collection[str], told: int) -> tuple[str, ...]:
    """Return two parties' own relations as a topic, where the points speak of them and tell of little else."""
    if len(parties) != 2 or told > 2:
        return ()
    said = sum(len(_RELATIONS.findall(text)) for text in _within_reason(texts))
    return ("-".join(parties) + " relations",) if said >= max(1, told) else ()
