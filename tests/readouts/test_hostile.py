"""Nasty texts are read or refused, and no pattern backtracks for ever: a subprocess with a generous limit says so."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from dipmeet.errors import SourceError
from dipmeet.readouts.page import LONGEST, MOST_LINES
from dipmeet.readouts.reader import read

LEAD = (
    "On September 19, commencing at 2:05 p.m. (local time; 3:05 a.m. on September 20, Japan time) for 30 minutes, "
    "Mr. Shinji Okuda, Minister for Foreign Affairs, held a meeting with Ms. Claire Bouchard, Minister of Foreign "
    "Affairs of Canada. The overview is as follows."
)
UNITS = {
    "spaces": " ",
    "digits": "1",
    "a.m.": "a.m. ",
    "opening brackets": "(",
    "closing brackets": ")",
    "names": "Okuda ",
    "commas": ", ",
    "and": "and ",
    "Japanese": "日本外務大臣は、",
    "katakana": "マルコ・ルビオ米国",
    "quotes": '"',
    "clocks": "2:05 p.m. ",
    "months": "Jan ",
    "dates": "May 7, ",
    "initials": "A.",
    "I": "I ",
    "offices": "Minister of ",
    "bracket pairs": "()",
    "leads": LEAD + " ",
    "near leads": "On September, at 2: p.m. Mr. , Minister for, met the of ",
    "hours": "one hour and ",
    "soft hyphens": "\u00ad",
    "dashes": "-",
    "visits": "visit to Lima ",
    "points": "(1) ",
}
TEXT_SIZE = 400_000
TIMEOUT = 300

READ_ALL = """
import json, sys
from dipmeet.errors import SourceError
from dipmeet.readouts.reader import read
for text in json.load(sys.stdin):
    try:
        read(text)
    except SourceError:
        pass
"""


@pytest.mark.parametrize("before", ["", LEAD + "\n\n"], ids=["alone", "behind a lead"])
@pytest.mark.parametrize("ends", ["", "\n"], ids=["one line", "many lines"])
def test_a_unit_repeated_without_end_is_survived(before: str, ends: str) -> None:
    texts = [(before + (unit + ends) * TEXT_SIZE)[:TEXT_SIZE] for unit in UNITS.values()]
    if ends:
        texts = ["\n".join(text.split("\n")[: MOST_LINES // 2]) for text in texts]
    run = subprocess.run(
        [sys.executable, "-c", READ_ALL],
        input=json.dumps(texts),
        text=True,
        timeout=TIMEOUT,
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr


def test_a_text_longer_than_any_readout_is_refused() -> None:
    with pytest.raises(SourceError, match="characters is no readout"):
        read("a" * (LONGEST + 1))


def test_a_text_of_more_lines_than_any_readout_is_refused() -> None:
    with pytest.raises(SourceError, match="lines is no readout"):
        read("On May 7 they met.\n\n" * (MOST_LINES + 1))
