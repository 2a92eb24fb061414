"""Whether bytes that decode also read as text: as Japanese, as Western words, as anything written at all.

Decoding strictly proves little: most bytes are valid Windows-1252, and English with typographic apostrophes is valid
Shift_JIS. Each test here asks what true text of its kind always has and mistaken text hardly ever.
"""

from __future__ import annotations

import re
from functools import cache

SAMPLE = 200_000
"""So many characters are looked at where every one would take long."""

_LEVEL_ONE = range(0x88, 0x98)
"""First bytes of the kanji in daily use, in Shift_JIS (JIS X 0208, level 1); those below are signs and kana."""


def is_written(text: str) -> bool:
    """Tell whether a text has no control characters but line ends, tabs and form feeds, and nothing unassigned."""
    if _pattern(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]").search(text):
        return False
    odd = sum(1 for c in text[:SAMPLE] if not (c.isprintable() or c.isspace() or c in "\u00ad\u200b\u200e\u200f\ufeff"))
    return odd <= len(text[:SAMPLE]) * 0.05


def japanese_score(text: str) -> float:
    """Return the share of kana in what is not Western; 0 where the text does not read as Japanese.

    Chinese and Korean bytes taken for EUC-JP give kanji and no kana. EUC-JP taken for Shift_JIS gives half-width kana.
    """
    sample = text[:SAMPLE]
    wide = len(_pattern(r"[^\x00-\xff\uff61-\uff9f]").findall(sample))
    half = len(_pattern(r"[\uff61-\uff9f]").findall(sample))
    kana = len(_pattern(r"[\u3041-\u3096\u30a1-\u30fa\u30fc]").findall(sample))
    if not wide or half > 0.3 * (wide + half) or kana < 0.05 * (wide + half) or not is_written(text):
        return 0.0
    return kana / (wide + half)


def is_english_with_signs(text: str) -> bool:
    """Tell whether a text decoded from a Japanese encoding is Western but for signs that stand where they belong.

    English pages of Japanese ministries are such: their apostrophes, quotes and bullets are Japanese ones. Chinese
    and Korean encodings have other signs at the same bytes, which then stand where none belongs.
    """
    elsewhere = _pattern(r"[^\x00-\x7fÀ-ÖØ-öø-\u024f‐―‘-”…　（）]").finditer(text)
    return is_written(text) and all(_is_bullet(text, found.start()) for found in elsewhere)


def _is_bullet(text: str, at: int) -> bool:
    return text[at] in "・●○◎◇◆□■※" and not text[text.rfind("\n", 0, at) + 1 : at].strip()


def is_kanji_of_shift_jis(text: str) -> bool:
    """Tell whether a text without kana, decoded from Shift_JIS, is kanji in daily use that stand together.

    A typographic apostrophe taken for Shift_JIS gives one kanji amid Western letters ("minister痴").
    """
    runs: list[str] = _pattern(r"[^\x00-\xff]+").findall(text[:SAMPLE])
    if not runs or _pattern(r"[\uff61-\uff9f]|[A-Za-z][^\x00-\xff]|[^\x00-\xff][A-Za-z]").search(text):
        return False
    if sum(map(len, runs)) < 2 * len(runs) or not is_written(text):
        return False
    leads = {c.encode("cp932", "replace")[0] for c in set("".join(runs))}
    return all(lead in _LEVEL_ONE or lead < _LEVEL_ONE.start for lead in leads)


def is_western(text: str, *, is_declared: bool = False) -> bool:
    """Tell whether a text decoded from Windows-1252 is Western words.

    Other scripts give runs of accented letters, or a text full of them. Where nobody declared the encoding, what the
    other alphabets and the signs of East Asian encodings turn into is refused as well: ð and þ (Icelandic, but ğ and ş
    in Turkish), signs within words (Polish), accents without a letter, ¡ and ¿ where nothing is exclaimed or asked,
    ³ at a word (Polish ł) where no ² tells of footnotes.
    """
    if not is_written(text) or _pattern(r"[À-ÖØ-öø-ÿŒœŠšŽžŸ]{3}").search(text):
        return False
    if not is_declared and _is_of_another(text):
        return False
    letters = len(_pattern(r"\S").findall(text))
    high = len(_pattern(r"[^\x00-\x7f\s]").findall(text))
    return high <= 1 or high <= 0.3 * letters


def _is_of_another(text: str) -> bool:
    if ("¡" in text and "!" not in text) or ("¿" in text and "?" not in text):
        return True
    if "²" not in text and _pattern(r"[A-Za-z]{3}³").search(text):
        return True
    odd = _pattern(r"[ðþÐÞ¤¦¨¬¯¸ƒˆ˜]|[A-Za-z](?:[¡-¬®-³µ¶¸¹»-¿×÷]{1,2}[a-z]|[¡¿])")
    return odd.search(text) is not None


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)
