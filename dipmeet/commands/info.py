"""`dipmeet info`: what and where the archive is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from dipmeet import __version__
from dipmeet.commands.declaration import Declaration, Session
from dipmeet.errors import SourceError
from dipmeet.model.shapes import Json
from dipmeet.model.value import Value


class Options(Value):
    """What `info` takes."""

    json: Annotated[bool, typer.Option("--json", help="As one JSON object.")] = False
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Make the index anew.")] = False
    git: Annotated[bool, typer.Option("--git", help="The two lines that make dipmeet git's merge driver.")] = False
    textconv: Annotated[
        str,
        typer.Option("--textconv", metavar="FILE", help="A version of the archive, a field a line, for git diff.",
                     show_default=False),
    ] = ""  # fmt: skip


def run(options: Options, session: Session) -> None:
    """Print what is known of the archive, and what is wrong with it."""
    if options.textconv:
        session.terminal.lines(_fields_of(session.folder / options.textconv))
        return
    if options.git:
        _tell_git(session)
        return
    if options.rebuild:
        session.archive.rebuild_index()
    told = _told(session)
    if options.json:
        from dipmeet.formats.records import render_json

        session.terminal.write(render_json(told))
        return
    from dipmeet.screens.words import facts, words

    rows = [(label.replace("_", " ").capitalize(), words(_text(value))) for label, value in told.items()]
    session.terminal.show(lambda width: [facts(rows, 0)])  # noqa: ARG005 (the same at any width)


def _tell_git(session: Session) -> None:
    """Print the lines that install the merge driver, and note what else git can be told."""
    from dipmeet.formats.git import driver_lines, further_lines

    archive, folder = session.chosen.path.resolve(), session.folder.resolve()
    top = next((above for above in archive.parents if (above / ".git").exists()), None)
    session.terminal.lines(driver_lines(archive, folder, top))
    note = session.terminal.note
    note("the first line is for each clone, the second for the repository: commit .gitattributes")
    if top is None:
        note(f"{archive.parent} is in no git repository yet: 'git init' makes one")
    note("to see what changed field by field, and to keep out what dipmeet has beside the archive:")
    for line in further_lines(archive, folder, top):
        note(f"  {line}")


def _fields_of(file: Path) -> Iterator[str]:
    """Yield a version of an archive as a field a line; as it stands where it is none, so that git diff works."""
    import json

    from dipmeet.archive.files import load_text
    from dipmeet.archive.layout import DamagedArchive, parse_contents
    from dipmeet.formats.flat import flat_lines

    if not file.exists():
        raise SourceError(f"no such file: {file}")
    text = load_text(file)
    try:
        contents = parse_contents(text, name=str(file))
    except DamagedArchive:
        yield from text.splitlines()
        return
    for table, lines in (("", contents.meetings), ("trash", contents.trash)):
        for line in lines:
            yield from flat_lines(json.loads(line.text), table=table)


def _told(session: Session) -> dict[str, Json]:
    archive, chosen = session.archive, session.chosen
    told: dict[str, Json] = {
        "archive": str(chosen.path),
        "chosen_by": chosen.because,
        "exists": chosen.path.exists(),
        "bytes": chosen.path.stat().st_size if chosen.path.exists() else 0,
    }
    told |= {name: value for name, value in archive.summary().items() if value is not None}
    told["problems"] = [f"{where}: {what}" for where, what in archive.problems()]
    told["index"] = archive.index.told()
    return told | {"dipmeet": __version__, "time_zones": _zones_version()}


def _zones_version() -> str:
    """Return which tz database converts times: the system's, or the tzdata package's where there is none."""
    import zoneinfo
    from importlib.metadata import version

    system = [folder for folder in zoneinfo.TZPATH if Path(folder, "Europe", "London").exists()]
    return f"the system's, in {system[0]}" if system else f"tzdata {version('tzdata')}"


def _text(value: Json) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no, the first 'dipmeet add' makes it"
    if isinstance(value, dict):
        return "\n".join(f"{count} {name}" for name, count in value.items()) or "none"
    if isinstance(value, list):
        return "\n".join(value) or "none"
    return f"{value:,}" if isinstance(value, int) else str(value)


COMMAND = Declaration(
    Options,
    run,
    "Say what and where the archive is, and what is wrong with it.",
    ("dipmeet info", "dipmeet info --json", "dipmeet info --rebuild", "dipmeet info --git"),
)
