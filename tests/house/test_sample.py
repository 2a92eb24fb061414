"""The sample archive is what dipmeet makes of the texts beside it."""

import json
import re
from typing import Any

from tests.conftest import REPOSITORY, SAMPLE, Dipmeet

DATA = REPOSITORY / "data"


def test_the_sample_is_what_dipmeet_makes_of_its_texts(dipmeet: Dipmeet) -> None:
    for file, url in addresses().items():
        added = dipmeet("add", DATA / "readouts" / file, "--url", url)
        assert added.code == 0, added.err
    assert records(dipmeet.folder / "meetings.json") == records(SAMPLE)


def test_every_text_has_its_address() -> None:
    assert sorted(addresses()) == sorted(file.name for file in (DATA / "readouts").iterdir())


def addresses() -> dict[str, str]:
    return dict(re.findall(r"^\| (\S+\.txt) \| (http\S+) \|$", (DATA / "README.md").read_text("utf-8"), re.MULTILINE))


def records(archive: Any) -> list[dict[str, Any]]:
    meetings = json.loads(archive.read_text("utf-8"))["meetings"].values()
    return [{name: value for name, value in m.items() if name not in {"added", "changed"}} for m in meetings]
