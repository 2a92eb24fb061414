"""The score of the reader over the cases: `python -m tests.readouts.score [FOLDER…] [--match REGEX] [--misses]`.

A miss is silent where no doubt names its field, or a part of it, or what it is part of; a doubt is needless where all
that it names was right. Topics are a matter of vocabulary: they are counted apart.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dipmeet.readouts.reader import read
from tests.readouts.cases import HERE, Case, load_cases
from tests.readouts.facets import Facts, Row, Topics, rows_of, topics_of

FLOOR = HERE / "floor.toml"


@dataclass(frozen=True)
class Scored:
    """A case with its rows and doubts; where nothing was read, each facet of it is missed."""

    case: Case
    rows: tuple[Row, ...]
    doubts: tuple[str, ...]
    topics: Topics
    is_read: bool

    @property
    def misses(self) -> list[Row]:
        return [row for row in self.rows if not row.is_right]

    @property
    def silent(self) -> list[Row]:
        """The misses that nothing doubts."""
        return [row for row in self.misses if not any(_touches(doubt, row.field) for doubt in self.doubts)]

    @property
    def needless(self) -> list[str]:
        """The doubts of what was right."""
        broken = {row.field for row in self.misses}
        if self.case.facts["stated_agree"] is False:
            broken |= {"start", "stated_times"}
        return [doubt for doubt in self.doubts if not any(_touches(doubt, field) for field in broken)]


def _touches(doubt: str, field: str) -> bool:
    named = doubt.partition("[")[0]
    return named == field or named.startswith(f"{field}.") or field.startswith(f"{named}.")


NOTHING: Facts = {"source": {"text": ""}}


def score(case: Case) -> Scored:
    """Read a case, and compare what was read with its facts."""
    drafts = read(case.text).drafts
    record = drafts[0].to_json() if drafts else NOTHING
    rows = tuple(rows_of(case.facts, record))
    if not drafts:
        rows = tuple(Row(row.facet, row.field, row.wanted, None, is_right=False) for row in rows)
    doubts = tuple(doubt["field"] for doubt in record.get("doubts", []))
    return Scored(case, rows, doubts, topics_of(case.facts, record), bool(drafts))


@dataclass(frozen=True)
class Total:
    """The counts over several cases."""

    cases: int
    facets: int
    right: int
    silent: int
    needless: int
    topics: Topics

    @property
    def share(self) -> float:
        return self.right / max(1, self.facets)

    @property
    def recall(self) -> float:
        return self.topics.found / max(1, self.topics.wanted)

    @property
    def precision(self) -> float:
        return self.topics.right / max(1, self.topics.read)


def total_of(scored: Iterable[Scored]) -> Total:
    """Add up the scores of several cases."""
    held = list(scored)
    facets = sum(len(one.rows) for one in held)
    return Total(
        len(held),
        facets,
        facets - sum(len(one.misses) for one in held),
        sum(len(one.silent) for one in held if one.is_read),
        sum(len(one.needless) for one in held),
        sum((one.topics for one in held), Topics()),
    )


def floors() -> dict[str, dict[str, float]]:
    """The recorded floors by group of cases."""
    return tomllib.loads(FLOOR.read_text("utf-8"))


def render(scored: list[Scored]) -> Iterator[str]:
    """Yield the lines of the tables: by publisher, by facet, and the sums."""
    yield f"{'publisher':<28}{'cases':>6}{'facets':>16}{'':>9}{'silent':>8}{'needless':>10}"
    by_publisher: dict[str, list[Scored]] = defaultdict(list)
    for one in scored:
        by_publisher[one.case.publisher].append(one)
    for name, group in sorted(by_publisher.items()):
        yield _line(name, total_of(group))
    yield ""
    wanted, right = Counter[str](), Counter[str]()
    for one in scored:
        wanted.update(row.facet for row in one.rows)
        right.update(row.facet for row in one.rows if row.is_right)
    for facet, count in wanted.items():
        yield f"{facet:<28}{right[facet]:>14} / {count:<5}{right[facet] / count:>9.2%}"
    total = total_of(scored)
    yield ""
    yield _line("all", total)
    yield f"topics: recall {total.recall:.1%}, precision {total.precision:.1%}"


def _line(name: str, total: Total) -> str:
    facets = f"{total.right} / {total.facets}"
    return f"{name:<28}{total.cases:>6}{facets:>16}{total.share:>9.2%}{total.silent:>8}{total.needless:>10}"


def render_misses(scored: list[Scored]) -> Iterator[str]:
    """Yield a line for each miss and each needless doubt."""
    for one in scored:
        if not one.is_read:
            yield f"{one.case}: no readout found"
        for row in one.misses if one.is_read else ():
            kind = "silent" if row in one.silent else "doubted"
            yield f"{one.case}: {row.facet} ({kind}): wanted {row.wanted!r}, read {row.read!r}"
        for doubt in one.needless:
            yield f"{one.case}: needless doubt on {doubt}"


def main(words: list[str]) -> int:
    """Print the score; 2 where there is nothing to score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, help="folders of cases (default: cases and made)")
    parser.add_argument("--match", default="", metavar="REGEX", help="only cases whose name matches")
    parser.add_argument("--misses", action="store_true", help="list every facet that was missed")
    options = parser.parse_args(words)
    scored = [score(case) for case in load_cases(*options.folders) if re.search(options.match, case.name)]
    if not scored:
        parser.error("no cases")
    lines = render_misses(scored) if options.misses else iter(())
    sys.stdout.write("\n".join([*lines, *render(scored)]) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
