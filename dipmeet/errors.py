"""The one error tree: what can go wrong, in words a person can act on.

An error carries a message in lower case without a full stop, a hint that says what to type instead, and the exit code
of its class. Only the command line turns errors into text and exit codes (sysexits.h gives 70 for a bug; the others
are listed in ``dipmeet help exit-codes``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

EXIT_OK = 0
EXIT_NO = 1
EXIT_USAGE = 2
EXIT_DATA = 3
EXIT_BUG = 70
EXIT_CANCELLED = 130


class DipmeetError(Exception):
    """something went wrong"""  # noqa: D400, D415 (the docstring is the default message)

    exit_code: ClassVar[int] = EXIT_DATA

    def __init__(self, message: str | None = None, *, hint: str | None = None) -> None:
        self.message = message or (type(self).__doc__ or "").strip()
        self.hint = hint
        super().__init__(self.message)


class UsageError(DipmeetError):
    """the command was not understood"""  # noqa: D400, D415

    exit_code = EXIT_USAGE


class NotFound(DipmeetError):
    """nothing found"""  # noqa: D400, D415

    exit_code = EXIT_NO


class Cancelled(DipmeetError):
    """cancelled, nothing was changed"""  # noqa: D400, D415

    exit_code = EXIT_CANCELLED


class UnknownName(UsageError):
    """A word that a closed vocabulary does not hold; `kind` is what it should have named ("place", "party", …)."""

    def __init__(self, kind: str, given: str, suggestions: Sequence[str] = (), *, hint: str | None = None) -> None:
        self.kind = kind
        self.given = given
        self.suggestions = tuple(suggestions)
        super().__init__(f"unknown {kind}: {given!r}", hint=hint or did_you_mean(suggestions))


class AmbiguousZone(UsageError):
    """A place whose zone cannot be told: `choices` are the zones (with a city each) to choose from."""

    def __init__(self, given: str, choices: Sequence[str], *, reason: str | None = None) -> None:
        self.given = given
        self.choices = tuple(choices)
        super().__init__(
            f"{given!r} {reason or 'has more than one time zone'}", hint="name one of: " + ", ".join(self.choices)
        )


class BadValue(UsageError):
    """A value that cannot be what was asked for, such as a date that does not exist."""


class InvalidRecord(DipmeetError):
    """A record that breaks the rules of the model; `problems` are all of them, as (field, what was expected)."""

    def __init__(self, problems: Iterable[tuple[str, str]], *, where: str = "") -> None:
        self.problems = tuple(problems)
        told = "; ".join(f"{field}: {expected}" if field else expected for field, expected in self.problems)
        super().__init__(f"{where + ': ' if where else ''}not a valid record: {told}")


class SourceError(DipmeetError):
    """A source that cannot be read: no such file, not text, an address that does not answer."""


class NoReadout(DipmeetError):
    """no readout in this text"""  # noqa: D400, D415


class ArchiveError(DipmeetError):
    """An archive file that cannot be read or written as it stands."""


def did_you_mean(suggestions: Sequence[str]) -> str | None:
    """Return the hint that offers `suggestions`, or None where there is none."""
    if not suggestions:
        return None
    return "did you mean " + " or ".join(repr(s) for s in suggestions) + "?"
