"""NATO."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="NATO",
    party="NATO",
    zone="Europe/Brussels",
    language="en",
    hosts=("nato.int",),
    signs=(
        r"\bNATO Secretary General,? (?:Jens|Mark|Mr)",
        r"^(?:NATO )?Secretary General (?:meets|welcomes|visits)",
    ),
    about="The Secretary General's meetings.",
)
