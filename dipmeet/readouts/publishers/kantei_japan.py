"""Prime Minister's Office of Japan."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Prime Minister's Office of Japan",
    party="Japan",
    zone="Asia/Tokyo",
    language="en",
    hosts=("kantei.go.jp", "japan.kantei"),
    signs=(
        r"Prime Minister of Japan and His Cabinet",
        r"\[Provisional Translation\]",
        r"Prime Minister's Office of Japan",
    ),
    dates_are_local=True,
    about='Opens with a duration "from" a time.',
)
