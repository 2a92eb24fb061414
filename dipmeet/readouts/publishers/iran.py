"""Ministry of Foreign Affairs of Iran."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of Iran",
    party="Iran",
    zone="Asia/Tehran",
    language="en",
    hosts=("mfa.gov.ir", "irna.ir"),
    signs=(
        r"\bIRNA\b",
        r"Islamic Republic of Iran's (?:Foreign Minister|Minister of Foreign Affairs)",
    ),
    hints=(r"^Tehran, ",),
    about="Opens with place and agency.",
)
