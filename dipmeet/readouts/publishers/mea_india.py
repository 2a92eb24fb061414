"""Ministry of External Affairs of India."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of External Affairs of India",
    party="India",
    zone="Asia/Kolkata",
    language="en",
    hosts=("mea.gov.in",),
    signs=(
        r"External Affairs Minister",
        r"Ministry of External Affairs",
        r"\bEAM\b",
    ),
    about="Names the minister as EAM.",
)
