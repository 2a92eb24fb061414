"""The manual page: roff that prints what it was given to the letter, whatever stands in it."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from dipmeet.formats.manual import CommandPart, OptionPart, PagePart, render_manual

HARD = [".TH not a request", "'nor this", 'a "quoted" --word', r"C:\new\fonts \fB \n(.g", "’“日本”", "a\\&b", "--"]
ROFF = render_manual(
    "tool",
    "1.0",
    "does - things",
    [
        (
            "Keep",
            [
                CommandPart(
                    "add", "add [OPTIONS] FILE", "Adds.", (OptionPart("-x, --ex N", "Ex."),), tuple(HARD), "See."
                )
            ],
        )
    ],
    [OptionPart("--all", "")],
    [PagePart("page", "A PAGE\n\n" + "\n".join(HARD) + "\n")],
)


def test_it_is_ascii_with_the_sections_of_a_manual() -> None:
    assert ROFF.isascii()
    heads = [line for line in ROFF.splitlines() if line.startswith((".TH", ".SH", ".SS"))]
    assert heads == [
        '.TH TOOL 1 "" "tool 1.0" "User Commands"',
        ".SH NAME",
        ".SH SYNOPSIS",
        ".SH OPTIONS",
        ".SH KEEP",
        ".SS tool add [OPTIONS] FILE",
        '.SH "A PAGE"',
    ]


@pytest.mark.skipif(shutil.which("groff") is None, reason="no groff here")
def test_groff_prints_it_to_the_letter_and_warns_of_nothing() -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-P-c"],
        input=ROFF,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stderr == ""
    plain = re.sub(".\b", "", done.stdout)  # bold is overstruck
    printed = [" ".join(line.split()) for line in plain.splitlines()]
    for line in HARD:
        assert printed.count(line) == 2, line
    assert "tool - does - things" in printed
    assert "-x, --ex N" in " ".join(printed)
