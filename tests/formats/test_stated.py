"""Specifies where a remark says that they met: only what is plain, and of the row's own country."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.formats.stated import find_stated
from dipmeet.names.countries import Country, find_country


def states() -> Country:
    country = find_country("United States")
    assert country is not None
    return country


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Met with President Roosevelt at Warm Springs (Georgia), April 23–24. Then visited Williamsburg (Virginia).",
         [("Warm Springs", "America/New_York")]),
        ("Informal meeting at Hyde Park (New York).", [("Hyde Park", "America/New_York")]),
        ("Informal visit to Washington.", [("Washington", "America/New_York")]),
        ("Met with President Obama at the UN General Assembly in New York City.",
         [("New York City", "America/New_York")]),
        ("Attended the G-7 Economic Summit in Houston.", [("Houston", "America/Chicago")]),
        ("Working visit; met with President Clinton at Camp David.", [("Camp David", "America/New_York")]),
        ("Met with President Ford in Vail (Colorado).", [("Vail", "America/Denver")]),
        ("Met with President Johnson at the LBJ Ranch (Texas).", [("LBJ Ranch", "America/Chicago")]),
        ("Met at the White House.", [("White House", "America/New_York")]),
        ("Attended meetings in St. Louis. Talks in Chicago.", [("St. Louis", "America/Chicago")]),
        ("Summit meetings in Honolulu and in San Francisco.",
         [("Honolulu", "Pacific/Honolulu"), ("San Francisco", "America/Los_Angeles")]),
    ],
)  # fmt: skip
def test_a_place_after_at_or_in_is_where_they_met(text: str, places: list[tuple[str, str]]) -> None:
    found = find_stated(text, states())
    assert [(text[place.start : place.end], place.zone) for place in found] == places


@pytest.mark.parametrize(
    "text",
    [
        "In U.S. June 20–27; visited New York City.",
        "Stops included New York City, Boston, Chicago, St. Louis (Missouri), and Omaha (Nebraska).",
        "Met with President Wilson en route to Imperial Conference meetings in London.",
        "Met with the President while returning to Montreal.",
        "Working visit. Addressed a Joint Meeting of Congress.",
        "Attended the First Washington (Arcadia) Conference.",
        "Met with President Reagan in April to discuss the situation in Lebanon.",
        "Met in May.",
        "Talks in Paris, in Berlin and in Vienna.",
        "Met the President in Georgia.",
        "Discussed steel in Chicago.",
        "",
    ],
)
def test_what_is_not_plain_leaves_the_place_open(text: str) -> None:
    assert find_stated(text, states()) == ()


@settings(max_examples=60)
@given(st.text(st.sampled_from("Met in at the New York City (Texas). Boston;"), max_size=80))
def test_what_is_found_stands_in_the_text(text: str) -> None:
    assert all(text[place.start : place.end] == place.name for place in find_stated(text, states()))
