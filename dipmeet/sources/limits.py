"""How much of a source is read."""

MOST_BYTES = 20_000_000
"""A source of more bytes is refused: saved pages carry pictures, but hardly as many."""

MOST_LETTERS = 5_000_000
"""A source of more text is refused: the longest readouts have some ten thousand characters."""
