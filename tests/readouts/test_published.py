"""The page's own date: a line that is a date and little else, or a dateline; never the day of the meeting in prose."""

from __future__ import annotations

import pytest

from dipmeet.readouts.page import read_page
from dipmeet.readouts.published import find_published

LEAD = "On May 7, Minister A met Minister B, who is visiting Japan. The overview is as follows."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Title of it\n\nMay 8, 2022\n\n{LEAD}", "2022-05-08"),
        (f"Published 21 January 2025\n\n{LEAD}", "2025-01-21"),
        (f"Posted On: 20 MAR 2024 5:02PM by PIB Delhi\n\n{LEAD}", "2024-03-20"),
        (f"Date\n2025-01-23\n\n{LEAD}", "2025-01-23"),
        (f"29.07.2024\n\n{LEAD}", "2024-07-29"),
        (f"令和5年7月13日\n\n{LEAD}", "2023-07-13"),
        (f"October 13, 2025 – Ottawa, Ontario – Global Affairs Canada\n\n{LEAD}", "2025-10-13"),
        ("JAKARTA, 14 July 2023 - Minister A met Minister B today in the ministry for talks.", "2023-07-14"),
        ("(Rome, 13 January 2025) – Minister A met Minister B today in the ministry for talks.", "2025-01-13"),
        (f"{LEAD}\n\n1. They met.\n\nIslamabad\n12 September 2024", "2024-09-12"),
        ("LIMA, (Newswire / ABC - 02nd May, 2021) Minister A met Minister B today for talks on trade.", "2021-05-02"),
        ("LIMA, May 11, 2020 /Newswire/ -- Minister A met Minister B on 28 April 2020 in Lima.", "2020-05-11"),
        (f"The press release issued by the Palace of Lima on 13 August 2025.\n\n{LEAD}", "2025-08-13"),
        (
            f"The following release was published by the Office on Jan. 14, 2022. It is whole below.\n\n{LEAD}",
            "2022-01-14",
        ),
        (f"Release No. NR-007-18 January 08, 2018\n\n{LEAD}", "2018-01-08"),
        (f"No: 210, 9 July 2021, Press Release Regarding the Visit of A\n\n{LEAD}", "2021-07-09"),
        (f"Ministry of Foreign Affairs of Peru [Sunday, Aug 28, 2016]\n\n{LEAD}", "2016-08-28"),
        ("Post, Lima - On Friday, 10 January 2020, Minister A met Minister B in the ministry for talks.", None),
        (f"令和5年7月13~14日\n\n{LEAD}", None),
        (f"May 8\n\n{LEAD}", None),
        (f"Meeting of A with B, 1 March 2024\n\n{LEAD}", None),
        (f"In May 2022 and on June 3, 2021, much happened.\n\n{LEAD}", None),
    ],
)
def test_the_date_of_publication_is_told_from_other_dates(text: str, expected: str | None) -> None:
    page = read_page(text)
    before = next(at for at, line in enumerate(page.lines) if " met " in line.text)
    found = find_published(page, before)
    assert (found.date if found is not None else None) == expected


@pytest.mark.parametrize(
    ("line", "date", "other"),
    [
        ("11/03/2021 04:19 PM EDT", "2021-11-03", None),
        ("11/3/2021, 4:19:07 PM", "2021-11-03", "2021-03-11"),
        ("11/3/2021 4:19 PM", "2021-03-11", "2021-11-03"),
        ("11/03/2021\n\nOffice of the Spokesperson", "2021-11-03", None),
        ("11/23/2021", "2021-11-23", None),
        ("23/11/2021", "2021-11-23", None),
        ("03/03/2021", "2021-03-03", None),
        ("11/03/2021", "2021-03-11", "2021-11-03"),
        ("11.03.2021", "2021-03-11", None),
    ],
)
def test_figures_with_strokes_may_begin_with_the_month(line: str, date: str, other: str | None) -> None:
    found = find_published(read_page(f"{line}\n\n{LEAD}"), len(line.split("\n\n")))
    assert found is not None
    assert (found.date, found.other) == (date, other)
