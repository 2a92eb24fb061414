"""The pages of `help` and of the manual."""
