"""The archive: records kept in one TinyDB file."""
