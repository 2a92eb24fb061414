"""Ministry of Foreign Affairs and Expatriates of Jordan."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs and Expatriates of Jordan",
    party="Jordan",
    zone="Asia/Amman",
    language="en",
    hosts=("mfa.gov.jo", "petra.gov.jo"),
    signs=(
        r"\(Petra\)",
        r"Foreign Affairs and Expatriates(?: Dr)?\.? Ayman",
    ),
    about="Opens with place and date.",
)
