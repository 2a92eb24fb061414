"""Global Affairs Canada."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Global Affairs Canada",
    party="Canada",
    zone="America/Toronto",
    language="en",
    hosts=("international.gc.ca", "canada.ca"),
    signs=(
        r"Global Affairs Canada",
        r"Ottawa, Ontario",
    ),
    about='Opens with a dateline and "spoke today with".',
)
