"""`dipmeet cite`: a citation of a readout, or of one point of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dipmeet.commands.declaration import Declaration, Session
from dipmeet.commands.shared.completion import complete_id, complete_one_of
from dipmeet.commands.shared.picking import expanded, pick, pick_one
from dipmeet.errors import NotFound, SourceError, UnknownName, UsageError
from dipmeet.model.ids import read_reference
from dipmeet.model.value import Value
from dipmeet.settings import path_from

if TYPE_CHECKING:
    from dipmeet.model.meeting import Meeting

BUILT_IN = ("chicago", "apa", "mla")
FORMS = ("note", "entry")
CITED = ("title", "start.local", "place", "country", "source")
"""The fields that a citation repeats: it says on stderr which of them are doubted."""

Address = tuple[int, ...]


class NoSuchPoint(NotFound):
    """A point that the record does not have."""


class Options(Value):
    """What `cite` takes."""

    references: Annotated[
        tuple[str, ...],
        typer.Argument(metavar="REF[#POINT]...", help="Records, or points by position: 2017-09-19#2.1.",
                       autocompletion=complete_id),
    ]  # fmt: skip
    style: Annotated[
        str,
        typer.Option("--style", metavar="STYLE", help="chicago, apa, mla, or a CSL file.",
                     autocompletion=complete_one_of(*BUILT_IN)),
    ] = "chicago"  # fmt: skip
    form: Annotated[
        str,
        typer.Option("--form", metavar="FORM", help="note: as in a footnote or in the text; entry: as in a list of "
                     "works. Else what the style needs.", autocompletion=complete_one_of(*FORMS)),
    ] = ""  # fmt: skip
    json: Annotated[bool, typer.Option("--json", help="As a JSON array: id, style, point, entry, note.")] = False


class Citer:
    """A style, built in or of a CSL file, that cites a record or a point of it in either form."""

    def __init__(self, words: str, session: Session) -> None:
        from dipmeet.formats.citing import STYLES

        self.name = words
        self._style = STYLES.get(words.casefold())
        self._file = b"" if self._style is not None else _style_file(words, session)

    def forms(self, has_point: bool) -> tuple[str, ...]:
        """Return the forms that say all there is to say: a full note, or the entry and where a point is named a note.

        Raises:
            BadStyle: where the CSL file is none.
        """
        if self._style is not None:
            is_full = self._style.has_full_notes
        else:
            from dipmeet.formats.styled import has_full_notes

            is_full = has_full_notes(self._file, self.name)
        return ("note",) if is_full else ("entry", "note") if has_point else ("entry",)

    def cite(self, meeting: Meeting, address: Address, form: str) -> str:
        """Return the citation in one form."""
        if self._style is None:
            from dipmeet.formats.styled import styled

            return styled(self._file, self.name, meeting, address, is_note=form == "note")
        from dipmeet.formats.citing import facts_of

        render = self._style.note if form == "note" else self._style.entry
        return render(facts_of(meeting, address))


def run(options: Options, session: Session) -> None:
    """Print a citation of each record or point named."""
    if options.form and options.form not in FORMS:
        raise UnknownName("form", options.form, hint="one of " + ", ".join(FORMS))
    citer = Citer(options.style, session)
    cited = [one for words in expanded(options.references, session) for one in _named(words, session)]
    if options.form == "entry" and any(address for _, address in cited):
        raise UsageError("an entry in a list of works names no point", hint="leave out --form, or the point")
    told = [_told(citer, meeting, address, options.form) for meeting, address in cited]
    if options.json:
        from dipmeet.formats.records import render_json

        session.terminal.write(render_json(told))
    else:
        session.terminal.lines(one[form] for one in told for form in ("entry", "note") if form in one)
    for meeting, _ in cited:
        for words in _doubts(meeting):
            session.terminal.note(words)


def _told(citer: Citer, meeting: Meeting, address: Address, form: str) -> dict[str, Any]:
    """Return what is printed of one citation: id, style, point, and the text in each form."""
    told = {"id": meeting.id, "style": citer.name}
    if address:
        told["point"] = ".".join(map(str, address))
    forms = (form,) if form else citer.forms(bool(address))
    return told | {each: citer.cite(meeting, address, each) for each in forms}


def _named(words: str, session: Session) -> Sequence[tuple[Meeting, Address]]:
    """Return the records that a reference names, or the point of the one record that it names.

    Raises:
        NoSuchPoint: where the record has no such point.
    """
    reference = read_reference(words)
    if not reference.point:
        return [(meeting, ()) for meeting in pick([words], session)]
    from dipmeet.model.meeting import walk_points

    meeting = pick_one(reference.words, session)
    if reference.point not in (address for address, _ in walk_points(meeting.points)):
        there = f"it has {len(meeting.points)}, counted from 1" if meeting.points else "it has none"
        raise NoSuchPoint(f"{meeting.id} has no point {str(reference).partition('#')[2]}", hint=there)
    return [(meeting, reference.point)]


def _style_file(words: str, session: Session) -> bytes:
    """Return what a CSL file holds.

    Raises:
        UnknownName: where the words are neither a style nor a file.
        SourceError: where the file cannot be read.
    """
    file = path_from(session.folder, words)
    if not words.casefold().endswith((".csl", ".xml")) and not file.is_file():
        from difflib import get_close_matches

        near = get_close_matches(words.casefold(), BUILT_IN, 1, 0.5)
        raise UnknownName("style", words, near, hint=None if near else "chicago, apa, mla, or the name of a CSL file")
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise SourceError(f"no such file: {words}") from None
    except OSError as error:
        raise SourceError(f"cannot read {words!r}: {(error.strerror or str(error)).lower()}") from None


def _doubts(meeting: Meeting) -> Iterator[str]:
    from dipmeet.model.fields import is_within

    for doubt in meeting.doubts:
        if any(is_within(doubt.field, field) for field in CITED):
            yield f"doubted: {meeting.id} {doubt.field}: {doubt.reason}"


COMMAND = Declaration(
    Options,
    run,
    "Cite a readout: who published it, its title, the day of the meeting and the day of issue, where it stands and "
    "when it was seen there.",
    (
        "dipmeet cite 2017-09-19-japan-canada",
        "dipmeet cite 2017-09-19-japan-canada#2 --style apa",
        "dipmeet cite 2017-09-19 --style mla --form entry",
        "dipmeet cite 2017-09-19 --style chicago-notes-bibliography.csl",
    ),
    notes="Chicago is given as a note, which says all; APA and MLA as an entry, and where a point is named as the "
    "citation in the text too. A point is cited by the labels that the page prints. Titles are as the page has them: "
    "italics and sentence case are left to you. A CSL file needs citeproc-py: pip install 'dipmeet[csl]'.",
)
