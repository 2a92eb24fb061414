"""Units: clauses of points that speak of one thing each, the grain in which two accounts are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dipmeet.model.meeting import Meeting, walk_points
from dipmeet.model.value import Value
from dipmeet.study.aligning.features import CUTTING, Feature, Setting, features_of
from dipmeet.study.sentences import Span, is_heading, sentences_of, trimmed


class Unit(Value):
    """A clause: the point it stands in, [start, end) in the point's text, the sentence it is of, what it is about.

    `start` and `end` of its features count from the beginning of the sentence; `answers` where the sentence says that
    it is an answer.
    """

    address: tuple[int, ...]
    start: int
    end: int
    sentence: Span
    features: tuple[Feature, ...]
    answers: bool = False

    @property
    def offset(self) -> int:
        """How far into its sentence it begins."""
        return self.start - self.sentence[0]


def units_of(account: Meeting, setting: Setting) -> tuple[Unit, ...]:
    """Return the clauses of an account's points that are about something, or stand in a sentence that is not."""
    return tuple(
        unit
        for address, point in walk_points(account.points)
        if point.text and not is_heading(point)
        for unit in _units_of_text(address, point.text, setting)
    )


_BESIDE = re.compile(
    r"\b(?:also (?:attended|present|joined|participated)|in attendance|(?:was|were) (?:also )?(?:present|accompanied|"
    r"joined|attended)|accompanied by)\b|^(?:With (?:him|her|them) were|Also present)|同席"
    r"|\b(?:[Nn]ews [Aa]gency|media|newspapers?|the report|broadcaster)\b[^.]{0,120}?\b(?:reported|wrote|said)\b"
)
"""Sentences that tell who else was there, or what a newspaper wrote, speak of nothing that the two sides said."""

_ENCOUNTER = re.compile(
    r"\b(?:met|meets|spoke|spoken|held|holds|received|hosted|conducted)\b[^.;]{0,200}?\b(?:with|Minister|"
    r"President|Secretary|Chancellor|Representative|call|meeting|talks?|visit)\b|会談を行|電話会談"
)


_ANSWERS = re.compile(
    r"\b(?:replied|responded|answered|in (?:response|reply|return|turn))\b|これに対し|応じ", re.IGNORECASE
)


def _units_of_text(address: tuple[int, ...], text: str, setting: Setting) -> Iterator[Unit]:
    for number, (start, end) in enumerate(sentences_of(text)):
        sentence = text[start:end]
        if _BESIDE.search(sentence):
            continue
        features = features_of(sentence, setting)
        if number == 0 and address in {(1,), (2,)} and _ENCOUNTER.search(sentence):
            features = tuple(f for f in features if f.kind == "topic" or (f.kind == "concept" and f.name != "visit"))
            if not features:  # "The President spoke today with President Wolski of Poland": nothing but that they met
                continue
        for first, last in _clauses(sentence, features):
            within = _without_courtesies(tuple(f for f in features if first <= f.start < last))
            yield Unit(
                address, start + first, start + last, (start, end), within, _ANSWERS.search(sentence) is not None
            )


def _without_courtesies(features: tuple[Feature, ...]) -> tuple[Feature, ...]:
    """Return what a clause is about: thanks for something are about that."""
    if any(feature.kind in CUTTING and feature.weight >= 1 for feature in features):
        return tuple(feature for feature in features if feature.key != ("courtesy", "thanks"))
    return features


_CUT = re.compile(
    r"\s*;\s+|\s*:\s+"
    r"|,\s+(?!following|after|before|since|because|under|based|when|who|whose|where|given|according|which"
    r"|in particular|especially|notably|such as)"
    r"(?:(?:and|or|but|while|as well as|including|with|both)\s+)?"
    r"|\s+(?:and|or|but|while|as well as|including|along with|together with)\s+"
    r"|(?<!等)、|[;:](?!\d)|及び|並びに|とともに|や(?=[一-鿿ァ-ヶ])"
)
_HEADED = re.compile(
    r"(?:On|Regarding|Concerning|As for|As to|With regard to|With respect to|Turning to)\s[^,]*,\s"
    r"|[^:,]{2,40}:\s|[^::、。]{1,20}[::]"
)


def _clauses(sentence: str, features: Sequence[Feature]) -> Iterator[Span]:
    """Yield the clauses of a sentence: it is cut where both sides speak of something, and not of the same."""
    begin = 0
    kept: list[int] = []
    cuts = [(m.start(), m.end()) for m in _CUT.finditer(sentence) if _may_cut(sentence, m, features)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(sentence)]
    for at in range(1, len(starts)):
        before, after = _anchors(features, begin, ends[at - 1]), _anchors(features, starts[at], ends[at])
        if before and after and not after & before:
            kept.append(at)
            begin = starts[at]
    for first, last in zip([0, *kept], [*kept, len(starts)], strict=True):
        span = trimmed(sentence, starts[first], ends[last - 1])
        if span is not None:
            yield span


_PAIRED = re.compile(r"\b(?:between|against)\s(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3}\Z")
"""What stands before the second of two that are named together: "arms between Russia and Iran"."""


def _may_cut(sentence: str, cut: re.Match[str], features: Sequence[Feature]) -> bool:
    """Tell whether a cut parts no name, nothing in brackets and no heading from what it heads."""
    if any(f.kind in {"topic", "concept"} and f.start < cut.end() and cut.start() < f.end for f in features):
        return False
    if sentence.count("(", 0, cut.start()) > sentence.count(")", 0, cut.start()):
        return False
    if _PAIRED.search(sentence, 0, cut.start()) and sentence[cut.end() : cut.end() + 1].isupper():
        return False
    headed = _HEADED.match(sentence)
    return headed is None or cut.end() > headed.end()


def _anchors(features: Sequence[Feature], start: int, end: int) -> frozenset[tuple[str, str]]:
    return frozenset(f.key for f in features if start <= f.start < end and f.kind in CUTTING)
