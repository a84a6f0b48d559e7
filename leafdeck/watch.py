"""Build again whenever a source changes: only what it touches, and a mistake leaves the last good files in place."""

from __future__ import annotations

import threading
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from watchfiles import watch as changes_in

from leafdeck.build import build
from leafdeck.errors import LeafdeckError
from leafdeck.order import Built, Order, Product
from leafdeck.reach import KINDS, reaches
from leafdeck.resources import Resources

QUIET_MS = 100
"""How long nothing may change before a build starts: editors write a file in several steps."""
TURN_MS = 300
"""How long to wait for a change before asking again whether to stop."""
CLOCK_GRAIN_NS = 10_000_000
"""How far a file's time may lag behind the clock: a file system counts in ticks of up to 10 ms."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A build went well."""

    built: Built


@dataclass(frozen=True, slots=True)
class Failed:
    """A build met a mistake; the old files stay."""

    error: LeafdeckError


def watch(order: Order, stop: threading.Event | None = None) -> Iterator[Rebuilt | Failed]:
    """Build once, then again after each change, until ``stop`` is set.

    Builds after the first run in this process, whose engines are warm: that is faster than a second process.
    """
    sources = {order.content.resolve()}
    since = time.time_ns()
    event = _build(order)
    sources |= _sources(event)
    yield event
    warm = replace(order, side_by_side=False)
    while not (stop and stop.is_set()):
        folders = _folders(order, sources, event)
        for changed in changes(folders, since, stop):
            again = touched(warm, changed, sources)
            if isinstance(event, Failed) and not all(map(is_passing, changed)):
                again = warm  # what was missing may have come, and a product may have missed a change
            since = time.time_ns()
            if again.products:
                event = _build(again)
                sources |= _sources(event)
                yield event
            if _folders(order, sources, event) != folders:
                break  # a source lies in a folder that nobody watches yet


def changes(folders: Collection[Path], since: int, stop: threading.Event | None) -> Iterator[set[Path]]:
    """Yield the files that change together; at first also those saved since a moment (ns) when nobody watched yet."""
    caught_up = False
    for changes in changes_in(
        *folders,
        step=QUIET_MS,
        stop_event=stop,
        watch_filter=None,
        recursive=False,
        rust_timeout=TURN_MS,
        yield_on_timeout=True,
    ):
        changed = {Path(path) for _, path in changes}
        if not caught_up:  # the watcher is at work by now: what it did not see was saved before
            changed |= _saved_since(since, folders)
            caught_up = True
        if changed:
            yield changed


def _saved_since(moment: int, folders: Iterable[Path]) -> set[Path]:
    """Return the files saved or moved here since a moment (ns), as while the first build ran."""
    saved = set()
    now = time.time_ns()
    for path in (path for folder in folders for path in folder.iterdir()):
        with suppress(OSError):  # it has gone
            stat = path.stat()
            times = (stat.st_mtime_ns, stat.st_ctime_ns)
            if path.is_file() and any(moment - CLOCK_GRAIN_NS < one <= now + CLOCK_GRAIN_NS for one in times):
                saved.add(path)
    return saved


def touched(order: Order, changed: Iterable[Path], sources: Iterable[Path]) -> Order:
    """Return the part of an order that a change of these files calls for, without products if for nothing.

    A template or a style sheet of one product calls for that one, what only one form of the leaflet has for that form;
    the content, the brand, icons, fonts, labels and images call for all. Files that are no source, such as an editor's
    own or the output, call for nothing.
    """
    known = {source.resolve() for source in sources}
    products: set[Product] = set()
    forms: set[str] = set()
    for path in {path.resolve() for path in changed}:
        file = _file(path, order)
        if path not in known and (not file or is_passing(path)):
            continue
        products.update(each for each in order.products if not file or reaches(file, each))
        forms.update(form.name for form in order.formats if not file or reaches(file, Product.LEAFLET, form))
    formats = tuple(form for form in order.formats if form.name in forms)
    if not formats:
        products.discard(Product.LEAFLET)
    return replace(order, products=tuple(product for product in order.products if product in products), formats=formats)


def _file(path: Path, order: Order) -> PurePosixPath | None:
    """Return a file's place from the folder that holds ``templates/`` or ``styles/``, or None if it is in neither."""
    for root in Resources.beside(order.content).roots:
        for kind in KINDS:
            if path.is_relative_to(root / kind) and path != root / kind:
                return PurePosixPath(path.relative_to(root).as_posix())
    return None


def is_passing(path: Path) -> bool:
    """Return whether this is a file that an editor makes for a moment."""
    return path.name.startswith((".", "#")) or path.name.endswith(("~", ".swp", ".swx", ".tmp", ".part", "4913"))


def _build(order: Order) -> Rebuilt | Failed:
    try:
        return Rebuilt(build(order))
    except LeafdeckError as error:  # reported by the command line, like every other; a watch goes on
        return Failed(error)


def _sources(event: Rebuilt | Failed) -> set[Path]:
    """Return the files read, or else those that hold the mistakes."""
    if isinstance(event, Rebuilt):
        return {source.resolve() for source in event.built.sources}
    return {problem.where.file.resolve() for problem in event.error.problems if problem.where.file}


def _folders(order: Order, sources: Iterable[Path], event: Rebuilt | Failed) -> frozenset[Path]:
    """Return the folders to watch. Folders, not files: an editor that saves by renaming makes a new file."""
    home = order.content.resolve().parent
    wanted = {source.parent for source in sources} | {home}
    for root in Resources.beside(order.content).roots:
        for kind in KINDS:
            wanted.update((root / kind, *(path for path in (root / kind).rglob("*") if path.is_dir())))
    if order.brand:
        wanted.add(order.brand.resolve().parent)
    if isinstance(event, Failed):  # a missing picture may come into any folder
        wanted.update(path for path in home.glob("[!.]*") if path.is_dir() and path != order.folder.resolve())
    return frozenset(folder for folder in wanted if folder.is_dir())
