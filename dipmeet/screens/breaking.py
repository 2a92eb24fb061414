"""Where a line of text is broken: between words, in Japanese between characters, in an address after a sign.

Ids and addresses that are longer than a line are broken after a hyphen or another sign, where one stands in the
second half of the line. Japanese keeps what may not begin a line (。」ー) or end one (「) where it belongs, as
JIS X 4051 asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rich.cells import cell_len, split_graphemes

_OPENING = "「『（［｛〈《【〔"
_CLOSING = "、。，．・：；？！」』）］｝〉》】〕ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ\u3099\u309a\ufe0e\ufe0f\u200d"
_WIDE = "〆〇ぁ-ヺ㐀-䶿一-鿿豈-﫿！-｠\U00020000-\U000323af"
_WORD = re.compile(r"\s*\S+\s*")
_EAST_ASIAN = "\u3000"
"""Below this character no script is written without spaces that is broken between any two characters."""

_SIGNS = frozenset("-/_?&=.,;:–—")


@cache
def _pieces() -> re.Pattern[str]:
    """Return what Japanese is broken into; compiled only where some is shown, as that takes 7 ms."""
    return re.compile(
        rf"\s*(?:[{_OPENING}]*(?:(?![{_CLOSING}])[{_WIDE}]|[^\s{_WIDE}{_OPENING}{_CLOSING}]+)[{_CLOSING}]*"
        rf"|[{_OPENING}{_CLOSING}]+)\s*"
    )


def breaks(text: str, width: int) -> list[int]:
    """Return where to break `text`, one line of any length, so that each part is at most `width` columns wide.

    Spaces at the end of a part are not counted. A character wider than `width` stands alone.
    """
    if len(text) <= width and text.isascii():
        return []
    places: list[int] = []
    used = 0
    for match in (_WORD if max(text, default="") < _EAST_ASIAN else _pieces()).finditer(text):
        piece = match[0]
        needed = cell_len(piece.rstrip())
        if used + needed > width:
            if used:
                places.append(match.start())
            if needed > width:
                places.extend(match.start() + place for place in _breaks_within(piece, width))
            used = cell_len(text[places[-1] if places else 0 : match.end()])
        else:
            used += cell_len(piece)
    return places


def _breaks_within(piece: str, width: int) -> Iterator[int]:
    """Yield where to break a piece that is longer than a line, after a sign where one is near enough."""
    used = begin = 0
    sign, used_at_sign = 0, 0
    for start, end, cells in split_graphemes(piece.rstrip())[0]:
        if used + cells > width and start > begin:
            begin, used = (sign, used - used_at_sign) if used_at_sign > width // 2 else (start, 0)
            sign = used_at_sign = 0
            yield begin
        used += cells
        if piece[end - 1] in _SIGNS:
            sign, used_at_sign = end, used
