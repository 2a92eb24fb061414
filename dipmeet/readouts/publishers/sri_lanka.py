"""Ministry of Foreign Affairs of Sri Lanka."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of Sri Lanka",
    party="Sri Lanka",
    zone="Asia/Colombo",
    language="en",
    hosts=("mfa.gov.lk",),
    signs=(
        r"Ministry of Foreign Affairs\s+Colombo",
        r"^Colombo$",
    ),
    about="Ends with place and date.",
)
