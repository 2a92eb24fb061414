"""Whole-process times, side by side in one run: dipmeet, bare Typer programs, stock TinyDB and sqlite-utils.

    python -m tests.benchmarks                     10, 1,000 and 10,000 records
    python -m tests.benchmarks 10 100000           these sizes
    python -m tests.benchmarks sample              the sample archive

Each command is run in turn with the bare program of its kind, so that a slow moment of the machine falls on both; what
is printed are medians, and the ratio of the medians. sqlite-utils is measured where it is installed.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.benchmarks.records import SAMPLE, records
from tests.fiji import PAGE

HERE = Path(__file__).parent
DIPMEET = Path(sys.executable).with_name("dipmeet")
RUNS = 11
PHRASE = '"ship-to-ship transfers"'


@dataclass(frozen=True)
class Cost:
    """What a command cost: seconds and megabytes, medians over its runs."""

    seconds: float
    megabytes: float


def once(command: Sequence[str | Path], env: dict[str, str]) -> Cost:
    """Run a command and return what it cost, by the system's own accounting."""
    begun = time.perf_counter()
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read()
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        raise SystemExit(f"{command} ended with {process.returncode}: {said.decode()}")
    return Cost(seconds, usage.ru_maxrss / 1024)


def side_by_side(commands: dict[str, Sequence[str | Path]], env: dict[str, str], runs: int = RUNS) -> dict[str, Cost]:
    """Run commands in turn, `runs` times after one that does not count, and return the medians of each."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, command in commands.items():
            cost = once(command, env)
            if number:
                costs[name].append(cost)
    return {name: Cost(median(c.seconds for c in some), max(c.megabytes for c in some)) for name, some in costs.items()}


class Bench:
    """An archive of some size, in a folder of its own."""

    def __init__(self, folder: Path, size: str) -> None:
        self.size = size
        self.archive = folder / "archive.json"
        if size == "sample":
            shutil.copy(SAMPLE, self.archive)
        else:
            # in a process of its own: a child's peak counts that of the process it was forked from
            subprocess.check_call(
                [sys.executable, "-m", "tests.benchmarks.records", size, self.archive], cwd=HERE.parents[1]
            )
        (folder / "page.txt").write_text(PAGE, "utf-8")
        self.page = folder / "page.txt"
        self.env = {
            "PATH": os.environ["PATH"], "HOME": str(folder), "DIPMEET_ARCHIVE": str(self.archive),
            "DIPMEET_CACHE": str(folder / "cache"), "TERM": "dumb", "PYTHONPATH": str(HERE.parents[1]),
        }  # fmt: skip
        latest = subprocess.check_output([DIPMEET, "list", "--limit", "1", "--ids"], env=self.env, text=True)
        self.latest = latest.strip()
        self.day = self.latest[:10]

    def reading(self) -> None:
        """Print what reading costs, as rows and as tables."""
        for label, words in (
            ("show by date", ["show", self.day]),
            ("list, latest 20", ["list", "--limit", "20"]),
            ("search a phrase, 20", ["search", PHRASE, "--limit", "20"]),
        ):
            for kind, flags, bare in (
                ("rows", ["--plain"], "bare_plain"), ("JSON", ["--json"], "bare_plain"), ("table", [], "bare_rich"),
            ):  # fmt: skip
                costs = side_by_side(
                    {"dipmeet": [DIPMEET, *words, *flags], "bare": [sys.executable, HERE / f"{bare}.py"]}, self.env
                )
                self._told(f"{label}, {kind}", costs["dipmeet"], costs["bare"])

    def writing(self) -> None:
        """Print what a new record and an edit cost."""
        add = [DIPMEET, "add", self.page, "--force", "--json"]
        edit = ["sh", "-c", f"exec {DIPMEET} edit {self.latest} --set notes=$$"]  # another value each time
        bare = [sys.executable, HERE / "bare_plain.py"]
        costs = side_by_side({"add": add, "bare": bare}, self.env)
        self._told("add a readout", costs["add"], costs["bare"])
        costs = side_by_side({"edit": edit, "bare": bare}, self.env, runs=5)
        self._told("edit one record", costs["edit"], costs["bare"])

    def building(self) -> None:
        """Print what the index and the command that makes it cost from nothing, against reading the file's JSON."""
        load = [sys.executable, "-c", f"import json; json.load(open({str(self.archive)!r}))"]
        for label, words in (
            ("the index that list needs", "list --limit 20 --ids"),
            ("the index that search needs", f"search '{PHRASE}' --limit 20 --ids"),
            ("all of it, and each record checked", "info --rebuild"),
        ):
            anew = ["sh", "-c", f'rm -rf "$DIPMEET_CACHE"; exec {DIPMEET} {words}']
            costs = side_by_side({"index": anew, "load": load}, self.env, runs=3)
            self._told(f"{label} (against json.load)", costs["index"], costs["load"])

    def peers(self) -> None:
        """Print what the same costs by stock TinyDB and by sqlite-utils."""
        stock = self.archive.with_name("stock.json")
        shutil.copy(self.archive, stock)
        runs = 1 if self.archive.stat().st_size > 10**8 else 3
        for what in ("show", "list", "search", "add"):
            command = [sys.executable, HERE / "stock_tinydb.py", stock, what]
            self._told(f"stock TinyDB: {what}", side_by_side({what: command}, self.env, runs)[what])
        for label, command in self._sqlite_utils():
            self._told(f"sqlite-utils: {label}", side_by_side({label: command}, self.env, 5)[label])

    def _sqlite_utils(self) -> list[tuple[str, Sequence[str | Path]]]:
        program = Path(sys.executable).with_name("sqlite-utils")
        if not program.exists() or self.size == "sample":
            return []
        database, lines = self.archive.with_name("peer.db"), self.archive.with_name("peer.jsonl")
        with lines.open("w", encoding="utf-8") as file:
            for record in records(int(self.size)):
                text = "\n".join(point["text"] for point in record["points"])
                file.write(json.dumps({"id": record["id"], "start": record["start"]["local"], "text": text}) + "\n")
        subprocess.check_call([program, "insert", database, "meetings", lines, "--nl", "--pk", "id"], env=self.env)
        subprocess.check_call([program, "create-index", database, "meetings", "start"], env=self.env)
        subprocess.check_call([program, "enable-fts", database, "meetings", "text"], env=self.env)
        latest = "select id, start, text from meetings order by start desc limit 20"
        one = f"select * from meetings where start between '{self.day}' and '{self.day}T99'"
        return [
            ("show by date", [program, "query", database, one]),
            ("list, latest 20", [program, "query", database, latest]),
            ("search a phrase, 20", [program, "search", database, "meetings", PHRASE, "--limit", "20"]),
        ]

    def _told(self, label: str, cost: Cost, bare: Cost | None = None) -> None:
        against = f"{cost.seconds / bare.seconds:6.2f} x  {cost.megabytes / bare.megabytes:5.2f} x" if bare else ""
        line = f"{self.size:>8}  {label:<52} {1000 * cost.seconds:8.0f} ms {cost.megabytes:8.0f} MB {against}"
        sys.stdout.write(line.rstrip() + "\n")
        sys.stdout.flush()


def main(sizes: Sequence[str]) -> None:
    """Measure archives of the sizes given."""
    sys.stdout.write(f"{'records':>8}  {'':<52} {'time':>11} {'memory':>11}  against the bare program\n")
    for size in sizes or ("10", "1000", "10000"):
        with tempfile.TemporaryDirectory() as folder:
            bench = Bench(Path(folder), size)
            parts: tuple[Callable[[], None], ...] = (bench.reading, bench.writing, bench.building, bench.peers)
            for part in parts:
                part()


if __name__ == "__main__":
    main(sys.argv[1:])
