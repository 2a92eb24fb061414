"""Ministry of Foreign Affairs of Indonesia."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of Indonesia",
    party="Indonesia",
    zone="Asia/Jakarta",
    language="en",
    hosts=("kemlu.go.id",),
    signs=(
        r"Indonesian Minister of Foreign Affairs",
        r"Minister (?:for|of) Foreign Affairs (?:of the Republic of Indonesia )?Retno",
    ),
    about="Opens with a dateline.",
)
