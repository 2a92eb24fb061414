"""The same by stock TinyDB: `stock_tinydb.py ARCHIVE show|list|search|add`."""

import sys

from tinydb import TinyDB, where


def main(archive: str, what: str) -> None:
    """Do one thing as a script on stock TinyDB would."""
    table = TinyDB(archive).table("meetings")
    if what == "add":
        table.insert({"id": "2031-03-03-japan-fiji"})
    elif what == "show":
        print(len(table.search(where("id").matches("2017-09-19"))))  # noqa: T201
    elif what == "list":
        print(len(sorted(table.all(), key=lambda record: record["start"]["local"])[-20:]))  # noqa: T201
    else:
        said = table.search(where("points").any(where("text").search("ship-to-ship")))
        print(len(said[:20]))  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
