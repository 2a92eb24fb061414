"""Ministry of Foreign Affairs of Singapore."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of Singapore",
    party="Singapore",
    zone="Asia/Singapore",
    language="en",
    hosts=("mfa.gov.sg",),
    signs=(
        r"MINISTRY OF FOREIGN AFFAIRS\s+SINGAPORE",
        r"MFA Spokesperson",
        r"MFA Press Statement",
    ),
    about="Datelines at the end, in capitals.",
)
