"""Bytes become text in the encoding that they say or show, or are refused; nothing is bent in silence."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipmeet.errors import SourceError
from dipmeet.sources.binaries import binary_kind
from dipmeet.sources.decoding import decode

ENGLISH = "On May 12, the Foreign Minister met his counterpart.\nThe overview is as follows.\n"
TYPESET = "Minister Joly’s “six priorities” – agreed at the café in Orléans – hold.\nThe Ministers’ talks went on.\n"
JAPANESE = (
    "令和6年11月23日\n岩屋外務大臣は、カナダのジョリー外務大臣と会談を行ったところ、概要は以下のとおりです。\n"
    "1 両外相は、北朝鮮への対応を確認しました。\n"
)
FRENCH = "La ministre Mélanie Joly a reçu son homologue à Québec, où l’été fut évoqué.\n"


@pytest.mark.parametrize("text", [ENGLISH, TYPESET, JAPANESE, FRENCH, "Привет, 안녕, 你好 😀 e\u0301\n"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_unicode_is_read_with_its_mark_and_utf_8_without(text: str, mark: bytes, encoding: str) -> None:
    assert decode(mark + text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [ENGLISH, TYPESET, FRENCH])
def test_utf_16_without_a_mark_is_told_by_its_zeros(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp", "iso2022_jp"])
def test_japanese_is_told_by_how_it_reads(encoding: str) -> None:
    assert decode(JAPANESE.encode(encoding)) == JAPANESE


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp932", "① 会談は髙橋大臣との間で行われた。～略～\n"),
        ("cp932", "外務省\n平成二十九年九月十九日\n日米外相会談\n"),
        ("cp932", "ﾃﾞﾝﾜ会談の概要は以下のとおりである。\n"),
        ("euc_jis_2004", "① 両大臣は会談を行いました。\n"),
        ("iso2022_jp", "Japan-Canada 日加外相会談\n"),
        ("iso2022_jp_ext", "ﾃﾞﾝﾜ会談\n"),
        ("cp932", "The Ministers\u2019 meeting \u2015 overview\n"),
        ("euc_jp", "The Ministers\u2019 meeting \u2015 overview\n"),
    ],
)
def test_what_japanese_pages_hold_besides_is_read(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    "text", [TYPESET, FRENCH, "The café’s owner said “no”.\n", "The text¹ has notes² and more³ of them – three.\n"]
)
def test_western_text_is_told_by_how_it_reads(text: str) -> None:
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    ("label", "encoding", "text"),
    [
        ("Shift_JIS", "cp932", JAPANESE),
        ("x-sjis", "cp932", JAPANESE),
        ("windows-31j", "cp932", "① 髙橋大臣\n"),
        ("EUC-JP", "euc_jp", JAPANESE),
        ("x-euc-jp", "euc_jp", JAPANESE),
        ("iso-2022-jp", "iso2022_jp", JAPANESE),
        ("iso-8859-1", "cp1252", TYPESET),
        ("us-ascii", "cp1252", TYPESET),
        ("windows-1252", "cp1252", FRENCH),
        ("gb2312", "gb18030", "王毅会见日本外相河野太郎，双方就中日关系深入交换意见。\n"),
        ("GB_2312-80", "gb18030", "朱镕基总理会见来宾。\n"),
        ("x-x-big5", "big5", "外交部長會見日本代表，就雙方關係交換意見。\n"),
        ("windows-949", "cp949", "조태열 외교부 장관은 통화를 가졌다.\n"),
        ("windows-1251", "cp1251", "Министр иностранных дел встретился с коллегой.\n"),
        ("koi8-r", "koi8-r", "Министр иностранных дел встретился с коллегой.\n"),
        ("iso-8859-9", "cp1254", "Dışişleri Bakanı Çavuşoğlu görüştü.\n"),
        ("windows-1250", "cp1250", "Ministr zahraničí přijal svůj protějšek.\n"),
        ("windows-874", "cp874", "รัฐมนตรีว่าการกระทรวงการต่างประเทศ\n"),
    ],
)
def test_the_encoding_that_a_server_declares_is_used(label: str, encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), declared=label) == text


@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="windows-1251">',
        "<meta charset=windows-1251>",
        "<META CHARSET='windows-1251' />",
        '<meta charset = " windows-1251 ">',
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        "<META HTTP-EQUIV=Content-Type CONTENT='text/html;charset=windows-1251'>",
        '<meta content="text/html; charset=windows-1251" http-equiv="content-type"/>',
        '<?xml version="1.0" encoding="windows-1251"?>',
        "<?xml version='1.0' encoding='windows-1251' standalone='yes'?>",
    ],
)
def test_the_encoding_that_a_page_declares_is_used_however_it_is_spelt(declaration: str) -> None:
    page = f"{declaration}\n<p>Министр принял посла.</p>\n"
    assert decode(page.encode("cp1251")) == page


def test_a_page_may_declare_its_encoding_after_long_scripts() -> None:
    page = f"<script>{'x = 1; ' * 400}</script><meta charset=windows-1251><p>Министр принял посла.</p>"
    assert decode(page.encode("cp1251")) == page


@pytest.mark.parametrize(
    ("declared", "encoding", "text"),
    [
        ("iso-8859-1", "utf-8", JAPANESE),
        ("iso-8859-1", "utf-8", TYPESET),
        ("shift_jis", "utf-8", TYPESET),
        ("utf-8", "cp932", JAPANESE),
        ("utf-8", "euc_jp", JAPANESE),
        ("iso-8859-1", "cp932", JAPANESE),
        ("windows-1252", "euc_jp", JAPANESE),
        ("euc-jp", "cp932", JAPANESE),
        ("utf-16", "utf-8", ENGLISH),
        ("utf-8", "cp1252", FRENCH),
        ("no-such-encoding", "cp932", JAPANESE),
        ("rot13", "utf-8", ENGLISH),
        ("unicode_escape", "utf-8", "a path C:\\new\\temp\n"),
        ("idna", "cp1252", FRENCH),
        ("", "cp932", JAPANESE),
        ("\x00", "cp1252", FRENCH),
        (" Shift_JIS ", "cp932", JAPANESE),
        ("é", "cp1252", FRENCH),
    ],
)
def test_a_wrong_declaration_does_no_harm(declared: str, encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), declared=declared) == text


def test_what_the_server_says_goes_before_what_the_page_says() -> None:
    page = "<meta charset=koi8-r><p>Министр принял посла.</p>"
    assert decode(page.encode("cp1251"), declared="windows-1251") == page


@pytest.mark.parametrize(
    ("data", "seen"),
    [
        ("王毅会见日本外相河野太郎，双方就中日关系深入交换意见。".encode("gb18030"), "Chinese"),
        ("조태열 외교부 장관은 루비오 국무장관과 통화를 가졌다.".encode("cp949"), "Korean"),
        ("Министр иностранных дел встретился с коллегой.".encode("cp1251"), "Russian"),
        ("Министр иностранных дел встретился с коллегой.".encode("koi8-r"), "Russian"),
        ("Ο υπουργός Εξωτερικών συναντήθηκε με τον ομόλογό του.".encode("cp1253"), "Greek"),
        ("רשם החוץ נפגש עם עמיתו בירושלים.".encode("cp1255"), "Hebrew"),
        ("Dışişleri Bakanı görüştü.".encode("cp1254"), "Turkish"),
        ("Minister spraw zagranicznych spotkał się z ministrem.".encode("iso8859-2"), "Polish"),
    ],
)
def test_other_alphabets_are_refused_where_nothing_declares_them(data: bytes, seen: str) -> None:
    with pytest.raises(SourceError, match="no encoding that dipmeet knows") as refused:
        decode(data, name="page.txt")
    assert refused.value.hint == "save it as UTF-8", seen


def test_damaged_utf_8_is_refused_with_the_line_and_the_byte() -> None:
    data = "La ministre Mélanie Joly\na reçu à Québec ".encode() + b"\xff" + "l’été\n".encode()
    with pytest.raises(
        SourceError, match=r"memo\.txt is damaged UTF-8: byte 0xff in line 2 is no character"
    ) as refused:
        decode(data, name="memo.txt")
    assert refused.value.hint == "save it as UTF-8 again"


def test_damaged_utf_8_is_not_taken_for_western_text() -> None:
    data = "The Minister’s remarks – open and frank – were given at the caf".encode() + b"\xe9.\n"
    with pytest.raises(SourceError, match="damaged UTF-8: byte 0xe9 in line 1"):
        decode(data)


def test_text_that_breaks_off_within_a_character_is_refused() -> None:
    with pytest.raises(SourceError, match=r"damaged UTF-8: byte 0x\w\w in line 3"):
        decode(JAPANESE.encode()[:-3] + "。".encode()[:2])


@pytest.mark.parametrize(
    "data", ["\ud800\n".encode("utf-16-le", "surrogatepass"), "\udc00".encode("utf-8", "surrogatepass")]
)
def test_half_a_surrogate_pair_is_no_text(data: bytes) -> None:
    with pytest.raises(SourceError):
        decode(codecs.BOM_UTF16_LE + data if data.endswith(b"\x00") else data)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a picture"),
        (b"PK\x03\x04\x14\x00[Content_Types].xml", "a ZIP file or an office document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"),
    ],
)
def test_files_that_are_no_text_are_refused_with_a_way_out(data: bytes, kind: str) -> None:
    with pytest.raises(SourceError) as refused:
        decode(data, name="readout.pdf")
    assert refused.value.message == f"readout.pdf is {kind}, not text"
    assert refused.value.hint == "save its text, and name that file"


@pytest.mark.parametrize("data", [b"text\x00with a zero\n", b"\x00\x01\x02\x03", bytes(100), bytes(range(256))])
def test_bytes_with_zeros_that_are_no_utf_16_are_a_binary_file(data: bytes) -> None:
    with pytest.raises(SourceError, match="memo is a binary file, not text"):
        decode(data, name="memo")


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_become_one_sort(mark: bytes, ends: str) -> None:
    assert decode(mark + ends.join(["one", "two", "", "four", ""]).encode()) == "one\ntwo\n\nfour\n"


def test_line_ends_of_several_sorts_in_one_text_each_end_a_line() -> None:
    assert decode(b"a\r\nb\rc\nd\n\re\r\r\nf") == "a\nb\nc\nd\n\ne\n\nf"


@pytest.mark.parametrize(
    "kept",
    [
        "co\u00adoperation\n",
        "September\u00a019,\u00a02017\n",
        "‘single’ “double” „low“ «guillemets»\n",
        "  two  spaces\tand a tab  \n",
        "zero\u200bwidth\u200d and \u2060joiners\n",
        "令和６年　ideographic　space\n",
        "e\u0301 is not é\n",
        "page one\x0cpage two\n",
        "a mark \ufeff within\n",
        "\u2028line separator\u2029\u0085\n",
    ],
)
def test_everything_else_is_kept_verbatim(kept: str) -> None:
    assert decode(kept.encode()) == kept


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00\x1b")))
def test_utf_8_without_control_codes_comes_back_verbatim(text: str) -> None:
    data = text.encode()
    if binary_kind(data) is None:  # text may begin as some format of files does
        assert decode(data) == text.removeprefix("\ufeff")


@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "shift_jis", "euc-jp", "windows-1252", "gb2312", "x"]))
def test_any_bytes_give_text_or_a_refusal(data: bytes, declared: str | None) -> None:
    try:
        text = decode(data, declared=declared)
    except SourceError:
        return
    assert "\x00" not in text
    assert "\r" not in text
    assert "\ufffd" not in text or b"\xef\xbf\xbd" in data or b"\xff\xfd" in data or b"\xfd\xff" in data


JAPANESE_LETTERS = st.text(st.sampled_from("会談大臣外務日加米中韓年月午後時分間"), min_size=3, max_size=12)


@given(st.lists(JAPANESE_LETTERS, min_size=1, max_size=8), st.sampled_from(["cp932", "euc_jp", "iso2022_jp", "utf-8"]))
def test_japanese_sentences_come_back_from_every_encoding(words: list[str], encoding: str) -> None:
    text = "".join(f"{word}について、両大臣は話し合いました。\n" for word in words)
    assert decode(text.encode(encoding)) == text
