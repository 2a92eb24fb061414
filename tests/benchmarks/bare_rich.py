"""What any Typer program costs that prints one rich table of twenty rows."""

import typer


def main() -> None:
    """Print a table of twenty rows."""
    from rich.console import Console
    from rich.table import Table

    table = Table("Date", "Time", "Meeting", "Place", "Id")
    for number in range(20):
        table.add_row(
            f"Tue {number + 1} Sep 2017",
            "about 2:05 p.m. EDT",
            "Japan-Canada Foreign Ministers’ Meeting",
            "New York",
            "x",
        )
    Console(width=120).print(table)


if __name__ == "__main__":
    typer.run(main)
