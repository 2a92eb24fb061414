"""Ministry of Foreign Affairs of Thailand."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of Thailand",
    party="Thailand",
    zone="Asia/Bangkok",
    language="en",
    hosts=("mfa.go.th",),
    signs=(
        r"Ministry of Foreign Affairs of (?:the Kingdom of )?Thailand",
        r"Minister of Foreign Affairs of (?:the Kingdom of )?Thailand,? (?:met|had|held|received)",
    ),
    hints=(
        r"\bat \d\d\.\d\d hrs\.",
        r"\b[Mm]inister of Foreign Affairs(?: of (?:the Kingdom of )?Thailand)?,? (?:met|had|held|received|paid)",
    ),
    about="One paragraph a meeting.",
)
