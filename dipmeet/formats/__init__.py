"""Formats: the writer and the reader of each, side by side."""
