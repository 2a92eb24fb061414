"""`dipmeet add`: readouts into the archive, or a meeting from flags or questions."""

from __future__ import annotations

from dipmeet.commands.adding.options import Options
from dipmeet.commands.declaration import Declaration, Session
from dipmeet.errors import UsageError


def run(options: Options, session: Session) -> None:
    """Add what was named, typed or asked for."""
    from dipmeet.commands.adding import drafts

    if options.sources:
        drafts.add_sources(options, session)
    elif not options.facts.is_empty:
        drafts.add_typed(options, options.facts, session)
    elif session.terminal.is_interactive:
        from dipmeet.commands.adding.asking import ask_facts

        drafts.add_typed(options, ask_facts(session), session, ask=True)
    else:
        raise UsageError("nothing to add", hint="name a file, - for stdin, or facts such as --start and --party")


COMMAND = Declaration(
    Options,
    run,
    "Read readouts into the archive, showing what was understood and what is doubted; or take the facts from flags; "
    "or, with neither, ask for them.",
    (
        "dipmeet add readout.txt",
        "pbpaste | dipmeet add - --url https://www.mofa.go.jp/…",
        "dipmeet add page.html --review",
        "dipmeet add readouts/ --dry-run",
        'dipmeet add --start "2:05 p.m. 19 Sep 2017" --place "New York" '
        '--participant "Taro Kono; Minister for Foreign Affairs; Japan" --party Canada --topic "North Korea"',
    ),
)
