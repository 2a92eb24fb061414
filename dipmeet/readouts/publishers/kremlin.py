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
    hints=(r"\bVladimir Putin\b",),
    dates_are_of_meeting=True,
    about="Names the President without his office.",
)
