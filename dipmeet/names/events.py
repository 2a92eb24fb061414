"""Named undertakings: agreements, initiatives, summits and the like, found by the noun they end in.

What a readout calls by a proper name, capitalised and ending in such a noun ("Japan-Canada Action Plan", "Berlin
Process", "Vision 2030"), is a topic though no vocabulary lists it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_HEADS = (
    "Agreement|Initiative|Action Plan|Plan|Process|Partnership|Dialogue|Conference|Convention|Declaration|Framework|"
    "Strategy|Vision|Summit|Summit Meeting|Treaty|Priorities|Forum|Program|Programme|Project|Package|Consultations|"
    "Commission|Policy|Joint Statement|Year|Roadmap|Charter|Compact|Fund|Team"
)
_JOINTS = r"(?:(?:of|for|on|the|and|in|to)\s+(?=[A-Z])){0,3}"
_NAME = re.compile(
    rf"\b(?:[A-Z0-9][\w’'.&–-]{{0,40}}\s+{_JOINTS}){{1,8}}(?:{_HEADS})\b(?:\s\d{{4}})?|\bVision \d{{4}}\b"
)
_OPENING = re.compile(r"^(?:The|A|An|At|In|On|This|That|Both|Foreign|Minister|Ministers|Prime|President|Secretary)\s+")
_PLAIN = re.compile(r"^(?:[A-Z][\w-]+ )?(?:Foreign Ministers['’] )?(?:Meeting|Summit|Summit Meeting|Plan|Policy)$")


def events_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield [start, end) and the name of each undertaking that `text` names."""
    for match in _NAME.finditer(text[:20_000]):
        name = match[0]
        opening = _OPENING.match(name)
        while opening is not None:
            name = name[opening.end() :]
            opening = _OPENING.match(name)
        if len(name.split()) > 1 and not _PLAIN.match(name):
            yield match.end() - len(name), match.end(), " ".join(name.split())
