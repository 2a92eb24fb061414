"""`dipmeet completion`: what a shell needs to complete dipmeet's words, printed or put in place."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from dipmeet.commands.declaration import Declaration, Session
from dipmeet.commands.shared.completion import complete_one_of
from dipmeet.errors import UnknownName, UsageError
from dipmeet.model.value import Value

SHELLS = ("bash", "zsh", "fish")
MARK = "# dipmeet completion"

_READY = {"zsh": "(( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }\n"}
"""What a script needs to have run before it."""


class Options(Value):
    """What `completion` takes."""

    shell: Annotated[
        str,
        typer.Argument(
            metavar="[SHELL]",
            help="bash, zsh or fish; else the one in $SHELL.",
            autocompletion=complete_one_of(*SHELLS),
        ),
    ] = ""
    install: Annotated[bool, typer.Option("--install", help="Put it in place, once and for all.")] = False


def run(options: Options, session: Session) -> None:
    """Print the script of a shell, or install it."""
    shell = _shell(options.shell, session.env)
    script = _script(shell)
    if not options.install:
        session.terminal.write(script)
        return
    done = _installed(shell, script, session.env)
    note = session.terminal.note
    for line in done:
        note(line)
    note(f"start a new {shell} to have it" if done else f"{shell} completes dipmeet already")


def _shell(named: str, env: Mapping[str, str]) -> str:
    """Return the shell that was named, or is in use.

    Raises:
        UsageError: where it is none that can be taught.
    """
    shell = named or Path(env.get("SHELL", "")).name
    if shell in SHELLS:
        return shell
    if not named:
        raise UsageError("which shell this is cannot be told", hint="name it: bash, zsh or fish")
    from difflib import get_close_matches

    near = get_close_matches(shell, SHELLS, 1)
    raise UnknownName("shell", shell, near, hint=None if near else "bash, zsh or fish")


def _script(shell: str) -> str:
    from typer._click.shell_completion import get_completion_class

    from dipmeet.commands.shared.completion import teach_shells

    teach_shells()
    made = get_completion_class(shell)
    assert made is not None
    source = made(cli=None, ctx_args={}, prog_name="dipmeet", complete_var="_DIPMEET_COMPLETE").source()  # type: ignore[arg-type] # the script asks nothing of the command
    return _READY.get(shell, "") + source.strip("\n") + "\n"


def _installed(shell: str, script: str, env: Mapping[str, str]) -> list[str]:
    """Put the script where the shell finds it and return what was done; nothing where all was there."""
    home = Path(env.get("HOME") or Path.home())
    if shell == "fish":
        folder = Path(env.get("XDG_CONFIG_HOME") or home / ".config") / "fish" / "completions"
        return _written(folder / "dipmeet.fish", script)
    file = Path(env.get("XDG_DATA_HOME") or home / ".local" / "share") / "dipmeet" / f"completion.{shell}"
    start = Path(env.get("ZDOTDIR") or home) / ".zshrc" if shell == "zsh" else home / ".bashrc"
    path = shlex.quote(str(file))
    return _written(file, script) + _with_line(start, f"[ -r {path} ] && . {path}  {MARK}")


def _written(file: Path, script: str) -> list[str]:
    if file.exists() and file.read_text("utf-8") == script:
        return []
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(script, "utf-8")
    return [f"wrote {file}"]


def _with_line(start: Path, line: str) -> list[str]:
    """Have a start-up file hold the line, in place of an earlier one of ours; every other byte stays."""
    text = start.read_bytes().decode("utf-8", "surrogateescape") if start.exists() else ""
    lines = text.splitlines(keepends=True)
    if line in (known.rstrip("\r\n") for known in lines):
        return []
    kept = "".join(known for known in lines if not known.rstrip("\r\n").endswith(MARK))
    joint = "" if kept.endswith("\n") or not kept else "\n"
    start.write_bytes(f"{kept}{joint}{line}\n".encode("utf-8", "surrogateescape"))
    return [f"added a line to {start}"]


COMMAND = Declaration(
    Options,
    run,
    "Teach the shell to complete commands, options, ids, topics, parties, places and zones.",
    ("dipmeet completion --install", "dipmeet completion zsh --install", "dipmeet completion bash"),
    is_without_settings=True,
)
