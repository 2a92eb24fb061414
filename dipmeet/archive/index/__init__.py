"""The disposable index beside the archive: where each record lies, and what it can be found by."""
