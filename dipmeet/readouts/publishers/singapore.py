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
        r"MFA (?:Spokesperson|Press Statement)",
        r"Dr Vivian Balakrishnan (?:met|spoke|had|called)",
    ),
    about="Place and date stand at the end, in capitals.",
)
