"""Foreign, Commonwealth & Development Office."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Foreign, Commonwealth & Development Office",
    party="United Kingdom",
    zone="Europe/London",
    language="en",
    hosts=("fco.gov.uk", "fcdo", "gov.uk/government/news"),
    signs=(
        r"Foreign, ?Commonwealth (?:&|and) Development Office",
        r"Foreign (?:&|and) Commonwealth Office",
        r"(?:UK|British) Foreign Secretary",
    ),
    hints=(
        r"he Foreign Secretary\b|^Foreign Secretary",
        r"(?:London|Britain|British(?! (?:Foreign|Prime|Secretary|Minister|Ambassador|High)))\b",
    ),
    about="A standfirst, then a spokesperson's statement without numbers.",
)
