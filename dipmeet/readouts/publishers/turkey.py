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
        r"\bMinister (?:Fidan|[ÇC]avu[şs]o[ğg]lu) (?:met|held|stated|emphasized|received|attended|discussed)",
        r"^Meeting of Minister of Foreign Affairs [^,\n]{5,40} with [^\n]{10,140}, \d{1,2} [A-Z]\w+ \d{4}, [A-Z]\w+$",
    ),
    about="One sentence a meeting, dated by day and place.",
)
