"""Ministry of Foreign Affairs of Japan."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of Japan",
    party="Japan",
    zone="Asia/Tokyo",
    language="en",
    hosts=("mofa.go.jp",),
    signs=(
        r"Back to Japan",
        r"^Japan-[A-Z][\w .]+ Relations$",
        r"Minister for ?Foreign Affairs(?: of Japan)?,",
        r"overview of the (?:meeting|telephone talk|talk|events)s? is as follows",
        r"Foreign Ministers?'s?'? (?:Meeting|Telephone Talk|Video Conference)",
        r"^Press Releases$",
        r"(?:overview|outline|summary|gist) of (?:the|this|their) [\w ]{3,40} (?:is|are) as follows",
        r"Japan time\)|JST\)",
    ),
    dates_are_local=True,
    about='Pages before 2013 name the day with its weekday in brackets and print only local time; later ones open with "commencing at" and give Japan time in brackets.',
)
