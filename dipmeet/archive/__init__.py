"""The archive: records kept in one TinyDB file."""

from dipmeet.archive.archive import Archive

__all__ = ["Archive"]
