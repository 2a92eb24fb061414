"""Prime Minister of Canada."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Prime Minister of Canada",
    party="Canada",
    zone="America/Toronto",
    language="en",
    hosts=("pm.gc.ca",),
    signs=(
        r"^Today, Prime Minister|Prime Minister of Canada$|Prime Minister's Office \(Canada\)",
        r"Today, (?:the )?Prime Minister, Justin Trudeau",
    ),
    about='Opens with "Today, the Prime Minister, …, spoke with".',
)
