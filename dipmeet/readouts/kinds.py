"""What kind of meeting: a call, a courtesy call, a meal, from the words of the lead and the title."""

from __future__ import annotations

import re

from dipmeet.model.meeting import Kind
from dipmeet.readouts.page import Span

_VIDEO = re.compile(
    r"(?i)\b(?:video|virtual(?:ly)?|videoconference|web|on-?line)[\s-]*(?:tele)?(?:conference|call|talks?|meeting|conversation|summit|format|dialogue)?\b(?=.{0,40})|テレビ会(?:談|議)|オンライン"
)
_PHONE = re.compile(
    r"(?i)\b(?:tele)?phone\b|\btelephonic|\bby phone|\bcall(?:ed)? with\b|\bphone call\b|\bcall to\b|電話"
)
_COURTESY = re.compile(r"(?i)\bcourtesy (?:call|visit)\b|表敬")
_MEAL = re.compile(
    r"(?i)\b(?:working[\s-]+(?:lunch|luncheon|breakfast|dinner|meal)|(?:lunch|luncheon|breakfast|dinner)[\s-]+meeting|over (?:a )?(?:working )?(?:lunch|dinner|breakfast)|(?:at|for) (?:a |the )?(?:welcome )?(?:lunch|dinner|breakfast|luncheon))\b|ワーキング・?ランチ|(?:昼|夕|朝)食会"
)
_AND_MEAL = re.compile(
    r"(?i)(?:followed by|and (?:a |the following )?)\s*(?:a )?(?:working[\s-]+)?(?:lunch|luncheon|breakfast|dinner)\b"
)
_MEETING = re.compile(r"(?i)\bmeeting\b|\btalks?\b")
_SPOKE = re.compile(r"(?i)\bspoke (?:today )?(?:with|to)\b|\bspeaks (?:with|to)\b")


def find_kind(sentence: str, title: str | None, *, is_placed: bool) -> tuple[Kind, Span | None]:
    """Return the kind and the place in `sentence` of the words that tell; `is_placed` where they met somewhere."""
    for kind, pattern in (("courtesy call", _COURTESY), ("video call", _VIDEO), ("telephone call", _PHONE)):
        match = pattern.search(sentence)
        if match is not None:
            return kind, match.span()  # type: ignore[return-value] # the table's names are kinds
    meal = _meal(sentence)
    if meal is not None:
        return "working meal", meal
    spoke = _SPOKE.search(sentence)
    if spoke is not None and not is_placed:
        return "telephone call", spoke.span()
    return _by_title(title or "", sentence)


def _meal(sentence: str) -> Span | None:
    match = _MEAL.search(sentence)
    if match is None:
        return None
    joined = _AND_MEAL.search(sentence)
    if joined is not None and _MEETING.search(sentence[: joined.start()]) and joined.end() >= match.end():
        return None
    return match.span()


def _by_title(title: str, sentence: str) -> tuple[Kind, Span | None]:
    if _PHONE.search(title):
        return "telephone call", None
    if _VIDEO.search(title):
        return "video call", None
    if _COURTESY.search(title):
        return "courtesy call", None
    if _MEAL.search(title) and not re.search(r"(?i)meeting and", title):
        return "working meal", None
    match = _MEETING.search(sentence)
    return "meeting", match.span() if match is not None else None
