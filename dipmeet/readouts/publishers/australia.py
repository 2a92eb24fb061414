"""Minister for Foreign Affairs of Australia."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Minister for Foreign Affairs of Australia",
    party="Australia",
    zone="Australia/Sydney",
    language="en",
    hosts=("foreignminister.gov.au", "dfat.gov.au", "pm.gov.au"),
    signs=(
        r"Department of Foreign Affairs and Trade",
        r"^(?:Senator the Hon |The Hon [A-Z]\w+ [A-Z]\w+ MP$)",
        r"Prime Minister,? (?:the Hon )?Anthony Albanese",
    ),
    hints=(r"\bToday,? I (?:met|spoke|welcomed)",),
    about="Written in the first person.",
)
