"""What a terminal would obey or hide, made visible: record text is never markup and never a command.

ESC and other control characters, C1 controls, bidirectional overrides and halves of surrogate pairs are replaced one
for one, so that places in the text stay true: C0 controls by their Unicode control pictures (U+2400 ff.), the rest by
U+2426. Line ends stay; a tab is a space. Rich drops some control characters in silence and passes others on, so this
comes before it.
"""

from __future__ import annotations

from functools import cache

_OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f"
_LINES = "\u2028\u2029"


@cache
def _pictures() -> dict[int, str]:
    pictures = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"}
    pictures |= dict.fromkeys((*range(0x80, 0xA0), *range(0xD800, 0xE000), *map(ord, _OVERRIDES)), "␦")
    pictures |= dict.fromkeys((9, *map(ord, _LINES)), " ")
    return pictures | {0x7F: "\u2421"}


def visible(text: str) -> str:
    """Return `text`, as long as it was, with nothing in it that a terminal would obey."""
    return text if text.isascii() and text.isprintable() else text.translate(_pictures())
