"""Ministry of Foreign Affairs of Qatar."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of Qatar",
    party="Qatar",
    zone="Asia/Qatar",
    language="en",
    hosts=("mofa.gov.qa", "qna.org.qa"),
    signs=(
        r"\(QNA\)|/QNA/",
        r"^Doha[ ,|-]",
    ),
    about="Opens with place and date.",
)
