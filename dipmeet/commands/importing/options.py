"""The options of `import`."""

from __future__ import annotations

from typing import Annotated

import typer

from dipmeet.commands.shared.completion import complete_one_of
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
