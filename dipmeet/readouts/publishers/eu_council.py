"""European Council."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="European Council",
    party="European Union",
    zone="Europe/Brussels",
    language="en",
    hosts=("consilium.europa.eu",),
    signs=(
        r"^(?:[Tt]he )?President of the European Council|^European Council President",
        r"^European Council$",
    ),
    hints=(r"President (?:Charles Michel|António Costa|Donald Tusk)",),
    about="The President's meetings and calls.",
)
