"""Saudi Press Agency."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Saudi Press Agency",
    party="Saudi Arabia",
    zone="Asia/Riyadh",
    language="en",
    hosts=("spa.gov.sa", "mofa.gov.sa"),
    signs=(
        r"\bSPA\s?(?:--|—|–)",
        r"Ministry of Foreign Affairs of (?:the Kingdom of )?Saudi Arabia",
    ),
    hints=(r"^Riyadh, ",),
    about="Opens with place, date and its own name.",
)
