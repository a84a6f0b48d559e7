"""What the files of a batch hold, as SHA-256: each is read once in a run."""

from __future__ import annotations

import platform
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import file_digest
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path, PurePosixPath

from leafdeck.batch import keys
from leafdeck.batch.plan import Job
from leafdeck.reach import KINDS, reaches
from leafdeck.resources import Resources, package_data

LIBRARIES = (
    "weasyprint",
    "python-pptx",
    "pydyf",
    "jinja2",
    "markupsafe",
    "pyyaml",
    "tinycss2",
    "tinyhtml5",
    "cssselect2",
    "pyphen",
    "fonttools",
    "brotli",
    "zopfli",
    "pillow",
    "lxml",
    "xlsxwriter",
    "pydantic",
    "markdown-it-py",
    "segno",
    "pikepdf",
    "resvg-py",
)
"""What documents are made with, besides leafdeck."""
_BRAND = PurePosixPath("styles/brand.css")
_Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Dress:
    """The templates and styles that a job may wear.

    Attributes:
        hash: of their names and what they hold.
        files: each with its SHA-256.
        stamps: when each was written (ns), and its size: what tells that one changed since.
    """

    hash: str
    files: tuple[tuple[Path, str | None], ...]
    stamps: tuple[_Stamp | None, ...]

    def changed(self) -> bool:
        """Return whether one of the files is no longer as it was read."""
        return tuple(_stamp(path) for path, _ in self.files) != self.stamps


@dataclass
class Inputs:
    """Hashes of files, and of what jobs wear."""

    base: Path
    _hashes: dict[Path, str | None] = field(default_factory=dict)
    _trees: dict[Path, tuple[PurePosixPath, ...]] = field(default_factory=dict)
    _dresses: dict[tuple[Path, str, bool], Dress] = field(default_factory=dict)

    def of(self, file: Path) -> str | None:
        """Return the SHA-256 of what a file holds, or None where it cannot be read."""
        if file not in self._hashes:
            self._hashes[file] = digest(file)
        return self._hashes[file]

    def dress(self, job: Job) -> Dress:
        """Return what a job may wear, of leafdeck's own and of what lies beside its content."""
        home = job.content.resolve().parent
        own = job.brand_file is None
        if (home, job.format, own) not in self._dresses:
            roots = Resources.beside(job.content).roots
            files = [root / file for root in roots for file in self._tree(root) if self._worn(root, file, job)]
            found = tuple((file, self.of(file)) for file in files)
            together = keys.together((self._called(file), held) for file, held in found)
            self._dresses[home, job.format, own] = Dress(together, found, tuple(_stamp(file) for file in files))
        return self._dresses[home, job.format, own]

    def _worn(self, root: Path, file: PurePosixPath, job: Job) -> bool:
        if file == _BRAND and root != package_data() and job.brand_file:
            return False  # another brand is worn in its place
        return reaches(file, job.product, job.form)

    def _tree(self, root: Path) -> tuple[PurePosixPath, ...]:
        """Return the places of all templates and styles in a folder, but for those that editors keep for a moment."""
        if root not in self._trees:
            paths = (path for kind in KINDS for path in (root / kind).rglob("*") if path.is_file())
            places = (PurePosixPath(path.relative_to(root).as_posix()) for path in paths)
            kept = (place for place in places if not any(part.startswith(".") for part in place.parts))
            self._trees[root] = tuple(sorted(place for place in kept if len(place.parts) > 1))
        return self._trees[root]

    def _called(self, file: Path) -> str:
        """Return a name that is the same where the project, or leafdeck, lies elsewhere."""
        data = package_data()
        return f"leafdeck:{keys.name(file, data)}" if file.is_relative_to(data) else keys.name(file, self.base)


def digest(file: Path) -> str | None:
    """Return the SHA-256 of what a file holds, or None where it cannot be read."""
    try:
        with file.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


@cache
def versions() -> Mapping[str, str]:
    """Return what documents are made with, each with its version; of leafdeck, the hash of its code too."""
    found = dict(_versions())
    package = Path(__file__).resolve().parent.parent
    code = ((keys.name(file, package), digest(file)) for file in sorted(package.rglob("*.py")))
    return {**found, "leafdeck code": keys.together(code)}


def _versions() -> Iterator[tuple[str, str]]:
    for library in ("leafdeck", *LIBRARIES):
        try:
            yield library, version(library)
        except PackageNotFoundError:
            continue
    yield "python", platform.python_version()
    yield "machine", f"{platform.system()} {platform.machine()}"


def _stamp(file: Path) -> _Stamp | None:
    try:
        stat = file.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size
