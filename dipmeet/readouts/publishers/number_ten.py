"""Prime Minister's Office, 10 Downing Street."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Prime Minister's Office, 10 Downing Street",
    party="United Kingdom",
    zone="Europe/London",
    language="en",
    hosts=("number10", "10-downing-street"),
    signs=(
        r"10 Downing Street",
        r"(?:No\.? ?10|Downing Street) spokes(?:person|man|woman)",
        r"^PM (?:call|meeting) with",
    ),
    hints=(r"^The Prime Minister (?:spoke|met|welcomed|held|hosted)",),
    about="Calls the principal the Prime Minister; the title may hold the date.",
)
