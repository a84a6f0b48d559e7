"""A watch builds what a change touches, misses no change, and lives through mistakes.

The build itself is a stand-in here.
"""

from __future__ import annotations

import datetime as dt
import os
import queue
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from watchfiles import watch as changes_in

from leafdeck import watch
from leafdeck.errors import LayoutError, LeafdeckError
from leafdeck.formats import A4, TEXT, WEB, Format
from leafdeck.order import Built, Order, Product
from leafdeck.resources import package_data

LEAFLET, SLIDES = Product.LEAFLET, Product.SLIDES
BOTH = (LEAFLET, SLIDES)
PATIENCE = 10


@pytest.fixture
def order(tmp_path: Path) -> Order:
    """A project with templates and styles of its own, and pictures."""
    for folder in ("templates/slides/sections", "styles/formats", "images", "output"):
        (tmp_path / folder).mkdir(parents=True)
    for file in ("content.yaml", "styles/leaflet.css", "styles/slides.css", "images/a.png", "blocks.yaml"):
        (tmp_path / file).write_text("old", encoding="utf-8")
    return Order(tmp_path / "content.yaml", tmp_path / "output", dt.date(2026, 1, 1))


@pytest.mark.parametrize(
    ("name", "products"),
    [
        ("content.yaml", BOTH),
        ("blocks.yaml", BOTH),
        ("images/a.png", BOTH),
        ("images/unused.png", ()),
        ("notes.txt", ()),
        ("styles/brand.css", BOTH),
        ("styles/leaflet.css", (LEAFLET,)),
        ("styles/formats/a4.css", (LEAFLET,)),
        ("styles/slides.css", (SLIDES,)),
        ("styles/icons/new.svg", BOTH),
        ("styles/fonts/new.ttf", BOTH),
        ("templates/leaflet/leaflet.html", (LEAFLET,)),
        ("templates/slides/sections/faq.html", (SLIDES,)),
        ("templates/labels/en.yaml", BOTH),
        ("templates/shared/macros.html", BOTH),
        ("styles/.slides.css.swp", ()),
        ("styles/slides.css~", ()),
        ("styles/#slides.css#", ()),
        ("templates/slides/4913", ()),
        ("templates", ()),
        ("output/leaflet.pdf", ()),
        ("output/.leaflet.pdf.99.part", ()),
    ],
)
def test_a_change_touches_what_is_made_of_it(order: Order, name: str, products: tuple[Product, ...]) -> None:
    home = order.content.parent
    sources = [home / source for source in ("content.yaml", "blocks.yaml", "images/a.png")]
    assert watch.touched(order, [home / name], sources).products == products


def test_several_changes_add_up_and_only_what_was_ordered_is_made(order: Order) -> None:
    home = order.content.parent
    changed = [home / "styles" / "slides.css", home / "styles" / "leaflet.css"]
    assert watch.touched(order, changed, []).products == BOTH
    only = Order(order.content, order.folder, order.today, products=(SLIDES,))
    assert watch.touched(only, changed, []).products == (SLIDES,)
    assert watch.touched(only, changed[1:], []).products == ()


def test_slides_and_handout_are_made_of_the_slides_too(order: Order) -> None:
    home = order.content.parent
    wanted = (Product.LEAFLET, Product.SLIDES_PDF, Product.HANDOUT)
    every = Order(order.content, order.folder, order.today, products=wanted)
    assert watch.touched(every, [home / "styles" / "slides.css"], []).products == wanted[1:]
    assert watch.touched(every, [home / "styles" / "handout.css"], []).products == wanted[2:]


def test_a_forms_own_style_sheet_calls_for_that_form_only(order: Order) -> None:
    home = order.content.parent
    letter = Format("letter", "leaflet-letter.pdf")
    every = replace(order, formats=(A4, letter))
    one = watch.touched(every, [home / "styles" / "formats" / "letter.css"], [])
    assert (one.products, one.formats) == ((LEAFLET,), (letter,))
    both = watch.touched(every, [home / "styles" / "formats" / "letter.css", home / "styles" / "leaflet.css"], [])
    assert both.formats == (A4, letter)
    assert watch.touched(order, [home / "styles" / "formats" / "letter.css"], []).products == ()


def test_templates_of_one_form_call_for_that_form_only(order: Order) -> None:
    templates = order.content.parent / "templates"
    every = replace(order, formats=(A4, WEB, TEXT))
    assert watch.touched(every, [templates / "web" / "web.html"], []).formats == (WEB,)
    assert watch.touched(every, [templates / "text" / "sections" / "faq.txt"], []).formats == (TEXT,)
    assert watch.touched(every, [templates / "leaflet" / "about.html"], []).formats == (A4, WEB, TEXT)
    assert watch.touched(order, [templates / "web" / "web.html"], []).products == ()


def test_templates_name_only_those_whose_change_calls_for_them_too() -> None:
    """The web page is made of the leaflet's templates; what else several products need is shared."""
    folder = package_data() / "templates"
    places = {one.name for one in folder.iterdir()}
    for path in [*folder.rglob("*.html"), *folder.rglob("*.txt")]:
        place = path.relative_to(folder).parts[0]
        named = places & set(re.findall(r'"(\w+)/', path.read_text(encoding="utf-8")))
        assert named <= {place, "shared", *(["leaflet"] if place == "web" else [])}, path


def test_the_packages_own_styles_count_too(order: Order) -> None:
    assert watch.touched(order, [package_data() / "styles" / "slides.css"], []).products == (SLIDES,)


@dataclass
class Stage:
    """A watch in a thread, its builds played by a stand-in."""

    order: Order
    sources: set[Path] = field(default_factory=set)
    error: LeafdeckError | None = None
    during_a_build: Callable[[], object] | None = None
    orders: list[Order] = field(default_factory=list)
    events: queue.Queue[watch.Rebuilt | watch.Failed] = field(default_factory=queue.Queue)

    def build(self, order: Order) -> Built:
        self.orders.append(order)
        act, self.during_a_build = self.during_a_build, None
        if act:
            act()
        if self.error:
            raise self.error
        return Built((), (), 0.0, (), (self.order.content, *self.sources), ())

    def wait(self) -> tuple[Product, ...]:
        """Return what the next build made."""
        self.events.get(timeout=PATIENCE)
        return self.orders[-1].products

    def is_quiet(self) -> bool:
        time.sleep(0.6)
        return self.events.empty()


@pytest.fixture
def stage(order: Order, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """A watch to be started by `start`; ended after the test."""
    made = Stage(order)
    monkeypatch.setattr(watch, "build", made.build)
    yield made
    stop, thread = getattr(made, "stop", None), getattr(made, "thread", None)
    if stop and thread:
        stop.set()
        thread.join(PATIENCE)
        assert not thread.is_alive()


def start(stage: Stage) -> None:
    stop = threading.Event()

    def run() -> None:
        with closing(watch.watch(stage.order, stop)) as events:  # type: ignore[type-var]
            for event in events:
                stage.events.put(event)

    time.sleep(0.05)  # the files are older than the watch
    thread = threading.Thread(target=run, daemon=True)
    stage.__dict__.update(stop=stop, thread=thread)
    thread.start()
    assert stage.wait() == stage.order.products
    time.sleep(0.3)  # the watcher starts


def save(path: Path, *, by_renaming: bool = False) -> None:
    if by_renaming:
        beside = path.with_name(path.name + ".tmp")
        beside.write_text("new", encoding="utf-8")
        beside.replace(path)
    else:
        path.write_text("new", encoding="utf-8")


@pytest.mark.parametrize("by_renaming", [False, True])
def test_builds_again_after_each_save(stage: Stage, *, by_renaming: bool) -> None:
    start(stage)
    for _ in range(2):
        save(stage.order.content, by_renaming=by_renaming)
        assert stage.wait() == BOTH
    save(stage.order.content.parent / "styles" / "slides.css", by_renaming=by_renaming)
    assert stage.wait() == (SLIDES,)
    assert stage.is_quiet()
    assert stage.orders[0].side_by_side
    assert not any(order.side_by_side for order in stage.orders[1:])


def test_a_save_during_the_first_build_is_not_missed(stage: Stage) -> None:
    stage.during_a_build = lambda: save(stage.order.content)
    start(stage)
    assert stage.wait() == BOTH
    assert stage.is_quiet()


def test_a_save_during_a_later_build_is_not_missed(stage: Stage) -> None:
    start(stage)

    def save_late() -> None:
        time.sleep(0.3)
        save(stage.order.content)

    stage.during_a_build = save_late
    save(stage.order.content.parent / "styles" / "slides.css")
    assert stage.wait() == (SLIDES,)
    assert stage.wait() == BOTH
    assert stage.is_quiet()


def test_a_save_just_before_the_watcher_is_at_work_is_not_missed(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*folders: Path, **options: Any) -> Iterator[Any]:
        if not (stage.order.folder / "saved").exists():
            save(stage.order.content)
            (stage.order.folder / "saved").touch()
            time.sleep(0.1)
        return changes_in(*folders, **options)

    monkeypatch.setattr(watch, "changes_in", slow)
    start(stage)
    assert stage.wait() == BOTH
    assert stage.is_quiet()


def test_a_file_from_the_future_is_not_built_for_ever(stage: Stage) -> None:
    day = time.time() + 86_400
    os.utime(stage.order.content, (day, day))
    start(stage)
    assert stage.is_quiet()


def test_after_a_mistake_the_next_save_builds_all(stage: Stage) -> None:
    start(stage)
    stage.error = LayoutError("broken")
    save(stage.order.content.parent / "styles" / "slides.css")
    assert stage.wait() == (SLIDES,)
    stage.error = None
    save(stage.order.content.parent / "styles" / "slides.css")
    assert stage.wait() == BOTH


def test_a_missing_picture_that_comes_ends_the_mistake(stage: Stage) -> None:
    stage.error = LayoutError("there is no such file")
    start(stage)
    stage.error = None
    save(stage.order.content.parent / "images" / "missing.png")
    assert stage.wait() == BOTH


def test_new_sources_are_watched_wherever_they_lie(stage: Stage, tmp_path_factory: pytest.TempPathFactory) -> None:
    block = tmp_path_factory.mktemp("shared") / "block.yaml"
    save(block)
    start(stage)
    stage.sources.add(block)
    save(stage.order.content)
    assert stage.wait() == BOTH
    time.sleep(0.3)
    save(block)
    assert stage.wait() == BOTH


def test_a_folder_of_templates_that_comes_later_counts(stage: Stage) -> None:
    start(stage)
    folder = stage.order.content.parent / "templates" / "leaflet"
    folder.mkdir()
    assert stage.wait() == (LEAFLET,)
    time.sleep(0.3)
    save(folder / "leaflet.html")
    assert stage.wait() == (LEAFLET,)


def test_a_bug_is_not_taken_for_a_mistake(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(_: Order) -> Built:
        raise ZeroDivisionError

    monkeypatch.setattr(watch, "build", stumble)
    with pytest.raises(ZeroDivisionError):
        next(iter(watch.watch(stage.order)))
