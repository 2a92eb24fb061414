"""Federal Government of Germany."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Federal Government of Germany",
    party="Germany",
    zone="Europe/Berlin",
    language="en",
    hosts=("auswaertiges-amt.de", "bundesregierung.de", "bundeskanzler.de"),
    signs=(
        r"Federal Foreign Office",
        r"Federal Government (?:spokes|S)",
        r"Federal (?:Foreign Minister|Chancellor) [A-Z]\w+ [A-Z]\w+ (?:spoke|met|received|held)",
    ),
    hints=(r"Federal (?:Foreign Minister|Chancellor)",),
    about="A spokesperson's statement.",
)
