"""Ministry of Foreign Affairs of Ukraine."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of Ukraine",
    party="Ukraine",
    zone="Europe/Kyiv",
    language="en",
    hosts=("mfa.gov.ua", "president.gov.ua"),
    signs=(
        r"Ministry of Foreign Affairs of Ukraine",
        r"Minister (?:of|for) Foreign Affairs of Ukraine [A-Z]\w+ [A-Z]\w+ (?:met|held|had|spoke)",
        r"President of Ukraine [A-Z]\w+ Zelensky+y? (?:met|held|had|spoke)",
    ),
    hints=(r"the Head of State",),
    about="Calls the President the Head of State.",
)
