"""Ministry of Foreign Affairs of Pakistan."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of Pakistan",
    party="Pakistan",
    zone="Asia/Karachi",
    language="en",
    hosts=("mofa.gov.pk",),
    signs=(
        r"(?i)^PR\.? No\.",
        r"Deputy Prime Minister/Foreign Minister",
        r"^Islamabad$",
    ),
    about="Ends with place and date.",
)
