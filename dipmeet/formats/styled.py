"""Citations by a CSL file: any of the thousands of styles of citationstyles.org, run by citeproc-py where it is there.

citeproc-py is no dependency of dipmeet: it brings lxml, and few need it. `pip install 'dipmeet[csl]'` brings both.
"""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, Any

from dipmeet.errors import DipmeetError
from dipmeet.formats.citing import pinpoint
from dipmeet.formats.csl import item_of
from dipmeet.formats.telling import one_line
from dipmeet.model.meeting import Meeting

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

KNOWN = frozenset({
    "id", "type", "title", "author", "issued", "accessed", "URL", "language", "genre",
    "event-date", "event-place", "keyword", "abstract", "note",
})  # fmt: skip
"""The fields that citeproc-py knows of those that we have."""


_CSL = "{http://purl.org/net/xbiblio/csl}"


class NoProcessor(DipmeetError):
    """a CSL file needs citeproc-py"""  # noqa: D400, D415 (the docstring is the default message)


class BadStyle(DipmeetError):
    """A CSL file that cannot be followed."""


def styled(style: bytes, name: str, meeting: Meeting, address: tuple[int, ...], *, is_note: bool) -> str:
    """Return the citation of a readout by the CSL file `style`, called `name`: its note, or its entry in a list.

    The point at `address` (positions from 1) is the locator; CSL has no locator called point, so that it is a section.

    Raises:
        NoProcessor: where citeproc-py is not installed.
        BadStyle: where the file is no independent CSL style, or has no bibliography and an entry is wanted.
    """
    try:
        import citeproc
    except ImportError:
        raise NoProcessor(hint="pip install 'dipmeet[csl]'; chicago, apa and mla need nothing") from None
    _read_style(style, name, "citation" if is_note else "bibliography")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return one_line(_run(citeproc, style, meeting, address, is_note)).strip()
    except Exception as error:  # (citeproc-py raises whatever a broken style leads it to)
        raise BadStyle(f"cannot cite by {name}: {one_line(str(error)) or type(error).__name__}") from error


def has_full_notes(style: bytes, name: str) -> bool:
    """Tell whether a style cites in notes that say all, or has no list of works at all.

    Raises:
        BadStyle: where the file is no CSL style.
    """
    root = _read_style(style, name, "citation")
    return root.get("class") == "note" or root.find(f"{_CSL}bibliography") is None


def _read_style(style: bytes, name: str, part: str) -> Element:
    """Return the root of a style; refuse what is none, what only names another style, and what lacks `part`."""
    from xml.etree.ElementTree import ParseError, fromstring

    try:
        root = fromstring(style)  # noqa: S314 (the person's own file)
    except (ParseError, ValueError, LookupError) as error:
        raise BadStyle(f"{name} is no CSL style: {one_line(str(error))}") from None
    if root.tag != f"{_CSL}style":
        raise BadStyle(f"{name} is no CSL style: its root is {root.tag!r}")
    if root.find(f"{_CSL}{part}") is None:
        parent = root.find(f"{_CSL}info/{_CSL}link[@rel='independent-parent']")
        hint = f"it stands for {parent.get('href')}" if parent is not None else None
        raise BadStyle(f"the style {name} has no {part}", hint=hint)
    return root


def _run(citeproc: Any, style: bytes, meeting: Meeting, address: tuple[int, ...], is_note: bool) -> str:
    from citeproc import formatter
    from citeproc.source.json import CiteProcJSON

    item = {name: value for name, value in item_of(meeting).items() if name in KNOWN}
    read = citeproc.CitationStylesStyle(io.BytesIO(style), validate=False)
    bibliography = citeproc.CitationStylesBibliography(read, CiteProcJSON([item]), formatter.plain)
    where = {"locator": citeproc.Locator("section", _locator(meeting, address))} if address else {}
    citation = citeproc.Citation([citeproc.CitationItem(meeting.id, **where)])
    bibliography.register(citation)
    cited = str(bibliography.cite(citation, lambda _: None))
    return cited if is_note else str(bibliography.bibliography()[0])


def _locator(meeting: Meeting, address: tuple[int, ...]) -> str:
    return pinpoint(meeting.points, address).removeprefix("point ")
