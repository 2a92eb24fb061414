"""People in Japanese leads: 岩屋毅外務大臣は、メラニー・ジョリー・カナダ外務大臣と.

The name stands before the office without a space; a guest's state stands between the two, and a reading or the
English name and office follow in brackets. Who stands before は met whom the sentence takes with と, の表敬 or を.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dipmeet.model.value import Value
from dipmeet.names.parties import parties_in
from dipmeet.readouts.page import Span

_HEAD = (
    r"(?:大統領|副大統領|国家主席|主席|首相|副首相|総理大臣|総理|副大臣|大臣政務官|政務官|大臣|国務長官|副長官|長官|事務次官|次官補|次官|外相|議長|副議長"
    r"|事務総長|事務局長|事務次長|委員長|委員|上級代表|副委員長|外交部長官|外交部長|部長|国王|皇太子|首長|女王|大公|教皇|大使|総督|知事|特使|代表|総裁|総局長|局長"
    r"|補佐官|顧問|国務委員|書記長|書記|党首|王子|殿下|閣下|理事長|会長)"
)
_WORD = r"[一-龥々〆ヶァ-ヴー・/／\d]"
_OFFICE = re.compile(rf"(?:{_WORD}{{0,16}}?{_HEAD}(?!官))(?:兼{_WORD}{{0,16}}?{_HEAD})*")
_OWN = (
    r"内閣総理大臣|総理大臣|総理|副総理|内閣官房長官|官房長官|国家安全保障局長"
    r"|(?:外務|防衛|経済産業|財務|法務|総務|文部科学|厚生労働|農林水産|国土交通|環境|デジタル|経済再生担当|内閣府特命担当)"
    r"(?:大臣政務官|大臣臨時代理|副大臣|大臣|事務次官|審議官|省参与|省顧問)|内閣総理大臣補佐官|総理特使"
)
_OWN_PERSON = re.compile(
    rf"(?:^|(?<=[、。,，のはとがを\s)]))(?P<name>[一-龥々ヶ][一-龥々ヶぁ-ねは-んァ-ヴー]{{1,6}}?)(?P<office>{_OWN})(?=[はとがのを、に(]|及び|から|より|表敬)"
)
_GUEST_START = re.compile(r"(?:訪日中|来日中|訪問中|滞在中|出席中|来訪中)の|、|は、?|及び|並びに|と|の間で|に際し")
_TAKES = re.compile(
    r"(?:の(?:発意|要請|求め|申入れ|申し入れ)に|との間|と(?!も)|の表敬|による表敬|から|より|に対|を表敬|を訪問|が|の訪問|ら)"
)
_READING = re.compile(r"\((?:[ぁ-ん・ァ-ヴー\s]{2,20})\)")
_LETTER = re.compile(r"[ァ-ヴー]{2}")
_ABROAD = re.compile(r"駐[一-龥]{1,4}$")


class JapanesePerson(Value):
    """A person of a Japanese sentence, with the places of name, office and party."""

    name: Span
    title: Span
    party: str | None = None
    party_span: Span | None = None


_KANA = re.compile(r"[ぁ-んァ-ヴ一-龥]")


def is_japanese(plain: str, span: Span) -> bool:
    """Tell whether a stretch of text is Japanese: more than a fifth of it, English names in brackets aside."""
    return len(_KANA.findall(plain, *span)) * 5 > span[1] - span[0]


def people_in_japanese(plain: str, span: Span) -> list[JapanesePerson]:
    """Return who met, by the sentence at `span`: whoever stands before は, then whom the sentence takes."""
    topic = _topic_end(plain, span)
    own = list(_own_people(plain, (span[0], topic)))
    guests = list(_guests(plain, (topic, span[1]))) or list(_guests(plain, (span[0], topic)))
    guests = guests or list(_guests_of_states(plain, span))
    guests = guests or list(_guests_alone(plain, (topic, span[1]), span))
    more = [] if own and guests else list(_own_people(plain, (topic, span[1])))
    people = own[-1:] + [g for g in guests if not _overlaps(g, own)] + more
    return sorted(people, key=lambda person: person.name) if not own else people


def _topic_end(plain: str, span: Span) -> int:
    """Return where the topic は of the sentence stands: the first behind an office."""
    match = re.compile(rf"{_HEAD}(?:\([^)]*\))?は").search(plain, *span)
    return match.end() if match is not None else span[0]


def _own_people(plain: str, span: Span) -> Iterator[JapanesePerson]:
    for match in _OWN_PERSON.finditer(plain, *span):
        yield JapanesePerson(match.span("name"), match.span("office"))


def _overlaps(person: JapanesePerson, others: list[JapanesePerson]) -> bool:
    return any(person.name[0] < o.title[1] and o.name[0] < person.title[1] for o in others)


def _guests(plain: str, span: Span) -> Iterator[JapanesePerson]:
    """Yield those whose state stands between name and office: マルコ・ルビオ米国国務長官."""
    start, end = span
    taken = start
    for first, last, party in parties_in(plain[start:end]):
        at, behind = start + first, start + last
        if plain[at] < "\u3000" or at < taken or _is_cut_out(plain, at, behind):
            continue
        if _OF_A_STATE.match(plain, behind - 1) is not None:  # 米国務長官 is 米 and 国務長官
            behind -= 1
        office = _OFFICE.match(plain, behind, end)
        if office is None or not _is_taken(plain, office.end(), end):
            continue
        title = _title(plain, at, office)
        name = _name_before(plain, start, title[0] if title[0] < at else at)
        if name is not None:
            yield JapanesePerson(name, title, party.name, (at, behind))
            taken = office.end()


_OF_STATE = re.compile(r"の(?P<name>[ァ-ヴー・=＝]{3,})(?=[一-龥])")
"""A name in katakana behind its state: 同国のジョアキン・シサノ大統領."""


def _guests_of_states(plain: str, span: Span) -> Iterator[JapanesePerson]:
    """Yield those whose state stands before the name, or was just named: インドのモディ首相, 同国のモディ首相."""
    last: str | None = None
    named = {
        span[0] + first: (span[0] + behind, party.name) for first, behind, party in parties_in(plain[slice(*span)])
    }
    for at in sorted((*named, *(match.start() for match in _SAME_STATE.finditer(plain, *span)))):
        behind, last = named.get(at, (at + len("同国"), last))
        match = _OF_STATE.match(plain, behind, span[1])
        office = _OFFICE.match(plain, match.end(), span[1]) if match is not None else None
        if match is None or office is None or last is None or not _is_taken(plain, office.end(), span[1]):
            continue
        yield JapanesePerson(match.span("name"), office.span(), last, (at, behind))


_ALONE = re.compile(rf"(?P<name>[ァ-ヴ][ァ-ヴー・]{{1,24}})(?P<office>{_HEAD})(?=と)")
_AT_EVENT = re.compile("会合|会議|総会|サミット")


def _guests_alone(plain: str, span: Span, sentence: Span) -> Iterator[JapanesePerson]:
    """Yield those whose state only the rest of the sentence names: インドを訪問中の…は、モディ首相と."""
    states = {party.name: (a, b) for a, b, party in parties_in(plain[slice(*sentence)]) if party.name != "Japan"}
    state = next(iter(states)) if len(states) == 1 and not _AT_EVENT.search(plain, *sentence) else None
    for match in _ALONE.finditer(plain, *span):
        at = (sentence[0] + states[state][0], sentence[0] + states[state][1]) if state is not None else None
        yield JapanesePerson(match.span("name"), match.span("office"), state, at)


_SAME_STATE = re.compile("同国(?=の)")


_OF_A_STATE = re.compile("国(?:務|防|家|土)")
"""What begins an office with the letter that also ends a state's name."""


def _is_cut_out(plain: str, at: int, behind: int) -> bool:
    """Tell whether a state's name is only part of a longer word in katakana: タイ in タイン."""
    return _LETTER.match(plain[behind - 1] + plain[behind : behind + 1]) is not None or (
        _LETTER.match(plain[at - 1 : at] + plain[at]) is not None
    )


def _is_taken(plain: str, at: int, end: int) -> bool:
    """Tell whether the sentence takes the person whose office ends at `at`, brackets aside."""
    while at < end and plain[at] == "(":
        closed = plain.find(")", at, end)
        if closed < 0:
            return False
        at = closed + 1
    return _TAKES.match(plain, at) is not None or plain[at : at + 1] in "、,，と及並"


def _title(plain: str, at: int, office: re.Match[str]) -> Span:
    """Return the office; an ambassador's names both states: 駐日ウルグアイ大使."""
    posted = _ABROAD.search(plain, max(0, at - 8), at)
    if posted is not None:
        return posted.start(), office.end()
    return office.span()


def _name_before(plain: str, start: int, at: int) -> Span | None:
    """Return the name that ends before `at`: behind the last particle or comma, without a reading in brackets."""
    end = at
    reading = None
    for match in _READING.finditer(plain, max(start, at - 30), at):
        reading = match
    if reading is not None and reading.end() == at:
        end = reading.start()
    while end > start and plain[end - 1] in "・ 　":
        end -= 1
    first = end
    while first > start and re.match(r"[一-龥々ヶァ-ヴー・=＝]", plain[first - 1]) is not None:
        first -= 1
    return (first, end) if end - first >= 2 else None
