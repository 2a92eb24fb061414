"""A file, standard input or an address into text."""

from dipmeet.sources.naming import expand, is_address
from dipmeet.sources.reading import SourceText, read_source

__all__ = ["SourceText", "expand", "is_address", "read_source"]
