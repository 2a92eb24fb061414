"""Prime Minister of Canada."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Prime Minister of Canada",
    party="Canada",
    zone="America/Toronto",
    language="en",
    hosts=("pm.gc.ca",),
    signs=(
        r"^Prime Minister (?:Justin Trudeau|Mark Carney|Stephen Harper)(?: \w+)? (?:speaks|meets)",
        r"^Today, (?:the )?Prime Minister,? (?:Justin Trudeau|Mark Carney|Stephen Harper)",
    ),
    hints=(r"^Ottawa, Ontario$",),
    about="Opens with 'Today, the Prime Minister, …, spoke with'.",
)
