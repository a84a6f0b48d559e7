"""Files are written whole, all or none, and an old good one is never lost."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from leafdeck import output
from leafdeck.errors import OutputError

Breaks = Callable[..., None]


@pytest.fixture
def files(tmp_path: Path) -> dict[Path, bytes]:
    """Two files to write, over two old ones."""
    folder = tmp_path / "output"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(b"old a")
    (folder / "b.pptx").write_bytes(b"old b")
    return {folder / "a.pdf": b"new a", folder / "b.pptx": b"new b"}


def content(files: dict[Path, bytes]) -> list[bytes]:
    return [path.read_bytes() for path in files]


def names(files: dict[Path, bytes]) -> list[str]:
    return sorted(path.name for path in next(iter(files)).parent.iterdir())


def test_writes_over_old_files_and_leaves_nothing_else(files: dict[Path, bytes]) -> None:
    output.write(files)
    assert content(files) == [b"new a", b"new b"]
    assert names(files) == ["a.pdf", "b.pptx"]


def test_makes_the_folders_it_needs(tmp_path: Path) -> None:
    output.write({tmp_path / "one" / "two" / "a": b"a", tmp_path / "b": b"b"})
    assert (tmp_path / "one" / "two" / "a").read_bytes() == b"a"


@pytest.mark.parametrize("failing", ["a.pdf", "b.pptx"])
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_all_or_none(files: dict[Path, bytes], monkeypatch: pytest.MonkeyPatch, call: str, failing: str) -> None:
    """Whichever file fails, and whether the disk is full or the rename is refused, all old files stand."""
    if call == "fsync":
        written: list[int] = []

        def full(descriptor: int) -> None:
            written.append(descriptor)
            if len(written) == (1 if failing == "a.pdf" else 2):
                raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
    else:
        replace = Path.replace

        def refuse(self: Path, target: Path) -> Path:
            if target.name == failing and self.suffix == ".part":
                raise PermissionError(13, "Permission denied")
            return replace(self, target)

        monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError) as caught:
        output.write(files)
    assert content(files) == [b"old a", b"old b"]
    assert names(files) == ["a.pdf", "b.pptx"]
    (problem,) = caught.value.problems
    assert problem.where.file is not None
    assert problem.where.file.name == failing
    assert problem.message.startswith("the file cannot be written: ")
    assert "--output" in problem.hint


def test_what_was_not_there_before_is_not_there_after(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.name == "b":
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError):
        output.write({tmp_path / "a": b"a", tmp_path / "b": b"b"})
    assert list(tmp_path.iterdir()) == []


def test_old_files_stand_where_the_disk_knows_no_hard_links(
    files: dict[Path, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    output.write(files)
    assert content(files) == [b"new a", b"new b"]
    assert names(files) == ["a.pdf", "b.pptx"]


def test_a_reader_who_has_the_old_file_open_keeps_it(files: dict[Path, bytes]) -> None:
    with next(iter(files)).open("rb") as reader:
        output.write(files)
        assert reader.read() == b"old a"


def test_an_interrupt_leaves_old_files_and_no_others(files: dict[Path, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        output.write(files)
    assert content(files) == [b"old a", b"old b"]
    assert names(files) == ["a.pdf", "b.pptx"]


@pytest.mark.parametrize("place", ["file", "file/deeper"])
def test_a_file_where_the_folder_should_be(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(OutputError) as caught:
        output.write({tmp_path / place / "a.pdf": b"a"})
    assert "Choose another folder with --output" in caught.value.problems[0].hint
    assert (tmp_path / "file").read_bytes() == b"mine"


def test_a_folder_where_the_file_should_be(files: dict[Path, bytes]) -> None:
    first, second = files
    second.unlink()
    second.mkdir()
    with pytest.raises(OutputError, match="Is a directory") as caught:
        output.write(files)
    assert "A folder has the file's name" in caught.value.problems[0].hint
    assert first.read_bytes() == b"old a"
