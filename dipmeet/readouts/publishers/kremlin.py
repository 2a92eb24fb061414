"""President of Russia."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="President of Russia",
    party="Russia",
    zone="Europe/Moscow",
    language="en",
    hosts=("kremlin.ru",),
    signs=(
        r"^Vladimir Putin (?:had|held|met|spoke|received)",
        r"The Kremlin, Moscow",
    ),
    hints=(
        r"\bVladimir Putin\b",
        r"^President of Russia [A-Z]\w+ [A-Z]\w+ (?:had|held|met|spoke|received)",
        r"^[A-Z]\w+ \d{1,2}, \d{4}\n\d\d:\d\d\n",
    ),
    dates_are_of_meeting=True,
    about="Names the President without his office.",
)
