"""`python -m dipmeet`."""

from dipmeet.cli import main

main()
