"""Several processes that read records into what the index keeps of them.

Each is given the archive's open file and told which bytes of it to read; it answers with entries in the order asked.
One that cannot be started, or ends before its time, is done without: the work is done here. None outlives this
process, since it ends where its input does.
"""

from __future__ import annotations

import contextlib
import gc
import marshal
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import IO, Any, Self, TypeVar

from dipmeet.archive.index.rows import Entry, Facet, entry_of
from dipmeet.archive.index.schema import STAGES, Stages

FEW = 4
"""As many batches are read here before others are asked to help: to start them takes as long."""

MOST = 4
"""More processes than this cannot be kept busy by one that writes."""

AHEAD = 2
"""As many batches as each process has before it: a second one waits while the first is read."""

_CODE = "import sys; sys.path[:] = sys.argv[3:]; from dipmeet.archive.index.readers import serve; serve()"

_LENGTH = 8
"""What is sent has its length before it, in as many bytes."""

Span = tuple[int, int, bool]
"""The bytes [start, stop) of the archive's file, and whether they are a meeting: the trash is not searched."""

_Item = TypeVar("_Item")
_Said = TypeVar("_Said")
_Number = TypeVar("_Number")


class Readers:
    """Readers of one file, given by its handle, for the parts of the index that `stages` says.

    In the entries that they give, facets have become what `number` says of each.
    """

    def __init__(self, source: int | None, stages: Stages, number: Callable[[Facet], str]) -> None:
        self._source = source
        self._stages = stages
        self._number = number
        self._helpers: list[_Helper] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for helper in self._helpers:
            helper.stop()

    def read(
        self, batches: Iterable[list[_Item]], span_of: Callable[[_Item], Span]
    ) -> Iterator[tuple[list[_Item], list[Entry[str]]]]:
        """Yield each batch with the entries of its items, in order."""
        if self._source is None:
            return
        waiting: deque[tuple[_Helper, list[_Item], list[Span]]] = deque()
        for number, batch in enumerate(batches):
            spans = [span_of(item) for item in batch]
            if number == FEW:
                self._helpers = _started(self._source, self._stages, self._number)
            if not self._helpers:
                yield batch, self._read(spans)
                continue
            helper = self._helpers[number % len(self._helpers)]
            helper.ask(spans)
            waiting.append((helper, batch, spans))
            if len(waiting) == AHEAD * len(self._helpers):
                yield self._received(*waiting.popleft())
        while waiting:
            yield self._received(*waiting.popleft())

    def _read(self, spans: list[Span]) -> list[Entry[str]]:
        assert self._source is not None
        return [numbered(entry, self._number) for entry in entries_of(self._source, spans, self._stages)]

    def _received(self, helper: _Helper, batch: list[_Item], spans: list[Span]) -> tuple[list[_Item], list[Entry[str]]]:
        entries = helper.answer()
        return batch, entries if entries is not None else self._read(spans)


def entries_of(source: int, spans: Iterable[Span], stages: Stages) -> list[Entry[Facet]]:
    """Return what the index keeps of the records at `spans` of an open file."""
    return [
        entry_of(os.pread(source, stop - start, start), stages, is_meeting=is_meeting)
        for start, stop, is_meeting in spans
    ]


def numbered(entry: Entry[_Said], number: Callable[[_Said], _Number]) -> Entry[_Number]:
    """Return an entry with numbers for its facets."""
    problem, columns, flaw, facets, topics, words = entry
    return Entry(
        problem,
        columns,
        flaw,
        [number(facet) for facet in facets] if facets is not None else None,
        [number(facet) for facet in topics] if topics is not None else None,
        words,
    )


class _Helper:
    """A process that reads. What it is asked fits into a pipe, so that to ask never waits.

    It tells of each facet once, and after that by its place among those that it told of.
    """

    def __init__(self, source: int, stages: Stages, number: Callable[[Facet], str]) -> None:
        self._number = number
        self._told: list[str] = []
        wanted = ",".join(name for name in STAGES if getattr(stages, name))
        words = [sys.executable, "-P", "-c", _CODE, str(source), wanted, *sys.path]
        import pickle
        import subprocess

        from dipmeet.names.own import additions

        self._process = subprocess.Popen(  # noqa: S603 (this very program)
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, pass_fds=(source,)
        )
        self._tell(pickle.dumps(additions()))

    def ask(self, spans: list[Span]) -> None:
        """Have it read the records at `spans`."""
        self._tell(spans)

    def _tell(self, what: Any) -> None:
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):
            _send(self._process.stdin, what)

    def answer(self) -> list[Entry[str]] | None:
        """Return the entries that were asked for longest ago, or None where it cannot answer."""
        assert self._process.stdout is not None
        try:
            facets, entries = _receive(self._process.stdout)
        except (EOFError, ValueError, TypeError, OSError, MemoryError):
            return None  # it ended before its time, or is not the program that it was taken for
        self._told += map(self._number, facets)
        return [numbered(entry, self._told.__getitem__) for entry in entries]

    def stop(self) -> None:
        """End it."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            with contextlib.suppress(OSError):
                pipe.close()
        self._process.wait()


def _started(source: int, stages: Stages, number: Callable[[Facet], str]) -> list[_Helper]:
    """Return as many helpers as there are processors, if several; none where they cannot be started."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    helpers: list[_Helper] = []
    if count > 1 and sys.executable and not getattr(sys, "frozen", False):
        with contextlib.suppress(OSError):
            helpers += (_Helper(source, stages, number) for _ in range(min(count, MOST)))
    return helpers


def serve() -> None:
    """Be a helper: read a person's own names from stdin, then spans, and write entries to stdout, until stdin ends."""
    import pickle

    from dipmeet.names.own import use

    wanted = sys.argv[2].split(",")
    source, stages = int(sys.argv[1]), Stages(*(name in wanted for name in STAGES))
    places: dict[Facet, int] = {}
    gc.disable()  # records are trees: there is nothing to collect, and looking for it takes a twentieth of the time
    with contextlib.suppress(EOFError, OSError):
        use(pickle.loads(_receive(sys.stdin.buffer)))  # noqa: S301 (what this very program sent)
        while True:
            entries = entries_of(source, _receive(sys.stdin.buffer), stages)
            told = len(places)
            coded = [tuple(numbered(entry, lambda facet: places.setdefault(facet, len(places)))) for entry in entries]
            _send(sys.stdout.buffer, [list(places)[told:], coded])


def _send(pipe: IO[bytes], what: Any) -> None:
    data = marshal.dumps(what)
    pipe.write(len(data).to_bytes(_LENGTH) + data)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> Any:
    """Return what was sent, read at once: marshal would ask for it byte by byte.

    Raises:
        EOFError: where the other end is closed.
    """
    head = pipe.read(_LENGTH)
    data = pipe.read(int.from_bytes(head)) if len(head) == _LENGTH else b""
    return marshal.loads(data)  # noqa: S302 (what this very program sent)
