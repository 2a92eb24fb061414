"""United Nations."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="United Nations",
    party="United Nations",
    zone="America/New_York",
    language="en",
    hosts=("un.org",),
    signs=(
        r"^Readout of (?:the )?(?:\w+ between the )?(?:Deputy )?Secretary-General\b",
        r"^The (?:Deputy )?Secretary-General,? (?:M[rs]+\. [A-Z]\w+ \w+, )?(?:met|spoke|held|had)",
    ),
    dates_are_of_meeting=True,
    about="Calls the principal the Secretary-General; dates its readouts by the meeting.",
)
