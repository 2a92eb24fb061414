"""Which archive: flag, environment, the project's `.dipmeet.toml`, the user's config file, the user's data folder."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from dipmeet.errors import DipmeetError, UsageError, did_you_mean
from dipmeet.model.value import Value

PROJECT_FILE = ".dipmeet.toml"
KEYS = ("archive",)


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
    from platformdirs import user_data_path

    return Chosen(user_data_path("dipmeet", False) / "meetings.json", "default")


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
    from platformdirs import user_config_path

    return user_config_path("dipmeet", False) / "config.toml"


def cache_folder(env: Mapping[str, str]) -> Path:
    """Return the folder of what can be made anew: DIPMEET_CACHE, else the user's cache folder."""
    if env.get("DIPMEET_CACHE"):
        return path_from(Path(), env["DIPMEET_CACHE"])
    from platformdirs import user_cache_path

    return user_cache_path("dipmeet", False)


def _config_files(folder: Path, env: Mapping[str, str]) -> Iterator[Path]:
    """Yield the project's config file (here or in the nearest folder above), then the user's, where they are."""
    for place in (folder, *folder.parents):
        if (place / PROJECT_FILE).is_file():
            yield place / PROJECT_FILE
            break
    user = user_config_file(env)
    if user.is_file():
        yield user


def _read_config(file: Path) -> Mapping[str, str]:
    import tomllib

    try:
        read = tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BadConfig(f"cannot read {file}: {error}") from None
    for key, value in read.items():
        if key not in KEYS:
            from difflib import get_close_matches

            raise BadConfig(f"{file}: unknown key {key!r}", hint=did_you_mean(get_close_matches(key, KEYS, 1)))
        if not isinstance(value, str) or "\0" in value:
            raise BadConfig(f"{file}: {key!r} should be a path in quotes")
    return read
