"""Where templates, styles, fonts and icons lie: beside the content first, then in the package, file by file.

Guides that share files lie in folders of one project: a folder above them with a file named ``leafdeck.root`` in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from leafdeck.errors import LayoutError, Problem
from leafdeck.notice import Place


def package_data() -> Path:
    """Return the folder that holds the package's own ``templates/``, ``styles/`` and ``words/``.

    An installed wheel carries them in ``leafdeck/data``; in a checkout they stand at the top level.
    """
    package = Path(__file__).resolve().parent
    carried = package / "data"
    return carried if carried.is_dir() else package.parent


ROOT_MARK = "leafdeck.root"
"""The file that marks the folder of a project; what it holds is not read."""


def project_folder(content: Path) -> Path:
    """Return the folder that a content file may take files from, without links.

    It is the nearest folder, from the content's own upwards, with a file named `ROOT_MARK` in it, or else the
    content's own. Nothing in the content can widen it: only who may write to a folder above can put a mark there.
    """
    own = content.resolve().parent
    return next((folder for folder in (own, *own.parents) if (folder / ROOT_MARK).is_file()), own)


@dataclass(frozen=True, slots=True)
class Resources:
    """The folders to look in, the first that has a file wins."""

    roots: tuple[Path, ...]

    @classmethod
    def beside(cls, content: Path) -> Resources:
        """Look beside the content file first, then in its project's folder, then in the package."""
        return cls(tuple(dict.fromkeys((content.resolve().parent, project_folder(content), package_data()))))

    def find(self, relative: str) -> Path:
        """Return the first existing file of that relative path.

        Raises:
            LayoutError: no folder has it.
        """
        for root in self.roots:
            path = root / relative
            if path.is_file() and self._holds(path):
                return path
        looked = " and ".join(str(root) for root in self.roots)
        raise LayoutError(Problem(Place(), f"{relative} was not found", f"Looked in {looked}."))

    def folders(self, relative: str) -> tuple[Path, ...]:
        """Return the existing folders of that relative path, in the order in which they win."""
        return tuple(path for root in self.roots if (path := root / relative).is_dir() and self._holds(path))

    def languages(self) -> frozenset[str]:
        """Return the languages that the templates' own words come in, in small letters, such as ``en``."""
        return frozenset(path.stem for folder in self.folders("templates/labels") for path in folder.glob("*.yaml"))

    def words(self, language: str) -> tuple[Path, ...]:
        """Return the files of what is known of a language's words, a file beside the content in place of the package's.

        Args:
            language: a BCP 47 tag; the folder is named by its first part.
        """
        first = language.lower().partition("-")[0]
        found: dict[str, Path] = {}
        for folder in reversed(self.folders(f"words/{first}")):
            found.update({path.name: path for path in sorted(folder.glob("*.yaml")) if self._holds(path)})
        return tuple(found.values())

    def icons(self) -> Mapping[str, Path]:
        """Return each icon's name with its SVG file."""
        found: dict[str, Path] = {}
        for folder in reversed(self.folders("styles/icons")):
            found.update({path.stem: path for path in sorted(folder.glob("*.svg")) if self._holds(path)})
        return found

    def _holds(self, path: Path) -> bool:
        """Return whether a file lies in one of the folders in truth: a link that leads out of them is not followed."""
        real = path.resolve()
        return any(real.is_relative_to(root.resolve()) for root in self.roots)
