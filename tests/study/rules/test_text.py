"""A stored text is what its hash says."""

from __future__ import annotations

from hashlib import sha256

import pytest

from dipmeet.study.rules.text import check_hashes
from tests.study.rules.made import made, told

TEXT = "会談 on 19 September"
DIGEST = sha256(TEXT.encode()).hexdigest()
OTHER = "0" * 64


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ({"text": TEXT, "sha256": DIGEST}, []),
        ({"text": TEXT, "sha256": OTHER}, [("source.sha256", OTHER, DIGEST)]),
        ({"text": TEXT}, []),
        ({"sha256": OTHER}, []),
        ({"text": TEXT, "sha256": DIGEST, "versions": [{"text": TEXT, "sha256": OTHER}, {"sha256": OTHER}]},
         [("source.versions[0].sha256", OTHER, DIGEST)]),
    ],
)  # fmt: skip
def test_a_text_is_held_against_its_hash(source: dict, found: list) -> None:
    assert told(check_hashes(made(source=source))) == found


def test_a_record_without_a_source_has_nothing_to_hold() -> None:
    assert not list(check_hashes(made()))
