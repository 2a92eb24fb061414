"""Global Affairs Canada."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Global Affairs Canada",
    party="Canada",
    zone="America/Toronto",
    language="en",
    hosts=("international.gc.ca", "canada.ca"),
    signs=(r"Global Affairs Canada",),
    hints=(
        r"^Minister [A-Z]\w+ (?:speaks|meets|concludes)",
        r"Ottawa, Ontario",
        r"The Honourable [^.]{5,40}, Minister of (?:Foreign Affairs|International)",
    ),
    about="Opens with a dateline and 'today spoke with'.",
)
