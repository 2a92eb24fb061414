"""`dipmeet schema`: the JSON Schema of the record."""

from __future__ import annotations

from typing import Annotated

import typer

from dipmeet.commands.declaration import Declaration, Session
from dipmeet.model.value import Value


class Options(Value):
    """What `schema` takes."""

    stored: Annotated[bool, typer.Option("--stored", help="Of the record as stored, without derived fields.")] = False


def run(options: Options, session: Session) -> None:
    """Print the schema."""
    from dipmeet.formats.records import render_json
    from dipmeet.model.schema import printed_schema, record_schema

    session.terminal.write(render_json(record_schema() if options.stored else printed_schema()))


COMMAND = Declaration(
    Options,
    run,
    "Print the JSON Schema (2020-12) of a record as --json prints it.",
    ("dipmeet schema", "dipmeet schema --stored"),
    is_without_settings=True,
)
