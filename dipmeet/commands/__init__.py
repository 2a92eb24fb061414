"""One module per command, imported when it is invoked; the longer work of some, and what several share, in rooms."""
