"""Ministry of Foreign Affairs of Brazil."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of Brazil",
    party="Brazil",
    zone="America/Sao_Paulo",
    language="en",
    hosts=("gov.br/mre", "itamaraty.gov.br"),
    signs=(
        r"\bItamaraty\b",
        r"Minister Mauro Vieira",
    ),
    about="Numbers its press releases.",
)
