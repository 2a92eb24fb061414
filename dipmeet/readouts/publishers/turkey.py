"""Ministry of Foreign Affairs of Türkiye."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of Türkiye",
    party="Turkey",
    zone="Europe/Istanbul",
    language="en",
    hosts=("mfa.gov.tr",),
    signs=(
        r"Minister of Foreign Affairs (?:Hakan Fidan|Mevl[uü]t [ÇC]avu[şs]o[ğg]lu),? "
        r"(?:on the|met|had|held|received|spoke)",
    ),
    about="One sentence a meeting, dated by day and place.",
)
