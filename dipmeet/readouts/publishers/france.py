"""Ministry for Europe and Foreign Affairs of France."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry for Europe and Foreign Affairs of France",
    party="France",
    zone="Europe/Paris",
    language="en",
    hosts=("diplomatie.gouv.fr", "elysee.fr"),
    signs=(
        r"Quai d'Orsay",
        r"Minister (?:for|of) Europe and Foreign Affairs(?! of (?:the |[A-Z]))",
        r"[ÉE]lys[ée]e",
    ),
    hints=(r"\bM\. [A-Z]",),
    about="Titles end with place and date in brackets.",
)
