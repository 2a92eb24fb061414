"""Ministry of Foreign Affairs of the Russian Federation."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of the Russian Federation",
    party="Russia",
    zone="Europe/Moscow",
    language="en",
    hosts=("mid.ru", "kremlin.ru"),
    signs=(
        r"Foreign Minister Sergey Lavrov",
        r"Vladimir Putin (?:had|held|met)",
        r"The Kremlin, Moscow",
    ),
    about='Calls are said to be "at the initiative of" a side.',
)
