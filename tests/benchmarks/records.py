"""Archives of any size, of records as the sample's: seeded, so that two runs measure the same.

    python -m tests.benchmarks.records 10000 archive.json

Days, parties, people, points and places are drawn anew for each record; one word in some hundred is rare, as misprints
and names are.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from dipmeet.archive.layout import Contents, Line, key_for, render_contents, render_record
from dipmeet.model.ids import free_id, slug

SAMPLE = Path(__file__).parents[2] / "data" / "meetings.json"
SEED = 2017
FIRST_DAY = date(1990, 1, 1)
DAYS = 13_000

_SYLLABLES = (
    "ka",
    "no",
    "mi",
    "ra",
    "shi",
    "to",
    "ve",
    "lan",
    "der",
    "bo",
    "fre",
    "gar",
    "sen",
    "wu",
    "li",
    "pe",
    "ro",
)
_STATES = (
    ("Canada", "America/Toronto", "Ottawa"), ("France", "Europe/Paris", "Paris"), ("India", "Asia/Kolkata", "Delhi"),
    ("Germany", "Europe/Berlin", "Berlin"), ("Brazil", "America/Sao_Paulo", "Brasilia"),
    ("Kenya", "Africa/Nairobi", "Nairobi"), ("Vietnam", "Asia/Ho_Chi_Minh", "Hanoi"),
    ("Australia", "Australia/Sydney", "Canberra"), ("Mexico", "America/Mexico_City", "Mexico City"),
    ("Egypt", "Africa/Cairo", "Cairo"), ("Jordan", "Asia/Amman", "Amman"), ("Chile", "America/Santiago", "Santiago"),
)  # fmt: skip
_OFFICES = ("Minister for Foreign Affairs", "Prime Minister", "State Minister for Foreign Affairs", "Ambassador")
_KINDS = ("meeting", "meeting", "meeting", "telephone call", "courtesy call", "working meal")


def records(count: int, seed: int = SEED) -> Iterator[dict[str, Any]]:
    """Yield `count` records of about four thousand characters each."""
    random = Random(seed)
    sample = list(json.loads(SAMPLE.read_text("utf-8"))["meetings"].values())
    sentences = [point["text"] for record in sample for point in record.get("points", []) if point.get("text")]
    topics = sorted({topic for record in sample for topic in record.get("topics", [])})
    taken: set[str] = set()
    for _ in range(count):
        record = _record(random, sentences, topics)
        record["id"] = free_id(record["id"], taken)
        taken.add(record["id"])
        yield record


def _record(random: Random, sentences: list[str], topics: list[str]) -> dict[str, Any]:
    party, zone, city = random.choice(_STATES)
    day = FIRST_DAY + timedelta(days=random.randrange(DAYS))
    points = [_with_rare_words(random, random.choice(sentences)) for _ in range(random.randint(4, 8))]
    title = f"Japan-{party} Foreign Ministers’ Meeting"
    numbered = [f"{number}. {text}" for number, text in enumerate(points, 1)]
    text = "\n".join([title, "", f"On {day:%B} {day.day}, they met in {city}.", "", *numbered, ""])
    hour = f"{random.randrange(8, 20):02}:{random.randrange(0, 60, 5):02}"
    return {
        "id": f"{day.isoformat()}-japan-{slug(party)}",
        "title": title,
        "kind": random.choice(_KINDS),
        "start": {"local": f"{day.isoformat()}T{hour}", "zone": zone, "approximate": True},
        "duration": {"minutes": random.randrange(20, 90, 5), "approximate": True},
        "place": city,
        "country": party,
        "participants": [
            {"name": _name(random), "title": random.choice(_OFFICES), "party": nation} for nation in ("Japan", party)
        ],
        "points": [{"label": str(number), "text": text} for number, text in enumerate(points, 1)],
        "topics": random.sample(topics, 5),
        "source": {
            "publisher": "Ministry of Foreign Affairs of Japan",
            "url": f"https://www.mofa.example/{day.isoformat()}/{random.randrange(10**9)}.html",
            "language": "en",
            "published": day.isoformat(),
            "sha256": sha256(text.encode()).hexdigest(),
            "text": text,
        },
        "evidence": {"title": [[0, len(title)]]},
        "reader": 1,
        "added": "2026-01-01T00:00:00Z",
        "changed": "2026-01-01T00:00:00Z",
    }


def _name(random: Random) -> str:
    return " ".join("".join(random.choices(_SYLLABLES, k=random.randint(2, 3))).capitalize() for _ in range(2))


def _with_rare_words(random: Random, sentence: str) -> str:
    words = sentence.split()
    for at in range(len(words)):
        if random.random() < 0.01:
            words[at] = "".join(random.choices(_SYLLABLES, k=4))
    return " ".join(words)


def write_archive(file: Path, count: int, seed: int = SEED) -> None:
    """Write an archive of `count` records."""
    used: set[str] = set()
    lines = []
    for record in records(count, seed):
        key = key_for(record["id"], used)
        used.add(key)
        lines.append(Line(key, render_record(record)))
    file.write_text(render_contents(Contents(tuple(lines))), "ascii")


if __name__ == "__main__":
    write_archive(Path(sys.argv[2]), int(sys.argv[1]))
