"""A record as it stands in the file: which table, its bytes parsed, and a checksum to know them by."""

from __future__ import annotations

import json
from pathlib import Path
from zlib import adler32, crc32

from dipmeet.model.shapes import Json

MEETINGS = "meetings"
TRASH = "trash"
DEFAULT = "_default"
TABLES = (TRASH, MEETINGS)


def parsed(data: bytes) -> Json:
    """Return the JSON value of a record's bytes, or None where they are none."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def checksum(data: bytes) -> int:
    """Return 63 bits by which bytes are known to be what was indexed: CRC-32 and Adler-32, which loads no OpenSSL."""
    return (crc32(data) << 31) ^ adler32(data)


def redo_file(archive: Path) -> Path:
    """Return where the redo file of an archive stands."""
    return archive.parent / f".{archive.name}.redo"
