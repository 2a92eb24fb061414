"""Department of Foreign Affairs of the Philippines."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Department of Foreign Affairs of the Philippines",
    party="Philippines",
    zone="Asia/Manila",
    language="en",
    hosts=("dfa.gov.ph",),
    signs=(
        r"\bPBBM\b|^President Ferdinand (?:\w+\.? )?Marcos",
        r"Department of Foreign Affairs \(DFA\)",
        r"(?:Foreign Affairs Secretary|Secretary for Foreign Affairs) (?:Enrique|Theresa|Teodoro|Ma\.)",
    ),
    hints=(r"^(?:MANILA|PASAY CITY)",),
    about="Opens with a dateline in capitals.",
)
