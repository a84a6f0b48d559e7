"""What a batch makes, and what a document's key depends on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from batches import MANIFEST, batch, project
from hypothesis import given
from hypothesis import strategies as st

from leafdeck.batch import keys, manifest
from leafdeck.batch.inputs import Inputs
from leafdeck.batch.plan import Job, Options, jobs
from leafdeck.formats import FORMATS
from leafdeck.order import Order, Product

JOB = Job("one", "plain", "a4", "north", Path("/p/one.yaml"), Path("/p/plain.css"), (("phone", "1"),))


def planned(folder: Path, more: str = "") -> list[tuple[str, str, str, str]]:
    read = manifest.load(project(folder, MANIFEST + more))
    return [(job.guide, job.brand, job.format, job.site) for job in jobs(read)]


def test_each_with_each(tmp_path: Path) -> None:
    found = planned(tmp_path)
    assert len(found) == len(set(found)) == 16
    assert found[:3] == [
        ("one", "plain", "web", "north"),
        ("one", "plain", "a4", "north"),
        ("one", "dark", "web", "north"),
    ]


@pytest.mark.parametrize(
    ("rules", "left"),
    [
        ("include: {site: north}\n", 8),
        ("include: [{site: north, format: a4}, {guide: two, brand: dark}]\n", 4 + 4 - 1),
        ("exclude: {format: [web, a4], guide: one}\n", 8),
        ('exclude: {site: "*th", brand: "d*"}\n', 8),
        ("include: {site: north}\nexclude: {brand: dark}\n", 4),
    ],
)
def test_rules_leave_documents_out(tmp_path: Path, rules: str, left: int) -> None:
    assert len(planned(tmp_path, rules)) == left


def test_no_two_documents_of_a_batch_have_one_place(tmp_path: Path) -> None:
    everything = ", ".join((*(form.name for form in FORMATS), "slides", "slides-pdf", "handout"))
    read = manifest.load(project(tmp_path, MANIFEST.replace("[web, a4]", f"[{everything}]")))
    folders = {job.folder for job in jobs(read)}
    assert len(folders) == 8
    assert Path("north/one/plain") in folders


def test_a_job_is_an_order_for_one_process() -> None:
    today = dt.date(2026, 11, 25)
    job = replace(JOB, options=Options(press=True, strict=True))
    assert job.order(today) == Order(
        Path("/p/one.yaml"),
        Path(),
        today,
        products=(Product.LEAFLET,),
        brand=Path("/p/plain.css"),
        press=True,
        strict=True,
        organisation=(("phone", "1"),),
        side_by_side=False,
    )
    assert replace(JOB, format="handout").order(today).products == (Product.HANDOUT,)


@pytest.mark.parametrize(
    ("change", "same"),
    [
        (lambda job: replace(job, guide="x", brand="y", site="z"), True),
        (lambda job: replace(job, content=Path("/p/two.yaml")), False),
        (lambda job: replace(job, brand_file=None), False),
        (lambda job: replace(job, format="web"), False),
        (lambda job: replace(job, organisation=()), False),
        (lambda job: replace(job, options=Options(fillable=True)), False),
    ],
)
def test_an_address_depends_on_what_a_job_is_and_not_on_what_it_is_called(
    change: Callable[[Job], Job], same: bool
) -> None:
    base = Path("/p")
    assert (keys.address(change(JOB), base, "dress", "engine") == keys.address(JOB, base, "dress", "engine")) is same
    assert keys.address(JOB, base, "other", "engine") != keys.address(JOB, base, "dress", "engine")
    assert keys.address(JOB, base, "dress", "other") != keys.address(JOB, base, "dress", "engine")


def test_a_project_may_move() -> None:
    moved = replace(
        JOB,
        content=Path("/q/one.yaml"),
        brand_file=Path("/q/plain.css"),
        organisation=(("logo", "/q/a.png"),),
    )
    before = replace(JOB, organisation=(("logo", "/p/a.png"),))
    assert keys.address(moved, Path("/q"), "d", "e") == keys.address(before, Path("/p"), "d", "e")


held = st.dictionaries(st.text(max_size=3), st.none() | st.text(max_size=3), max_size=4)


@given(held, held, st.booleans(), st.booleans())
def test_a_key_is_the_same_only_for_the_same(
    one: dict[str, str | None], two: dict[str, str | None], late: bool, later: bool
) -> None:
    same = keys.key("a", one.items(), late=late) == keys.key("a", reversed(list(two.items())), late=later)
    assert same == ((one, late) == (two, later))


def test_what_is_worn_depends_on_the_format_and_on_what_lies_beside_the_content(tmp_path: Path) -> None:
    read = batch(project(tmp_path))
    leaflet = next(job for job in jobs(read.manifest) if job.format == "a4")
    slides = replace(leaflet, format="slides")

    def hashes() -> tuple[str, str]:
        inputs = Inputs(tmp_path)
        return inputs.dress(leaflet).hash, inputs.dress(slides).hash

    before = hashes()
    styles = leaflet.content.parent / "styles"
    styles.mkdir()
    (styles / "brand.css").write_text("", encoding="utf-8")  # another is worn in its place
    assert hashes() == before
    (styles / "slides.css").write_text("", encoding="utf-8")
    assert hashes()[0] == before[0]
    assert hashes()[1] != before[1]
    own = replace(leaflet, brand_file=None)
    assert styles / "brand.css" in dict(Inputs(tmp_path).dress(own).files)


def test_a_dress_knows_when_it_has_changed(tmp_path: Path) -> None:
    job = next(jobs(batch(project(tmp_path)).manifest))
    sheet = job.content.parent / "styles" / "leaflet.css"
    sheet.parent.mkdir()
    sheet.write_text("old", encoding="utf-8")
    dress = Inputs(tmp_path).dress(job)
    assert not dress.changed()
    sheet.write_text("newer", encoding="utf-8")
    assert dress.changed()
