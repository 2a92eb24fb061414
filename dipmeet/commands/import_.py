"""`dipmeet import`: records in from JSON and JSONL, tables of others by a mapping, and folders of readouts."""

from __future__ import annotations

from typing import Annotated

import typer

from dipmeet.commands.completion import complete_one_of
from dipmeet.commands.declaration import Declaration, Session
from dipmeet.errors import UsageError
from dipmeet.model.value import Value

DATES = ("dmy", "mdy")


class Options(Value):
    """What `import` takes."""

    files: Annotated[
        tuple[str, ...],
        typer.Argument(
            metavar="FILE...", help="JSON, JSONL, CSV, TSV, XML; folders of these, of readouts; - is stdin."
        ),
    ]
    map: Annotated[
        tuple[str, ...],
        typer.Option("--map", metavar="FIELD=COLUMN", help="Which column is which field: start=date. Repeatable."),
    ] = ()
    profile: Annotated[
        str | None,
        typer.Option("--profile", metavar="NAME", help="A mapping by its name, or a TOML file with one."),
    ] = None
    save_profile: Annotated[
        str | None, typer.Option("--save-profile", metavar="NAME", help="Keep the mapping of --map under this name.")
    ] = None
    dates: Annotated[
        str | None,
        typer.Option("--dates", metavar="ORDER", help="How 3/4/1917 is read: dmy or mdy.",
                     autocompletion=complete_one_of(*DATES)),
    ] = None  # fmt: skip
    update: Annotated[
        bool, typer.Option("--update", help="Change records whose row or record says something else now.")
    ] = False
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be added.")] = False
    atomic: Annotated[bool, typer.Option("--atomic", help="All or nothing: one bad record refuses them all.")] = False
    json: Annotated[bool, typer.Option("--json", help="Print what became of the records as JSON.")] = False


def run(options: Options, session: Session) -> None:
    """Add the records that are not held yet; one that is wrong is reported and does not stop the others."""
    from dipmeet.commands.importing import import_all

    if options.dates not in (None, *DATES):
        raise UsageError(f"--dates is dmy or mdy, not {options.dates!r}")
    import_all(options, session)


COMMAND = Declaration(
    Options,
    run,
    "Add records from JSON or JSONL, rows of a CSV, TSV or XML table, or readouts of a folder; those held already are "
    "passed over.",
    (
        "dipmeet import meetings.jsonl",
        "dipmeet export --party Canada | dipmeet --archive canada.json import -",
        "dipmeet import secretary-travels.csv",
        "dipmeet import visits.csv --map start=from --map place=city --map party=state --save-profile mine",
        "dipmeet import readouts/ --dry-run",
    ),
    "Profiles and the fields of --map: dipmeet help import",
)
