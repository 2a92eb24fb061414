"""European External Action Service."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="European External Action Service",
    party="European Union",
    zone="Europe/Brussels",
    language="en",
    hosts=("eeas.europa.eu",),
    signs=(
        r"High Representative/Vice-President",
        r"High Representative of the (?:European )?Union for Foreign Affairs[^.;]{0,80}"
        r"\b(?:met|held|spoke|had|hosted|received|welcomed|travelled|visited|welcomes|meets|will)\b",
        r"\bEEAS\b",
    ),
    about="Names the High Representative first.",
)
