"""Build again whenever a source changes: only what it touches, and a mistake leaves the last good files in place."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from watchfiles import watch as changes_in

from leafdeck.build import build
from leafdeck.errors import LeafdeckError
from leafdeck.order import Built, Order, Product
from leafdeck.resources import Resources

KINDS = ("templates", "styles")
QUIET_MS = 100
"""How long nothing may change before a build starts: editors write a file in several steps."""


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
    event = _build(order)
    warm = replace(order, side_by_side=False)
    broken = isinstance(event, Failed)
    sources = _sources(event, order)
    yield event
    while not (stop and stop.is_set()):
        folders = _folders(order, sources)
        changes = changes_in(*folders, step=QUIET_MS, stop_event=stop, watch_filter=None, recursive=False)
        for changed in changes:
            products = touched(order, {Path(path) for _, path in changed}, sources)
            if products and broken:
                products = order.products  # the other one may have missed a change
            if not products:
                continue
            event = _build(replace(warm, products=products))
            broken = isinstance(event, Failed)
            sources |= _sources(event, order)
            yield event
            if _folders(order, sources) != folders:
                break  # the content includes a file from a folder that nobody watches yet
        else:
            return


def touched(order: Order, changed: Iterable[Path], sources: Iterable[Path]) -> tuple[Product, ...]:
    """Return which products a change of these files calls for.

    A template or a style sheet of one product calls for that one; the content, the brand, icons, fonts, labels and
    images call for all. Files that are no source, such as an editor's own or the output, call for nothing.
    """
    known = {source.resolve() for source in sources}
    products: set[Product] = set()
    for path in {path.resolve() for path in changed}:
        place = _place(path, order)
        if place in _BY_PLACE:
            products.add(_BY_PLACE[place])
        elif path in known or (place and not _is_passing(path)):
            products.update(order.products)
    return tuple(product for product in order.products if product in products)


_BY_PLACE = {"leaflet": Product.LEAFLET, "formats": Product.LEAFLET, "slides": Product.SLIDES}


def _place(path: Path, order: Order) -> str:
    """Return the first name below ``templates/`` or ``styles/``, without its suffix, or nothing elsewhere."""
    for root in Resources.beside(order.content).roots:
        for kind in KINDS:
            if path.is_relative_to(root / kind) and path != root / kind:
                return path.relative_to(root / kind).parts[0].partition(".")[0]
    return ""


def _is_passing(path: Path) -> bool:
    """Return whether this is a file that an editor makes for a moment."""
    return path.name.startswith((".", "#")) or path.name.endswith(("~", ".swp", ".swx", ".tmp", ".part", "4913"))


def _build(order: Order) -> Rebuilt | Failed:
    try:
        return Rebuilt(build(order))
    except LeafdeckError as error:  # reported by the command line, like every other; a watch goes on
        return Failed(error)


def _sources(event: Rebuilt | Failed, order: Order) -> set[Path]:
    """Return the files read, or else those that hold the mistakes."""
    if isinstance(event, Rebuilt):
        return {source.resolve() for source in event.built.sources}
    named = {problem.where.file.resolve() for problem in event.error.problems if problem.where.file}
    return named | {order.content.resolve()}


def _folders(order: Order, sources: Iterable[Path]) -> frozenset[Path]:
    """Return the folders to watch. Folders, not files: an editor that saves by renaming makes a new file."""
    wanted = {source.parent for source in sources} | {order.content.resolve().parent}
    for root in Resources.beside(order.content).roots:
        for kind in KINDS:
            wanted.update((root / kind, *(path for path in (root / kind).rglob("*") if path.is_dir())))
    if order.brand:
        wanted.add(order.brand.resolve().parent)
    return frozenset(folder for folder in wanted if folder.is_dir())
