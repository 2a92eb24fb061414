"""A participant: a person who met, with the office held then and the party represented."""

from __future__ import annotations

from dipmeet.model.record import Record, field_of
from dipmeet.model.shapes import Text


class Participant(Record):
    """One who took part; a page may leave the name or the office unsaid, but not everything.

    `party` is the common English short name of a state or an organisation; `honorific` ("H.E. Mr.") stood before the
    name and `postnominals` ("P.C., M.P.") after it.
    """

    one_of = ("name", "title", "party")

    name: str | None = field_of(Text("a name"))
    title: str | None = field_of(Text("an office"))
    party: str | None = field_of(Text("a party"))
    honorific: str | None = field_of(Text())
    postnominals: str | None = field_of(Text())
