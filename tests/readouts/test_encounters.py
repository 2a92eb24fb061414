"""Encounters: who met whom, by the verb of the sentence; who is only named in it did not."""

from __future__ import annotations

import pytest

from dipmeet.readouts.crowd import Crowd
from dipmeet.readouts.encounters import office_alone, office_beside, read_encounter


def names(text: str) -> list[str]:
    encounter = read_encounter(Crowd(text, 0, len(text)), (0, len(text)))
    return [] if encounter is None else [text[slice(*m.name)] for m in encounter.people if m.name is not None]


A = "Mr. Pedro Alves, Minister of Foreign Affairs of Portugal"
B = "Ms. Rosa Fuentes, Minister of Foreign Affairs of Chile"
C = "Mr. Nikos Pappas, Foreign Minister of Greece"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{A}, held a meeting with {B}.", ["Pedro Alves", "Rosa Fuentes"]),
        (f"{A}, met {B}.", ["Pedro Alves", "Rosa Fuentes"]),
        (f"{A}, received here today {B}.", ["Pedro Alves", "Rosa Fuentes"]),
        (f"{A}, received in audience {B}.", ["Pedro Alves", "Rosa Fuentes"]),
        (f"{A}, received the courtesy visit of {B}.", ["Pedro Alves", "Rosa Fuentes"]),
        (f"{A}, received in Lisbon the Minister of Trade of Chile, Rosa Fuentes.", ["Pedro Alves", "Rosa Fuentes"]),
        (f"{A}, met today in Lisbon with {B}.", ["Pedro Alves", "Rosa Fuentes"]),
        (f"{A}, received a courtesy call from {B}.", ["Pedro Alves", "Rosa Fuentes"]),
        (f"{A}, received a telephone call today from {B}.", ["Pedro Alves", "Rosa Fuentes"]),
        (f"{A}, paid a courtesy call on {B}.", ["Pedro Alves", "Rosa Fuentes"]),
        (f"{A}, spoke to {B}.", ["Pedro Alves", "Rosa Fuentes"]),
        (f"{A}, hosted {B}, for a dinner.", ["Pedro Alves", "Rosa Fuentes"]),
        (f"{A}, held a working dinner hosted by {B}.", ["Pedro Alves", "Rosa Fuentes"]),
        (f"{A}, attended a conference hosted by {C}, and met {B}.", ["Pedro Alves", "Rosa Fuentes"]),
        (f"{A}, held talks with {B}, and {C}.", ["Pedro Alves", "Rosa Fuentes", "Nikos Pappas"]),
        (f"{A}, {B}, and {C}, held a trilateral meeting.", ["Pedro Alves", "Rosa Fuentes", "Nikos Pappas"]),
        (f"A telephone conversation took place between {A}, and {B}.", ["Pedro Alves", "Rosa Fuentes"]),
        (f"{A}, who is visiting Athens at the invitation of {C}, met {B}.", ["Pedro Alves", "Rosa Fuentes"]),
        (f"{A}, who held office before {C}, met {B}.", ["Pedro Alves", "Rosa Fuentes"]),
        (
            f"{A.replace(', Minister', ' Minister')} who was on a visit to Chile met {B}.",
            ["Pedro Alves", "Rosa Fuentes"],
        ),
        (f"{A}, was received today by {B}.", ["Pedro Alves", "Rosa Fuentes"]),
        (f"{A}, was welcomed by the King of Spain, Felipe VI.", ["Pedro Alves", "Felipe VI"]),
        (f"{A}, met his Chilean counterpart Rosa Fuentes.", ["Pedro Alves", "Rosa Fuentes"]),
        (
            f"{A}, hosted his Greek counterparts Nikos Pappas and Eleni Costa.",
            ["Pedro Alves", "Nikos Pappas", "Eleni Costa"],
        ),
        (f"{A}, received a telephone call Friday from {B}.", ["Pedro Alves", "Rosa Fuentes"]),
        (f"{A}, and {B}, reviewed the ties of the two countries.", ["Pedro Alves", "Rosa Fuentes"]),
        (f"A meeting between {A}, and {B}, took place in Lima.", ["Pedro Alves", "Rosa Fuentes"]),
        (f"Talks between {A}, and {B}, were held in Lima.", ["Pedro Alves", "Rosa Fuentes"]),
        (f"{A}, sat down with {B}.", ["Pedro Alves", "Rosa Fuentes"]),
        (f"{A}, has spoken today by phone to {B}.", ["Pedro Alves", "Rosa Fuentes"]),
        (f"{A}, dined with {B}.", ["Pedro Alves", "Rosa Fuentes"]),
        (f"{A}, caught up with {B}.", ["Pedro Alves", "Rosa Fuentes"]),
        (f"{A}, together with {B}, chaired the consultations.", ["Pedro Alves", "Rosa Fuentes"]),
        (f"{A}, and {B}, addressed the war.", ["Pedro Alves", "Rosa Fuentes"]),
        (f'{C}, told a news briefing: "{A}, held talks with {B}."', ["Pedro Alves", "Rosa Fuentes"]),
        (f"{A}, told reporters on Monday after he had met {B}.", ["Pedro Alves", "Rosa Fuentes"]),
    ],
)
def test_those_who_met_are_told_from_those_who_are_only_named(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("The President spoke today with King Felipe.", "President"),
        ("Today, the Prime Minister met his counterpart.", "Prime Minister"),
        ("During the visit to Oslo, the Foreign Secretary met his counterpart.", "Foreign Secretary"),
        ("The Secretary-General held a call.", "Secretary-General"),
        ("Today in Suva I met with my counterpart.", "I"),
        ("This morning I was pleased to welcome my counterpart.", "I"),
    ],
)
def test_a_subject_may_be_called_by_the_office_alone(text: str, office: str) -> None:
    span = office_alone(text, (0, len(text)))
    assert span is not None
    assert text[slice(*span)] == office


@pytest.mark.parametrize("text", ["Pedro Alves met Rosa Fuentes.", "They discussed the President's visit."])
def test_a_named_subject_is_no_office_alone(text: str) -> None:
    assert office_alone(text, (0, len(text))) is None


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("The Secretary and Foreign Minister Nikos Pappas spoke today on trade.", "Secretary"),
        ("Today, the President and British Prime Minister Ann Cole spoke by video conference.", "President"),
        ("The President and Prime Minister Cole spoke with Foreign Minister Nikos Pappas of Greece.", None),
        (f"{A}, spoke today.", None),
    ],
)
def test_an_office_alone_may_stand_beside_who_is_named(text: str, office: str | None) -> None:
    encounter = read_encounter(Crowd(text, 0, len(text)), (0, len(text)))
    assert encounter is not None
    span = office_beside(text, (0, len(text)), encounter)
    assert (text[slice(*span)] if span is not None else None) == office


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Foreign Ministers Pedro Alves of Portugal and Rosa Fuentes of Chile met.", ["Foreign Minister"] * 2),
        ("Presidents Pedro Alves of Portugal, Rosa Fuentes of Chile and Jan Berg of Norway met.", ["President"] * 3),
        ("Ministers met, and Pedro Alves of Portugal and Rosa Fuentes of Chile spoke.", [None, None]),
    ],
)
def test_an_office_in_the_plural_is_that_of_each_who_stands_behind_it(text: str, titles: list[str | None]) -> None:
    encounter = read_encounter(Crowd(text, 0, len(text)), (0, len(text)))
    assert encounter is not None
    assert [text[slice(*m.title)] if m.title is not None else None for m in encounter.people] == titles
