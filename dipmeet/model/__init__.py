"""The record: one account of one meeting as frozen facts, to and from JSON."""
