"""Prime Minister's Office of Japan."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Prime Minister's Office of Japan",
    party="Japan",
    zone="Asia/Tokyo",
    language="en",
    hosts=("kantei.go.jp",),
    signs=(
        r"Prime Minister of Japan and His Cabinet",
        r"^\[Provisional [Tt]ranslation\]$",
        r"Prime Minister's Office of Japan",
        r"^Speeches and Statements by (?:the )?Prime Minister",
        r"(?:overview|outline|summary|gist) of (?:the|this|their) [\w ]{3,40} (?:is|are|was) as follows",
    ),
    hints=(
        r"\bcommencing (?:at|from)\b",
        r"Prime Minister of Japan,? (?:held|had|received|attended)",
        r"^Japan-[\w .,'-]+Summit",
        r"[Ss]ummit (?:telephone talk|meeting)",
    ),
    dates_are_local=True,
    about="Summits and calls of the Prime Minister, as provisional translations.",
)
