"""Honorifics before a name ("H.E. Mr.", "Rear Admiral (Retired)") with the letters after it ("P.C., M.P.")."""

from __future__ import annotations

from dipmeet.readouts.crowd import Crowd
from dipmeet.readouts.offices import is_head
from dipmeet.readouts.page import Span
from dipmeet.readouts.vocabulary import words_of

_POSSESSIVE = frozenset({"His", "Her", "Their", "Royal", "Imperial", "Serene"})
_FURTHER = frozenset({"Excellency", "Highness", "Majesty", "Eminence", "Holiness", "Marshal", "Justice", "Vice"})
_IN_BRACKETS = frozenset({"Retired", "Retd", "Ret", "Rtd", "retired", "Dr"})
_AFTER_COMMA = frozenset({"Hon.", "Hon", "Dr.", "Dr", "Mr.", "Ms.", "Mr", "Ms"})


def is_honorific(text: str) -> bool:
    """Tell whether a word is one of address."""
    return text in words_of("honorifics")


def behind_honorifics(crowd: Crowd, at: int) -> int:
    """Return the word behind the honorifics that begin at word `at`; `at` itself where there are none."""
    position = at
    while position < len(crowd.words):
        step = _step(crowd, position, is_first=position == at)
        if not step:
            break
        position += step
    return position if position == at or crowd.text(position)[:1].isalpha() else at


def _step(crowd: Crowd, at: int, *, is_first: bool) -> int:
    """Return how many words of an honorific begin at word `at`."""
    text, following = crowd.text(at), crowd.text(at + 1)
    if text in ("H.", "H") and following in ("E.", "E", "."):
        return 2
    if text == "Yang" and following in ("Berhormat", "Amat"):
        return 2
    if _is_burmese(text, following) or _opens(text, following) or _is_before_name(text, following):
        return 1
    return 0 if is_first else _further_step(crowd, at, text, following)


def _is_burmese(text: str, following: str) -> bool:
    """Tell whether "U" stands before a name, as in U Thaung Tun."""
    return text == "U" and following[:1].isupper() and following[1:2].islower() and not is_head(following)


def _opens(text: str, following: str) -> bool:
    if text in ("the", "The"):
        return is_honorific(following)
    return text in _POSSESSIVE and (following in _POSSESSIVE or following in _FURTHER or is_honorific(following))


def _is_before_name(text: str, following: str) -> bool:
    if not is_honorific(text) or following == "Extraordinary":
        return False
    return text not in words_of("honorifics_before_names") or following[:1].isupper() or following in ("(", "the")


def _further_step(crowd: Crowd, at: int, text: str, following: str) -> int:
    if (
        text in (".", "'")
        or (text == "," and following in _AFTER_COMMA)
        or (text in _FURTHER and following[:1].isupper())
    ):
        return 1
    if text == "(" and following in _IN_BRACKETS:
        return 3 if crowd.text(at + 2) == ")" else 4
    return 0


def behind_postnominals(crowd: Crowd, at: int) -> tuple[int, Span | None]:
    """Return the word behind the letters after a name, and where they stand; commas may part them."""
    position, first = at, None
    while True:
        comma = crowd.text(position) == ","
        if crowd.text(position + comma) not in words_of("postnominals"):
            break
        first = position + comma if first is None else first
        position += 1 + comma
        position += crowd.text(position) == "." and crowd.text(position + 1) == ","
    return (position, crowd.span(first, position)) if first is not None else (at, None)
