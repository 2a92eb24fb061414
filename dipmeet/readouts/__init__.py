"""A readout's text into drafts with evidence and doubts."""
