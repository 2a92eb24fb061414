"""The Japanese grammar of saying: particles, offices, 双方, 先方 and 当方."""

from __future__ import annotations

import pytest

from dipmeet.study.saying.japanese import japanese_subjects
from dipmeet.study.saying.speakers import BOTH
from tests.study.saying.test_speakers import cast

PEOPLE = [
    {"name": "河野太郎", "title": "外務大臣", "party": "Japan"},
    {"name": "クリスティア・フリーランド", "title": "外務大臣", "party": "Canada"},
]


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("河野大臣から述べた。", ["Japan"]),
        ("河野外務大臣は述べた。", ["Japan"]),
        ("フリーランド大臣より表明した。", ["Canada"]),
        ("カナダ側から説明があった。", ["Canada"]),
        ("先方から説明があった。", ["Canada"]),
        ("当方から説明した。", ["Japan"]),
        ("双方は一致した。", [BOTH]),
        ("両大臣は確認した。", [BOTH]),
        ("連携で一致した。", [BOTH]),
        ("河野大臣から説明し、先方から支持を得た。", ["Japan", "Canada"]),
        # named, and no subject
        ("河野大臣を歓迎した。", []),
        ("河野大臣への支持を表明した。", []),
    ],
)
def test_a_particle_makes_the_subject(sentence: str, parties: list[str]) -> None:
    speakers, manner = japanese_subjects(sentence, cast("外務省", PEOPLE, language="ja"))
    assert ([speaker.party for speaker in speakers], manner) == (parties, "says")


def test_a_talk_without_anybody_who_talks() -> None:
    assert japanese_subjects("地域情勢が話題となった。", cast("外務省", PEOPLE, language="ja")) == ((), "unsaid")


def test_the_other_side_of_three_is_nobody() -> None:
    three = cast("外務省", [*PEOPLE, {"party": "China"}], language="ja")
    assert japanese_subjects("先方から述べた。", three)[0] == ()
