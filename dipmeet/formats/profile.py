"""Profiles: which column of somebody's table is which field of a record, read from TOML and written to it.

A profile's `[map]` has a line for each field, `start = "start-date"` (field = column); `[fixed]` what a field is in
every row; `[words.FIELD]` what a cell says and what it means, `secretary = "Secretary of State"`; each `[[rules]]` a
`column`, the words that it `says`, and the fields to `set` where it says one of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from dipmeet.errors import UnknownName, UsageError, did_you_mean
from dipmeet.model.fields import known_paths, shape_at
from dipmeet.model.value import Value

FOLDER = Path(__file__).parent / "profiles"

SHORT = {
    "start": "start.local", "end": "end.local", "name": "participants[0].name", "office": "participants[0].title",
    "party": "participants[0].party", "counterpart": "participants[1].party", "text": "points[0].text",
}  # fmt: skip
"""What a person may type for a field that is longer to name."""

HELP = "dipmeet help import names them"

ROW = "row"
"""The field of no record that `--map` takes too: what the table itself calls a row."""

KEYS = ("about", "rows", "dates", "offices", "place_in", "map", "fixed", "words", "rules")


class BadProfile(UsageError):
    """A profile that cannot be read or names what is not there."""


class Rule(Value):
    """Where `column` says one of `says`, in whatever case, the fields of `set` have these values."""

    column: str
    says: tuple[str, ...]
    set: Mapping[str, str]


class Profile(Value):
    """How rows become records. Fields are paths (`start.local`), values what they are called in the table or mean.

    `row` is the column of the table's own ids; `rows` are the elements of XML that are rows; `dates` says how 3/4/1917
    is read, dmy or mdy; `offices` are the words that stand before a name in a cell that holds both, the longest first;
    `place_in` is the column of a text that may say where they met, for tables without a column of places.
    """

    name: str
    columns: Mapping[str, str]
    row: str | None = None
    fixed: Mapping[str, str] = {}
    words: Mapping[str, Mapping[str, str]] = {}
    rules: tuple[Rule, ...] = ()
    rows: tuple[str, ...] = ()
    dates: str | None = None
    offices: tuple[str, ...] = ()
    place_in: str | None = None
    about: str = ""

    @property
    def needs(self) -> tuple[str, ...]:
        """The columns that a table must have, each once."""
        mapped = (*self.columns.values(), *((self.row,) if self.row else ()))
        return tuple(dict.fromkeys(mapped))


def field_named(words: str) -> str:
    """Return the path of the field that a person named, short or in full.

    Raises:
        UnknownName: where a record has no such field.
    """
    path = SHORT.get(words, words)
    if path == ROW:
        return path
    if not re.fullmatch(r"participants\[\d\]", path):
        try:
            shape_at(path)
        except UnknownName as error:
            from difflib import get_close_matches

            near = error.suggestions or get_close_matches(words, (*SHORT, ROW, *known_paths()), 1)
            raise UnknownName("field", words, near, hint=did_you_mean(near) or HELP) from None
    return path


def mapped_columns(pairs: Sequence[str]) -> dict[str, str]:
    """Return field → column for words such as `start=start-date`.

    Raises:
        BadProfile: where one has no `=` or nothing beside it.
        UnknownName: where a record has no such field.
    """
    columns = {}
    for pair in pairs:
        field, equals, column = (part.strip() for part in pair.partition("="))
        if not (field and equals and column):
            raise BadProfile(f"--map {pair!r} does not say which column is which field", hint="--map start=start-date")
        columns[field_named(field)] = column
    return columns


def profile_of(columns: Mapping[str, str], name: str) -> Profile:
    """Return the profile of a mapping that a person typed."""
    fields = {field: column for field, column in columns.items() if field != ROW}
    return Profile(name, fields, columns.get(ROW))


@cache
def shipped() -> tuple[Profile, ...]:
    """Return the profiles of the package, by name."""
    files = sorted(FOLDER.glob("*.toml"))
    return tuple(read_profile(file.read_text("utf-8"), file.stem) for file in files)


def profile_for(columns: Sequence[str]) -> Profile | None:
    """Return the shipped profile whose columns a table all has, as the table spells them, or None."""
    profiles = (fitted(profile, columns) for profile in shipped())
    return next((profile for profile in profiles if set(profile.needs) <= set(columns)), None)


def fitted(profile: Profile, columns: Sequence[str]) -> Profile:
    """Return the profile with its columns as a table spells them: `Start Date` or `start_date` for `start-date`."""
    spelt: dict[str, list[str]] = {}
    for column in columns:
        spelt.setdefault(_plain(column), []).append(column)

    def there(column: str) -> str:
        alike = spelt.get(_plain(column), [])
        return alike[0] if column not in columns and len(alike) == 1 else column

    return profile.replaced(
        columns={field: there(column) for field, column in profile.columns.items()},
        row=there(profile.row) if profile.row else None,
        rules=tuple(rule.replaced(column=there(rule.column)) for rule in profile.rules),
        place_in=there(profile.place_in) if profile.place_in else None,
    )


def _plain(column: str) -> str:
    return re.sub(r"[\W_]+", "", column).casefold()


def profile_for_element(name: str) -> Profile | None:
    """Return the shipped profile whose rows are XML elements of this name, or None."""
    return next((profile for profile in shipped() if name in profile.rows), None)


def read_profile(text: str, name: str) -> Profile:
    """Return the profile that TOML describes; `name` is what it is called.

    Raises:
        BadProfile: where it is no TOML or says something that a profile has no use for.
        UnknownName: where a record has no such field.
    """
    import tomllib

    try:
        read = tomllib.loads(text)
    except ValueError as error:
        raise BadProfile(f"the profile {name} is no TOML: {error}") from None
    for key in read:
        if key not in KEYS:
            raise BadProfile(f"the profile {name} has an unknown key {key!r}", hint="one of " + ", ".join(KEYS))
    columns = {field_named(field): column for field, column in _table(read, "map", name).items()}
    if not columns:
        raise BadProfile(f"the profile {name} maps no column", hint='[map], start = "start-date"')
    dates = read.get("dates")
    if dates not in (None, "dmy", "mdy"):
        raise BadProfile(f"the profile {name} says dates = {dates!r}", hint="dmy or mdy")
    words = read.get("words", {})
    if not isinstance(words, dict):
        raise BadProfile(f"the profile {name} should have tables of words here, not {words!r}")
    rules = read.get("rules", [])
    if not isinstance(rules, list):
        raise BadProfile(f"the profile {name} should have a list of rules here, not {rules!r}")
    return profile_of(columns, name).replaced(
        fixed={field_named(field): value for field, value in _table(read, "fixed", name).items()},
        words={field_named(field): _texts(said, name) for field, said in words.items()},
        rules=tuple(_rule(rule, name) for rule in rules),
        rows=_list(read.get("rows", []), name),
        dates=dates,
        offices=tuple(sorted(_list(read.get("offices", []), name), key=len, reverse=True)),
        place_in=_word(read, "place_in", name),
        about=_word(read, "about", name) or "",
    )


def render_profile(profile: Profile) -> str:
    """Return a mapping and its dates as TOML: the inverse of `read_profile` for what a person can type."""
    from json import JSONEncoder

    quoted = JSONEncoder(ensure_ascii=False).encode  # a string of JSON is one of TOML, but for half surrogate pairs
    columns = {**({ROW: profile.row} if profile.row else {}), **profile.columns}
    shown = {long: short for short, long in SHORT.items()}
    lines = [f'dates = "{profile.dates}"', ""] if profile.dates else []
    lines += ["[map]", *(f"{quoted(shown.get(f, f))} = {quoted(column)}" for f, column in columns.items())]
    return "\n".join(lines) + "\n"


def _rule(rule: Any, name: str) -> Rule:
    if not isinstance(rule, dict) or set(rule) != {"column", "says", "set"}:
        raise BadProfile(f"a rule of the profile {name} is not column, says and set")
    set_to = {field_named(field): value for field, value in _texts(rule["set"], name).items()}
    return Rule(str(rule["column"]), tuple(said.casefold() for said in _list(rule["says"], name)), set_to)


def _table(read: Mapping[str, Any], key: str, name: str) -> dict[str, str]:
    return _texts(read.get(key, {}), name)


def _word(read: Mapping[str, Any], key: str, name: str) -> str | None:
    value = read.get(key)
    if value is not None and not (isinstance(value, str) and value):
        raise BadProfile(f"the profile {name} should have a word in quotes for {key}, not {value!r}")
    return value


def _texts(value: Any, name: str) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(item, str) and item for item in value.values()):
        raise BadProfile(f"the profile {name} should have words in quotes here, not {value!r}")
    return value


def _list(value: Any, name: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise BadProfile(f"the profile {name} should have a list of words here, not {value!r}")
    return tuple(value)
