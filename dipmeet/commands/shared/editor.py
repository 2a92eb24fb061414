"""The person's editor: JSON out, JSON back, and nothing typed is lost."""

from __future__ import annotations

import json
import shlex
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from dipmeet.errors import DipmeetError, UsageError
from dipmeet.model.meeting import Meeting
from dipmeet.model.shapes import Json

if TYPE_CHECKING:
    from dipmeet.commands.declaration import Session


class EditorError(DipmeetError):
    """An editor that does not start or fails, or text from it that is no JSON."""


def edit_json(record: Json, session: Session, check: Callable[[Json], object] = Meeting.from_json) -> Json:
    """Return `record` as the person leaves it in VISUAL, EDITOR or vi; `check` refuses what may not be left.

    Raises:
        UsageError: where no terminal is there to edit on and no editor is named.
        EditorError: where the editor fails, or its text is not JSON.
        DipmeetError: what `check` raises.
    Where the text is refused it is kept, and the hint says where.
    """
    command = session.env.get("VISUAL") or session.env.get("EDITOR")
    if not command and not session.terminal.is_interactive:
        raise UsageError("no editor can be opened here", hint="use --set FIELD=VALUE, or set EDITOR")
    folder = session.env.get("TMPDIR") or None
    with tempfile.NamedTemporaryFile(
        "w", suffix=".json", prefix="dipmeet-", dir=folder, delete=False, encoding="utf-8"
    ) as file:
        json.dump(record, file, ensure_ascii=False, indent=2)
        file.write("\n")
    path = Path(file.name)
    kept = f"nothing was changed; your text is in {path}"
    _open(command or "vi", path, kept)
    try:
        edited = _read(path)
        check(edited)
    except DipmeetError as error:
        error.hint = f"{error.hint}; {kept}" if error.hint else kept
        raise
    path.unlink()
    return edited


def _read(path: Path) -> Json:
    from dipmeet.formats.records import decoder, repeated_key

    try:
        read = decoder.decode(path.read_text("utf-8"))
    except (ValueError, RecursionError, OSError) as error:
        raise EditorError(f"what you left is not JSON: {error}") from None
    key = repeated_key(read)
    if key is not None:
        raise EditorError(f"{key!r} stands twice in one object of what you left")
    return read


def _open(command: str, path: Path, kept: str) -> None:
    try:
        ended = subprocess.run([*shlex.split(command), str(path)], check=False)  # noqa: S603 (the person's own editor)
    except (OSError, ValueError) as error:
        path.unlink()
        why = error.strerror.lower() if isinstance(error, OSError) and error.strerror else str(error).lower()
        raise EditorError(f"cannot start the editor {command!r}: {why}", hint="set EDITOR") from None
    if ended.returncode:
        raise EditorError(f"the editor {command!r} ended with {ended.returncode}", hint=kept)
