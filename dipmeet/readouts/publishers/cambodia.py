"""Ministry of Foreign Affairs of Cambodia."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of Cambodia",
    party="Cambodia",
    zone="Asia/Phnom_Penh",
    language="en",
    hosts=("mfaic.gov.kh",),
    signs=(
        r"(?i)^Kingdom of Cambodia$",
        r"\bMFAIC\b",
        r"^Nation Religion King",
    ),
    about="Prints family names in capitals; place and date stand at the end.",
)
