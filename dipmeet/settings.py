"""Settings: which archive, and what the project's `.dipmeet.toml` and the user's config file say beside that."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from dipmeet.errors import DipmeetError, UsageError, did_you_mean
from dipmeet.model.value import Value

if TYPE_CHECKING:
    from dipmeet.model.shapes import Json
    from dipmeet.names.own import Additions

PROJECT_FILE = ".dipmeet.toml"
KEYS = ("archive", "zones", "places", "parties", "topics", "publishers")


class BadConfig(DipmeetError):
    """A config file that cannot be read or has a key that dipmeet does not know."""


class Chosen(Value):
    """An archive's path and what chose it ("--archive", "DIPMEET_ARCHIVE", a config file, "default")."""

    path: Path
    because: str


def choose_archive(flag: str | None, env: Mapping[str, str], folder: Path) -> Chosen:
    """Return the archive to use from `folder`: the first of flag, environment, project, user, default that names one.

    A path in a config file is relative to that file; `~` is the home folder everywhere.

    Raises:
        BadConfig: where a config file on the way is not TOML or has an unknown key.
        UsageError: where the flag is there and names nothing, as an unset variable of a script leaves it.
    """
    if flag is not None:
        if not flag:
            raise UsageError("--archive names no file", hint="a path, such as meetings.json")
        return Chosen(path_from(folder, flag), "--archive")
    if env.get("DIPMEET_ARCHIVE"):
        return Chosen(path_from(folder, env["DIPMEET_ARCHIVE"]), "DIPMEET_ARCHIVE")
    for file in _config_files(folder, env):
        named = _read_config(file).get("archive")
        if named:
            return Chosen(path_from(file.parent, named), str(file))
    return Chosen(_folder("data", env) / "meetings.json", "default")


class Settings(Value):
    """What config files say beside the archive's path.

    `zones` are shown wherever none is asked for, with the `file` that says so; `publishers` are names by other names,
    folded.
    """

    zones: tuple[str, ...] = ()
    file: Path | None = None
    publishers: Mapping[str, str] = {}
    additions: Additions | None = None

    def publisher(self, words: str) -> str:
        """Return the publisher that `words` are another name of, else the words."""
        if not self.publishers:
            return words
        from dipmeet.names.folding import fold

        return self.publishers.get(fold(words), words)

    def use_names(self) -> None:
        """Have the vocabularies hold own names, and no others that were in use."""
        if self.additions is not None or "dipmeet.names.own" in sys.modules:
            from dipmeet.names.own import Additions, use

            use(self.additions or Additions())


def read_settings(env: Mapping[str, str], folder: Path) -> Settings:
    """Return what the project's config file and the user's say; names of both count, zones of the nearer one.

    Raises:
        BadConfig: where a file is not TOML, has an unknown key, or a value that means nothing.
    """
    settings = Settings()
    for file in reversed(tuple(_config_files(folder, env))):
        read = _read_config(file)
        try:
            settings = _with_file(settings, file, read)
        except DipmeetError as error:
            raise BadConfig(f"{file}: {error.message}", hint=error.hint) from None
    return settings


def _with_file(far: Settings, file: Path, read: Mapping[str, Json]) -> Settings:
    """Return the settings with those of a nearer file."""
    if not read.keys() - {"archive"}:
        return far
    from dipmeet.names.configured import read_parties, read_places, read_publishers, read_topics, with_both
    from dipmeet.names.own import Additions

    added = Additions(
        read_places(read.get("places", {})), read_parties(read.get("parties", {})), read_topics(read.get("topics", {}))
    )
    return Settings(
        zones=tuple(read["zones"]) if "zones" in read else far.zones,
        file=file if "zones" in read else far.file,
        publishers={**far.publishers, **read_publishers(read.get("publishers", {}))},
        additions=with_both(added, far.additions) if far.additions is not None else added,
    )


def path_from(folder: Path, words: str) -> Path:
    """Return the path that `words` name from `folder`; `~` is the home folder, `~nobody` stays as it was typed."""
    path = Path(words)
    with contextlib.suppress(RuntimeError):  # no such user has a home
        path = path.expanduser()
    return folder / path


def user_config_file(env: Mapping[str, str]) -> Path:
    """Return the user's config file: DIPMEET_CONFIG, else `config.toml` in the user's config folder."""
    if env.get("DIPMEET_CONFIG"):
        return path_from(Path(), env["DIPMEET_CONFIG"])
    return _folder("config", env) / "config.toml"


def cache_folder(env: Mapping[str, str]) -> Path:
    """Return the folder of what can be made anew: DIPMEET_CACHE, else the user's cache folder."""
    if env.get("DIPMEET_CACHE"):
        return path_from(Path(), env["DIPMEET_CACHE"])
    return _folder("cache", env)


_ON_LINUX = {
    "config": ("XDG_CONFIG_HOME", ".config"),
    "cache": ("XDG_CACHE_HOME", ".cache"),
    "data": ("XDG_DATA_HOME", ".local/share"),
}
"""XDG Base Directory Specification: where each folder is said to be, and where it is in the home folder otherwise."""


def _folder(kind: str, env: Mapping[str, str]) -> Path:
    """Return the user's folder of a kind for dipmeet, as platformdirs has it: to load that takes as long as to list."""
    if sys.platform == "linux":
        variable, usual = _ON_LINUX[kind]
        return path_from(Path.home(), env.get(variable) or usual) / "dipmeet"
    import platformdirs

    found: Path = getattr(platformdirs, f"user_{kind}_path")("dipmeet", False)
    return found


def _config_files(folder: Path, env: Mapping[str, str]) -> Iterator[Path]:
    """Yield the project's config file (here or in the nearest folder above), then the user's, where they are."""
    for place in (folder, *folder.parents):
        if (place / PROJECT_FILE).is_file():
            yield place / PROJECT_FILE
            break
    user = user_config_file(env)
    if user.is_file():
        yield user


def _read_config(file: Path) -> Mapping[str, Json]:
    import tomllib

    try:
        read = tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BadConfig(f"cannot read {file}: {error}") from None
    for key, value in read.items():
        if key not in KEYS:
            from difflib import get_close_matches

            raise BadConfig(f"{file}: unknown key {key!r}", hint=did_you_mean(get_close_matches(key, KEYS, 1)))
        if key == "archive" and (not isinstance(value, str) or "\0" in value):
            raise BadConfig(f"{file}: {key!r} should be a path in quotes")
        if key == "zones" and (not isinstance(value, list) or not all(isinstance(zone, str) for zone in value)):
            raise BadConfig(f"{file}: {key!r} should be a list of zones", hint='such as ["Tokyo", "UTC"]')
    return read
