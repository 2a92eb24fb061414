"""New Zealand Government: how its pages are known, and what they leave unsaid."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="New Zealand Government",
    party="New Zealand",
    zone="Pacific/Auckland",
    language="en",
    hosts=("beehive.govt.nz", "mfat.govt.nz"),
    signs=(
        r"\bBeehive\b",
        r"(?:Foreign Affairs Minister|Foreign Minister|Prime Minister) (?:Winston Peters|Nanaia Mahuta|Christopher Luxon|Jacinda Ardern|Chris Hipkins)",
    ),
    hints=(r"Mr Peters says|Ms Mahuta said|Nanaia Mahuta said",),
    about="Press statements of ministers.",
)
