"""Ministry of Foreign Affairs of Argentina."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of Argentina",
    party="Argentina",
    zone="America/Argentina/Buenos_Aires",
    language="en",
    hosts=("cancilleria.gob.ar", "argentina.gob.ar"),
    signs=(
        r"\.gob\.ar\b|\.GOB\.AR\b",
        r"(?i)^Argentine Foreign Ministry",
    ),
    about="Numbers its press releases by the year.",
)
