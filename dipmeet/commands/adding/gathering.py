"""Sources into drafts, one after the other or many at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dipmeet.errors import DipmeetError, NoReadout, SourceError
from dipmeet.model.meeting import Meeting
from dipmeet.model.value import Value
from dipmeet.sources import is_address

if TYPE_CHECKING:
    from dipmeet.commands.declaration import Session

MANY = 48
"""From as many files on, they are read by several processes: below that, starting these takes longer."""

AT_ONCE = 16
"""As many files as a process is handed at a time."""


class Gathered(Value):
    """What a source gave: drafts of the meetings it tells of, or what is wrong with it."""

    name: str
    drafts: tuple[Meeting, ...] = ()
    error: DipmeetError | None = None

    @property
    def digest(self) -> str | None:
        """The SHA-256 of the source's text."""
        source = self.drafts[0].source if self.drafts else None
        return source.sha256 if source is not None else None

    @property
    def url(self) -> str | None:
        """The address of the page."""
        source = self.drafts[0].source if self.drafts else None
        return source.url if source is not None else None


def gather(names: Sequence[str], session: Session, *, url: str | None = None) -> Iterator[Gathered]:
    """Yield what each source gives, in order; `url` is the address that the person says they are from."""
    files = [name for name in names if name != "-" and not is_address(name)]
    if len(files) == len(names) >= MANY:
        yield from _by_many(files, url)
        return
    for name in names:
        yield _gathered(name, url, session)


def _gathered(name: str, url: str | None, session: Session) -> Gathered:
    if name == "-" and session.terminal.is_interactive:
        session.terminal.note("reading a readout from the keyboard; Ctrl-D ends")
    try:
        stdin = getattr(session.terminal.stdin, "buffer", session.terminal.stdin)
        return Gathered(name, read_drafts(name, url, stdin, today=session.today.isoformat()))
    except DipmeetError as error:
        return Gathered(name, error=error)


def read_drafts(name: str, url: str | None, stdin: object, *, today: str) -> tuple[Meeting, ...]:
    """Return the drafts of the meetings that a source tells of.

    Raises:
        SourceError: where it cannot be read.
        NoReadout: where it tells of none.
    """
    from dipmeet.readouts.reader import read
    from dipmeet.sources import read_source

    text = read_source(name, stdin=stdin)  # type: ignore[arg-type] # bytes or text, as the stream has it
    address = url or text.url
    drafts = read(text.text, url=address, published=text.published).drafts
    if not drafts:
        called = "standard input" if name == "-" else name
        raise NoReadout(f"no readout in {called}", hint="give the facts with flags: dipmeet add -h")
    where = {"bytes_sha256": text.bytes_sha256, "url": address, "accessed": today if is_address(name) else None}
    return tuple(_with_source(draft, where, text.language) for draft in drafts)


def _with_source(draft: Meeting, where: dict[str, str | None], language: str | None) -> Meeting:
    """Return the draft with where its text came from: address and language, and the day where it was fetched."""
    if draft.source is None:
        return draft
    return draft.replaced(source=draft.source.replaced(**where, language=draft.source.language or language))


def _by_many(files: Sequence[str], url: str | None) -> Iterator[Gathered]:
    """Yield what each file gives, read by as many processes as there are cores."""
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor() as pool:
        try:
            for name, drafts, told in pool.map(_in_a_process, files, [url] * len(files), chunksize=AT_ONCE):
                yield Gathered(name, drafts, SourceError(told[0], hint=told[1]) if told is not None else None)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _in_a_process(name: str, url: str | None) -> tuple[str, tuple[Meeting, ...], tuple[str, str | None] | None]:
    """Return a file's name, its drafts, and the message and hint of what is wrong: what crosses between processes."""
    try:
        return name, read_drafts(name, url, None, today=""), None
    except DipmeetError as error:
        return name, (), (error.message, error.hint)
