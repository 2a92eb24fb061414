"""President of the Republic of Korea."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Office of the President of the Republic of Korea",
    party="South Korea",
    zone="Asia/Seoul",
    language="en",
    hosts=("president.go.kr",),
    signs=(
        r"^President (?:Lee Myung-bak|Park Geun-hye|Moon Jae-in|Yoon Suk[ -][Yy]eol|Lee Jae[ -][Mm]yung) "
        r"(?:on|held|met|had|spoke)",
    ),
    about="Names the President without the country.",
)
