"""Department of International Relations and Cooperation of South Africa."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Department of International Relations and Cooperation of South Africa",
    party="South Africa",
    zone="Africa/Johannesburg",
    language="en",
    hosts=("dirco.gov.za",),
    signs=(
        r"Department of International Relations and Cooperation",
        r"\bDIRCO\b",
    ),
    hints=(r"Minister of International Relations and Cooperation", r"OR Tambo Building"),
    about="Puts the office before the name, between commas.",
)
