"""Sections from other files: ``- include: blocks/x.yaml`` stands for the section, or the list of sections, in it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from leafdeck.errors import Problem, SourceError
from leafdeck.guide.yamltext import Fields, Items, Node, Scalar, parse
from leafdeck.notice import Place

MAX_DEPTH = 5
"""How many files may include each other in a row."""
MAX_INCLUDES = 100
"""How many includes a guide may have in all."""
MAX_SECTIONS = 500
"""How many sections may come from other files in all."""


@dataclass
class Includer:
    """Puts included sections in their places.

    Attributes:
        content: the content file.
        folder: the content's folder, without links; nothing outside it is read.
        unsaved: texts to read in place of what files hold.
        files: every file read, the content file first.
        problems: what was wrong.
    """

    content: Path
    folder: Path
    unsaved: Mapping[Path, str] = field(default_factory=dict)
    files: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _count: int = 0
    _sections_read: int = 0

    def load(self) -> Node:
        """Read the content file and all it includes.

        Raises:
            SourceError: the content file itself is not YAML.
        """
        self.files.append(self.content)
        root, problems = parse(self.content, self.unsaved.get(self.content))
        self.problems += problems
        if not isinstance(root, Fields):
            return root
        entries = dict(root.entries)
        key, sections = entries.get("sections", (None, None))
        if key and isinstance(sections, Items):
            expanded = Items(sections.place, tuple(self._expand(sections, (self.content,))))
            entries["sections"] = (key, expanded)
        return Fields(root.place, entries)

    def _expand(self, sections: Items, chain: tuple[Path, ...]) -> Iterator[Node]:
        """Yield the sections of a file, those of included files in their places."""
        for section in sections.nodes:
            if isinstance(section, Fields) and section.key("include"):
                yield from self._included(section, chain)
            else:
                yield self._from_content(section)

    def _included(self, section: Fields, chain: tuple[Path, ...]) -> Iterator[Node]:
        name = section.get("include")
        for other, (key, _) in section.entries.items():
            if other != "include":
                hint = "Write the section's fields in the included file."
                self._problem(key.place, f"`{other}` cannot stand beside `include`", hint)
        place = name.place if name else section.place
        if not isinstance(name, Scalar) or not isinstance(name.value, str):
            self._problem(place, "`include` should be the name of a file, such as blocks/urgent.yaml", "")
            return
        try:
            path = inside(self.folder, self._beside(place), name.value)
        except ValueError as error:
            self._problem(place, f"{name.value} cannot be included: {error}", BESIDE)
            return
        self._count += 1
        if any(path.resolve() == above.resolve() for above in chain):
            self._problem(place, f"{name.value} includes itself", "Take one of the two lines away.")
        elif len(chain) > MAX_DEPTH or self._count > MAX_INCLUDES:
            self._problem(place, "there are too many includes", f"At most {MAX_DEPTH} in a row, {MAX_INCLUDES} in all.")
        else:
            yield from self._sections(path, place, chain)

    def _sections(self, path: Path, place: Place, chain: tuple[Path, ...]) -> Iterator[Node]:
        """Read an included file and yield its sections."""
        if path.exists() and not path.is_file() and not path.is_dir():  # a pipe would be waited for without end
            self._problem(place, f"{path.name} cannot be included: it is no file", BESIDE)
            return
        if path not in self.files:
            self.files.append(path)
        try:
            root, problems = parse(path, self.unsaved.get(path))
        except SourceError as error:
            if not path.is_file():  # the line that names it is where to mend it
                self._problem(place, f"{path.name} cannot be included: {error.problems[0].message}", BESIDE)
            else:
                self.problems += error.problems
            return
        self.problems += problems
        if isinstance(root, Scalar):
            hint = "Write a section's fields, such as `kind: text`, or a list of sections."
            self._problem(root.place, "an included file should hold a section, or a list of them", hint)
            return
        sections = root if isinstance(root, Items) else Items(root.place, (root,))
        self._sections_read += len(sections.nodes)
        if self._sections_read > MAX_SECTIONS:
            hint = "Include only what this guide needs."
            self._problem(place, f"more than {MAX_SECTIONS} sections are included", hint)
            return
        yield from self._expand(sections, (*chain, path))

    def _from_content(self, section: Node) -> Node:
        """Make the picture of a section from another folder start from the content's folder, where templates look."""
        folder = self._beside(section.place)
        if not isinstance(section, Fields) or folder == self.folder:
            return section
        if not (image := section.entries.get("image")):
            return section
        return replace(section, entries={**section.entries, "image": (image[0], self._moved(image[1], folder))})

    def _beside(self, place: Place) -> Path:
        """Return the folder that names of files start from at a place."""
        return self.folder if place.file in {None, self.content} else Path(place.file or "").parent

    def _moved(self, node: Node, folder: Path) -> Node:
        if not isinstance(node, Scalar) or not isinstance(node.value, str):
            return node
        try:
            path = inside(self.folder, folder, node.value)
        except ValueError as error:
            self._problem(node.place, f"{node.value} cannot be used: {error}", BESIDE)
            return node
        return replace(node, value=Path(os.path.relpath(path, self.folder)).as_posix())

    def _problem(self, place: Place, message: str, hint: str) -> None:
        self.problems.append(Problem(place, message, hint))


BESIDE = "Put the file beside the content file, or in a folder below it, and give its name from there."


def inside(folder: Path, start: Path, name: str) -> Path:
    """Return the path of a file that another file names.

    Args:
        folder: the content's folder, which nothing may leave, neither by ``..`` nor by a link.
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
    if not real.is_relative_to(folder.resolve()):
        msg = "it lies outside the content's folder"
        raise ValueError(msg)
    return path
