"""ASEAN Secretariat."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="ASEAN Secretariat",
    party="ASEAN",
    zone="Asia/Jakarta",
    language="en",
    hosts=("asean.org",),
    signs=(
        r"ASEAN Secretariat",
        r"Secretary-General of ASEAN",
    ),
    about="The Secretary-General's meetings.",
)
