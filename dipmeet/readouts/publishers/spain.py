"""Ministry of Foreign Affairs, European Union and Cooperation of Spain."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs, European Union and Cooperation of Spain",
    party="Spain",
    zone="Europe/Madrid",
    language="en",
    hosts=("exteriores.gob.es", "lamoncloa.gob.es"),
    signs=(
        r"Foreign Affairs, (?:the )?European Union and Cooperation",
        r"\bLa Moncloa\b",
    ),
    hints=(r"\bJosé Manuel Albares\b",),
    about="Names the minister by surname in the title; a standfirst may follow.",
)
