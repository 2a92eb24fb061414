"""Emirates News Agency."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Emirates News Agency",
    party="United Arab Emirates",
    zone="Asia/Dubai",
    language="en",
    hosts=("wam.ae", "mofa.gov.ae"),
    signs=(
        r"\(WAM\)|^WAM$|/ ?WAM\b",
        r"^ABU DHABI,",
    ),
    about="Opens with place, date and its own name.",
)
