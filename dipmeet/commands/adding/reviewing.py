"""Review: each fact of a draft with its quote, and a person who decides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dipmeet.errors import DipmeetError, UsageError
from dipmeet.model.meeting import Meeting

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dipmeet.commands.declaration import Session

QUESTION = "Add this? [y/n/e/?] "
HELP = """\
  y                 add it as it stands
  n                 leave it out
  e                 open it in $EDITOR
  FIELD=VALUE       set a field: place=Geneva, start.zone=Tokyo
  -FIELD            take a field away: -occasion
  ok FIELD          a doubted field is right as it stands; ok alone: all of them
  ?                 this page"""


def review(draft: Meeting, session: Session) -> Meeting | None:
    """Show a draft and do what the person says until they add it (returned as it is then) or leave it out (None).

    Raises:
        UsageError: where nobody can be asked.
        Cancelled: where the person leaves.
    """
    if not session.terminal.is_interactive:
        raise UsageError("a review asks, and nobody can be asked here", hint="--dry-run shows what was understood")
    session.terminal.show(lambda width: _screen(draft, width, with_text=True))
    while True:
        said = session.terminal.ask(QUESTION).strip()
        if said.casefold() in {"y", "yes"}:
            return draft
        if said.casefold() in {"n", "no"}:
            return None
        if not said or said == "?":
            session.terminal.note(HELP)
            continue
        try:
            draft = _changed(draft, said, session)
        except DipmeetError as error:
            session.terminal.error(error)
            continue
        session.terminal.show(lambda width, draft=draft: _screen(draft, width, with_text=False))  # type: ignore[misc]


def _changed(draft: Meeting, said: str, session: Session) -> Meeting:
    """Return the draft as the person's answer makes it."""
    from dipmeet.commands.shared.entering import set_field

    if said == "e":
        from dipmeet.commands.shared.editor import edit_json

        return Meeting.from_json(edit_json(draft.to_json(), session), where="the edited draft")
    if said.split()[0] == "ok":
        return _confirmed(draft, said.split()[1:], session)
    if said.startswith("-"):
        return Meeting.from_json(set_field(draft.to_json(), said[1:].strip(), None, today=session.today))
    field, equals, words = said.partition("=")
    if not equals or not words.strip():
        raise UsageError(f"not understood: {said!r}", hint="? explains")
    return Meeting.from_json(set_field(draft.to_json(), field.strip(), words.strip(), today=session.today))


def _confirmed(draft: Meeting, fields: list[str], session: Session) -> Meeting:
    from dipmeet.commands.shared.settling import confirmed

    for field in fields or list(dict.fromkeys(doubt.field for doubt in draft.doubts)):
        draft = confirmed(draft, field, by=session.person, at=session.now)
    return draft


def _screen(draft: Meeting, width: int | None, *, with_text: bool) -> Iterator[RenderableType]:
    from dipmeet.screens.facts import review_parts
    from dipmeet.study.provenance import facts_of, unused_of

    text = draft.source.text if draft.source is not None and draft.source.text else ""
    yield from review_parts(facts_of(draft), unused_of(draft), text if with_text else "", width)
