"""`dipmeet info`: what and where the archive is."""

from __future__ import annotations

from typing import Annotated

import typer

from dipmeet import __version__
from dipmeet.commands.declaration import Declaration, Session
from dipmeet.model.shapes import Json
from dipmeet.model.value import Value


class Options(Value):
    """What `info` takes."""

    json: Annotated[bool, typer.Option("--json", help="As one JSON object.")] = False
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Make the index anew.")] = False


def run(options: Options, session: Session) -> None:
    """Print what is known of the archive, and what is wrong with it."""
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
    from pathlib import Path

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
    ("dipmeet info", "dipmeet info --json", "dipmeet info --rebuild"),
)
