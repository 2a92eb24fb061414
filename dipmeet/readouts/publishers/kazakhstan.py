"""Ministry of Foreign Affairs of Kazakhstan."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of Kazakhstan",
    party="Kazakhstan",
    zone="Asia/Almaty",
    language="en",
    hosts=("mfa.gov.kz",),
    signs=(
        r"Ministry of Foreign Affairs of (?:the Republic of )?Kazakhstan",
        r"Kazakh (?:Foreign Minist|side|diplomat)",
        r"(?:KAZINFORM|Kazinform|Akorda)\b",
    ),
    dates_are_of_meeting=True,
    about="Calls the parties sides; the office joins Deputy Prime Minister with a dash.",
)
