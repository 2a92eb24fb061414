"""Offices: what a person holds, as words of a vocabulary ("Deputy Prime Minister and Minister of Foreign Affairs").

An office is one or several heads ("Minister", "Secretary-General") with words before them ("Prime", "Federal") and a
complement ("of Foreign Affairs, International Trade and Worship"). Before a name the complement holds only words of
the vocabulary, since the name follows; after a name it runs to the end of its clause.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dipmeet.readouts.vocabulary import words_of
from dipmeet.readouts.words import Word

FRIENDLY = frozenset(
    {"sisterly", "brotherly", "friendly", "fraternal", "our", "strategic", "partner", "ally", "neighbour", "neighbor"}
)
"""What ministries of the Gulf and of Türkiye call a state before its name: "our strategic partner the …"."""
_JOINTS = FRIENDLY | frozenset({"of", "for", "the", "and", "&", "/", ",", "-", "to", "on", "in", "de", "by"})


_HEAD_ENDINGS = ("-designate", "-elect", "-in-charge")


@cache
def portfolios() -> frozenset[str]:
    """Return the words of what an office is for; those before its head ("Foreign", "Defence") are among them."""
    return words_of("portfolios") | words_of("office_openers")


def is_head(word: str) -> bool:
    """Tell whether a word can be the head of an office; "Secretary-designate" and "Minister's" can."""
    heads = words_of("office_heads")
    return word in heads or (word.partition("-")[0] in heads and word.casefold().endswith(_HEAD_ENDINGS))


def read_core(words: Sequence[Word], at: int) -> int | None:
    """Return where the core of an office that begins at word `at` ends ("Deputy Prime Minister"), or None."""
    ministry = _behind_ministry(words, at)
    if ministry is not None:
        return read_core(words, ministry)
    if _text(words, at) in ("head", "Head") and _text(words, at + 1) == "of":
        ministry = _behind_ministry(words, at + 2 + (_text(words, at + 2) == "the"))
        if ministry is not None:
            return ministry
    position = at
    while position < len(words) and words[position].text in words_of("office_openers") and position - at < 6:
        position += 1
    position = _behind_second_portfolio(words, at, position)
    # the longest run of words before a head: "State Minister", "Minister of State" begins with its head
    if position < len(words) and (is_head(words[position].text) or _is_crown_prince(words, position)):
        position += 1
        while position < len(words) and (
            words[position].text in words_of("office_closers") or is_head(words[position].text)
        ):
            position += 1
        if _text(words, position) == "and" and _text(words, position + 1) == "Plenipotentiary":
            position += 2
        return position
    return None


def _behind_ministry(words: Sequence[Word], at: int) -> int | None:
    """Return the word behind the "Ministry of Foreign Affairs (MFA)" whose Secretary or head somebody is."""
    if _text(words, at) not in ("Ministry", "Department") or _text(words, at + 1) not in ("of", "for"):
        return None
    position = at + 2
    while _text(words, position) in portfolios() or _text(words, position) in ("and", "&", "of"):
        position += 1
    while _text(words, position - 1) in ("and", "&", "of"):
        position -= 1
    if position == at + 1:
        return None
    return position + 3 if _text(words, position) == "(" and _text(words, position + 2) == ")" else position


def _behind_second_portfolio(words: Sequence[Word], at: int, joint: int) -> int:
    """Return the head behind "Foreign Affairs and European Integration" Minister; `joint` where no such run stands."""
    if joint == at or _text(words, joint) not in ("and", "&") or _text(words, joint + 1) in _RANKS:
        return joint
    position = joint + 1
    while _text(words, position) in portfolios() and position - joint < 6:
        position += 1
    return position if position > joint + 1 and _text(words, position) in ("Minister", "Secretary") else joint


_RANKS = frozenset(
    {
        "Acting",
        "Assistant",
        "Associate",
        "Chief",
        "Crown",
        "Deputy",
        "Executive",
        "First",
        "Honorary",
        "Interim",
        "Managing",
    }
    | {"Permanent", "Prime", "Principal", "Private", "Second", "Senior", "Special", "State", "Third", "Under", "Vice"}
)
"""Openers that begin an office of their own behind "and": "Deputy", "Prime"."""


def _is_crown_prince(words: Sequence[Word], at: int) -> bool:
    return _text(words, at) in ("Prince", "Princess") and _text(words, at - 1) == "Crown"


def read_office(words: Sequence[Word], at: int, parties: dict[int, int]) -> int | None:
    """Return where an office printed before a name ends: words of the vocabulary only.

    `parties` gives, by the word that a party's name begins with, the word after it: "of the European Union for
    Foreign Affairs" goes on behind it.
    """
    end = read_core(words, at)
    if end is None:
        return None
    while True:
        further = (
            _complement(words, end, parties)
            or _at_body(words, end, parties)
            or _joined(words, end)
            or _desk(words, end, parties)
        )
        if further is None:
            return end + (_text(words, end) in ("II", "III"))  # "Minister of Foreign Affairs II"
        end = further


def _complement(words: Sequence[Word], at: int, parties: dict[int, int]) -> int | None:
    """Return where "for Foreign Affairs, Trade and Worship" ends, or None where none begins at `at`."""
    if _text(words, at) not in ("of", "for", "to", "on"):
        return None
    position = at + 1 + (_text(words, at + 1) in ("the", "The"))
    if position in parties and _goes_on(words, parties[position]):
        return parties[position]
    if parties.get(position, 0) > position + 1 and _text(words, position) != "European":
        return None  # "of the Arab Republic of Egypt": a party, not what the office is for
    if _text(words, position) not in portfolios():
        is_whole = _text(words, position) == "Republic" and _text(words, position + 1) != "of" and position == at + 2
        return position + 1 if is_whole else None  # "President of the Republic, Ann Lee"
    while True:
        while _is_purpose(words, position, parties):
            position = (
                parties.get(position, position + 1) if _text(words, position) not in portfolios() else position + 1
            )
        following = _over_joint(words, position, parties)
        if following is None or read_core(words, following) is not None:
            return position
        position = following


_BODIES = frozenset({"Council", "Ministry", "Department", "Office", "Secretariat", "Bureau", "Commission"})
_LINKS = frozenset({"of", "for", "and", "the", "&"})


def _at_body(words: Sequence[Word], at: int, parties: dict[int, int]) -> int | None:
    """Return where "at the US National Security Council" ends, which a name follows; None where none begins."""
    if _text(words, at) != "at" or _text(words, at + 1) != "the":
        return None
    position = parties.get(at + 2, at + 2)
    while (_text(words, position) in portfolios() or _text(words, position) in _LINKS) and position - at < 14:
        position += 1
    named = {_text(words, n) for n in range(at + 2, position)}
    return position if named & _BODIES and _names_someone(words, position) else None


def _goes_on(words: Sequence[Word], at: int) -> bool:
    return _text(words, at) == "for" and _text(words, at + 1) in portfolios()


def _over_joint(words: Sequence[Word], at: int, parties: dict[int, int]) -> int | None:
    """Return the portfolio word behind ", and", "and", "&", "of the" …, or None ("of China Central Committee")."""
    position = at
    while _text(words, position) in (",", "and", "&", "of", "the", "for", "/") and position - at < 3:
        position += 1
    if parties.get(position, 0) > position + 1 and _text(words, position) != "European":
        return None
    return position if position > at and _is_purpose(words, position, parties) else None


def _is_purpose(words: Sequence[Word], at: int, parties: dict[int, int]) -> bool:
    """Tell whether a word says what an office is for; so does a people: "Tunisians Abroad", "European Affairs"."""
    text = _text(words, at)
    if text in portfolios() or _text(words, parties.get(at, -1)) in portfolios():
        return True
    return text[:1].isupper() and text[-1:] == "s" and _text(words, at + 1) == "Abroad"


def _desk(words: Sequence[Word], at: int, parties: dict[int, int]) -> int | None:
    """Return where the part of the world or the work in brackets ends that an official has: "Secretary (East)"."""
    if _text(words, at) != "(" or at + 1 in parties:
        return None
    close = next((n for n in range(at + 2, at + 8) if _text(words, n) == ")"), at)
    desk = [_text(words, n) for n in range(at + 1, close)]
    if not desk or not all(word[:1].isupper() or word in _LINKS or word == "," for word in desk):
        return None
    if desk[0] in words_of("honorifics") or _text(words, at - 1) not in (
        "Secretary",
        "General",
        "Minister",
        "Director",
    ):
        return None
    return close + 1


def _joined(words: Sequence[Word], at: int) -> int | None:
    """Return where the core of a further office behind "and", "/" or "," ends."""
    if _text(words, at) not in ("and", "/", "&", ",", "-"):
        return None
    if _text(words, at) == "and" and _stands_alone(words, at):
        return None
    position = at + 1 + (_text(words, at + 1) == "and")
    if _text(words, at) == "," and _text(words, position) == "Ambassador" and _names_someone(words, position + 1):
        return None  # "Foreign Secretary, Ambassador Khan": a word of address
    position += _text(words, position) in ("the", "concurrently")
    return read_core(words, position)


_ALONE = frozenset({"Secretary", "Deputy Secretary", "President", "Chancellor", "Secretary-General", "Taoiseach"})
"""Offices that nobody holds together with another that follows: "the Secretary and Foreign Minister Lee" are two."""
_HEADS = frozenset({"President", "Chancellor", "Taoiseach", "Secretary", "King", "Queen"})


def _stands_alone(words: Sequence[Word], at: int) -> bool:
    """Tell whether an office between "the" and the "and" at a word is one person's, and what follows another's."""
    for first in (at - 1, at - 2):
        if _text(words, first - 1) not in ("the", "The"):
            continue
        office = [_text(words, n) for n in range(first, at)]
        following = [_text(words, n) for n in range(at + 1, at + 1 + len(office))]
        is_minister = office[-1] == "Minister" and (following == office or following[0] in _HEADS)
        return " ".join(office) in _ALONE or is_minister
    return False


def read_free_office(words: Sequence[Word], at: int, parties: dict[int, int]) -> tuple[int, int] | None:
    """Return (where the office ends, where its clause ends) for an office printed after a name, or None.

    The complement may hold any capitalised words; it ends before a trailing party ("of Canada", ", Germany"), which
    the clause includes, and at the first word that no office holds.
    """
    position = at
    core = read_core(words, position)
    if core is None:
        return None
    end = position = core
    while position < len(words):
        if position in parties and _is_last_party(words, position, parties):
            after = _joined(words, parties[position])
            if after is None or _names_someone(words, after):
                return _without_party(words, end, position, parties), _behind_short_form(
                    words, parties[position], parties
                )
            end = position = after
        elif position in parties:
            end = position = parties[position]
            position += 2 * (_text(words, position) == "'")  # "of Japan's National Security Secretariat"
        elif (further := _part(words, position, parties)) is not None:
            end = position = further
        elif _leads_on(words, position, parties):
            position += 1
        else:
            return end, end
    return end, end


_BODIES_OF_THE_UNION = frozenset({"Commission", "Council", "Parliament"})


def _without_party(words: Sequence[Word], end: int, at: int, parties: dict[int, int]) -> int:
    """Return the end of an office without the party at `at`; the European Commission, a body of its own, is none."""
    is_body = _text(words, at) == "European" and _text(words, parties[at] - 1) in _BODIES_OF_THE_UNION
    return parties[at] if is_body else _without_form(words, end)


def _part(words: Sequence[Word], at: int, parties: dict[int, int]) -> int | None:
    """Return the word behind a part of an office that begins at `at`: a capitalised word, a desk in brackets."""
    return at + 1 if _belongs(words, at) else _desk(words, at, parties)


def _leads_on(words: Sequence[Word], at: int, parties: dict[int, int]) -> bool:
    """Tell whether an office goes on behind a small word: "of", "and", "responsible for"."""
    if _text(words, at) == "responsible":
        return _text(words, at + 1) == "for"
    return _text(words, at) in _JOINTS and _is_followed(words, at, parties)


_FORMS = frozenset({"Kingdom", "Republic", "Government", "State", "Federation", "Commonwealth"})


def _without_form(words: Sequence[Word], end: int) -> int:
    """Return the end of an office without the form of state before its party: "… of the Kingdom" of Jordan."""
    has_form = _text(words, end - 1) in _FORMS and _text(words, end - 2) == "the" and _text(words, end - 3) == "of"
    return end - 3 if has_form else end


def _is_last_party(words: Sequence[Word], at: int, parties: dict[int, int]) -> bool:
    """Tell whether a party ends the clause: not "Commonwealth Affairs", "European Union and Cooperation of …"."""
    following = parties[at]
    if _text(words, following) in ("for", "'") or _text(words, following) in portfolios():
        return False
    if _text(words, at - 1) not in ("of", "the", "for", ",") and _text(words, at - 1) not in FRIENDLY:
        return False
    joint = _text(words, following) in ("and", ",") and _text(words, following + 1) in portfolios()
    return not (joint and read_core(words, following + 1) is None and _is_followed(words, following, parties))


def _behind_short_form(words: Sequence[Word], at: int, parties: dict[int, int]) -> int:
    """Return the word behind a party's short form in brackets: "the Republic of Korea (ROK)"."""
    if _text(words, at) == "(" and _text(words, parties.get(at + 1, at + 2)) == ")" and at + 1 in parties:
        return parties[at + 1] + 1
    return at


def _belongs(words: Sequence[Word], at: int) -> bool:
    text = words[at].text
    return (
        text[:1].isupper()
        and not text.endswith(":")
        and _text(words, at) not in ("Mr.", "Ms.", "Mrs.", "H.E.", "Dr.", "Hon.")
    )


def _is_followed(words: Sequence[Word], at: int, parties: dict[int, int]) -> bool:
    """Tell whether a joint leads on: to a portfolio or an office after a comma or "and", to any capital after "of"."""
    text = words[at].text
    position = at + 1
    while (_text(words, position) in ("the", "and", "of", "for") or _text(words, position) in FRIENDLY) and (
        position - at < 5
    ):
        position += 1
    following = _text(words, position)
    if text in (",", "and", "&", "/", "-"):
        if position in parties and following not in portfolios():
            return text == ","
        if following in portfolios() or is_head(following):
            return not _names_after_core(words, position)
        return text == "and" and at + 1 == position and _is_portfolio_tail(words, position)
    if text in ("to", "on", "in", "by"):
        return following in portfolios() or position in parties
    return following[:1].isupper()


def _is_portfolio_tail(words: Sequence[Word], at: int) -> bool:
    """Tell whether a capitalised word that no vocabulary lists still belongs: "Trade and Worship of the …"."""
    return _text(words, at)[:1].isupper() and _text(words, at + 1) in ("of", "Affairs", "Relations", "Cooperation")


def _names_after_core(words: Sequence[Word], at: int) -> bool:
    core = read_core(words, at)
    return core is not None and _names_someone(words, core)


def _names_someone(words: Sequence[Word], at: int) -> bool:
    """Tell whether a name follows an office: then it is another person's."""
    text = _text(words, at)
    return text[:1].isupper() and text not in portfolios() and not is_head(text)


def _text(words: Sequence[Word], at: int) -> str:
    return words[at].text if 0 <= at < len(words) else ""
