"""A file, standard input or an address into text."""
