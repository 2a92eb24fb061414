"""U.S. Department of State."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="U.S. Department of State",
    party="United States",
    zone="America/New_York",
    language="en",
    hosts=("state.gov",),
    signs=(
        r"(?:D(?:epartment of State|EPARTMENT OF STATE)|State Department)\b",
        r"Secretary of State \w+ (?:\w+\. )?\w+ (?:met|spoke|held)",
        r"(?i)attributable to (?:acting )?(?:deputy )?(?:principal )?(?:deputy )?spokesperson",
        r"(?i)^office of the spokesperson$",
    ),
    hints=(r"^Secretary [A-Z]\w+'s (?:Call|Meeting|Trilateral)",),
    dates_are_of_meeting=True,
    about="Names the day as today and gives no clock time.",
)
