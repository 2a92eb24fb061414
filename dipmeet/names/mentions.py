"""Mentions: everything a sentence names that can be a topic, the longest name at each place.

Topics of the vocabulary, what has a name of its own (`events`), and states that are not parties of the meeting.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from dipmeet.names.events import events_in
from dipmeet.names.parties import parties_in
from dipmeet.names.topics import find_topic, topics_in

Mention = tuple[int, int, str]
"""Where in a sentence a topic is named: [start, end) and which."""

OF_A_SITUATION = re.compile(
    r"\b(?:situations?|developments|conflict|crisis|war|peace|events|stability|problems)\s(?:in|of)\s(?:the\s)?$"
    r"|\b(?:assistance|support|aid|help)\s(?:to|for)\s(?:the\s)?$"
)
"""What stands before a country that is itself spoken of: "the situation in Ethiopia"."""


def mentions_in(sentence: str, parties: Collection[str], *, is_heading: bool = False) -> list[Mention]:
    """Return what `sentence` names, from left to right; `parties` count only where the situation there is spoken of.

    An event that ends as a topic does is that topic (unless it is two states' own), else the longer of the two counts.
    A heading capitalises every word, so that no event shows there.
    """
    topics = _outermost([(a, _past_brackets(sentence, b), name) for a, b, name in topics_in(sentence)])
    events = [] if is_heading else [(a, _past_brackets(sentence, b), name) for a, b, name in events_in(sentence)]
    ends = {topic[1]: topic for topic in topics}
    events = [event for event in events if event[1] not in ends or not _is_only(event, ends[event[1]])]
    named = [(start, end, _canonical(name)) for start, end, name in _outermost(topics + events)]
    said = sorted((*named, *_states(sentence, named)))
    return _with_targets([m for m in said if m[2] not in parties or _is_spoken_of(sentence, m)])


def _outermost(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions that are no part of a longer one, from left to right."""
    kept: list[Mention] = []
    reach = 0
    for mention in sorted(mentions, key=lambda m: (m[0], -m[1])):
        start, end, _ = mention
        if end > reach or (kept and kept[-1][:2] == (start, end)):
            kept.append(mention)
            reach = end
    return kept


_BRACKETED = re.compile(r"\s\([A-Z][\w/.+-]*\)")


def _past_brackets(text: str, end: int) -> int:
    """Return `end`, or where the abbreviation in brackets that follows ends."""
    match = _BRACKETED.match(text, end)
    return match.end() if match is not None else end


def _is_only(event: Mention, topic: Mention) -> bool:
    """Tell whether an event is but the topic it ends in, after a word or two; "Japan-Turkey EPA" is its own."""
    before = event[2][: max(0, topic[0] - event[0])]
    is_own = before[:1].isdigit() or "-" in before or "–" in before
    return event[1] == topic[1] and not is_own and 2 * (topic[1] - topic[0]) > event[1] - event[0]


def _canonical(name: str) -> str:
    topic = find_topic(name) or find_topic(_BRACKETED.sub("", name))
    return topic.name if topic is not None else name


def _states(sentence: str, named: list[Mention]) -> Iterator[Mention]:
    """Yield the states named outside of what is named already; organisations are in the vocabulary."""
    taken = {at for start, end, _ in named for at in range(start, end)}
    for start, end, party in parties_in(sentence, include_adjectives=False):
        if party.kind == "state" and start not in taken:
            yield start, end, party.name


def _is_spoken_of(sentence: str, mention: Mention) -> bool:
    """Tell whether a party of the meeting, one that the vocabulary knows for its troubles, is itself a subject."""
    start, _, name = mention
    is_known = find_topic(name) is not None
    return is_known and OF_A_SITUATION.search(sentence, max(0, start - 30), start) is not None


_TARGETS = {"Ukraine": "Russia", "Russia": "Russia", "North Korea": "North Korea"}


def _with_targets(said: list[Mention]) -> list[Mention]:
    """Return the mentions, sanctions among them by whom they are against, which another word of the sentence tells."""
    target = next((_TARGETS[name] for _, _, name in said if name in _TARGETS), None)
    if target is None:
        return said
    return [(a, b, f"sanctions against {target}" if name == "sanctions" else name) for a, b, name in said]
