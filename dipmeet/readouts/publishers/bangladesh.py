"""Ministry of Foreign Affairs of Bangladesh."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of Bangladesh",
    party="Bangladesh",
    zone="Asia/Dhaka",
    language="en",
    hosts=("mofa.gov.bd",),
    signs=(
        r"Ministry of Foreign Affairs,? (?:Government of )?(?:the People's Republic of )?Bangladesh",
        r"^Dhaka,? \d",
    ),
    hints=(r"Bangladesh Foreign (?:Minister|Secretary|Adviser)",),
    about="Opens with place and date.",
)
