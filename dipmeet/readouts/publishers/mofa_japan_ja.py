"""Ministry of Foreign Affairs of Japan."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of Japan",
    party="Japan",
    zone="Asia/Tokyo",
    language="ja",
    hosts=("mofa.go.jp/mofaj",),
    signs=(
        r"概要は(?:以下|次)のとおり",
        r"(?:外務大臣|外務副大臣|外務大臣政務官)(?:は、|と|表敬)",
        r"日本時間",
    ),
    hints=(
        r"令和|平成",
        r"現地時間",
        r"外相(?:会談|電話会談)",
    ),
    dates_are_local=True,
    about="Japanese pages date by era and give a guest's name in English in brackets.",
)
