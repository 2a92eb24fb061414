"""Which meetings are meant: filters and the search language, pure."""
