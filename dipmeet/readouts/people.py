"""People as pages print them: honorific, name, post-nominals, office and party, in either order.

"Mr. Taro Kono, Minister for Foreign Affairs", "the Honourable Chrystia Freeland P.C., M.P., Minister of Foreign
Affairs of Canada", "Japanese Minister for Foreign Affairs Hayashi Yoshimasa", "the US Secretary of State, Mike
Pompeo", "Prime Minister Justin Trudeau of Canada". Names are kept as printed: order, capitals and misprints.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dipmeet.readouts.offices import is_head, read_core, read_free_office, read_office
from dipmeet.readouts.words import Word, words_in
from dipmeet.readouts.page import Span

MOST_NAME_WORDS = 7

_HONORIFICS = frozenset(
    "Mr. Mr Mrs. Mrs Ms. Ms Miss Dr. Dr Prof. Prof Professor Hon. Hon Honourable Honorable Rt. Rt Right H.E. H.E "
    "Excellency HRH H.R.H. H.H. HH Highness Majesty H.M. HM Sir Dame Lord Baroness Lady Senator Amb. Ambassador General Gen. Gen "
    "Admiral Adm. Rear Lt. Lieutenant Major Colonel Col. Captain Commodore Brigadier Marshal Air Shri Smt. Smt Daw Dato "
    "Dato' Datuk Seri Tan Tun YB YAB Pehin Haji Hajah Eng. Eng Ing. Sheikh Shaikh Sheikha Shaikha Sayyid Pengiran "
    "Mme Mme. Madame Madam Monsieur Herr Frau Messrs Messrs. Comrade Nana Chief Justice Prince Princess Ato Dasho Lyonpo Ulu Tuan Ir. Drs. Arch."
    .split()
)  # fmt: skip
_ONLY_BEFORE_NAMES = frozenset("Prince Princess General Major Captain Rear Air Right Tan Tun Justice Lord Chief Marshal Hon Seri Nana Colonel Commodore Brigadier Ambassador Admiral Senator".split())
_POSSESSIVE_HONORIFICS = frozenset({"His", "Her", "Their", "Royal", "Imperial", "Serene", "Eminence", "Holiness"})
_POSTNOMINALS = frozenset(
    "P.C. P.C M.P. M.P MP PC KC QC K.C. Q.C. AM AC AO OBE CBE KBE DBE MBE KCMG GCMG CMG CH LVO Ph.D. PhD Ph.D M.D. MD "
    "Jr. Jr Sr. Sr Esq. CC OC TD MEP MLA MHA ONZ KNZM DNZM CNZM C.M. O.C. GCSK SC J.P. JP II III IV".split()
)
_PARTICLES = frozenset("de da do dos das del della di du van von der den bin ibn bint al el la le lo los y e ul ur ud af av ben zu ter ten of".split())
_NO_NAME = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday The On In At By For And Of A An This That Both Photo Following During After "
    "Before Today Yesterday With From To While Japan-led Meeting Meetings Minister Ministers President Prime Foreign "
    "Secretary Summit Conference Government Ministry Department Embassy United Nations Assembly Council State States "
    "House Relations Affairs Press Release Releases Joint Statement Readout Local Time Back Their They He She It His "
    "Her As When Where Which Who Upon Earlier Later Also Then Since Under Republic Kingdom Federal Union Mr Ms Mrs "
    "North South East West Special Telephone Call Talk Talks Courtesy Working Lunch Dinner Visit Parliament Congress "
    "Over Between Via Visits Meets Speaks Hosts Receives Holds Attends Welcomes Attend Office".split()
)
_LOWER_BEFORE_OFFICE = frozenset(
    "the newly-appointed newly appointed new newly-elected elected counterpart counterparts his her their its visiting incoming outgoing "
    "then re-elected fellow both respectively today also former longtime current".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A person as one place of the page names them; spans stand in the wording, `party` is a short name."""

    span: Span
    name: Span | None = None
    title: Span | None = None
    honorific: Span | None = None
    postnominals: Span | None = None
    party: str | None = None
    party_span: Span | None = None
    last: int = 0
    """The word after the mention."""

    @property
    def is_anchored(self) -> bool:
        """Whether an honorific or an office says that this is a person."""
        return self.honorific is not None or self.title is not None


class Crowd:
    """The words of a stretch of text, with the parties it names: where mentions of people are read."""

    def __init__(self, plain: str, start: int, end: int) -> None:
        from dipmeet.names.parties import parties_in

        self.plain = plain
        self.words: list[Word] = words_in(plain, start, end)
        self.by_start = {word.start: at for at, word in enumerate(self.words)}
        self.parties: dict[int, int] = {}
        self.named: dict[int, str] = {}
        for first, last, party in parties_in(plain[start:end]):
            at = self.by_start.get(first + start)
            if at is not None:
                self.parties[at] = self._word_from(last + start, at + 1)
                self.named[at] = party.name

    def _word_from(self, position: int, at: int) -> int:
        while at < len(self.words) and self.words[at].start < position:
            at += 1
        return at

    def text(self, at: int) -> str:
        """Return the text of a word, "" beyond the ends."""
        return self.words[at].text if 0 <= at < len(self.words) else ""

    def span(self, first: int, last: int) -> Span:
        """Return where the words [first, last) stand."""
        return self.words[first].start, self.words[last - 1].end

    def word_at(self, position: int) -> int:
        """Return the first word that begins at or after a position."""
        low, high = 0, len(self.words)
        while low < high:
            middle = (low + high) // 2
            if self.words[middle].start < position:
                low = middle + 1
            else:
                high = middle
        return low


def read_mention(crowd: Crowd, at: int) -> Mention | None:
    """Return the person that the words from `at` on name, or None.

    Lower-case words before ("the newly-appointed") are passed over. A name alone is no anchor: the caller says whether
    the place suffices.
    """
    begin = at
    while crowd.text(at) in _LOWER_BEFORE_OFFICE or crowd.text(at) == "The":
        if crowd.text(at) in ("the", "The") and crowd.text(at + 1) in _HONORIFICS:
            break
        at += 1
    mention = _counterpart(crowd, at) or _office_first(crowd, at) or _name_first(crowd, at)
    return None if mention is None else replace(mention, span=(crowd.words[begin].start, mention.span[1]))


def _counterpart(crowd: Crowd, at: int) -> Mention | None:
    """Read "[his] Japanese counterpart[,] [Mr.] Toshimitsu Motegi": a party and a name, no office of its own."""
    end = crowd.parties.get(at)
    if end is None or crowd.text(end) != "counterpart":
        return None
    position = end + 1 + (crowd.text(end + 1) == ",")
    after = read_mention(crowd, position) if crowd.text(position) not in ("", "his", "her") else None
    if after is None or after.name is None:
        return None
    span = crowd.words[at].start, after.span[1]
    return replace(after, span=span, party=crowd.named[at], party_span=crowd.span(at, end))


def _office_first(crowd: Crowd, at: int) -> Mention | None:
    """Read "[Japanese] Foreign Minister [of Japan][,] [Mr.] Taro Kono [of Japan]"."""
    first, owner, owner_span = _owner(crowd, at)
    office = read_office(crowd.words, first, crowd.parties)
    if office is None:
        return None
    position, party, party_span = _of_party(crowd, office)
    comma = crowd.text(position) == ","
    named = _named(crowd, position + comma)
    if named is None or (comma and not _ends_apposition(crowd, named.last)):
        return None
    last, after, after_span = _of_party_after_name(crowd, named.last)
    party_name = owner or party or after
    return replace(
        named,
        span=(crowd.words[at].start, crowd.words[last - 1].end),
        title=crowd.span(first, office),
        party=party_name,
        party_span=owner_span or party_span or after_span,
        last=last,
    )


def _ends_apposition(crowd: Crowd, at: int) -> bool:
    """Tell whether "the Prime Minister of Japan, Kishida Fumio" ends as an apposition does."""
    return crowd.text(at) in (",", ".", "", "and", "(", ";", ":", "to", "in", "on", "at", "for", "by", "today", "met", "spoke", "held", "had", "who", "from", "with", "during")


def _name_first(crowd: Crowd, at: int) -> Mention | None:
    """Read "[Mr.] Taro Kono [P.C.] [of Japan][,] [Japan's] Minister for Foreign Affairs [of Japan]"."""
    named = _named(crowd, at)
    if named is None:
        return None
    last, party, party_span = _of_party(crowd, named.last)
    position = last
    if crowd.text(position) == "," or crowd.text(position) == "(":
        position += 1
    while crowd.text(position) in ("the", "newly-appointed", "new", "newly", "appointed", "then", "Japan-based", "The"):
        position += 1
    first, owner, owner_span = _owner(crowd, position)
    office = read_free_office(crowd.words, first, crowd.parties)
    if office is None:
        return replace(named, party=party, party_span=party_span, last=last, span=(named.span[0], crowd.words[last - 1].end))
    end, clause = office
    if named.honorific is None and (_is_single(crowd, named) or _names_another(crowd, clause)):
        return replace(named, party=party, party_span=party_span, last=last, span=(named.span[0], crowd.words[last - 1].end))
    after, after_span = _party_within(crowd, end, clause)
    if after is None:
        after, after_span = _party_inside(crowd, first, end)
    return replace(
        named,
        span=(named.span[0], crowd.words[clause - 1].end),
        title=crowd.span(first, end),
        party=owner or after or party,
        party_span=owner_span or after_span or party_span,
        last=clause,
    )


def _is_single(crowd: Crowd, named: Mention) -> bool:
    return named.name is not None and " " not in crowd.plain[slice(*named.name)]


def _names_another(crowd: Crowd, at: int) -> bool:
    """Tell whether a name follows the office: "in Rio de Janeiro, Foreign Minister Cho met …" names no Mr. Janeiro."""
    following = crowd.text(at)
    return following[:1].isupper() and at not in crowd.parties and _is_plain_name(following) and crowd.text(at - 1) != "."


def _of_party_after_name(crowd: Crowd, at: int) -> tuple[int, str | None, Span | None]:
    """Return the word behind "of <party>" after a name; a comma may stand between: "Marcos, Jr., of the Philippines"."""
    comma = crowd.text(at) == "," and crowd.text(at + 1) == "of"
    end, party, span = _of_party(crowd, at + comma)
    return (end, party, span) if party is not None else (at, None, None)


def _party_within(crowd: Crowd, first: int, last: int) -> tuple[str | None, Span | None]:
    for at in range(first, last):
        if at in crowd.parties:
            return crowd.named[at], crowd.span(at, crowd.parties[at])
    return None, None


_BODIES = {"European Commission": "European Union", "European Council": "European Union", "European Parliament": "European Union"}


def _party_inside(crowd: Crowd, first: int, last: int) -> tuple[str | None, Span | None]:
    """Return the party that an office names within itself, if it goes with "of": "High Representative of the EU for …"."""
    for at in range(first + 1, last):
        if at in crowd.parties and crowd.text(at - 1) in ("of", "the"):
            return crowd.named[at], crowd.span(at, crowd.parties[at])
    return None, None


def _owner(crowd: Crowd, at: int) -> tuple[int, str | None, Span | None]:
    """Return the word behind a party that owns an office ("Japanese", "Japan's", "US"), and the party."""
    end = crowd.parties.get(at)
    if end is None:
        return at, None, None
    party, span = crowd.named[at], crowd.span(at, end)
    if end < len(crowd.words) and crowd.words[end].start == crowd.words[end - 1].end and crowd.text(end) in ("'", "'s"):
        end += 1
        end += crowd.text(end) == "s"
    while crowd.text(end) in _LOWER_BEFORE_OFFICE:
        end += 1
    if read_core(crowd.words, end) is None:
        return at, None, None
    return end, party, span


def _of_party(crowd: Crowd, at: int) -> tuple[int, str | None, Span | None]:
    """Return the word behind "of (the) <party>", and the party."""
    if crowd.text(at) not in ("of", "for"):
        return at, None, None
    position = at + 1 + (crowd.text(at + 1) in ("the", "The"))
    end = crowd.parties.get(position)
    if end is None:
        return at, None, None
    if crowd.text(end) == "(" and end + 1 in crowd.parties and crowd.text(crowd.parties[end + 1]) == ")":
        return crowd.parties[end + 1] + 1, crowd.named[position], crowd.span(position, end)
    return end, crowd.named[position], crowd.span(position, end)


def _named(crowd: Crowd, at: int) -> Mention | None:
    """Read honorifics, a name and post-nominals from word `at` on."""
    first = _behind_honorifics(crowd, at)
    last = _name_end(crowd, first, has_honorific=first > at)
    if last == first:
        return None
    end, post = _behind_postnominals(crowd, last)
    return Mention(
        span=crowd.span(at, end),
        name=crowd.span(first, last),
        honorific=crowd.span(at, first) if first > at else None,
        postnominals=post,
        last=end,
    )


def _behind_honorifics(crowd: Crowd, at: int) -> int:
    position = at
    while position < len(crowd.words):
        text = crowd.text(position)
        following = crowd.text(position + 1)
        if text == "U" and following[:1].isupper() and following[1:2].islower() and not is_head(following):
            position += 1
        elif text in ("H.", "H") and following in ("E.", "E", "."):
            position += 2
        elif text in ("the", "The") and following in _HONORIFICS:
            position += 1
        elif text in _POSSESSIVE_HONORIFICS and (following in _POSSESSIVE_HONORIFICS or following in _HONORIFICS):
            position += 1
        elif text in _HONORIFICS and (text not in _ONLY_BEFORE_NAMES or following[:1].isupper() or following in ("(", "the")):
            position += 1
        elif text == "." and position > at:
            position += 1
        elif position > at and text == "(" and following in ("Retired", "Retd", "Ret", "Rtd", "Dr", "retired"):
            position += 3 if crowd.text(position + 2) == ")" else 4
        elif position > at and text in ("Excellency", "Highness", "Majesty", "Marshal", "Justice", "Vice", "Secretary") and following[:1].isupper() and text != "Secretary":
            position += 1
        elif position > at and text == "," and following in ("Hon.", "Hon", "Dr.", "Dr", "Mr.", "Ms.", "Mr", "Ms"):
            position += 1
        else:
            break
    return position if position == at or crowd.text(position)[:1].isalpha() else at


def _name_end(crowd: Crowd, first: int, *, has_honorific: bool) -> int:
    position = first
    while position < len(crowd.words) and position - first < MOST_NAME_WORDS:
        if not _is_name_word(crowd, position, is_first=position == first, has_honorific=has_honorific):
            break
        position += 1
    while position > first and crowd.text(position - 1) in _PARTICLES:
        position -= 1
    return position


def _is_name_word(crowd: Crowd, at: int, *, is_first: bool, has_honorific: bool) -> bool:
    text, following = crowd.text(at), crowd.text(at + 1)
    if text in _PARTICLES:
        return text != "of" and following[:1].isupper() and (not is_first or has_honorific)
    if text in _POSTNOMINALS and not is_first:
        return False
    if not text[:1].isupper() or text in _NO_NAME or text in _HONORIFICS or is_head(text):
        return has_honorific and is_first and text in ("May", "June", "April", "King", "Prince", "Chair", "West", "March", "Lord", "Tan", "Dame", "Tun")
    if at in crowd.parties:
        single = crowd.parties[at] == at + 1
        return single and (has_honorific or not is_first) and _is_plain_name(following) and text not in ("US", "UK", "EU", "UN", "NATO", "ROK", "U.S.") and (is_first or has_honorific)
    return not (text.endswith("'s") and len(text) > 3)


def is_name_word(text: str) -> bool:
    """Tell whether a capitalised word can be part of a name: no office, month, honorific or sentence opener."""
    return _is_plain_name(text) and text not in _HONORIFICS and not read_core([Word(text, 0, len(text)), Word("Minister", 0, 0)], 0)


def _is_plain_name(text: str) -> bool:
    return text[:1].isupper() and text not in _NO_NAME and not is_head(text)


def _behind_postnominals(crowd: Crowd, at: int) -> tuple[int, Span | None]:
    position, first = at, at
    while True:
        comma = crowd.text(position) == ","
        if crowd.text(position + comma) not in _POSTNOMINALS:
            break
        if first == at:
            first = position + comma
        position += 1 + comma
        if crowd.text(position) == "." and crowd.text(position + 1) == ",":
            position += 1
    return (position, crowd.span(first, position)) if position > at else (at, None)


def mentions_in(crowd: Crowd, first: int = 0, last: int | None = None) -> Sequence[Mention]:
    """Return the people that the words [first, last) name with an honorific or an office, from left to right."""
    found: list[Mention] = []
    at, end = first, len(crowd.words) if last is None else last
    while at < end:
        mention = read_mention(crowd, at) if _may_begin(crowd, at) else None
        if mention is not None and mention.is_anchored and mention.last <= end:
            found.append(mention)
            at = mention.last
        else:
            at += 1
    return found


def _may_begin(crowd: Crowd, at: int) -> bool:
    text = crowd.text(at)
    return text[:1].isupper() or text in ("the", "newly-appointed")
