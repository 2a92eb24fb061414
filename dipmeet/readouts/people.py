"""People as pages print them: honorific, name, post-nominals, office and party, in either order.

"Mr. Taro Kono, Minister for Foreign Affairs", "the Honourable Chrystia Freeland P.C., M.P., Minister of Foreign
Affairs of Canada", "Japanese Minister for Foreign Affairs Hayashi Yoshimasa", "the US Secretary of State, Mike
Pompeo", "Prime Minister Justin Trudeau of Canada". Names are kept as printed: order, capitals and misprints.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from dipmeet.model.value import Value
from dipmeet.readouts.crowd import Crowd
from dipmeet.readouts.honorifics import behind_honorifics, behind_postnominals, is_honorific
from dipmeet.readouts.offices import FRIENDLY, is_head, read_core, read_free_office, read_office
from dipmeet.readouts.page import Span
from dipmeet.readouts.vocabulary import words_of
from dipmeet.readouts.words import Word, holds_a_sentences_end

MOST_NAME_WORDS = 7

_PASSED_OVER = frozenset(
    {"the", "newly-appointed", "newly", "appointed", "new", "newly-elected", "elected", "counterpart", "counterparts"}
    | {
        "his",
        "her",
        "its",
        "their",
        "my",
        "our",
        "visiting",
        "incoming",
        "outgoing",
        "then",
        "re-elected",
        "fellow",
        "both",
    }
    | {"respectively", "today", "also", "former", "longtime", "current", "The", "recently", "recently-appointed"}
)
"""Words before an office that say nothing of it."""
_ENDS_APPOSITION = frozenset(
    {",", ".", "", "and", "(", ";", ":", "to", "in", "on", "at", "for", "by", "today", "met", "spoke", "held", "had"}
    | {"who", "from", "with", "during", "about", "this", "visited", "received", "welcomed", "hosted", "paid"}
    | {"attended", "chaired", "co-chaired", "called", "conducted", "convened", "hosts", "meets", "visits"}
)
_SURNAMES = frozenset(
    {"May", "June", "April", "March", "King", "West", "Lord", "Dame", "Chair", "Tan", "Tun", "Prince"}
)
"""Words that are names only behind an honorific."""
_WITHIN_NAMES = frozenset({"Amir", "Emir"})
"""Offices that are names between two others: "Hossein Amir Abdollahian"."""
_BOUND_ARTICLE = re.compile(r"[a-z]{1,4}-[A-Z\u00c0-\u00de]")
"""What begins a name in small letters: "al-Mansour", "ash-Sharif"."""
_LETTERS = frozenset({"US", "UK", "EU", "UN", "NATO", "ROK", "U.S.", "DPRK", "UAE", "PRC"})

_Party = tuple[str | None, Span | None]
"""A party's short name, and where it is named."""
_NO_PARTY: _Party = (None, None)


class Mention(Value):
    """A person as one place of the page names them; spans stand in the page, `party` is a short name.

    `last` is the word of the crowd after the mention.
    """

    span: Span
    name: Span | None = None
    title: Span | None = None
    honorific: Span | None = None
    postnominals: Span | None = None
    party: str | None = None
    party_span: Span | None = None
    last: int = 0

    @property
    def is_anchored(self) -> bool:
        """Whether an honorific or an office says that this is a person."""
        return self.honorific is not None or self.title is not None


def mentions_in(crowd: Crowd, first: int = 0, last: int | None = None) -> Sequence[Mention]:
    """Return the people that the words [first, last) name with an honorific or an office, from left to right."""
    found: list[Mention] = []
    at, end = first, len(crowd.words) if last is None else last
    while at < end:
        mention = read_mention(crowd, at) if may_begin(crowd, at) else None
        if mention is not None and mention.is_anchored and mention.last <= end:
            found.append(mention)
            at = mention.last
        else:
            at += 1
    return found


def may_begin(crowd: Crowd, at: int) -> bool:
    """Tell whether a mention may begin at a word."""
    return crowd.text(at)[:1].isupper() or crowd.text(at) in ("the", "newly-appointed")


def read_mention(crowd: Crowd, at: int) -> Mention | None:
    """Return the person that the words from `at` on name, or None.

    Words before such as "the newly-appointed" are passed over. A name alone is no anchor: the caller says whether the
    place suffices.
    """
    begin = at
    while crowd.text(at) in _PASSED_OVER and not (
        crowd.text(at) in ("the", "The") and is_honorific(crowd.text(at + 1))
    ):
        at += 1
        at += crowd.text(at - 1) in ("counterpart", "counterparts") and crowd.text(at) == ","
    mention = (
        (_counterpart_from(crowd, at) if crowd.text(at - 1) in ("counterpart", "colleague") else None)
        or (_counterpart(crowd, at) or _legislator(crowd, at) if at in crowd.parties else None)
        or _addressed(crowd, at)
        or _office_first(crowd, at)
        or _honoured_office(crowd, at)
        or _name_first(crowd, at)
    )
    return None if mention is None else mention.replaced(span=(crowd.words[begin].start, mention.span[1]))


def _counterpart(crowd: Crowd, at: int) -> Mention | None:
    """Read "[his] Japanese counterpart[,] [Mr.] Toshimitsu Motegi": a party and a name, no office of its own."""
    end = crowd.parties[at]
    if crowd.text(end).removesuffix("s") not in ("counterpart", "colleague"):
        return None
    position = end + 1 + (crowd.text(end + 1) == ",")
    after = read_mention(crowd, position) if crowd.text(position) not in ("", "his", "her") else None
    if after is None or after.name is None:
        return None
    span = crowd.words[at].start, after.span[1]
    return after.replaced(span=span, party=crowd.named[at], party_span=crowd.span(at, end))


def _counterpart_from(crowd: Crowd, at: int) -> Mention | None:
    """Read "[his counterpart] from Saudi Arabia[,] [Mr.] Faisal Al Saud": the party first, then the name."""
    end, party = _of_party(crowd, at, ("from", "of"))
    named = read_mention(crowd, end + (crowd.text(end) == ",")) if party[0] is not None else None
    if named is None or named.name is None:
        return None
    return named.replaced(span=(crowd.words[at].start, named.span[1]), party=party[0], party_span=party[1])


def _legislator(crowd: Crowd, at: int) -> Mention | None:
    """Read "U.S. Senator Chris Coons": a party, a word of address that tells of no office, and a name."""
    end = crowd.parties[at]
    named = _named(crowd, end) if crowd.text(end) in ("Senator", "Senators") else None
    if named is None:
        return None
    return named.replaced(
        span=(crowd.words[at].start, named.span[1]), party=crowd.named[at], party_span=crowd.span(at, end)
    )


def _office_first(crowd: Crowd, at: int) -> Mention | None:
    """Read "[Japanese] Foreign Minister [of Japan][,] [Mr.] Taro Kono [of Japan]"."""
    first, owner = _owner(crowd, at)
    office = read_office(crowd.words, first, crowd.parties)
    if office is None:
        return None
    position, of_party = _of_party(crowd, office)
    if crowd.text(position) == "to" and (of_party[0] is not None or crowd.text(office - 1) in _POSTED):
        behind = position + 1 + (crowd.text(position + 1) == "the")
        is_host = crowd.text(behind) == "country"  # "Ambassador to the country"
        position = behind + 1 if is_host else crowd.parties.get(behind, position)
        office = position if of_party[0] is None and not is_host else office
    comma = crowd.text(position) == ","
    named = _named(crowd, position + comma)
    if named is None or (comma and not _ends_apposition(crowd, named.last)):
        return None
    last, after = _of_party_after_name(crowd, named.last)
    party, party_span = _first_party(owner, of_party, after, _party_within(crowd, first, office))
    span = crowd.words[at].start, crowd.words[last - 1].end
    title = crowd.span(first, _before_initials(crowd, first, office))
    return named.replaced(span=span, title=title, party=party, party_span=party_span, last=last)


def _before_initials(crowd: Crowd, first: int, end: int) -> int:
    """Return where an office ends before its own initials in brackets: "Foreign Minister (FM)"."""
    if end - first < 4 or crowd.text(end - 1) != ")" or crowd.text(end - 3) != "(":
        return end
    initials = "".join(crowd.text(at)[:1] for at in range(first, end - 3) if crowd.text(at)[:1].isupper())
    return end - 3 if crowd.text(end - 2) == initials else end


_POSTED = frozenset({"Ambassador", "Commissioner", "Representative", "Plenipotentiary"})
"""Heads of an office that is held at another party: "UAE Ambassador to the United States"."""


def _ends_apposition(crowd: Crowd, at: int) -> bool:
    """Tell whether a name after an office and a comma ends before a word; a full stop is part of the word before it."""
    if crowd.text(at) in _ENDS_APPOSITION:
        return True
    end = crowd.words[at - 1].end
    return crowd.plain[end : end + 1] == "."


def _addressed(crowd: Crowd, at: int) -> Mention | None:
    """Read "Ambassador Ann Lee, Deputy Minister": a word that is both an office and an address, the office behind."""
    if not (is_head(crowd.text(at)) and is_honorific(crowd.text(at))):
        return None
    mention = _name_first(crowd, at)
    return mention if mention is not None and mention.title is not None and mention.honorific is not None else None


def _honoured_office(crowd: Crowd, at: int) -> Mention | None:
    """Read "His Majesty King Felix II of Freedonia", "HE Prime Minister and Minister of Foreign Affairs [Sheikh] A"."""
    first = behind_honorifics(crowd, at)
    if first == at or (crowd.text(first) not in ("King", "Queen") and is_honorific(crowd.text(first))):
        return None
    mention = _office_first(crowd, first)
    if mention is None:
        return None
    honorific = mention.honorific or crowd.span(at, first)
    return mention.replaced(span=(crowd.words[at].start, mention.span[1]), honorific=honorific)


def _name_first(crowd: Crowd, at: int) -> Mention | None:
    """Read "[Mr.] Taro Kono [P.C.] [of Japan][,] [Japan's] Minister for Foreign Affairs [of Japan]"."""
    named = _named(crowd, at)
    if named is None:
        return None
    named = _with_given_names(crowd, named)
    last, own = _of_party(crowd, named.last)
    span = named.span[0], crowd.words[last - 1].end
    if _is_sentences_end(crowd, named, last):
        return named.replaced(party=own[0], party_span=own[1], last=last, span=span)
    plain = named.replaced(party=own[0], party_span=own[1], last=last, span=span)
    position = last + (crowd.text(last) in (",", "("))
    while crowd.text(position) in _PASSED_OVER:
        position += 1
    first, owner = _owner(crowd, position)
    office = read_free_office(crowd.words, first, crowd.parties)
    if office is None:
        return plain
    end, clause = office
    core = read_core(crowd.words, first) or end
    is_anothers = _names_another(crowd, clause) or (core < end and _names_another(crowd, core))
    if named.honorific is None and (_is_single(crowd, named) or is_anothers):
        return plain
    at_ministry = _party_of_ministry(crowd, clause)
    parties = (owner, _party_of(crowd, range(end, clause)), _party_within(crowd, first, end), own, at_ministry)
    party, party_span = _first_party(*parties)
    span = named.span[0], crowd.words[clause - 1].end
    return named.replaced(span=span, title=crowd.span(first, end), party=party, party_span=party_span, last=clause)


def _is_sentences_end(crowd: Crowd, named: Mention, last: int) -> bool:
    """Tell whether a sentence begins behind a name: "… at the Lee School. The President", "New York, The Minister"."""
    if crowd.text(last) == "The":
        return crowd.plain.startswith(". ", crowd.words[last - 1].end)
    return named.honorific is None and crowd.text(last) == "," and crowd.text(last + 1) == "The"


def _with_given_names(crowd: Crowd, named: Mention) -> Mention:
    """Return a family name with the given names behind it: "Mr. Lavrov, Sergey Viktorovich," before his office."""
    if named.honorific is None or named.name is None or not _is_single(crowd, named) or crowd.text(named.last) != ",":
        return named
    given = _named(crowd, named.last + 1)
    if given is None or given.name is None or given.honorific is not None or crowd.text(given.last) != ",":
        return named
    first, _ = _owner(crowd, given.last + 1)
    if read_free_office(crowd.words, first, crowd.parties) is None:
        return named
    name, span = (named.name[0], given.name[1]), (named.span[0], given.span[1])
    return given.replaced(span=span, name=name, honorific=named.honorific)


def _first_party(*parties: _Party) -> _Party:
    return next((party for party in parties if party[0] is not None), _NO_PARTY)


def _is_single(crowd: Crowd, named: Mention) -> bool:
    return named.name is not None and " " not in crowd.plain[slice(*named.name)]


def _names_another(crowd: Crowd, at: int) -> bool:
    """Tell whether a name follows the office: "in Rio de Janeiro, Foreign Minister Cho met …" names no Mr. Janeiro."""
    following = crowd.text(at)
    if at in crowd.parties or not _is_plain_name(following) or crowd.text(at - 1) == ".":
        return False
    end = crowd.words[at - 1].end
    return crowd.plain[end : end + 1] != "."


def _party_of(crowd: Crowd, words: range) -> _Party:
    return next(
        ((crowd.named[at], crowd.span(at, crowd.parties[at])) for at in words if at in crowd.parties), (None, None)
    )


def _party_within(crowd: Crowd, first: int, last: int) -> _Party:
    """Return the party that an office names within itself: "High Representative of the European Union for …"."""
    for at in range(first + 1, last):
        if at in crowd.parties and crowd.text(at - 1) in ("of", "the"):
            return crowd.named[at], crowd.span(at, crowd.parties[at])
    return None, None


def _party_of_ministry(crowd: Crowd, at: int) -> _Party:
    """Return the party behind an office at its ministry: "State Secretary at the Ministry of Defence of Romania"."""
    if crowd.text(at) not in ("at", "of", "in"):
        return _NO_PARTY
    if at + 2 in crowd.parties:  # "at the UK Foreign, Commonwealth & Development Office"
        is_ministry = any(crowd.text(n) in _MINISTRIES for n in range(at + 3, at + 10))
        return _party_of(crowd, range(at + 2, at + 3)) if is_ministry else _NO_PARTY
    if crowd.text(at + 2) not in _MINISTRIES:
        return _NO_PARTY
    ends = next((n for n in range(at + 3, at + 14) if not (crowd.text(n)[:1].isupper() or crowd.text(n) in _LINKS)), at)
    return _party_of(crowd, range(at + 3, ends))


_MINISTRIES = frozenset({"Ministry", "Department", "Office"})
_LINKS = frozenset({"of", "for", "and", "the"})


def _owner(crowd: Crowd, at: int) -> tuple[int, _Party]:
    """Return the word behind a party that owns an office ("Japanese", "Japan's", "US"), and the party."""
    end = crowd.parties.get(at)
    if end is None:
        return at, _NO_PARTY
    span = crowd.span(at, end)
    if end < len(crowd.words) and crowd.words[end].start == crowd.words[end - 1].end and crowd.text(end) in ("'", "'s"):
        end += 1
        end += crowd.text(end) == "s"
    if crowd.text(end) == "(" and crowd.text(end + 2) == ")":  # "People's Republic of China (PRC) Vice Chairman"
        end += 3
    while crowd.text(end) in _PASSED_OVER:
        end += 1
    if is_head(crowd.text(end)) and crowd.text(end + 1) == "'":  # "the U.S. President's Special Envoy"
        end += 2 + (crowd.text(end + 2) == "s")
    if read_core(crowd.words, end) is None:
        return at, _NO_PARTY
    return end, (crowd.named[at], span)


_BEFORE_A_STATE = FRIENDLY | {"the", "The"}


def _of_party(crowd: Crowd, at: int, behind: Collection[str] = ("of", "for")) -> tuple[int, _Party]:
    """Return the word behind "of (the) <party>" with its short form in brackets, and the party."""
    if crowd.text(at) not in behind:
        return at, _NO_PARTY
    position = at + 1
    while crowd.text(position) in _BEFORE_A_STATE:
        position += 1
    end = crowd.parties.get(position)
    if end is None:
        return at, _NO_PARTY
    span = crowd.span(position, end)
    short = crowd.parties.get(end + 1, -1)
    end = short + 1 if crowd.text(end) == "(" and crowd.text(short) == ")" else end
    return end, (crowd.named[position], span)


def _of_party_after_name(crowd: Crowd, at: int) -> tuple[int, _Party]:
    """Return the word behind "of <party>" after a name, or after its comma: "Marcos, Jr., of the Philippines"."""
    comma = crowd.text(at) == "," and crowd.text(at + 1) == "of"
    end, party = _of_party(crowd, at + comma)
    return (end, party) if party[0] is not None else (at, _NO_PARTY)


def _named(crowd: Crowd, at: int) -> Mention | None:
    """Read honorifics, a name and post-nominals from word `at` on."""
    first = behind_honorifics(crowd, at)
    last = _name_end(crowd, first, has_honorific=first > at)
    if last == first + 1 and behind_honorifics(crowd, last) > last:  # "Lyonchhen Dr. Karma": a word of address
        first = behind_honorifics(crowd, last)
        last = _name_end(crowd, first, has_honorific=True)
    if last == first:
        return None
    if last == first + 1 and crowd.text(last) == "," and _HYPHENED.fullmatch(crowd.text(last + 1)):
        last += 2
    end, postnominals = behind_postnominals(crowd, last)
    return Mention(
        span=crowd.span(at, end),
        name=crowd.span(first, last),
        honorific=crowd.span(at, first) if first > at else None,
        postnominals=postnominals,
        last=end,
    )


_HYPHENED = re.compile(r"[A-Z][a-z]+-[a-z]+")
"""A Korean's given names behind the family name and a comma: "Kang, Kyung-wha"."""


def _name_end(crowd: Crowd, first: int, *, has_honorific: bool) -> int:
    position = first
    while position < len(crowd.words) and position - first < MOST_NAME_WORDS:
        if not _is_part_of_name(crowd, position, is_first=position == first, has_honorific=has_honorific):
            break
        if position > first and _begins_sentence(crowd, first, position):
            break
        position += 1
    while position > first and crowd.text(position - 1) in words_of("particles"):
        position -= 1
    return position


def _begins_sentence(crowd: Crowd, first: int, at: int) -> bool:
    """Tell whether the word behind a name that began at `first` opens a sentence: "met Joe Biden. Biden said"."""
    if not crowd.plain.startswith(". ", crowd.words[at - 1].end):
        return False
    return holds_a_sentences_end(crowd.plain[slice(*crowd.span(first, at + 1))].split())


def _is_part_of_name(crowd: Crowd, at: int, *, is_first: bool, has_honorific: bool) -> bool:
    text, following = crowd.text(at), crowd.text(at + 1)
    if text == "I" and not following[:1].isupper():  # "in Port Vila I met"
        return False
    if text in words_of("particles"):
        leads_on = following[:1].isupper() or following in words_of("particles")
        return text != "of" and leads_on and (not is_first or has_honorific)
    if text in words_of("postnominals") and not is_first:
        return False
    if text == "May" and not is_first and not following[:1].isdigit():  # "Theresa May"
        return True
    if text in _WITHIN_NAMES and not is_first and is_name_word(following):
        return True
    if not is_name_word(text):
        is_within = not is_first and is_honorific(text) and crowd.text(at - 1) in words_of("particles")
        return is_within or (has_honorific and is_first and text in _SURNAMES)
    if at in crowd.parties:
        is_single = crowd.parties[at] == at + 1 and text not in _LETTERS
        return is_single and has_honorific and _is_plain_name(following)
    return not (text.endswith("'s") and len(text) > 3)


def is_name_word(text: str) -> bool:
    """Tell whether a capitalised word can be part of a name: no office, month, honorific or sentence opener."""
    return _is_plain_name(text) and not is_honorific(text)


def _is_plain_name(text: str) -> bool:
    if text[:1].islower():  # "al-Mansour"
        return _BOUND_ARTICLE.match(text) is not None
    return text[:1].isupper() and text not in words_of("no_names") and not is_head(text)


def opens_office(text: str) -> bool:
    """Tell whether a word stands before the head of an office: "Foreign", "Deputy"."""
    return read_core([Word(text, 0, 0), Word("Minister", 0, 0)], 0) == 2
