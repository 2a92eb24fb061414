"""Ministry of Foreign Affairs of Türkiye."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of Türkiye",
    party="Turkey",
    zone="Europe/Istanbul",
    language="en",
    hosts=("mfa.gov.tr",),
    signs=(r"Minister of Foreign Affairs (?:Hakan Fidan|Mevlüt Çavuşoğlu)",),
    about="Short statements dated by day.",
)
