"""Text that decodes is told from text that reads."""

from __future__ import annotations

import pytest

from dipmeet.sources.plausible import (
    is_english_with_signs,
    is_kanji_of_shift_jis,
    is_western,
    is_written,
    japanese_score,
)


@pytest.mark.parametrize(
    "text", ["a line\n\tand\x0canother\r\n", "日本\u3000語", "soft\u00adhyphen", "", "e\u0301", "\u0085"]
)
def test_written_text_has_line_ends_and_tabs_but_no_control_codes(text: str) -> None:
    assert is_written(text)


@pytest.mark.parametrize(
    "text", ["a\x00b", "a\x07b", "a\x1bb", "a\x7fb", "a\x9ab", "a\uffffb", "\ue000\ue001\ue002 abc"]
)
def test_control_codes_and_private_characters_are_not_written(text: str) -> None:
    assert not is_written(text)


def test_japanese_reads_as_kana_among_kanji() -> None:
    assert japanese_score("両大臣は会談を行いました。") > 0.4
    assert japanese_score("双方就中日关系深入交换意见") == 0
    assert japanese_score("The ministers met.") == 0
    assert japanese_score("ﾀｲｼﾊのﾃﾞﾝﾜｶｲﾀﾞﾝ") == 0


@pytest.mark.parametrize(
    ("text", "encoding", "taken_for"),
    [
        ("両大臣は会談を行いました。", "euc_jp", "cp932"),
        ("双方就中日关系深入交换意见", "gb18030", "euc_jp"),
        ("국무장관과 통화를 가졌다", "cp949", "euc_jp"),
    ],
)
def test_mistaken_bytes_do_not_read_as_japanese(text: str, encoding: str, taken_for: str) -> None:
    assert japanese_score(text.encode(encoding).decode(taken_for, "replace")) == 0


@pytest.mark.parametrize(
    ("text", "is_such"),
    [
        ("The Minister’s “remarks” ― in Orléans…", True),
        ("・ The first point\n● The second", True),
        ("The first・point", False),
        ("The minister痴 remarks", False),
    ],
)
def test_signs_of_japanese_typesetting_stand_where_they_belong(text: str, is_such: bool) -> None:
    assert is_english_with_signs(text) is is_such


@pytest.mark.parametrize(
    ("text", "is_such"),
    [("日米外相会談", True), ("the minister痴 remarks", False), ("外 相 会 談", False), ("plain", False)],
)
def test_kanji_stand_together(text: str, is_such: bool) -> None:
    assert is_kanji_of_shift_jis(text) is is_such


@pytest.mark.parametrize(
    "text",
    [
        "Mélanie Joly’s “six priorities” – naïve, façade, Köln, Århus, señor",
        "Where is it? ¿Dónde? ¡Aquí!",
        "5 km² at 3 m³, ½ of it, ±2 %, §4, 20 °C, £5, €6, ©",
        "The text¹ has notes² and more³.",
        "plain",
    ],
)
def test_western_words_read(text: str) -> None:
    assert is_western(text)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Министр иностранных дел", "cp1251"),
        ("Ο υπουργός Εξωτερικών", "cp1253"),
        ("Bakanı Çavuşoğlu görüştü", "cp1254"),
        ("spotkał się z ministrem", "iso8859-2"),
        ("spotkał się z ministrem", "cp1250"),
        ("両大臣は会談を行いました", "euc_jp"),
        ("国务委员兼外交部长王毅", "gb18030"),
        ("외교부 장관", "cp949"),
        ("Mélanie’s", "utf-8"),
    ],
)
def test_what_other_alphabets_turn_into_does_not_read(text: str, encoding: str) -> None:
    assert not is_western(text.encode(encoding).decode("cp1252", "replace").replace("\ufffd", ""))
