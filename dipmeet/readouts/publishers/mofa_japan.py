"""Ministry of Foreign Affairs of Japan."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of Japan",
    party="Japan",
    zone="Asia/Tokyo",
    language="en",
    hosts=("mofa.go.jp",),
    signs=(
        r"Minister for ?Foreign Affairs of Japan,? (?:who|held|had|during|paid|met|received|on|spoke)",
        r"^Back to Japan|^Back to Press Releases",
        r"^Japan-[A-Z][\w .'-]+ Relations$",
        r"(?:overview|outline|summary|gist)(?: of (?:the|this|their) [\w ]{3,40})? (?:is|are|was) as follows",
        r"Ministry of Foreign Affairs of Japan",
        r"^Japanese$",
    ),
    hints=(
        r"Minister for ?Foreign Affairs(?: of Japan)?(?: [A-Z]\w+ [A-Z]\w+)?,? "
        r"(?:who|held|had|during|paid|met|received|on|spoke)",
        r"^Press Releases$",
        r"\bcommencing (?:at|from)\b",
        r"\((?:local time[;:.,]|[^()]{3,60}(?:Japan [Tt]ime|JST)\.?\))",
        r"^(?:Overview of the )?Japan-[\w .,'-]+(?:Foreign Minister|Summit)",
        r"Cabinet Public Relations Office",
        r"provisional translation",
    ),
    dates_are_local=True,
    about="Opens with 'commencing at' and gives Japan time in brackets; older pages name the weekday.",
)
