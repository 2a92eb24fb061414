"""Ministry of Foreign Affairs of the Republic of Korea."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of the Republic of Korea",
    party="South Korea",
    zone="Asia/Seoul",
    language="en",
    hosts=("mofa.go.kr",),
    signs=(
        r"Ministry of Foreign Affairs REPUBLIC OF KOREA",
        r"본문 바로가기",
        r"Minister of Foreign Affairs Cho|Foreign Minister Cho Tae-yul|Minister Park Jin",
    ),
    about="The lead is itself the first numbered point.",
)
