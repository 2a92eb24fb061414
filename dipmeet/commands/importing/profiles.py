"""Profiles by name: those of the package, those that a person saved, and files that hold one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from dipmeet.errors import UnknownName, UsageError, did_you_mean
from dipmeet.formats.profile import (
    BadProfile,
    Profile,
    mapped_columns,
    profile_of,
    read_profile,
    render_profile,
    shipped,
)  # fmt: skip
from dipmeet.settings import path_from, user_config_file

if TYPE_CHECKING:
    from dipmeet.commands.declaration import Session
    from dipmeet.commands.importing.options import Options


def chosen_profile(options: Options, session: Session) -> Profile | None:
    """Return the profile that was named, with what --map says beside it; None where nothing was said.

    Raises:
        UsageError: where there is no such profile, or a mapping is none.
    """
    columns = mapped_columns(options.map)
    named = _named(options.profile, session) if options.profile else None
    if options.save_profile:
        return _savable(profile_of(columns, options.save_profile).replaced(dates=options.dates), session)
    if not columns:
        return named
    typed = profile_of(columns, Path(options.files[0]).stem or "table")
    if named is None:
        return typed
    return named.replaced(columns={**named.columns, **typed.columns}, row=typed.row or named.row)


def folder_of_profiles(session: Session) -> Path:
    """Return the folder that a person's profiles are saved in, beside the config file."""
    return user_config_file(session.env).parent / "profiles"


def _named(words: str, session: Session) -> Profile:
    if words.endswith(".toml"):
        return _read(path_from(session.folder, words), Path(words).stem)
    own = folder_of_profiles(session) / f"{words}.toml"
    if re.fullmatch(r"[\w.-]+", words) and own.is_file():
        return _read(own, words)
    known = {profile.name: profile for profile in shipped()}
    if words in known:
        return known[words]
    from difflib import get_close_matches

    names = [*known, *(file.stem for file in folder_of_profiles(session).glob("*.toml"))]
    near = get_close_matches(words, names, 2, 0.5)
    raise UnknownName("profile", words, near, hint=did_you_mean(near) or "one of " + ", ".join(sorted(names)))


def _read(file: Path, name: str) -> Profile:
    try:
        return read_profile(file.read_text("utf-8"), name)
    except FileNotFoundError:
        raise BadProfile(f"no such file: {file}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise BadProfile(f"cannot read the profile {file}: {getattr(error, 'strerror', None) or 'no UTF-8'}") from None


def save_profile(profile: Profile, session: Session) -> None:
    """Keep a profile in the person's folder of profiles.

    Raises:
        BadProfile: where it cannot be written.
    """
    file = folder_of_profiles(session) / f"{profile.name}.toml"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(render_profile(profile), "utf-8")
    except OSError as error:
        raise BadProfile(f"cannot save the profile {file}: {(error.strerror or str(error)).lower()}") from None


def _savable(profile: Profile, session: Session) -> Profile:
    """Return the profile, if it can be kept under its name.

    Raises:
        UsageError: where it maps nothing, or its name is none or taken by another.
    """
    if not profile.columns:
        raise UsageError("--save-profile keeps what --map says, and there is no --map", hint="--map start=COLUMN")
    if not re.fullmatch(r"[\w.-]+", profile.name) or profile.name.endswith(".toml"):
        raise UsageError(f"no profile can be called {profile.name!r}", hint="letters, digits and hyphens")
    if profile.name in {known.name for known in shipped()}:
        raise UsageError(f"a profile of the package is called {profile.name!r}", hint="choose another name")
    file = folder_of_profiles(session) / f"{profile.name}.toml"
    if file.is_file() and file.read_text("utf-8") != render_profile(profile):
        raise UsageError(f"there is a profile {profile.name!r} already, which says something else", hint=f"see {file}")
    return profile
