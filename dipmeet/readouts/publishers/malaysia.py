"""Ministry of Foreign Affairs of Malaysia."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of Malaysia",
    party="Malaysia",
    zone="Asia/Kuala_Lumpur",
    language="en",
    hosts=("kln.gov.my",),
    signs=(
        r"Wisma Putra",
        r"(?i)^Putrajaya\b",
        r"Ministry of Foreign Affairs(?:,| of) Malaysia",
    ),
    about="Opens with a dateline.",
)
