"""Prime Minister's Office, India."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Prime Minister's Office, India",
    party="India",
    zone="Asia/Kolkata",
    language="en",
    hosts=("pmindia.gov.in", "narendramodi.in", "pib.gov.in"),
    signs=(
        r"Prime Minister (?:Shri )?Narendra Modi",
        r"\bPIB Delhi\b",
        r"\bPM Modi\b",
    ),
    hints=(
        r"\bIST\b",
        r"\bShri\b",
    ),
    about="Standfirsts stand before the text.",
)
