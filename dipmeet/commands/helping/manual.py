"""The manual's parts, gathered from the declarations that make the command line."""

from __future__ import annotations

from typing import Any

from dipmeet import __version__
from dipmeet.commands.helping.pages import PAGES
from dipmeet.commands.table import COMMANDS, PANELS, declaration_of
from dipmeet.formats.manual import CommandPart, OptionPart, PagePart, render_manual


def manual(root: Any) -> str:
    """Return the manual page of the whole command line, as roff; `root` is the context that `help` runs under."""
    panels = []
    for panel in PANELS:
        names = [name for name, entry in COMMANDS.items() if entry.panel == panel]
        panels.append((panel, [_command(root, name) for name in names]))
    common = [_option(parameter) for parameter in root.command.params]
    pages = [PagePart(name, page.text) for name, page in PAGES.items()]
    tagline = root.command.help.rstrip(".").removeprefix("dipmeet ")
    return render_manual("dipmeet", __version__, tagline, panels, common, pages)


def _command(root: Any, name: str) -> CommandPart:
    declaration = declaration_of(name)
    command = root.command.get_command(root, name)
    context = command.make_context(name, [], parent=root, resilient_parsing=True)
    own = [parameter for parameter in command.params if parameter.name not in {"archive", "color"}]
    return CommandPart(
        name=name,
        usage=" ".join([name, *command.collect_usage_pieces(context)]),
        says=declaration.help,
        takes=tuple(_option(parameter) for parameter in own),
        examples=declaration.examples,
        notes=declaration.notes,
    )


def _option(parameter: Any) -> OptionPart:
    if parameter.param_type_name == "argument":
        return OptionPart(parameter.metavar or parameter.name.upper(), parameter.help or "")
    takes = "" if parameter.is_flag else f" {parameter.metavar or parameter.name.upper()}"
    return OptionPart(", ".join(parameter.opts) + takes, parameter.help or "")
