"""Ministry of Foreign Affairs of the People's Republic of China."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of the People's Republic of China",
    party="China",
    zone="Asia/Shanghai",
    language="en",
    hosts=("fmprc.gov.cn", "mfa.gov.cn", "china-consulate", "chineseconsulate", "china-embassy"),
    signs=(
        r"^Home > China News",
        r"(?:Wang Yi|Qin Gang|Yang Jiechi) (?:said|[Mm]eets|met|pointed out|[Hh]olds|Has|stressed|emphasized)",
        r"(?:Xi Jinping|Li Qiang|Li Keqiang) (?:said|Meets|pointed out|Holds|Has|stressed|emphasized)",
    ),
    hints=(
        r"local time, (?:State Councilor and )?Foreign Minister Wang Yi",
        r"Political Bureau of the CPC",
        r"[Tt]he Chinese side",
    ),
    about="Dates with 'local time' and no clock; the two sides speak in turn.",
)
