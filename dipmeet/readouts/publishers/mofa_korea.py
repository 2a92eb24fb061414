"""Ministry of Foreign Affairs of the Republic of Korea."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of the Republic of Korea",
    party="South Korea",
    zone="Asia/Seoul",
    language="en",
    hosts=("mofa.go.kr",),
    signs=(
        r"Minister of Foreign Affairs (?:Yun Byung-se|Kang Kyung-wha|Chung Eui-yong|Park Jin|Cho Tae-yul)",
        r"Ministry of Foreign Affairs REPUBLIC OF KOREA",
        r"본문 바로가기",
        r"^Date\s\d{4}-\d\d-\d\d\n[Hh]it",
    ),
    hints=(
        r"^(?:\d\. )?(?:On [^.]{5,40}, )?Minister of Foreign Affairs [A-Z]\w+ \w+-?\w* (?:held|met|had|spoke)",
        r"\bROK[-–]",
        r"^Outcome of ",
    ),
    about="Its lead is itself the first numbered point.",
)
