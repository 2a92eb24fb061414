"""What kind of meeting: a call, a courtesy call, a meal, from the words of the lead and the title.

What follows the meeting ("followed by a lunch", "and paid a courtesy call on the President") is no part of it; how it
was held ("by video", "over dinner", "in a working lunch format") is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dipmeet.model.meeting import Kind
from dipmeet.readouts.page import Span

_MEALS = r"(?:lunch|luncheon|dinner|breakfast|banquet)"
_COURTESY = re.compile(
    r"(?i)\b(?:courtesy|introductory|farewell|get-acquainted) (?:call|visit)s?\b|表敬"
    r"|\b(?:paid|pays|made) an? call on\b|\bcall(?:ed|s) on (?:(?:the|his|her) )?(?:\w+ )?"
    r"(?-i:Prime|President|Vice|Deputy|Minister|Foreign|His|Her|H\.E|King|Emir|Sultan|Speaker|Secretary|Chancellor)"
)
_VIDEO = re.compile(
    r"(?i)\b(?:video|virtual(?:ly)?|web|tv|on-?line)[\s-]*(?:tele)?"
    r"(?:conference|conferencing|call|talks?|meeting|conversation|summit|link|format|dialogue|consultations?)\b"
    r"|\b(?:video|tele)conference\b|\bvirtually\b|\b(?:held|met|meeting) (?:virtually|online)\b|\bby video\b"
    r"|(?:テレビ|ビデオ|オンライン)(?:会談|会議|形式)|オンラインで"
)
_PHONE = re.compile(
    r"(?i)\b(?:tele)?phone\b|\btelephonic(?:ally)?\b|\b(?:tele)?phoned\b|\bcall(?:ed|s)? "
    r"(?:(?:earlier )?(?:today|yesterday|this (?:morning|afternoon|evening)|on \w+day) )?(?:with|between|from|to)\b"
    r"|\b(?:had|held|holds|has) (?:an?|her|his|their) (?:(?!(?:tele)?phone)[a-z-]+ ){0,4}"
    r"call (?:as|today|with|\w+day)\b"
    r"|\bspoke by telephone\b|電話"
)
_MEAL = re.compile(
    rf"(?i)\bworking[\s-]+(?:{_MEALS}|meal)s?\b|\b{_MEALS}[\s-]+(?:meeting|talks)\b|\bover (?:a )?(?:\w+ )?{_MEALS}\b"
    rf"|\b(?:at|for|to|heading to) (?:a |the )?(?:\w+ )?{_MEALS}\b"
    rf"|\b(?:held|had|hosted|gave|attended|shared|holds|hosts)\s+(?:a |an |the )?(?:[\w'-]+ ){{0,4}}{_MEALS}\b"
    r"|ワーキング・?(?:ランチ|ディナー)|(?:昼|夕|朝)食会(?!に(?:引き)?続)|(?:昼|夕|朝)食を交え"
)
_MEAL_STYLE = re.compile(rf"(?i)\b[io]n (?:an? )?(?:working[\s-]+)?{_MEALS}[\s-]+(?:style|format)\b")
_MEETING = re.compile(r"(?i)\bmeetings?\b|\btalks\b|\bdialogue\b|会談|会合")
_HELD = re.compile(r"(?i)\bmet\b|\b(?:held|had|holds|conducted|attended)\b[^,;]{0,90}?\b(?:meetings?|talks|dialogue)\b")
_FURTHER = re.compile(
    r"(?i)(?:\bfollowed by|\band|\bas well as|\bthen|\bafter|\bbefore|\bprior to|\bfollowing|\balso|,)"
    r"\s+(?:(?:a|an|the|paid|pays|had|held|hosted|attended|for|following|bilateral|working|his|her)\s+){0,4}$|(?:(?:後|前)に?|及び|並びに|に続[きく]|に続いて)、?\s?$|とともに、[^。]{0,30}$"
)
_SPOKE = re.compile(
    r"(?i)\bspoke\b(?! (?:at|on behalf|about))|\bspeaks (?:with|to)\b|\btalked (?:today )?(?:with|to)\b"
)
_SEEN = re.compile(r"(?i)\b(?:met|meets|meeting|visit|received|hosted|welcomed|sidelines?|margins?)\b")
_MEAL_WORDS = ("lunch", "dinner", "breakfast", "banquet", "meal", "ランチ", "ディナー", "食")
_KINDS: tuple[tuple[Kind, re.Pattern[str], tuple[str, ...]], ...] = (
    ("courtesy call", _COURTESY, ("courtesy", "call", "表敬")),
    ("video call", _VIDEO, ("video", "virtual", "web", "tv", "line", "conferenc", "テレビ", "ビデオ", "オンライン")),
    ("telephone call", _PHONE, ("phon", "call", "電話")),
    ("working meal", _MEAL_STYLE, _MEAL_WORDS),
    ("working meal", _MEAL, _MEAL_WORDS),
)
"""The words that tell of each kind, and one of which what it finds holds: a look for these is quicker."""


def find_kind(sentence: str, title: str | None, *, is_placed: bool) -> tuple[Kind, Span | None]:
    """Return the kind and the place in `sentence` of the words that tell; `is_placed` where they met somewhere."""
    told = next(_told(sentence), None)
    if told is not None:
        return told[0], told[1].span()
    spoke = _SPOKE.search(sentence)
    if spoke is not None and not is_placed and not _SEEN.search(sentence):
        return "telephone call", spoke.span()
    told = next(_told(title or ""), None)
    if told is not None:
        return told[0], None
    match = _MEETING.search(sentence)
    return "meeting", match.span() if match is not None else None


_IN_BRACKETS = re.compile(r"(?:会談|会合|懇談|[Mm]eeting|[Tt]alks?|[Dd]ialogue)\s?\((?P<how>[^()]{3,40})\)")


def kind_in_brackets(sentence: str) -> tuple[Kind, Span] | None:
    """Return the kind that stands in brackets right behind the meeting, if any: 会談(ワーキング・ディナー)."""
    match = _IN_BRACKETS.search(sentence)
    told = next(_told(match["how"]), None) if match is not None else None
    return (told[0], match.span("how")) if match is not None and told is not None else None


_LOOKING_BACK = re.compile(
    r"\b(?:During|In|Over|On) (?:the|this|their) (?P<how>(?:[\w-]+ ){0,2}(?:call|conversation))(?=,| [A-Z]| with\b)"
)
"""What looks back, below the lead, on a call that the lead does not name: "During the phone call, …"."""


def kind_looked_back_on(lead: str, below: str) -> tuple[Kind, Span] | None:
    """Return the kind of which the text below tells ("During the phone call, …") where the lead has no word of any."""
    match = None if _MEETING.search(lead) or _SEEN.search(lead) else _LOOKING_BACK.search(below)
    if match is None:
        return None
    told = next(_told(match["how"]), None)
    if told is not None:
        return told[0], match.span("how")
    return ("telephone call", match.span("how")) if match["how"].endswith("call") else None


def _told(text: str) -> Iterator[tuple[Kind, re.Match[str]]]:
    """Yield the kinds that words tell of, but for what only followed the meeting."""
    lowered = text.lower()
    for kind, pattern, words in _KINDS:
        match = pattern.search(text) if any(word in lowered for word in words) else None
        if match is not None and not _is_further(text, match):
            yield kind, match


def _is_further(sentence: str, match: re.Match[str]) -> bool:
    """Tell whether a kind's word names what came beside the meeting: "a meeting and dinner", "followed by a lunch"."""
    at = match.start()
    held = re.match(r"(?i)(?:held|had|hosted|gave|attended|shared|holds|hosts)\b", match[0])
    if held is not None and " over " not in match[0]:
        return _MEETING.search(match[0]) is not None or _HELD.search(sentence, 0, at) is not None
    before = sentence[max(0, at - 60) : at].rstrip(" ," if match[0].casefold().startswith("over ") else None)
    return _MEETING.search(sentence, 0, at) is not None and _FURTHER.search(before + " ") is not None
