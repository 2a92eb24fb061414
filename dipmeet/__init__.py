"""dipmeet keeps, finds and compares the readouts of diplomatic meetings."""

__version__ = "0.1.0"
