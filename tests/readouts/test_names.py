"""Names elsewhere on the page: the fullest form that it prints, and the office that stands before it there."""

from __future__ import annotations

import pytest

from dipmeet.readouts.names import fullest_name, titled_elsewhere
from dipmeet.readouts.page import read_page


def fullest(text: str, name: str) -> str | None:
    """The fuller form of the last `name` in a text."""
    at = text.rindex(name)
    span = fullest_name(read_page(text), name, (at, at + len(name)))
    return text[slice(*span)] if span is not None else None


@pytest.mark.parametrize(
    ("text", "name", "full"),
    [
        ("Koichi Gemba meets colleague\n\nMinister Gemba held talks.", "Gemba", "Koichi Gemba"),
        ("Foreign Minister Koichi Gemba\n\nMr. Gemba held talks.", "Gemba", "Koichi Gemba"),
        ("ALVES Pedro arrived\n\nMr. Alves held talks.", "Alves", "ALVES Pedro"),
        ("Rosa Maria Fuentes arrived\n\nRosa Fuentes held talks.", "Rosa Fuentes", "Rosa Maria Fuentes"),
        ("Minister Gemba held talks.", "Gemba", None),
        ("Minister Pedro Alves met Rosa Fuentes. Fuentes said\n\nRosa Fuentes thanked him", "Rosa Fuentes", None),
        ("Minister Pedro Alves met Gao Yi. Gao said\n\nGao thanked him", "Gao", None),
        ("Minister of Trade of Mongolia D.Bat came\n\nMr. D.Bat held talks.", "D.Bat", None),
        ("Foreign Minister Gemba\n\nMinister Gemba held talks.", "Gemba", None),
        ("Rosa Fuentesson arrived\n\nRosa Fuentes held talks.", "Rosa Fuentes", None),
    ],
)
def test_a_name_is_known_by_its_fullest_form(text: str, name: str, full: str | None) -> None:
    assert fullest(text, name) == full


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("Secretary Dunn thanked him.", "Walter Dunn", "Secretary"),
        ("He thanked Deputy Prime Minister Alves.", "Pedro Alves", "Deputy Prime Minister"),
        ("He thanked Mr. Alves.", "Pedro Alves", None),
        ("Secretary Dunnigan thanked him.", "Walter Dunn", None),
    ],
)
def test_the_office_before_a_name_elsewhere_is_found(text: str, name: str, office: str | None) -> None:
    span = titled_elsewhere(read_page(text), name)
    assert (text[slice(*span)] if span is not None else None) == office
