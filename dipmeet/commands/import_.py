"""`dipmeet import`: records in from JSON and JSONL, tables of others by a mapping, and folders of readouts."""

from __future__ import annotations

from dipmeet.commands.declaration import Declaration, Session
from dipmeet.commands.importing.options import DATES, Options
from dipmeet.errors import UsageError


def run(options: Options, session: Session) -> None:
    """Add the records that are not held yet; one that is wrong is reported and does not stop the others."""
    from dipmeet.commands.importing.items import import_all

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
