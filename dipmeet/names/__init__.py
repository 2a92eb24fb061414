"""The vocabularies: places with their zones, parties, topics."""
