"""U.S. Department of State."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="U.S. Department of State",
    party="United States",
    zone="America/New_York",
    language="en",
    hosts=("state.gov",),
    signs=(
        r"Department of State",
        r"State Department",
        r"Secretary of State \w+ (?:J\. )?\w+ (?:met|spoke)",
        r"attributable to Spokesperson",
    ),
    about="Names the day as today, gives no clock time.",
)
