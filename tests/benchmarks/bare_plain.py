"""What any Typer program costs that prints twenty lines."""

import typer


def main() -> None:
    """Print twenty lines."""
    for number in range(20):
        print(f"2017-09-{number + 1:02}\t2017-09-19T14:05\tJapan-Canada Foreign Ministers’ Meeting")  # noqa: T201


if __name__ == "__main__":
    typer.run(main)
