"""Mentions: everything a sentence names that can be a topic, the longest name at each place.

Topics of the vocabulary, what has a name of its own (`events`), and states that are not parties of the meeting.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from dipmeet.names.events import events_in
from dipmeet.names.parties import Found, parties_in
from dipmeet.names.topics import find_topic, topics_in

Mention = tuple[int, int, str]
"""Where in a sentence a topic is named: [start, end) and which."""

OF_A_SITUATION = re.compile(
    r"\b(?:situations?|developments|conflict|crisis|war|peace|events|stability|problems)\s(?:in|of)\s(?:the\s)?$"
    r"|\b(?:assistance|support|aid|help)\s(?:to|for)\s(?:the\s)?(?:[A-Z]\w+\sand\s)?$"
)
"""What stands before a country that is itself spoken of: "the situation in Ethiopia"."""


def mentions_in(sentence: str, parties: Collection[str], *, is_heading: bool = False) -> list[Mention]:
    """Return what `sentence` names, from left to right; `parties` count only where the situation there is spoken of.

    An event that ends as a topic does is that topic (unless it is two states' own), else the longer of the two counts.
    A heading capitalises every word, so that no event shows there.
    """
    topics = _outermost([(a, _past_brackets(sentence, b), name) for a, b, name in topics_in(sentence)])
    named = topics if is_heading else _with_events(topics, sentence)
    found = parties_in(sentence, include_adjectives=False)
    named = [m for m in named if not (_is_only_a_part(m, found) or _is_by_the_way(sentence, m))]
    if "s of" in sentence or "attend" in sentence:
        named = [m for m in named if _AS_AN_OCCASION.search(sentence, max(0, m[0] - 80), m[0]) is None]
    said = sorted((*named, *_states(found, named)))
    return _with_targets([m for m in said if m[2] not in parties or _is_spoken_of(sentence, m)])


def _with_events(topics: list[Mention], sentence: str) -> list[Mention]:
    ends = {topic[1]: topic for topic in topics}
    events = [(a, _past_brackets(sentence, b), name) for a, b, name in events_in(sentence)]
    events = [event for event in events if event[1] not in ends or not _is_only(event, ends[event[1]])]
    return _outermost([*topics, *((a, b, _canonical(name)) for a, b, name in events)]) if events else topics


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


_BRACKETED = re.compile(r" \([A-Z][\w/.+-]*\)")


def _past_brackets(text: str, end: int) -> int:
    """Return `end`, or where the abbreviation in brackets that follows ends."""
    match = _BRACKETED.match(text, end) if text.startswith(" (", end) else None
    return match.end() if match is not None else end


def _is_only(event: Mention, topic: Mention) -> bool:
    """Tell whether an event is but the topic it ends in, after a word or two; "Japan-Turkey EPA" is its own."""
    before = event[2][: max(0, topic[0] - event[0])]
    is_own = before[:1] == "日" or before[:1].isdigit() or "-" in before or "–" in before
    return event[1] == topic[1] and not is_own and 2 * (topic[1] - topic[0]) > event[1] - event[0]


@lru_cache(2048)
def _canonical(name: str) -> str:
    topic = find_topic(name) or find_topic(_BRACKETED.sub("", name))
    return topic.name if topic is not None else name


def _states(found: Collection[Found], named: list[Mention]) -> Iterator[Mention]:
    """Yield the states outside of what is named already; organisations are in the vocabulary."""
    for start, end, party in found:
        if party.kind == "state" and not any(before <= start < after for before, after, _ in named):
            yield start, end, party.name


def _is_only_a_part(mention: Mention, found: Collection[Found]) -> bool:
    """Tell whether a topic is but a word of a party's name, as Africa is of South Africa."""
    start, end, _ = mention
    return any(before <= start and end <= after and after - before > end - start for before, after, _ in found)


_OF_AN_OFFICE = re.compile(
    r"(?:Minister|Ministry|Secretary|Department|Faculty|Institute)\s(?:of|for)\s(?:[A-Z][\w-]*,?\s(?:and\s)?)*$"
)
"""What stands before words that are part of an office's name."""


_AS_A_BASIS = re.compile(
    r"\b(?:under|in line with|in accordance with|in violation of|violations? of|breach(?:es)? of)\s"
    r"(?:the\s|all\s|relevant\s)*$"
)
"""What stands before resolutions that only say by what something is judged."""


_AS_AN_OCCASION = re.compile(
    r"\b(?:(?:margins|side-?lines|fringes) of|to attend|attending)\s(?:the\s)?(?:[\w' -]{1,60}\sof\s(?:the\s)?)?$"
)
"""What stands before an event on whose margins they met: they were there for it, and spoke of other things."""


def _is_by_the_way(sentence: str, mention: Mention) -> bool:
    start, _, name = mention
    if sentence[start].isupper() and _OF_AN_OFFICE.search(sentence, max(0, start - 60), start) is not None:
        return True
    return name.endswith("resolutions") and _AS_A_BASIS.search(sentence, max(0, start - 40), start) is not None


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
