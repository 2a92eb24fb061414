"""Federal Foreign Office of Germany."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Federal Foreign Office of Germany",
    party="Germany",
    zone="Europe/Berlin",
    language="en",
    hosts=("auswaertiges-amt.de", "bundesregierung.de"),
    signs=(
        r"Federal Foreign Office",
        r"Federal (?:Foreign Minister|Chancellor)",
        r"Federal Government spokesperson",
    ),
    about="A spokesperson's statement.",
)
