"""The Japanese grammar of saying: 「…大臣から…旨述べた」, 「双方は…で一致した」, 「先方」 and 「当方」."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dipmeet.model.people import Participant
from dipmeet.names.parties import parties_in
from dipmeet.study.saying.english import Manner
from dipmeet.study.saying.speakers import BOTH, Cast, Speaker

_PARTICLE = r"(?:から(?:は|も)?|より(?:は|も)?|は|が|も)(?=[、「一-鿿ぁ-んァ-ヶーA-Za-z0-9])"
_OFFICE = (
    r"(?:総理大臣|内閣総理大臣|外務大臣|総理|大臣|長官|大統領|首相|外相|国務長官|部長|外交部長|国務委員|上級代表|議長|事務総長|国王|"
    r"補佐官|副大臣|政務官|大使|総領事|特使|委員|書記|主席|知事|閣下|氏)"
)
_TOGETHER = re.compile(
    r"(?:双方|両外相|両大臣|両首脳|両国|両者|両氏|両外務大臣|両閣僚|両政府|三者|三大臣|四大臣|三か国|[一-鿿]{2}両国)"
    rf"(?:は|が|で|とも|の間で|{_PARTICLE})"
)
_OTHER = re.compile(rf"(?:先方|相手方|相手側){_PARTICLE}")
_OWN = re.compile(rf"(?:当方|我が方|我が国){_PARTICLE}")
_SIDE = re.compile(rf"側{_PARTICLE}")
_AGREED = re.compile(r"(?:一致し|確認し合|意見交換を(?:行|し)|意見を交換し|認識を共有し|合意し)")
_UNSAID = re.compile(r"(?:やりとりが行われ|議論が行われ|話題とな|取り上げられ)")


def japanese_subjects(sentence: str, cast: Cast) -> tuple[tuple[Speaker, ...], Manner]:
    """Return who acts in a sentence, in turn, and in what manner.

    先方 is the other side than the one whose page it is.
    """
    found = sorted(_found(sentence, cast), key=lambda speaker: (speaker.start, -speaker.end))
    turns: list[Speaker] = []
    for speaker in found:
        if speaker.party is not None and speaker.party not in [one.party for one in turns]:
            turns.append(speaker)
    if not turns and _AGREED.search(sentence) is not None:
        turns = [Speaker(0, 0, BOTH, "person")]
    return tuple(turns), "says" if turns or _UNSAID.search(sentence) is None else "unsaid"


def _found(sentence: str, cast: Cast) -> Iterator[Speaker]:
    for pattern, party in ((_TOGETHER, BOTH), (_OTHER, cast.other_than(cast.own)), (_OWN, cast.own)):
        for match in pattern.finditer(sentence):
            yield Speaker(*match.span(), party, "person")
    yield from _people(sentence, cast)
    for match in _SIDE.finditer(sentence):
        named = parties_in(sentence[max(0, match.start() - 12) : match.start()])
        if named and named[-1][2].name in cast.parties:
            yield Speaker(*match.span(), named[-1][2].name, "person")


def _people(sentence: str, cast: Cast) -> Iterator[Speaker]:
    """Yield those who are called by their name and an office, where a particle makes them the subject."""
    for person in cast.people:
        names = [re.escape(name) for name in _names(person)]
        if names:
            pattern = rf"(?:{'|'.join(names)})(?:[・ァ-ヶー一-鿿]{{0,12}}?{_OFFICE})?{_PARTICLE}"
            for match in re.finditer(pattern, sentence):
                yield Speaker(*match.span(), person.party, "person")


def _names(person: Participant) -> list[str]:
    """Return what a person may be called, the longest first: the name, its parts, and the beginning of 河野太郎."""
    name = person.name or ""
    if not name or name[0] < "\u3000":
        return []
    parts = [part for part in re.split(r"[・＝=\s]", name) if len(part) > 1]
    beginnings = [name[:length] for length in (3, 2, 1) if len(name) > length] if "・" not in name else []
    return sorted({name, *parts, *beginnings}, key=len, reverse=True)
