"""A comparison of two accounts as JSON and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from dipmeet.formats.markdown import escape
from dipmeet.formats.telling import person_of
from dipmeet.model.meeting import Meeting, heading_of
from dipmeet.model.moment import Duration, Moment
from dipmeet.model.people import Participant
from dipmeet.model.shapes import Json
from dipmeet.study.comparison import Comparison, Quote, Side, Topic
from dipmeet.study.facts import Compared, Told
from dipmeet.when.wording import render_duration, render_moment

VERDICTS = {"both": "both", "only a": "only A", "only b": "only B", "differs in weight": "differs in weight",
            "same": "same", "differs": "differs"}  # fmt: skip
"""What each verdict is called where people read it."""


def comparison_json(comparison: Comparison) -> dict[str, Json]:
    """Return a comparison as scripts get it: which records, whether they differ, the facts, the topics.

    Spans are [start, end) in the text of the point that is named by its positions; `share` is the part of the
    account's words, from 0 to 1; what an account does not tell is absent.
    """
    told: dict[str, Json] = {
        "a": _account_json(comparison.a, comparison.words_a),
        "b": _account_json(comparison.b, comparison.words_b),
        "differs": comparison.differs,
        "objections": list(comparison.objections),
        "facts": [_fact_json(fact) for fact in comparison.facts],
        "topics": [_topic_json(topic) for topic in comparison.topics],
    }
    return told


def comparison_markdown(comparison: Comparison) -> Iterator[str]:
    """Yield the blocks of a comparison as Markdown, each with its line ends: heading, facts, topics with quotes."""
    yield f"# {escape(heading_of(comparison.a))}: two accounts\n\n"
    for letter, account in (("A", comparison.a), ("B", comparison.b)):
        yield f"- {letter}: {escape(publisher_of(account))} ({escape(account.id)})\n"
    yield "\n## Facts\n\n| Fact | Verdict | A | B |\n| --- | --- | --- | --- |\n"
    for fact in comparison.facts:
        cells = (fact.field.replace("_", " "), VERDICTS[fact.verdict], told_of(fact.a), told_of(fact.b))
        yield f"| {' | '.join(map(escape, cells))} |\n"
    if comparison.topics:
        yield "\n## Topics\n"
    for topic in comparison.topics:
        yield f"\n### {escape(topic.name)}: {VERDICTS[topic.verdict]}\n\n"
        yield from _side_markdown("A", topic.a, comparison.topics_of_a, comparison.words_a)
        yield from _side_markdown("B", topic.b, comparison.topics_of_b, comparison.words_b)


def publisher_of(account: Meeting) -> str:
    """Return who published an account, its id where that is not known."""
    return (account.source.publisher if account.source is not None else None) or account.id


def told_of(fact: Told | None) -> str:
    """Return a fact in words, "" where an account is silent."""
    match fact:
        case None:
            return ""
        case Moment():
            return render_moment(fact)
        case Duration():
            return render_duration(fact)
        case Participant():
            return person_of(fact)
        case str():
            return fact
    return "; ".join(map(render_moment, fact))


def _side_markdown(letter: str, side: Side, topics: int, of_words: int) -> Iterator[str]:
    if side.order is None:
        yield f"- {letter}: not mentioned\n"
        return
    raised = f"raised by {escape(side.raised_by)}, " if side.raised_by else ""
    yield f"- {letter}: {raised}{side.order} of {topics} topics, {side.share:.0%} of {of_words} words\n"
    for quote in side.quotes:
        who = f"{escape(quote.said.who)}: " if quote.said.who else ""
        yield f"  - #{_point(quote)} {who}“{escape(quote.words)}”\n"


def _account_json(account: Meeting, of_words: int) -> dict[str, Json]:
    publisher = account.source.publisher if account.source is not None else None
    return {"id": account.id} | ({"publisher": publisher} if publisher else {}) | {"words": of_words}


def _fact_json(fact: Compared) -> dict[str, Json]:
    told: dict[str, Json] = {"field": fact.field, "verdict": fact.verdict}
    for name, value in (("a", fact.a), ("b", fact.b)):
        if value is not None:
            told[name] = _value_json(value)
    return told


def _value_json(value: Told) -> Json:
    if isinstance(value, str):
        return value
    return [moment.to_json() for moment in value] if isinstance(value, tuple) else value.to_json()


def _topic_json(topic: Topic) -> dict[str, Json]:
    return {"topic": topic.name, "verdict": topic.verdict, "a": _side_json(topic.a), "b": _side_json(topic.b)}


def _side_json(side: Side) -> dict[str, Json]:
    told: dict[str, Json] = {"quotes": [_quote_json(quote) for quote in side.quotes], "share": side.share}
    if side.order is not None:
        told["order"] = side.order
    if side.raised_by:
        told["raised_by"] = side.raised_by
    return told


def _quote_json(quote: Quote) -> dict[str, Json]:
    said: dict[str, Json] = {"by": list(quote.said.by), "together": quote.said.together}
    return {"point": _point(quote), "span": [quote.start, quote.end], "words": quote.words, "said": said}


def _point(quote: Quote) -> str:
    return ".".join(map(str, quote.address))
