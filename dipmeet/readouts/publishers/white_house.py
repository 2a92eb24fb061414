"""The White House."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="The White House",
    party="United States",
    zone="America/New_York",
    language="en",
    hosts=("whitehouse.gov",),
    signs=(
        r"White House",
        r"^Readout of (?:the )?President",
        r"^The President spoke",
        r"President (?:Donald J\. Trump|Joseph R\. Biden|Barack Obama|Joe Biden)[^.]{0,40} (?:spoke|met)",
    ),
    about="Readouts of calls in one paragraph, dated by the page.",
)
