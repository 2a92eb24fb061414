"""Ministry of Foreign Affairs of the Russian Federation."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of the Russian Federation",
    party="Russia",
    zone="Europe/Moscow",
    language="en",
    hosts=("mid.ru",),
    signs=(r"Foreign Minister Sergey Lavrov['’]?s? (?:had|held|met|telephone|meeting|spoke)",),
    hints=(r"^Press release on ",),
    about="Says at whose initiative a call took place.",
)
