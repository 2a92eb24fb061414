"""Ministry of Foreign Affairs of Myanmar."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of Myanmar",
    party="Myanmar",
    zone="Asia/Yangon",
    language="en",
    hosts=("mofa.gov.mm",),
    signs=(
        r"^\(?Nay Pyi Taw,",
        r"Union Minister for Foreign Affairs[^.]{0,40} (?:received|met)",
    ),
    about="Opens with a dateline in brackets.",
)
