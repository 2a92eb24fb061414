"""The table of commands: name, module, help panel and a line about each; nothing is imported to read it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from dipmeet.model.value import Value

if TYPE_CHECKING:
    from dipmeet.commands.declaration import Declaration


class Entry(Value):
    """A command's place in the table: its module under `dipmeet.commands`, its help panel and a line about it."""

    module: str
    panel: str
    summary: str


COMMANDS: dict[str, Entry] = {
    "add": Entry("add", "Keep", "Read readouts into the archive, or take the facts from flags"),
    "edit": Entry("edit", "Keep", "Change fields of records"),
    "confirm": Entry("confirm", "Keep", "Settle a doubt: the field is right as it stands"),
    "reread": Entry("reread", "Keep", "Read the stored texts with the reader of this version"),
    "link": Entry("link", "Keep", "Link records as accounts of one meeting"),
    "remove": Entry("remove", "Keep", "Move records to the trash"),
    "restore": Entry("restore", "Keep", "Bring records back from the trash"),
    "purge": Entry("purge", "Keep", "Forget records of the trash for good"),
    "undo": Entry("undo", "Keep", "Take the last changes back"),
    "list": Entry("list_", "Find", "A table of meetings"),
    "show": Entry("show", "Find", "A meeting in full"),
    "search": Entry("search", "Find", "The points that match, with the words marked"),
    "check": Entry("check", "Study", "What contradicts itself"),
    "compare": Entry("compare", "Study", "Two accounts side by side: facts, topics, what only one mentions"),
    "why": Entry("why", "Study", "Where each fact stands in the source"),
    "when": Entry("when", "Study", "What a time is in other zones"),
    "import": Entry("import_", "Share", "Bring in records, tables and folders of readouts"),
    "export": Entry("export", "Share", "Write records as CSV, iCalendar, BibTeX and more"),
    "cite": Entry("cite", "Share", "Cite a readout, or a point of it"),
    "merge": Entry("merge", "Share", "Merge two archives that were changed apart; git's merge driver"),
    "schema": Entry("schema", "Share", "The JSON Schema of the record"),
    "info": Entry("info", "Share", "What and where the archive is"),
    "completion": Entry("shells", "Share", "Teach the shell to complete dipmeet's words"),
    "help": Entry("help", "Share", "Pages on the file format, filters, exit codes and more"),
}
PANELS = ("Keep", "Find", "Study", "Share")


def declaration_of(name: str) -> Declaration:
    """Import the module of the command `name` and return its declaration."""
    declaration: Declaration = import_module(f"dipmeet.commands.{COMMANDS[name].module}").COMMAND
    return declaration
