"""Ministry of External Affairs of India."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of External Affairs of India",
    party="India",
    zone="Asia/Kolkata",
    language="en",
    hosts=("mea.gov.in",),
    signs=(
        r"\bEAM\b",
        r"Ministry of External Affairs",
    ),
    hints=(
        r"External Affairs Minister",
        r"^New Delhi$",
    ),
    about="Calls the minister EAM; place and date stand at the end.",
)
