"""When they met: start, end, stated times and duration, from the clock times of the lead and the phrases around them.

Each clock time, or range of two, is one group; a zone phrase ("local time", "Japan time", JST) belongs to the group it
follows, or to the one it precedes within the same brackets. The group of "local time", else the first, is the start;
a group with another zone is the same instant as stated for there.
"""

from __future__ import annotations

import re

from dipmeet.model.moment import Duration, Moment
from dipmeet.model.value import Value
from dipmeet.readouts.clocks import Clock, clocks_in
from dipmeet.readouts.dates import Dated, dates_in
from dipmeet.readouts.draft import Findings
from dipmeet.readouts.durations import Length, lengths_in
from dipmeet.readouts.page import Span
from dipmeet.readouts.words import sentences_in
from dipmeet.readouts.zones import Phrase, phrases_in

_TO = re.compile(r"\s*(?:-|to|until|till|and|〜|~|から)\s*(?:around\s+|about\s+|approximately\s+)?$")
_UNTIL = re.compile(r"\b(?:until|till|to)\s+(?:around\s+|about\s+|approximately\s+)?$")
_BETWEEN = re.compile(r"\bbetween\s+(?:around\s+|about\s+)?$")
_SAME_DAY = re.compile(r"(?i)\b(?:on\s+)?(?:the\s+)?same\s+day\b|同日")
_BARE_DAY = re.compile(r"(?:,\s*|\(|\b)(?P<day>\d{1,2})(?:st|nd|rd|th)?,\s*$|(?P<day_ja>\d{1,2})日$")
_ABOUT_END = re.compile(r"(?:around|about|approximately|at)\s*$")
_AND_FROM = re.compile(r"\s*,?\s*and\s+(?:then\s+)?from\s+$")


class Group(Value):
    """A clock time with, for a range, its end; the zone phrase it carries and the date that stands with it."""

    begins: Clock
    ends: Clock | None = None
    zone: str | None = None
    zone_span: Span | None = None
    zone_city: Span | None = None
    is_local: bool = False
    dated: Dated | None = None
    bare_day: tuple[int, Span] | None = None
    same_day: bool = False

    @property
    def span(self) -> Span:
        """From the first clock to the last."""
        return self.begins.start, (self.ends or self.begins).end


class Timing(Value):
    """What a lead says of the time; `local_zone` is what its own zone phrase names, if anything."""

    start: Group | None
    stated: tuple[Group, ...] = ()
    more: tuple[Group, ...] = ()
    length: Length | None = None
    dated: Dated | None = None


def find_timing(findings: Findings, span: Span) -> Timing:
    """Return the timing of the sentence at `span`."""
    plain = findings.page.plain
    dates = dates_in(plain, *span)
    groups = _with_phrases(plain, span, _groups(plain, span))
    groups = [_with_date(plain, _told_apart(plain, span, group, groups), group, dates) for group in groups]
    lengths = [length for length in lengths_in(plain, *span) if _is_of_meeting(plain, length)]
    lengths = lengths or _lengths_told_behind(plain, span[1])
    start, others = _start_of(groups)
    stated = tuple(g for g in others if g.zone and _is_stated(plain, g, start))
    more = tuple(g for g in others if g not in stated and g.ends and _AND_FROM.search(plain[span[0] : g.begins.start]))
    return Timing(start, stated, more, lengths[0] if lengths else None, _own_date(start, groups, dates))


_TOLD_BEHIND = re.compile(
    r"\s*(?:(?:They|(?:The|Both)(?: two| three)? (?:leaders|ministers|sides|parties|presidents|diplomats|officials)"
    r"|[A-Z][\w-]+ and [A-Z][\w-]+) (?:spoke|talked|met|(?:had|held) [^.;]{0,40}?"
    r"\b(?:discussions?|talks?|conversation|meeting|exchange|call)\b)(?:[^.;]*?\s)?for\s"
    r"|(?:The|Their) (?:\w+ )?(?:call|conversation|meeting|talks|discussions?) (?:\w+ )?lasted\s(?:for\s)?)"
)
"""What stands before the length of a meeting that a sentence close behind the lead's says they had."""
_FARTHEST = 400
"""So many characters behind the lead's sentence the next three are read."""


def _lengths_told_behind(plain: str, at: int) -> list[Length]:
    """Return the length that one of the next sentences says that they met: "The call lasted …".

    Not "45 minutes of" something, which need not be all of it.
    """
    for start, end in sentences_in(plain, at, min(len(plain), at + _FARTHEST))[:3]:
        for length in lengths_in(plain, start, end):
            if _TOLD_BEHIND.fullmatch(plain, start, length.start) and not plain.startswith(" of ", length.end):
                return [length]
    return []


def _groups(plain: str, span: Span) -> list[Group]:
    groups: list[Group] = []
    for clock in clocks_in(plain, *span):
        if groups and groups[-1].ends is None and _continues(plain, groups[-1].begins, clock):
            groups[-1] = groups[-1].replaced(ends=clock)
        else:
            groups.append(Group(clock))
    return groups


def _continues(plain: str, first: Clock, second: Clock) -> bool:
    """Tell whether the second clock ends a range that the first begins."""
    between = plain[first.end : second.start]
    if "(" in between or len(between) > 60:
        return False
    if between.strip() == "and":
        return bool(_BETWEEN.search(plain[max(0, first.start - 30) : first.start]))
    return bool(_TO.fullmatch(between)) or bool(_UNTIL.search(between))


def _with_phrases(plain: str, span: Span, groups: list[Group]) -> list[Group]:
    """Return the groups with the zone phrases that belong to them; "same time, JST" is a group of its own."""
    phrases = phrases_in(plain, *span)
    for phrase in phrases:
        if phrase.is_same_clock:
            if groups:
                groups.append(Group(groups[0].begins, zone=phrase.zone, zone_span=phrase.span))
            continue
        index = _owner(plain, phrase, groups, phrases)
        if index is None:
            continue
        group = groups[index]
        if phrase.zone is None:
            groups[index] = group.replaced(is_local=True, zone_span=group.zone_span or phrase.span)
        elif group.zone is None:
            groups[index] = group.replaced(zone=phrase.zone, zone_span=phrase.span, zone_city=phrase.city)
    return groups


def _owner(plain: str, phrase: Phrase, groups: list[Group], phrases: list[Phrase]) -> int | None:
    """Return the group that a zone phrase belongs to: the one before it, or the one after it where it leads."""
    start, end = phrase.span
    before = [i for i, g in enumerate(groups) if g.span[1] <= start and start - g.span[1] <= NEAR]
    after = [i for i, g in enumerate(groups) if 0 <= g.span[0] - end <= NEAR_AFTER]
    if phrase.is_japanese and after and ")" not in plain[end : groups[after[0]].span[0]]:
        return after[0]
    if before and after and _leads(plain, phrase, groups[after[0]], phrases):
        return after[0]
    return before[-1] if before else (after[0] if after else None)


NEAR, NEAR_AFTER = 70, 25
"""So many characters may stand between a clock time and the zone phrase after it, or before it."""


def _leads(plain: str, phrase: Phrase, after: Group, phrases: list[Phrase]) -> bool:
    """Tell whether a phrase opens a bracket in which its own time follows, as in "(Japan time: 3:05 a.m.)"."""
    if phrase.zone is None or not plain[: phrase.span[0]].rstrip().endswith("("):
        return False
    closed = plain.find(")", after.span[1])
    return not any(after.span[1] <= other.span[0] < closed for other in phrases)


def _told_apart(plain: str, span: Span, group: Group, groups: list[Group]) -> tuple[int | None, int]:
    """Return the brackets around a group, None for none; from or to a semicolon that parts it from another in them."""
    opened, closed = _brackets(plain, span, group.begins.start)
    if opened is None:
        return None, closed
    before, after = plain.rfind(";", opened, group.span[0]), plain.find(";", group.span[1], closed)
    others = [other.begins.start for other in groups if other is not group]
    if any(opened < at < before for at in others):
        opened = before
    return opened, (after if after >= 0 and any(after < at < closed for at in others) else closed)


def _with_date(plain: str, brackets: tuple[int | None, int], group: Group, dates: list[Dated]) -> Group:
    """Return a group in brackets with the date that stands with it there: whole, a day alone, or "same day"."""
    opened, closed = brackets
    if opened is None:
        return group
    inside = next((dated for dated in dates if opened <= dated.start < closed), None)
    same_day = _SAME_DAY.search(plain, opened, closed) is not None
    bare_day = _bare_day(plain, max(opened, group.begins.start - 30), group.begins.start) if inside is None else None
    return group.replaced(dated=inside, same_day=same_day, bare_day=bare_day)


def _bare_day(plain: str, start: int, end: int) -> tuple[int, Span] | None:
    """Return the day of the month that stands alone before a clock time, as in "(local time,28, 11:35 a.m. JST)"."""
    about = _ABOUT_END.search(plain, start, end)
    match = _BARE_DAY.search(plain[start : about.start() if about is not None else end])
    if match is None:
        return None
    which = "day" if match["day"] else "day_ja"
    return int(match[which]), (start + match.start(which), start + match.end(which))


def _brackets(plain: str, span: Span, at: int) -> tuple[int | None, int]:
    opened = plain.rfind("(", span[0], at)
    closed = plain.find(")", at, span[1])
    if opened < 0 or plain.find(")", opened, at) >= 0:
        return None, span[1]
    return opened, closed if closed >= 0 else span[1]


def _own_date(start: Group | None, groups: list[Group], dates: list[Dated]) -> Dated | None:
    """Return the date of the meeting: that of the local time in brackets, else the first that no stated time claims."""
    if start is not None and start.is_local and start.zone is None and start.dated is not None:
        return start.dated
    claimed = {g.dated.start for g in groups if g.dated is not None and (g.zone or not g.is_local)}
    return next((dated for dated in dates if dated.start not in claimed), None)


def _start_of(groups: list[Group]) -> tuple[Group | None, list[Group]]:
    """Return the group that is the place's own time, and the others."""
    if not groups:
        return None, []
    first = groups[0]
    local = next((g for g in groups if g.is_local and g.zone is None), None)
    chosen = local if local is not None and not first.is_local and not (first.ends and local.ends) else first
    if chosen is not first and first.zone is None:
        groups = [first.replaced(zone=DEFAULT), *groups[1:]]
    return chosen, [g for g in groups if g.begins.start != chosen.begins.start or g.zone != chosen.zone]


DEFAULT = "publisher"
"""Stands for the publisher's own zone, where the page leads with a time that is not the local one."""


def _is_stated(plain: str, group: Group, start: Group | None) -> bool:
    """Tell whether a group is the start as stated for another zone: it stands close to the start."""
    if start is None or group.zone is None:
        return False
    between = plain[min(group.span[1], start.span[1]) : max(group.span[0], start.span[0])]
    return len(between) < 130 and not _AND_FROM.search(between)


_A_LONG_MEETING = re.compile(r"\s(?:[a-z-]+\s){0,2}(?:meeting|talks?|call|conversation|discussions?|conference)\b")
"""What follows a length of time in "held a 20-minute telephone talk", "held an hour long video conference"."""


_MET_SO_LONG = re.compile(r"(?:にわたり|にわたって)?[、,]?\s?(?:(?:電話)?会談|懇談|意見交換)?を?(?:行|実施)")
"""What follows a length of time in 電話会談を約20分間行いました."""


def _is_of_meeting(plain: str, length: Length) -> bool:
    """Tell whether a length of time is how long they met, and not, say, a ceremony's."""
    before = plain[max(0, length.start - 40) : length.start].casefold()
    if "followed by" in before:
        return False
    has_article = before.endswith((" a ", " an ")) or plain[length.start : length.start + 3].casefold() == "an "
    if has_article and _A_LONG_MEETING.match(plain, length.end) is not None:
        return True
    return (
        _MET_SO_LONG.match(plain, length.end) is not None
        or bool(
            re.search(r"(?:\bfor|\bfor a|lasted|lasting|\(|,)\s*$|から$|^$", before.rstrip() + (" " if before else ""))
        )
        or before.rstrip().endswith(("for", "から", "、", "lasted", "(", ",", "about"))
        or not before.strip()
    )


def meeting_duration(findings: Findings, timing: Timing) -> Duration | None:
    """Return how long they met: as said, else by subtraction of a range, all intervals of several added."""
    length = timing.length
    ranges = [g for g in (timing.start, *timing.more) if g is not None and g.ends is not None]
    about = any(g.begins.approximate or (g.ends is not None and g.ends.approximate) for g in ranges)
    if length is not None:
        findings.quote("duration.minutes", (length.start, length.end))
        return Duration(
            minutes=length.minutes,
            approximate=length.approximate or about,
            as_stated=findings.words((length.start, length.end)),
        )
    minutes = sum(_minutes(g) for g in ranges)
    if not minutes:
        return None
    findings.quote("duration.minutes", *(g.span for g in ranges))
    return Duration(minutes=minutes, approximate=about, as_stated="; ".join(findings.words(g.span) for g in ranges))


def _minutes(group: Group) -> int:
    assert group.ends is not None
    begun, ended = (clock.hour * 60 + clock.minute for clock in (group.begins, group.ends))
    return (ended - begun) % (24 * 60)


def as_moment(findings: Findings, name: str, group: Group, date: str, zone: str | None) -> Moment:
    """Return the moment of a group on `date`, with what is odd about its clock doubted."""
    clock = group.begins
    if clock.trouble:
        findings.doubt(f"{name}.local", clock.trouble)
    moment = Moment(
        local=f"{date}T{clock.text}",
        zone=zone,
        approximate=clock.approximate,
        as_stated=findings.words((clock.start, clock.end)),
    )
    from dipmeet.when.moments import pinned

    return pinned(moment)
