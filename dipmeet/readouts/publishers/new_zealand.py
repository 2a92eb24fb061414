"""New Zealand Government."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="New Zealand Government",
    party="New Zealand",
    zone="Pacific/Auckland",
    language="en",
    hosts=("beehive.govt.nz", "mfat.govt.nz"),
    signs=(
        r"\bBeehive\b",
        r"(?:Foreign (?:Affairs )?Minister|Prime Minister) (?:Winston Peters|Nanaia Mahuta|Christopher Luxon)",
    ),
    hints=(r"Mr Peters says|Ms Mahuta said|Nanaia Mahuta said",),
    about="Press statements of ministers.",
)
