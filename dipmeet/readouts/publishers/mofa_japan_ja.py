"""Ministry of Foreign Affairs of Japan (Japanese)."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of Japan",
    party="Japan",
    zone="Asia/Tokyo",
    language="ja",
    hosts=("mofa.go.jp/mofaj",),
    signs=(
        r"概要は以下のとおり",
        r"外務大臣",
        r"日本時間|現地時間",
        r"令和|平成",
    ),
    dates_are_local=True,
    about="Japanese pages date by era and name the ambassador's English name in brackets.",
)
