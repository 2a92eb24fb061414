"""Government of Viet Nam."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Government of Viet Nam",
    party="Vietnam",
    zone="Asia/Ho_Chi_Minh",
    language="en",
    hosts=("mofa.gov.vn", "baochinhphu.vn", "vietnam.vn"),
    signs=(
        r"^(?:VGP|VNA)\b",
        r"Bui Thanh Son (?:received|held|met|had)",
        r"Ministry of Foreign Affairs of Viet ?Nam",
    ),
    about="The host and the guest speak in turn.",
)
