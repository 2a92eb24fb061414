"""What kind of meeting, by how it was held and not by what followed."""

from __future__ import annotations

import pytest

from dipmeet.readouts.kinds import find_kind, kind_in_brackets, kind_looked_back_on


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("A held a meeting with B.", "meeting"),
        ("A held talks with B.", "meeting"),
        ("A held a telephone talk with B.", "telephone call"),
        ("A had a telephonic conversation with B.", "telephone call"),
        ("A had a phone call with B.", "telephone call"),
        ("A phoned B.", "telephone call"),
        ("A had a call this morning with B.", "telephone call"),
        ("A spoke by phone with B.", "telephone call"),
        ("A held a video conference with B.", "video call"),
        ("A held an online meeting with B.", "video call"),
        ("A met virtually with B.", "video call"),
        ("A received a courtesy call from B.", "courtesy call"),
        ("A paid a courtesy call on B.", "courtesy call"),
        ("A paid a call on President B.", "courtesy call"),
        ("A called on Prime Minister B at the Palace today.", "courtesy call"),
        ("A made an introductory call on B.", "courtesy call"),
        ("A held a working lunch with B.", "working meal"),
        ("A held a luncheon meeting with B.", "working meal"),
        ("A held talks over dinner with B.", "working meal"),
        ("A held a meeting with B, of Costa Rica, over breakfast for an hour.", "working meal"),
        ("A hosted a dinner for B.", "working meal"),
        ("A held a meeting on a breakfast style with B.", "working meal"),
        ("A held a meeting with B, followed by a working lunch.", "meeting"),
        ("A held a meeting and dinner with B.", "meeting"),
        ("A held a meeting with B and paid a courtesy call on President C.", "meeting"),
        ("AはBと会談を行いました。", "meeting"),
        ("AはBと電話会談を行いました。", "telephone call"),
        ("AはBとテレビ会談を行いました。", "video call"),
        ("AはBの表敬を受けました。", "courtesy call"),
        ("AはBと会談及びワーキング・ディナーを行いました。", "meeting"),
        ("AはBと会談後にワーキング・ディナーを行いました。", "meeting"),
        ("AはBと夕食会を行いました。", "working meal"),
        ("Aは昨晩の夕食会に引き続きBと戦略対話を行いました。", "meeting"),
        ("AはBと会談を行うとともに、午後6時からワーキング・ディナーを行いました。", "meeting"),
    ],
)
def test_a_kind_is_told_by_the_words_of_the_lead(sentence: str, kind: str) -> None:
    assert find_kind(sentence, None, is_placed=True)[0] == kind


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("AはBと会談(ワーキング・ディナー)を行いました。", "working meal"),
        ("A held a meeting (by video link) with B.", "video call"),
        ("A held a meeting with B (who had come for lunch).", None),
        ("A held a meeting (of 20 minutes) with B.", None),
    ],
)
def test_a_kind_may_stand_in_brackets_right_behind_the_meeting(sentence: str, kind: str | None) -> None:
    found = kind_in_brackets(sentence)
    assert (found[0] if found is not None else None) == kind


@pytest.mark.parametrize(
    ("lead", "below", "kind"),
    [
        ("A has discussed ties with B.", "During the phone call, A wished B success.", "telephone call"),
        ("A has discussed ties with B.", "C welcomed it. In their call, A wished B success.", "telephone call"),
        ("A has discussed ties with B.", "During the video conversation, A wished B success.", "video call"),
        ("A has discussed ties with B.", "During the conversation, A wished B success.", None),
        ("A met B.", "During the phone call, A wished B success.", None),
        ("A has discussed ties with B at a meeting.", "In the call of last week A had wished B success.", None),
        ("A has discussed ties with B at a meeting.", "In the call, A wished B success.", None),
        ("A has discussed ties with B.", "On the call for peace A agreed with B.", None),
    ],
)
def test_a_lead_without_a_word_for_it_is_told_by_what_looks_back_on_it(lead: str, below: str, kind: str | None) -> None:
    told = kind_looked_back_on(lead, below)
    assert (told[0] if told is not None else None) == kind


def test_to_have_spoken_without_a_place_is_a_telephone_call() -> None:
    sentence = "A spoke with B today."
    assert find_kind(sentence, None, is_placed=False)[0] == "telephone call"
    assert find_kind(sentence, None, is_placed=True)[0] == "meeting"


def test_the_title_tells_where_the_lead_does_not() -> None:
    assert find_kind("A met B.", "Courtesy Call on A by B", is_placed=True) == ("courtesy call", None)


def test_the_words_that_tell_are_quoted() -> None:
    sentence = "A held a telephone talk with B."
    _, span = find_kind(sentence, None, is_placed=True)
    assert span is not None
    assert sentence[slice(*span)] == "telephone"
