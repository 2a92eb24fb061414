"""The English grammar of saying: a subject that stands where a main clause begins, and a verb after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

from dipmeet.study.saying.speakers import BOTH, Cast, Speaker, speakers_in

_VERBS = Path(__file__).parent / "verbs.txt"

_ADVERBS = (
    r"(?:(?:also|then|again|further|both|each|in\sturn|for\s(?:his|her)\spart|in\sresponse|in\sreply|\w+ly|once\smore|"
    r"only|all|still|now|thus|too|first|next|likewise|lately|in\ssum)\s)*"
)
_VERB_AFTER = re.compile(rf"(?:\s?,[^,;.]{{1,120}},|\s\([^)]*\))?\s{_ADVERBS}(?P<verb>[a-z]+)\b")
_SAID_BEFORE = re.compile(
    r"(?:[,”\"]\s(?:said|answered|replied|added|stressed|explained|noted|asked)|^(?:To|For|In the view of))\s$"
)
_BELOW = re.compile(
    r"\b(?:that|which|who|whom|whose|what|how|whether|if|because|when|where|why|as|since|while|although|though|for|of|with|"
    r"to|by|than|after|before|until|in|on|at|from|about|between|against|under|towards?|over|through|into|among|without|"
    r"like|unless|and|or|including|our|their|his|her|its|your|this|these|those|an?)\s$",
    re.IGNORECASE,
)
"""Words after which what follows is no main clause, or no subject."""

_STRONG = re.compile(
    r"(?:^|[,;:—–]\s?[\"“”]?\s?(?:(?:and|but|while|so|then|which|for which|to which)\s)?)[\"“(]?$"
    r"|^(?:Also|Then|Finally|And|But|Here)\s$"
)
"""What stands before the subject of a main clause."""

_UNSAID = re.compile(
    r"\b(?:was|were|been)\s(?:also\s|then\s|\w+ly\s)*(?:discussed|exchanged|touched|spoken|talked|raised|mentioned|"
    r"taken up|reviewed|considered|signed|gone over|dealt with|covered|held|noted|examined)\b"
    r"|\bcame (?:up|under)\b|\b(?:was|were) (?:also )?(?:on the table|among the (?:subjects|matters)|subjects?)\b"
    r"|^(?:Exchange of views|Signing)\b"
)
"""Sentences that tell of a talk without anybody who talks."""

_ENCOUNTER = re.compile(
    r"\s(?:today\s)?(?:(?:met|spoke|spoken|talked)\b(?!\s(?:of|about|that))[^.;]{0,60}?\b(?:with|by telephone)\b"
    r"|(?:held|holds|had|conducted|paid|received|hosted)\b[^.;]{0,20}?\s(?:an?|their|his|her|the|(?=talks\b))\s?[^.;,]{0,40}?"
    r"\b(?:[Mm]eeting|[Tt]alks?|[Cc]all|[Cc]onversation|[Dd]ialogue)\b|(?:met|received)\s|(?:was|were)\s(?:also\s)?present\b)"
)
"""What follows a subject that only meets another one."""

_VIEW = re.compile(r"[’']s?\s(?:view|opinion|judgement|judgment|eyes|mind|opening)\b")
"""What follows one whose view it is."""

_OBJECT = re.compile(r"^(?:It|This|That|What)\s(?:\w+\s){1,6}(?:him|her)\b")
_QUOTED_NOUN = re.compile(
    r"\b(?:[Hh]is|[Hh]er)\s(?:thanks|hope|wish|view|concern|support|sympathy|condolences|gratitude|request)\b"
)

Manner = Literal["says", "meets", "unsaid"]
"""Whether a sentence tells what somebody says, that somebody meets, or of a talk without anybody who talks."""


def english_subjects(
    sentence: str, cast: Cast, last: str | None, one: str | None
) -> tuple[tuple[Speaker, ...], Manner]:
    """Return who acts in a sentence, in turn, and in what manner.

    `last` is who spoke before, and `one` the last who spoke alone, whom "he" and "she" mean.
    """
    if one is not None and _OBJECT.search(sentence):
        return (Speaker(0, 0, one, "pronoun"),), "says"
    acting = list(_acting(sentence, cast, one))
    strong = [speaker for speaker in acting if _opens_clause(sentence, speaker)]
    if not strong:
        strong = [speaker for speaker in acting if speaker.kind != "side" and not _is_below(sentence, speaker)][:1]
    if strong and _meets(sentence, strong[0]):
        return tuple(strong[:1]), "meets"
    if not strong and last is not None and _QUOTED_NOUN.search(sentence):
        return (Speaker(0, 0, last, "pronoun"),), "says"
    return tuple(_turns(strong)), "says" if strong or _UNSAID.search(sentence) is None else "unsaid"


def _acting(sentence: str, cast: Cast, one: str | None) -> Iterator[Speaker]:
    """Yield the subjects that a verb follows; "he" is the last person named, be it in this sentence."""
    for speaker in speakers_in(sentence, cast):
        told = _resolved(speaker, cast, one)
        if told.party is not None and _acts(sentence, told):
            yield told
            if speaker.kind == "person" and told.party != BOTH and _opens_clause(sentence, told):
                one = told.party


def _resolved(speaker: Speaker, cast: Cast, last: str | None) -> Speaker:
    if speaker.kind == "pronoun":
        return speaker.replaced(party=cast.meant_by(speaker.party or "", last))
    if speaker.kind == "counterpart":
        return speaker.replaced(party=cast.other_than(last if last is not None else cast.own))
    return speaker


def _meets(sentence: str, speaker: Speaker) -> bool:
    """Tell whether the subject does no more than meet another."""
    after = re.compile(r"\s?,[^,;.]{1,120},").match(sentence, speaker.end)
    if speaker.party == BOTH and speaker.kind == "they":
        return False
    met = _ENCOUNTER.match(sentence, after.end() if after is not None else speaker.end)
    if met is None:
        return False
    return not any(is_verb(more[1]) for more in re.compile(r",?\sand\s(\w+)").finditer(sentence, met.end()))


def _acts(sentence: str, speaker: Speaker) -> bool:
    """Tell whether a verb follows the subject, or one of saying stands before it."""
    if _SAID_BEFORE.search(sentence, 0, speaker.start) is not None:
        return True
    if _VIEW.match(sentence, speaker.end) is not None:
        return True
    following = _VERB_AFTER.match(sentence, speaker.end)
    return following is not None and is_verb(following["verb"])


def is_verb(word: str) -> bool:
    """Tell whether a word can be what a speaker does."""
    return (word.endswith("ed") and len(word) > 3) or word in _verbs()


def _opens_clause(sentence: str, speaker: Speaker) -> bool:
    before = sentence[: speaker.start]
    is_view = _VIEW.match(sentence, speaker.end) is not None
    return is_view or _STRONG.search(before) is not None or _SAID_BEFORE.search(before) is not None


def _is_below(sentence: str, speaker: Speaker) -> bool:
    """Tell whether a subject is that of a subordinate clause, or no subject."""
    return _BELOW.search(sentence, 0, speaker.start) is not None


def _turns(speakers: list[Speaker]) -> Iterator[Speaker]:
    """Yield the speakers, each party once where it speaks on; a state only where nobody speaks for it."""
    said: list[str | None] = []
    people = [speaker for speaker in speakers if speaker.kind != "side"]
    for speaker in people or speakers[:1]:
        if speaker.party not in said:
            said.append(speaker.party)
            yield speaker


@cache
def _verbs() -> frozenset[str]:
    lines = _VERBS.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
