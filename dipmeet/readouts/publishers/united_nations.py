"""United Nations."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="United Nations",
    party="United Nations",
    zone="America/New_York",
    language="en",
    hosts=("un.org",),
    signs=(
        r"^Readout of the (?:Deputy )?Secretary-General's",
        r"^The (?:Deputy )?Secretary-General,? (?:M[rs]+\. [A-Z]\w+ \w+, )?(?:met|spoke|held|had)",
    ),
    about="Calls the principal the Secretary-General.",
)
