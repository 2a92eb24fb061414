"""Ministry of Foreign Affairs of China."""

from dipmeet.readouts.publishers import Publisher

PUBLISHER = Publisher(
    name="Ministry of Foreign Affairs of China",
    party="China",
    zone="Asia/Shanghai",
    language="en",
    hosts=("fmprc.gov.cn", "mfa.gov.cn"),
    signs=(
        r"Home > China News",
        r"local time, (?:State Councilor and )?Foreign Minister Wang Yi",
        r"Wang Yi (?:said|Meets|met|pointed out|Holds|stressed)",
        r"President Xi Jinping (?:met|held|said|had)",
    ),
    about='Dates with "local time" and no clock; the margins are the sidelines.',
)
