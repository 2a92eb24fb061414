"""People in Japanese leads: the name before the office, a guest's state between the two, readings in brackets."""

from __future__ import annotations

import pytest

from dipmeet.readouts.japanese import is_japanese, people_in_japanese

Told = list[tuple[str, str, str | None]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "奥田真司外務大臣は、マルコ・ベリーニ・イタリア外務大臣と会談を行いました。",
            [("奥田真司", "外務大臣", None), ("マルコ・ベリーニ", "外務大臣", "Italy")],
        ),
        (
            "奥田真司外務大臣は、訪日中のロサ・フエンテス・チリ共和国大統領の表敬を受けました。",
            [("奥田真司", "外務大臣", None), ("ロサ・フエンテス", "大統領", "Chile")],
        ),
        (
            "田辺秀夫内閣総理大臣は、ピーター・ハーラン米国国務長官(Mr. Peter Harlan)による表敬を受けました。",
            [("田辺秀夫", "内閣総理大臣", None), ("ピーター・ハーラン", "国務長官", "United States")],
        ),
        (
            "奥田真司外務大臣は、ピーター・ハーラン米国国務長官及び韓敏佑(ハン・ミンウ)韓国外交部長官と電話会談を行いました。",
            [
                ("奥田真司", "外務大臣", None),
                ("ピーター・ハーラン", "国務長官", "United States"),
                ("韓敏佑", "外交部長官", "South Korea"),
            ],
        ),
        (
            "白川一郎外務副大臣は、バラカ・ルヴァンダ駐日タンザニア大使の表敬を受けました。",
            [("白川一郎", "外務副大臣", None), ("バラカ・ルヴァンダ", "駐日タンザニア大使", "Tanzania")],
        ),
        (
            "奥田真司外務大臣は、ピーター・ハーラン米国国務長官の発意により、同長官との間で電話会談を行いました。",
            [("奥田真司", "外務大臣", None), ("ピーター・ハーラン", "国務長官", "United States")],
        ),
        (
            "ペルー共和国を訪問中の奥田総理大臣は、同国のロサ・フエンテス大統領と会談を行いました。",
            [("奥田", "総理大臣", None), ("ロサ・フエンテス", "大統領", "Peru")],
        ),
        (
            "本22日,奥田真司外務大臣は,ピーター・ハーラン米国務長官と会談を行いました。",
            [("奥田真司", "外務大臣", None), ("ピーター・ハーラン", "国務長官", "United States")],
        ),
        (
            "奥田真司外務大臣は、インドのラジャン外相と会談を行いました。",
            [("奥田真司", "外務大臣", None), ("ラジャン", "外相", "India")],
        ),
        (
            "インドを訪問中の奥田真司外務大臣は、ラジャン外相と会談を行いました。",
            [("奥田真司", "外務大臣", None), ("ラジャン", "外相", "India")],
        ),
        (
            "総会のためインドを訪問中の奥田真司外務大臣は、ベリーニ外相と会談を行いました。",
            [("奥田真司", "外務大臣", None), ("ベリーニ", "外相", None)],
        ),
    ],
)
def test_those_who_met_are_read_with_office_and_party(text: str, expected: Told) -> None:
    people = people_in_japanese(text, (0, len(text)))
    assert [(text[slice(*p.name)], text[slice(*p.title)], p.party) for p in people] == expected


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("奥田外務大臣は会談を行いました。", True),
        ("Minister Okuda (奥田真司) met his counterpart in Tokyo today.", False),
    ],
)
def test_a_text_is_japanese_by_most_of_its_letters(text: str, is_so: bool) -> None:
    assert is_japanese(text, (0, len(text))) is is_so
