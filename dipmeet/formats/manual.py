r"""The manual page: every command, option and help page as roff, which `man` shows.

The macros are those of man(7). All of it is ASCII: other letters are written \[uXXXX], as groff and mandoc read them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dipmeet.model.value import Value


class OptionPart(Value):
    """An option or an argument as it is typed, and what it does."""

    typed: str
    does: str


class CommandPart(Value):
    """A command: its usage, what it says of itself, what it takes, examples."""

    name: str
    usage: str
    says: str
    takes: tuple[OptionPart, ...]
    examples: tuple[str, ...]
    notes: str = ""


class PagePart(Value):
    """A help page: its name, and its text with a heading on the first line."""

    name: str
    text: str


def render_manual(
    program: str,
    version: str,
    tagline: str,
    panels: Sequence[tuple[str, Sequence[CommandPart]]],
    common: Sequence[OptionPart],
    pages: Sequence[PagePart],
) -> str:
    """Return the whole manual of `program` as roff; `panels` are commands under the headings of the help screen."""
    lines = [
        f'.TH {program.upper()} 1 "" "{program} {version}" "User Commands"',
        ".SH NAME",
        f"{program} \\- {_text(tagline)}",
        ".SH SYNOPSIS",
        f".B {program}",
        "[OPTION...] COMMAND [ARGUMENT...]",
        ".SH OPTIONS",
        *_options(common),
    ]
    for heading, commands in panels:
        lines.append(f".SH {_text(heading.upper())}")
        for command in commands:
            lines += _command(program, command)
    for page in pages:
        heading, _, text = page.text.partition("\n")
        lines += [f'.SH "{_text(heading)}"', *_verbatim(text.strip("\n").split("\n"))]
    return "\n".join(lines) + "\n"


def _command(program: str, command: CommandPart) -> Iterator[str]:
    yield f".SS {program} {_text(command.usage)}"
    yield _text(command.says)
    yield from _options(command.takes)
    if command.examples:
        yield ".PP"
        yield "Examples:"
        yield from _verbatim(command.examples)
    if command.notes:
        yield ".PP"
        yield _text(command.notes)


def _options(options: Sequence[OptionPart]) -> Iterator[str]:
    for option in options:
        yield ".TP"
        yield f".B {_text(option.typed)}"
        yield _text(option.does) or "\\&"


def _verbatim(lines: Sequence[str]) -> Iterator[str]:
    yield ".PP"
    yield ".nf"
    yield from (_text(line) for line in lines)
    yield ".fi"


def _text(line: str) -> str:
    """Return a line that roff prints to the letter: nothing in it is a request or an escape."""
    plain = " ".join(line.split("\n")).replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq")
    plain = "".join(c if c.isascii() else f"\\[u{ord(c):04X}]" for c in plain)
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain
