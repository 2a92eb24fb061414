"""The White House."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="The White House",
    party="United States",
    zone="America/New_York",
    language="en",
    hosts=("whitehouse.gov",),
    signs=(
        r"(?i)(?<!in the )(?<!at the )(?<!to the )\bwhite house\b",
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
