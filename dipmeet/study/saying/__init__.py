"""Who says a sentence: the speakers that a record knows, and the grammars of English and Japanese readouts."""
