"""Ministry of Foreign Affairs and International Cooperation of Italy."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs and International Cooperation of Italy",
    party="Italy",
    zone="Europe/Rome",
    language="en",
    hosts=("esteri.it",),
    signs=(
        r"\bFarnesina\b",
        r"^Typology: Press release",
        r"Minister of Foreign Affairs and International Cooperation,? (?:Hon\. )?(?:Antonio Tajani|Luigi Di Maio)",
    ),
    hints=(r"\bMinister Tajani\b",),
    about="Says 'his counterpart', and puts a dateline in brackets before the text.",
)
