"""Parts from other files, each living once for many guides.

``- include: blocks/x.yaml`` as an entry of a list stands for the entry, or the list of entries, in that file;
``organisation: {include: shared/us.yaml}`` gives a field of the outline what that file holds.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from leafdeck.errors import Problem, SourceError
from leafdeck.guide.yamltext import Fields, Items, Node, Scalar, parse
from leafdeck.notice import Place
from leafdeck.resources import ROOT_MARK

MAX_DEPTH = 5
"""How many files may include each other in a row."""
MAX_INCLUDES = 100
"""How many includes a guide may have in all."""
MAX_NODES = 10_000
"""How many values and lists may come from other files in all, as many as a file of its own may have."""
OWN = ("schema", "slides")
"""Fields of the outline that are a guide's own: the names in ``slides`` are those of its parts."""
NAMES_FILES = frozenset({"image", "logo"})
"""The fields that name a file."""


@dataclass
class Includer:
    """Puts included parts in their places.

    Attributes:
        content: the content file.
        folder: the content's folder, without links.
        root: the folder of its project; nothing outside it is read.
        unsaved: texts to read in place of what files hold.
        files: every file read, the content file first.
        problems: what was wrong.
        failed: the fields of the outline whose file could not be included.
    """

    content: Path
    folder: Path
    root: Path
    unsaved: Mapping[Path, str] = field(default_factory=dict)
    files: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    _count: int = 0
    _nodes_read: int = 0

    def load(self) -> Node:
        """Read the content file and all it includes.

        Raises:
            SourceError: the content file itself is not YAML.
        """
        self.files.append(self.content)
        top, problems = parse(self.content, self.unsaved.get(self.content))
        self.problems += problems
        if not isinstance(top, Fields):
            return top
        chain = (self.content,)
        entries = {}
        for name, (key, value) in top.entries.items():
            made = value if name in OWN else self._value(value, chain)
            if made is None:
                self.failed.append(name)
            else:
                entries[name] = (key, made)
        return Fields(top.place, entries)

    def _value(self, value: Node, chain: tuple[Path, ...]) -> Node | None:
        """Return what a field of the outline holds, from another file if it says so; None if that cannot be."""
        while isinstance(value, Fields) and value.key("include"):
            found = self._read(value, chain)
            if found is None:
                return None
            value, chain = found
        return self._expanded(value, chain)

    def _expanded(self, node: Node, chain: tuple[Path, ...]) -> Node:
        """Return a node with the entries of included files in the places of its lists that ask for them."""
        if isinstance(node, Items):
            return Items(node.place, tuple(self._entries(node, chain)))
        if isinstance(node, Fields):
            entries = {name: (key, self._expanded(value, chain)) for name, (key, value) in node.entries.items()}
            return self._from_content(Fields(node.place, entries))
        return node

    def _entries(self, items: Items, chain: tuple[Path, ...]) -> Iterator[Node]:
        for item in items.nodes:
            if not isinstance(item, Fields) or not item.key("include"):
                yield self._expanded(item, chain)
            elif found := self._read(item, chain):
                node, below = found
                yield from self._entries(node if isinstance(node, Items) else Items(node.place, (node,)), below)

    def _read(self, asking: Fields, chain: tuple[Path, ...]) -> tuple[Node, tuple[Path, ...]] | None:
        """Return what the file holds that an include names, and the files on the way to it; None if it cannot be."""
        name = asking.get("include")
        for other, (key, _) in asking.entries.items():
            if other != "include":
                hint = "Write the fields in the included file."
                self._problem(key.place, f"`{other}` cannot stand beside `include`", hint)
        place = name.place if name else asking.place
        if not isinstance(name, Scalar) or not isinstance(name.value, str):
            self._problem(place, "`include` should be the name of a file, such as shared/organisation.yaml", "")
            return None
        try:
            path = inside(self.root, self._beside(place), name.value)
        except ValueError as error:
            self._problem(place, f"{name.value} cannot be included: {error}", beside(self.root))
            return None
        self._count += 1
        if any(path.resolve() == above.resolve() for above in chain):
            self._problem(place, f"{name.value} includes itself", "Take one of the two lines away.")
        elif len(chain) > MAX_DEPTH or self._count > MAX_INCLUDES:
            self._problem(place, "there are too many includes", f"At most {MAX_DEPTH} in a row, {MAX_INCLUDES} in all.")
        elif (node := self._parsed(path, place)) is not None:
            return node, (*chain, path)
        return None

    def _parsed(self, path: Path, place: Place) -> Node | None:
        """Return what a file holds, or None where it cannot be read or is too much."""
        if path.exists() and not path.is_file() and not path.is_dir():  # a pipe would be waited for without end
            self._problem(place, f"{path.name} cannot be included: it is no file", beside(self.root))
            return None
        if path not in self.files:
            self.files.append(path)
        try:
            node, problems = parse(path, self.unsaved.get(path))
        except SourceError as error:
            if not path.is_file():  # the line that names it is where to mend it
                message = f"{path.name} cannot be included: {error.problems[0].message}"
                self._problem(place, message, beside(self.root))
            else:
                self.problems += error.problems
            return None
        self.problems += problems
        self._nodes_read += _size(node)
        if self._nodes_read > MAX_NODES:
            message = f"more than {MAX_NODES:,} entries and fields come from included files"
            self._problem(place, message, "Include only what this guide needs.")
            return None
        return node

    def _from_content(self, part: Fields) -> Fields:
        """Make files that a part in another folder names start from the content's folder, where templates look."""
        folder = self._beside(part.place)
        if folder == self.folder:
            return part
        moved = {
            name: (key, self._moved(value, folder) if name in NAMES_FILES else value)
            for name, (key, value) in part.entries.items()
        }
        return replace(part, entries=moved)

    def _beside(self, place: Place) -> Path:
        """Return the folder that names of files start from at a place."""
        return self.folder if place.file in {None, self.content} else Path(place.file or "").parent

    def _moved(self, node: Node, folder: Path) -> Node:
        if not isinstance(node, Scalar) or not isinstance(node.value, str):
            return node
        try:
            path = inside(self.root, folder, node.value)
        except ValueError as error:
            self._problem(node.place, f"{node.value} cannot be used: {error}", beside(self.root))
            return node
        return replace(node, value=Path(os.path.relpath(path, self.folder)).as_posix())

    def _problem(self, place: Place, message: str, hint: str) -> None:
        self.problems.append(Problem(place, message, hint))


def _size(node: Node) -> int:
    """Return how many nodes there are, this one and all below it."""
    if isinstance(node, Items):
        return 1 + sum(_size(item) for item in node.nodes)
    if isinstance(node, Fields):
        return 1 + sum(1 + _size(value) for _, value in node.entries.values())
    return 1


def beside(root: Path) -> str:
    """Return where a file that another one names may lie, in words.

    Args:
        root: the folder of the project.
    """
    if (root / ROOT_MARK).is_file():
        return f"Put the file anywhere in {root}, the folder with {ROOT_MARK} in it, and give its name from here."
    return (
        "Put the file beside the content file, or in a folder below it, and give its name from there. To share files "
        f"among guides in several folders, put an empty file named {ROOT_MARK} into the folder that holds them all."
    )


def inside(root: Path, start: Path, name: str) -> Path:
    """Return the path of a file that another file names.

    Args:
        root: the folder of the project, which nothing may leave, neither by ``..`` nor by a link.
        start: the folder that the name starts from: that of the file which names it.
        name: the relative path, with ``/`` between its parts.

    Raises:
        ValueError: the name is an address, or absolute, or leaves the folder.
    """
    if "://" in name:
        msg = "it is an address on the web"
        raise ValueError(msg)
    if "\\" in name:
        msg = "write / in place of \\ in file names"
        raise ValueError(msg)
    if PurePosixPath(name).is_absolute() or Path(name).is_absolute() or Path(name).drive:
        msg = "it begins at the top of the disk"
        raise ValueError(msg)
    path = Path(os.path.normpath(start / name))
    try:
        real = path.resolve()
    except (OSError, RuntimeError, ValueError):
        msg = "it is not the name of a file"
        raise ValueError(msg) from None
    if not real.is_relative_to(root.resolve()):
        whose = "the project's" if (root / ROOT_MARK).is_file() else "the content's"
        msg = f"it lies outside {whose} folder"
        raise ValueError(msg)
    return path
