"""Ids: what a record is called for good, and how a person refers to it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from dipmeet.errors import BadValue
from dipmeet.model.meeting import Meeting
from dipmeet.model.value import Value


def slug(text: str) -> str:
    """Return `text` as lower-case words joined by hyphens, accents dropped: "Côte d'Ivoire" is "cote-d-ivoire"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    return "-".join(re.findall(r"[^\W_]+", plain))


def id_stem(meeting: Meeting) -> str:
    """Return the id a meeting would have if nothing else had it: local date and parties, or the kind without any."""
    date = meeting.start.date if meeting.start is not None else "undated"
    names = "-".join(filter(None, (slug(party) for party in meeting.parties))) or slug(meeting.kind)
    return f"{date}-{names}"[:180].rstrip("-")


def free_id(stem: str, taken: Container[str]) -> str:
    """Return `stem`, or the first of `stem-2`, `stem-3`, … that is not in `taken`."""
    candidate, number = stem, 1
    while candidate in taken:
        number += 1
        candidate = f"{stem}-{number}"
    return candidate


class Reference(Value):
    """What a person typed to name records: an id or the beginning of one, and perhaps a point by position from 1."""

    words: str
    point: tuple[int, ...] = ()

    def __str__(self) -> str:
        """Return the reference as it is typed."""
        return self.words + ("#" + ".".join(map(str, self.point)) if self.point else "")


def read_reference(text: str) -> Reference:
    """Read `2017-09-19-japan-canada#2.1`: an id or a beginning of one, and positions of a point.

    Raises:
        BadValue: where nothing stands before the `#`, or what follows it is no address of a point.
    """
    words, hash_mark, address = text.strip().partition("#")
    if not words:
        raise BadValue(f"no reference in {text!r}", hint="give an id or its beginning: 2017-09-19, 2017-09-19-japan")
    if not hash_mark:
        return Reference(words)
    if not re.fullmatch(r"[1-9]\d{0,3}(\.[1-9]\d{0,3})*", address):
        raise BadValue(f"no point is called {address!r}", hint="points are counted from 1: REF#2 or REF#2.1")
    return Reference(words, tuple(int(part) for part in address.split(".")))


def is_named_by(reference: str, identity: str) -> bool:
    """Tell whether `reference` is the id, or a beginning of it that ends at a hyphen or at the end."""
    return identity == reference or identity.startswith(reference.rstrip("-") + "-")
