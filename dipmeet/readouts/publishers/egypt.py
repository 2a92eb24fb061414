"""Ministry of Foreign Affairs of Egypt."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of Egypt",
    party="Egypt",
    zone="Africa/Cairo",
    language="en",
    hosts=("mfa.gov.eg",),
    signs=(
        r"Minister of Foreign Affairs,? (?:Migration|Emigration) and (?:Egyptian )?Expatriates",
        r"spokes(?:person|man) (?:of|for) the (?:Egyptian )?Presidency",
    ),
    about="Told by its spokesman, the day by the page's date.",
)
