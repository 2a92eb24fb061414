"""Ministry of Foreign and Diaspora Affairs of Kenya."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign and Diaspora Affairs of Kenya",
    party="Kenya",
    zone="Africa/Nairobi",
    language="en",
    hosts=("mfa.go.ke",),
    signs=(
        r"Prime Cabinet Secretary",
        r"Foreign and Diaspora Affairs",
    ),
    about="Calls the minister Cabinet Secretary.",
)
