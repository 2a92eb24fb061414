"""Ministry of Foreign Affairs of Mexico."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of Mexico",
    party="Mexico",
    zone="America/Mexico_City",
    language="en",
    hosts=("gob.mx/sre",),
    signs=(
        r"Foreign Secretary (?:Alicia|Marcelo|Juan Ram)",
        r"Secretar(?:iat|ía) (?:of|de) (?:Foreign )?Rela",
        r"Foreign Ministry[^.]{0,20}Mexico",
    ),
    about="Calls its minister the Foreign Secretary.",
)
