"""The White House."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="The White House",
    party="United States",
    zone="America/New_York",
    language="en",
    hosts=("whitehouse.gov",),
    signs=(
        r"W(?:hite House|HITE HOUSE)\b(?<!(?:in|at|to) the White House)",
        r"^Readout of (?:the )?(?:President|Vice President|First Lady|National Security Advis)",
        r"American Presidency Project",
        r"\bNSC Spokesperson\b",
    ),
    hints=(
        r"^The President spoke",
        r"^President \w+ (?:\w+\.? )?\w+(?:, Jr\.)? (?:spoke|met)",
        r"^Vice President \w+ \w+ (?:spoke|met)",
    ),
    dates_are_of_meeting=True,
    about="Readouts of calls in a paragraph or two, dated by the page.",
)
