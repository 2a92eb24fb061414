"""The rules of `check` for people: found by name, explained, listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipmeet.errors import UnknownName

if TYPE_CHECKING:
    from dipmeet.study.findings import Rule

NAMES = (
    "stated-time", "clock-form", "weekday", "published", "duration", "zone", "skipped-hour", "repeated-hour", "offset",
    "numbering", "absent-party", "text-hash", "two-places", "travel", "twice", "accounts", "office",
)  # fmt: skip
"""The rules, for completion, which must not load them."""


def typed_rule(name: str) -> Rule:
    """Return the rule of this name; UnknownName otherwise, with the nearest."""
    from dipmeet.study.rules import RULES, rule_named

    rule = rule_named(name)
    if rule is None:
        from difflib import get_close_matches

        names = [known.name for known in RULES]
        near = get_close_matches(name, names, 2, 0.5)
        raise UnknownName("rule", name, near, hint=None if near else "one of " + ", ".join(names))
    return rule


def explained(rule: Rule) -> str:
    """Return what a rule looks for, how sure it is, and what it rests on."""
    import textwrap

    body = textwrap.fill(rule.grounds, 80, initial_indent="  ", subsequent_indent="  ")
    return f"{rule.name} ({rule.severity}): {rule.summary}\n\n{body}\n"


PAGE = """\
CHECKS

What each rule of 'check' looks for; 'dipmeet check --explain RULE' says what it rests on.
{rules}

A finding that is all right is ignored, for a reason that is kept in the record:

  dipmeet check --ignore RULE REF --reason TEXT     'check --ignored' shows it, 'check --heed RULE REF' takes it back
"""
SAYS = {
    "contradiction": "Contradictions, which cannot be true as they stand:",
    "oddity": "Oddities, which are likely slips:",
    "hint": "Hints, which a person may look at:",
}


def rules_page() -> str:
    """Return the page of `dipmeet help checks`: every rule by how sure it is."""
    from dipmeet.study.rules import RULES

    room = max(len(rule.name) for rule in RULES)
    lines: list[str] = []
    for severity, said in SAYS.items():
        lines += ["", said, ""]
        lines += [f"  {rule.name:<{room}}  {rule.summary}" for rule in RULES if rule.severity == severity]
    return PAGE.format(rules="\n".join(lines))
