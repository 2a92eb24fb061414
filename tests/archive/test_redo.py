"""Writing in place: whatever state an interruption leaves, the archive is mended to the old state or the new one."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.archive import redo
from dipmeet.archive.lines import redo_file
from dipmeet.archive.redo import recover, write_in_place
from tests.archive.made import laid_out

RECORDS = {str(number): {"id": f"r{number}", "notes": "word " * number} for number in range(1, 6)}
OLD = laid_out(RECORDS, {"9": {"id": "gone"}})
NEW = laid_out({**RECORDS, "7": {"id": "new", "notes": "tariffs " * 40}}, {"9": {"id": "gone"}})
OFFSET = len(OLD) - len(b"}}\n")
PAYLOAD = NEW[OFFSET:]

FINISHED = "a write that was cut short was finished"
FOUND = "a write that had ended was found whole"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "a.json"
    file.write_bytes(OLD)
    return file


def redo_of_the_write(file: Path) -> bytes:
    """Return what the redo file holds while NEW is written over OLD."""
    kept: list[bytes] = []
    file.write_bytes(OLD)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(redo, "_write", lambda *_: kept.append(redo_file(file).read_bytes()))
        write_in_place(file, OFFSET, PAYLOAD)
    return kept[0]


def beside(file: Path) -> list[str]:
    """Return the names of all files in the archive's folder."""
    return sorted(entry.name for entry in file.parent.iterdir())


def test_a_write_that_ends_leaves_the_new_state_and_nothing_beside_it(file: Path) -> None:
    write_in_place(file, OFFSET, PAYLOAD)
    assert file.read_bytes() == NEW
    assert [there.name for there in file.parent.iterdir()] == ["a.json"]
    assert recover(file) is None


def written_so_far() -> Iterator[bytes]:
    yield from (NEW[: OFFSET + at] + OLD[OFFSET + at :] for at in range(len(PAYLOAD) + 1))


def with_nought_behind() -> Iterator[bytes]:
    yield from (NEW[: OFFSET + at].ljust(len(NEW), b"\0") for at in range(len(PAYLOAD) + 1))


def with_nought_before() -> Iterator[bytes]:
    yield from (OLD[:OFFSET] + b"\0" * at + PAYLOAD[at:] for at in range(len(PAYLOAD) + 1))


def in_pieces() -> Iterator[bytes]:
    for size, which in product((3, 16, 64), range(2)):
        parts = [PAYLOAD[at : at + size] for at in range(0, len(PAYLOAD), size)]
        kept = [part if number % 2 == which else b"\0" * len(part) for number, part in enumerate(parts)]
        yield OLD[:OFFSET] + b"".join(kept)


def cut() -> Iterator[bytes]:
    yield from (NEW[: OFFSET + at] for at in range(len(PAYLOAD) + 1))


@pytest.mark.parametrize("states", [written_so_far, with_nought_behind, with_nought_before, in_pieces, cut])
def test_every_torn_state_is_finished(file: Path, states: Callable[[], Iterator[bytes]]) -> None:
    held = redo_of_the_write(file)
    for state in states():
        file.write_bytes(state)
        redo_file(file).write_bytes(held)
        assert recover(file) == (FOUND if state == NEW else FINISHED)
        assert file.read_bytes() == NEW
        assert beside(file) == ["a.json"]


def test_a_file_cut_before_the_place_of_writing_is_left_alone(file: Path) -> None:
    held = redo_of_the_write(file)
    for at in range(OFFSET):
        file.write_bytes(OLD[:at])
        redo_file(file).write_bytes(held)
        said = recover(file)
        assert said is not None
        assert said.startswith("the archive was changed since a write was cut short")
        assert file.read_bytes() == OLD[:at]
        file.with_name(".a.json.redo.aside").unlink()


@settings(max_examples=60)
@given(st.integers(0, 10**6))
def test_a_redo_file_that_is_cut_short_is_left_out(tmp_path_factory: pytest.TempPathFactory, cut: int) -> None:
    file = tmp_path_factory.mktemp("redo") / "a.json"
    held = redo_of_the_write(file)
    redo_file(file).write_bytes(held[: cut % len(held)])
    file.write_bytes(OLD)
    assert recover(file) == "a write that had not begun was left out"
    assert file.read_bytes() == OLD
    assert [there.name for there in file.parent.iterdir()] == ["a.json"]


@pytest.mark.parametrize("damaged", [b"", b"[]\n", b"1\n", b"{}\n", b"\xff\xfe\n", b'{"size": 1}\n', b"[" * 9999])
def test_a_redo_file_that_is_none_is_left_out(file: Path, damaged: bytes) -> None:
    redo_file(file).write_bytes(damaged)
    assert recover(file) == "a write that had not begun was left out"
    assert file.read_bytes() == OLD


OTHER = laid_out({**RECORDS, "8": {"id": "other", "notes": "tariffs " * 41}}, {"9": {"id": "gone"}})


@pytest.mark.parametrize(
    "replaced",
    [
        laid_out({}, {}),
        laid_out({"1": {"id": "x", "notes": "y" * 2000}}, {}),
        OTHER,
        OTHER[: OFFSET + 60] + b"\n}}\n",
        NEW[:-3] + b',"8": {"id": "other"}\n}}\n',
        NEW.replace(b'"id": "r5"', b'"id": "r6"'),
        b"",
    ],
    ids=["emptied", "another", "another at the same place", "shorter", "more behind", "another before", "nothing"],
)
def test_a_file_that_was_replaced_meanwhile_is_left_alone_and_the_payload_kept_aside(
    file: Path, replaced: bytes
) -> None:
    held = redo_of_the_write(file)
    file.write_bytes(replaced)
    redo_file(file).write_bytes(held)
    said = recover(file)
    aside = file.with_name(".a.json.redo.aside")
    assert said == f"the archive was changed since a write was cut short; what was to be added is in {aside}"
    assert file.read_bytes() == replaced
    assert aside.read_bytes().endswith(PAYLOAD)
    assert recover(file) is None


def test_a_second_payload_kept_aside_does_not_replace_the_first(file: Path) -> None:
    held = redo_of_the_write(file)
    for _ in range(2):
        file.write_bytes(b"")
        redo_file(file).write_bytes(held)
        assert recover(file)
    assert sorted([there.name for there in file.parent.iterdir()]) == [
        ".a.json.redo.aside",
        ".a.json.redo.aside-2",
        "a.json",
    ]


def test_a_file_that_is_gone_is_not_made_anew(file: Path) -> None:
    held = redo_of_the_write(file)
    file.unlink()
    redo_file(file).write_bytes(held)
    assert recover(file)
    assert [there.name for there in file.parent.iterdir()] == [".a.json.redo.aside"]


def test_a_file_edited_early_on_at_the_same_length_is_still_finished(file: Path) -> None:
    many = {str(number): {"id": f"r{number}", "notes": "x" * 200} for number in range(1, 60)}
    old, new = laid_out(many, {}), laid_out({**many, "99": {"id": "new"}}, {})
    file.write_bytes(old)
    kept: list[bytes] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(redo, "_write", lambda *_: kept.append(redo_file(file).read_bytes()))
        write_in_place(file, len(old) - 3, new[len(old) - 3 :])
    file.write_bytes(old.replace(b'"r3"', b'"q3"'))
    redo_file(file).write_bytes(kept[0])
    assert recover(file) == FINISHED
    assert file.read_bytes() == new.replace(b'"r3"', b'"q3"')


def test_what_could_not_be_written_is_taken_back(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writes: list[bytes] = []

    def full_at_first(handle: int, offset: int, data: bytes) -> None:
        writes.append(data)
        os.pwrite(handle, data[:50] if len(writes) == 1 else data, offset)
        if len(writes) == 1:
            raise OSError(28, "No space left on device")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(redo, "_write", full_at_first)
        with pytest.raises(OSError, match="No space"):
            write_in_place(file, OFFSET, PAYLOAD)
    assert file.read_bytes() == OLD
    assert [there.name for there in file.parent.iterdir()] == ["a.json"]


def test_the_redo_file_says_what_is_to_be_written_where(file: Path) -> None:
    head, _, payload = redo_of_the_write(file).partition(b"\n")
    said = json.loads(head)
    assert payload == PAYLOAD
    assert (said["size"], said["offset"], said["length"], said["ending"]) == (len(OLD), OFFSET, len(PAYLOAD), "}}\n")
