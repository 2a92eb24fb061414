"""Ministry of Foreign Affairs of Poland."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of Poland",
    party="Poland",
    zone="Europe/Warsaw",
    language="en",
    hosts=("gov.pl",),
    signs=(
        r"Chancellery of the Prime Minister of Poland",
        r"Polish (?:diplomacy chief|top diplomat)",
        r"Ministry of Foreign Affairs(?: of| Republic of) Poland",
    ),
    about="Dates its pages by day.month.year.",
)
