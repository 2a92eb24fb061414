"""Foreign, Commonwealth and Development Office."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Foreign, Commonwealth and Development Office",
    party="United Kingdom",
    zone="Europe/London",
    language="en",
    hosts=("gov.uk",),
    signs=(
        r"Foreign, ?Commonwealth (?:&|and) Development Office",
        r"Foreign (?:&|and) Commonwealth Office",
        r"^UK Foreign Secretary|UK Foreign Secretary",
        r"A (?:No\.? ?10|Downing Street) spokesperson",
    ),
    about="A spokesperson's statement without numbers.",
)
