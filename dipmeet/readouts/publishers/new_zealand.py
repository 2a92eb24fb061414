"""New Zealand Government."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="New Zealand Government",
    party="New Zealand",
    zone="Pacific/Auckland",
    language="en",
    hosts=("beehive.govt.nz", "mfat.govt.nz"),
    signs=(
        r"Foreign Minister (?:Winston Peters|Nanaia Mahuta)",
        r"Beehive",
    ),
    about="Press statements of ministers.",
)
