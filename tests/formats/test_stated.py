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
        ("Met with President Roosevelt in Washington while returning to Montreal.",
         [("Washington", "America/New_York")]),
        ("Met with President Bush while attending a U.N. Security Council Summit in New York City.",
         [("New York City", "America/New_York")]),
        ("Met with President Eisenhower in Washington while attending a session in New York City.",
         [("Washington", "America/New_York")]),
        ("Attended a Summit in New York City and discussed arms with President Bush at Camp David, Md.",
         [("New York City", "America/New_York"), ("Camp David", "America/New_York")]),
        ("Official visit at San Clemente (Calif.), and Washington, D.C.", [("San Clemente", "America/Los_Angeles")]),
        ("Discussed aid with President Nixon at San Clemente, (Calif.).", [("San Clemente", "America/Los_Angeles")]),
        ("Official visit in Hawaii.", [("Hawaii", "Pacific/Honolulu")]),
        ("Visited El Paso (Texas) in an exchange of visits with President Taft.", [("El Paso", "America/Denver")]),
        ("Visited President Taft in Beverly (Mass.) while en route to Europe.", [("Beverly", "America/New_York")]),
        ("Discussed mutual defense with President Roosevelt at Ogdensburg (New York).",
         [("Ogdensburg", "America/New_York")]),
        ("Informal discussions in Washington and at Rapidan Camp (Virginia) concerning naval limitations.",
         [("Washington", "America/New_York"), ("Rapidan Camp", "America/New_York")]),
        ("State visit at Washington and at Camp David (Maryland) In U.S. April 4–17, visiting Miami.",
         [("Washington", "America/New_York"), ("Camp David", "America/New_York")]),
        ("At Washington to discuss nuclear tests.", [("Washington", "America/New_York")]),
        ("Attended Economic Summit Meeting, Williamsburg (Va.).", [("Williamsburg", "America/New_York")]),
        ("Attended Economic Summit Meeting in Dorado Beach, Puerto Rico.", [("Dorado Beach", "America/Puerto_Rico")]),
        ("Attended AUKUS Summit at Point Loma, CA.", [("Point Loma", "America/Los_Angeles")]),
        ("Met with President Bush at Crawford, Texas.", [("Crawford", "America/Chicago")]),
        ("Attended White House dinner on 25th Anniversary of the U.N.", [("White House", "America/New_York")]),
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
        "Discussed the situation in Lebanon and in Washington State with President Truman.",
        "Met with President Truman after receiving medical treatment in Baltimore (Maryland).",
        "Official working visit. Private visit to Houston afterward.",
        "Official visit; private visit to San Francisco.",
        "Discussed commerce in Canal Zone.",
        "Informal visit while attending UN General Assembly.",
        "Met with President Bush during a private visit after peace talks in Key West, Florida, beginning April 3.",
        "",
    ],
)
def test_what_is_not_plain_leaves_the_place_open(text: str) -> None:
    assert find_stated(text, states()) == ()


@pytest.mark.parametrize(
    ("text", "days", "places"),
    [
        ("Attended the Exposition in Philadelphia June 20–25.", ("1876-05-07", "1876-05-11"), []),
        ("Attended the Exposition in Philadelphia June 20–25.", ("1876-06-24", "1876-06-30"), ["Philadelphia"]),
        ("Met in Chicago January 2.", ("1941-12-22", "1942-01-06"), ["Chicago"]),
        ("Met in Chicago February 2.", ("1941-12-22", "1942-01-06"), []),
        ("Met in Chicago.", ("1941-12-22", "1942-01-06"), ["Chicago"]),
    ],
)
def test_where_they_were_on_other_days_is_no_place_of_the_meeting(
    text: str, days: tuple[str, str], places: list[str]
) -> None:
    assert [place.name for place in find_stated(text, states(), days)] == places


@settings(max_examples=60)
@given(st.text(st.sampled_from("Met in at the New York City (Texas). Boston;"), max_size=80))
def test_what_is_found_stands_in_the_text(text: str) -> None:
    assert all(text[place.start : place.end] == place.name for place in find_stated(text, states()))
