"""A manifest says what is asked for; every mistake in it is told with its place and what to do."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from batches import MANIFEST, project

from leafdeck.batch import manifest
from leafdeck.batch.outline import FormatName
from leafdeck.batch.plan import Named, Site, jobs
from leafdeck.errors import Problem, SourceError
from leafdeck.formats import FORMATS
from leafdeck.order import Product


def problems(path: Path) -> tuple[Problem, ...]:
    with pytest.raises(SourceError) as caught:
        manifest.load(path)
    return caught.value.problems


def spots(found: tuple[Problem, ...]) -> list[tuple[str, int, int, str]]:
    return [
        (each.where.file.name if each.where.file else "", each.where.line, each.where.column, each.message)
        for each in found
    ]


def test_it_names_guides_brands_formats_and_sites(tmp_path: Path) -> None:
    read = manifest.load(project(tmp_path))
    assert [guide.name for guide in read.guides] == ["one", "two"]
    assert read.brands == (Named("plain", tmp_path / "plain.css"), Named("dark", tmp_path / "dark.css"))
    assert read.formats == ("web", "a4")
    assert read.sites[0] == Site("north", (("name", "North Clinic"), ("phone", "0123 456")))
    assert [file.name for file in read.files] == ["batch.yaml", "sites.csv"]


def test_guides_alone_are_enough(tmp_path: Path) -> None:
    read = manifest.load(project(tmp_path, "batch: 1\nguides: guides/one/content.yaml\n"))
    assert (read.brands, read.formats, read.sites) == ((Named("", None),), ("a4", "slides"), (Site("", ()),))


def test_every_form_and_product_can_be_asked_for() -> None:
    products = [product for product in Product if product is not Product.LEAFLET]
    assert get_args(FormatName) == (*(form.name for form in FORMATS), *products)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("batch: 1", "batch: 2", [("batch.yaml", 1, 8, "`batch` should be `1`, not `2`")]),
        ("brands:", "brand:", [("batch.yaml", 3, 1, "there is no field `brand` here")]),
        ("[web, a4]", "[web, a5]", [("batch.yaml", 4, 16, None)]),
        ("[web, a4]", "[]", [("batch.yaml", 4, 10, "`formats` needs at least one entry")]),
        ("guides/*/", "guide/*/", [("batch.yaml", 2, 9, "no file fits guide/*/content.yaml")]),
        ("dark.css]", "drak.css]", [("batch.yaml", 3, 21, "drak.css cannot be used: there is no such file")]),
        ("dark.css]", "plain.css]", [("batch.yaml", 3, 21, "this file is given twice")]),
        ("sites.csv", "site.csv", [("batch.yaml", 5, 8, "site.csv cannot be used: there is no such file")]),
        ("sites.csv", "[{site: a}, {site: a}]", [("batch.yaml", 5, 20, "two sites are called `a`")]),
        (
            "sites.csv",
            "[{site: a, email: nobody}]",
            [("batch.yaml", 5, 26, "`email` should be an email address, not `nobody`")],
        ),
        (
            "sites.csv",
            "[{site: a, logo: ../x.png}]",
            [("batch.yaml", 5, 9, "../x.png cannot be used: it lies outside the content's folder")],
        ),
        (
            "sites.csv",
            "sites.csv\nexclude: {site: nroth}",
            [("batch.yaml", 6, 17, "no site of this batch is called `nroth`")],
        ),
        ("sites.csv", "sites.csv\nexclude: [{}]", [("batch.yaml", 6, 11, "this rule would describe every document")]),
        (
            "sites.csv",
            'sites.csv\nexclude: {guide: "*"}',
            [("batch.yaml", 0, 0, "`include` and `exclude` leave nothing to make")],
        ),
        ("sites.csv", "sites.csv\noptions: {strikt: true}", [("batch.yaml", 6, 11, "there is no field `strikt` here")]),
    ],
)
def test_a_mistake_is_told_with_its_place(
    tmp_path: Path, old: str, new: str, said: list[tuple[str, int, int, str | None]]
) -> None:
    assert old in MANIFEST
    found = problems(project(tmp_path, MANIFEST.replace(old, new)))
    for (file, line, column, message), got in zip(said, spots(found), strict=True):
        assert got[:3] == (file, line, column), got
        assert message is None or got[3] == message
    assert all(each.hint or "should be" in each.message for each in found), found


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("site,fone\nnorth,1\n", ("sites.csv", 1, 6, "there is no field `fone` of a site")),
        ("name\nNorth\n", ("sites.csv", 1, 1, "the heading `site` is missing")),
        ("site,name,name\nnorth,a,b\n", ("sites.csv", 1, 11, "the heading `name` is given twice")),
        ("site,name\nnorth,North, and more\n", ("sites.csv", 2, 13, "this row has more cells than the 2 headings")),
        ("site,email\nnorth,nobody\n", ("sites.csv", 2, 7, "`email` should be an email address, not `nobody`")),
        ('site,email\n"north\n', ("sites.csv", 2, 1, "this row cannot be read: unexpected end of data")),
        ("site,name\n,North\n", ("sites.csv", 2, 1, "`site` is missing")),
        ("site,name\n", ("sites.csv", 1, 1, "`sites` needs at least one entry")),
        ("", ("sites.csv", 1, 1, "the file is empty")),
        (
            'site,address,logo\nnorth,"Long,\nlong",x.png\n',
            ("sites.csv", 2, 1, "x.png cannot be used: there is no such file"),
        ),
    ],
)
def test_a_mistake_in_a_table_of_sites_is_told_with_its_cell(
    tmp_path: Path, table: str, said: tuple[str, int, int, str]
) -> None:
    path = project(tmp_path)
    (tmp_path / "sites.csv").write_text(table, encoding="utf-8")
    assert spots(problems(path)) == [said]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_of_sites_as_spreadsheets_write_it(tmp_path: Path, separator: str) -> None:
    path = project(tmp_path)
    lines = [
        "Site,Name,Address,Email",
        'north,"The ""North""","Line 1',
        'Line 2",',
        ",,,",
        "south,South,,s@example.org",
    ]
    table = "\r\n".join(lines).replace(",", separator)
    (tmp_path / "sites.csv").write_bytes(b"\xef\xbb\xbf" + table.encode())
    assert manifest.load(path).sites == (
        Site("north", (("address", "Line 1\r\nLine 2"), ("name", 'The "North"'))),
        Site("south", (("email", "s@example.org"), ("name", "South"))),
    )


def test_the_manifest_that_the_page_shows_can_be_read(tmp_path: Path) -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "batch.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    (table,) = re.findall(r"```csv\n(.*?)```", page, re.DOTALL)
    path = project(tmp_path, shown)
    (tmp_path / "guides" / "two").rename(tmp_path / "guides" / "sleep-well")
    for name in ("brands/plain.css", "brands/hc/brand.css", "logos/north.svg"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "sites.csv").write_text(table, encoding="utf-8")
    found = list(jobs(manifest.load(path)))
    assert len(found) == 2 * 2 * 6 * 2 - 2 * 2 * 2 - 5 * 2
    assert all(job.options.fillable for job in found)
