"""dipmeet keeps, finds and compares the readouts of diplomatic meetings.

The library's names are in `dipmeet.api`, which is loaded once one of them is asked for.
"""

TYPE_CHECKING = False  # typing's own costs a tenth of a short command; type checkers know the name
if TYPE_CHECKING:
    from dipmeet.api import Archive, Meeting, Meetings, read

__version__ = "0.1.0"
__all__ = ["Archive", "Meeting", "Meetings", "__version__", "read"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'dipmeet' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("dipmeet.api"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
