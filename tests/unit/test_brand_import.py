"""`leafdeck brand import`: a hospital's template becomes a brand file, and mistakes are explained."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hospitals
import pptx
import pytest
from pptx.oxml import parse_xml

from leafdeck.adopt import adopt
from leafdeck.brand import css
from leafdeck.brand.color import contrast
from leafdeck.deck import look, template
from leafdeck.errors import LayoutError
from leafdeck.notice import Severity

if TYPE_CHECKING:
    from conftest import Outcome

ROOT = Path(__file__).resolve().parents[2]
DEFAULTS = ROOT / "styles" / "brand.css"
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
Leafdeck = Callable[..., "Outcome"]


@pytest.mark.parametrize(
    ("make", "name", "expected"),
    [
        (
            hospitals.riverside,
            "corporate.potx",
            {"primary": "#005f73", "page": "#ffffff", "ink": "#1f2933", "family": "Liberation Sans"}
            | {"heading": "Source Sans 3"},
        ),
        (
            hospitals.nord,
            "vorlage.pptx",
            {"primary": "#7a1c2e", "page": "#fbf6ee", "ink": "#2b1a1a", "family": "Liberation Serif"}
            | {"heading": "Liberation Serif"},
        ),
    ],
)
def test_a_template_becomes_a_brand(
    project: Path, leafdeck: Leafdeck, make: Callable[[Path], Path], name: str, expected: dict[str, str]
) -> None:
    make(project / name)
    outcome = leafdeck("brand", "import", name)
    assert outcome.code == 0, outcome.err
    assert outcome.out.splitlines() == ["styles/brand.css", "styles/logo.png", "Wear it with: leafdeck build"]
    brand = css.load((DEFAULTS, project / "styles" / "brand.css"))
    found = {key: brand.color(f"--brand-{key}") for key in ("primary", "page", "ink")}
    assert found | {"family": brand.family, "heading": brand.heading_family} == expected
    assert contrast(brand.color("--brand-accent"), brand.color("--brand-page")) >= 3
    assert brand.logo is not None
    dark = expected["primary"].upper()
    assert brand.logo.read_bytes() == hospitals.logo_png(dark)
    assert f"A brand made from {name}." in brand.path.read_text(encoding="utf-8")


def test_nothing_is_overwritten_without_force(project: Path, leafdeck: Leafdeck) -> None:
    hospitals.riverside(project / "corporate.potx")
    (project / "styles").mkdir()
    mine = project / "styles" / "brand.css"
    mine.write_text("mine", encoding="utf-8")
    outcome = leafdeck("brand", "import", "corporate.potx")
    assert outcome.code == 7
    assert "styles/brand.css: the file is there already" in outcome.err
    assert "--force" in outcome.err
    assert mine.read_text(encoding="utf-8") == "mine"
    assert not (project / "styles" / "logo.png").exists()
    assert leafdeck("brand", "import", "corporate.potx", "--force").code == 0
    assert "#005f73" in mine.read_text(encoding="utf-8")


def test_another_folder_is_named_in_what_to_do_next(project: Path, leafdeck: Leafdeck) -> None:
    hospitals.riverside(project / "corporate.potx")
    outcome = leafdeck("brand", "import", "corporate.potx", "--output", "our brand")
    assert "Wear it with: leafdeck build --brand 'our brand/brand.css'" in outcome.out
    assert (project / "our brand" / "logo.png").exists()


def empty_zip() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("word/document.xml", "<w/>")
    return stream.getvalue()


def without(path: Path, part: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(path) as parts, zipfile.ZipFile(stream, "w") as package:
        for name in parts.namelist():
            if name != part:
                package.writestr(name, parts.read(name))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"Dear colleague,", "this is not a presentation"),
        (b"", "this is not a presentation"),
        (empty_zip(), "this is not a presentation"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old format, or one with a password"),
        (None, "the template cannot be read: No such file or directory"),
    ],
)
def test_a_file_that_is_no_presentation_is_refused(
    project: Path, leafdeck: Leafdeck, data: bytes | None, message: str
) -> None:
    if data is not None:
        (project / "corporate.potx").write_bytes(data)
    outcome = leafdeck("brand", "import", "corporate.potx")
    assert outcome.code == 5
    assert message in outcome.err
    assert "corporate.potx" in outcome.err
    assert not (project / "styles").exists()


@pytest.mark.parametrize("part", ["ppt/slideMasters/slideMaster1.xml", "ppt/theme/theme1.xml", "ppt/presentation.xml"])
def test_a_damaged_presentation_is_refused(tmp_path: Path, part: str) -> None:
    whole = hospitals.riverside(tmp_path / "whole.potx")
    damaged = tmp_path / "damaged.potx"
    damaged.write_bytes(without(whole, part))
    with pytest.raises(LayoutError, match="damaged"):
        look.read(damaged)


def test_a_file_that_would_fill_the_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = hospitals.riverside(tmp_path / "corporate.potx")
    monkeypatch.setattr(template, "MOST_BYTES", 2**20 // 100)
    with pytest.raises(LayoutError, match="when unpacked"):
        template.open_template(path)


def test_a_template_without_a_logo_says_where_to_put_one(tmp_path: Path) -> None:
    plain = tmp_path / "plain.pptx"
    pptx.Presentation().save(str(plain))
    made = adopt(plain, tmp_path / "styles")
    assert made.files == (tmp_path / "styles" / "brand.css",)
    assert "no logo was found" in made.files[0].read_text(encoding="utf-8")
    assert css.load((DEFAULTS, made.files[0])).logo is None


def test_a_logo_in_a_format_that_pages_cannot_show_is_told(tmp_path: Path) -> None:
    path = hospitals.riverside(tmp_path / "corporate.pptx")
    presentation = pptx.Presentation(str(path))
    (relation,) = [one for one in presentation.slide_master.part.rels.values() if one.reltype.endswith("/image")]
    relation.target_part._content_type = "image/x-emf"
    presentation.save(str(path))
    found, (notice,) = look.read(path)
    assert found.logo is None
    assert notice.severity is Severity.WARNING
    assert "format" in notice.message


THEME = look.SlideTheme({"accent1": "#204060", "dk1": "#101010"}, {}, {"tx1": "dk1"})


@pytest.mark.parametrize(
    ("xml", "color"),
    [
        ('<a:srgbClr val="AABBCC"/>', "#aabbcc"),
        ('<a:srgbClr val="none"/>', None),
        ('<a:sysClr val="window" lastClr="FEFEFE"/>', "#fefefe"),
        ('<a:sysClr val="windowText"/>', "#000000"),
        ('<a:schemeClr val="accent1"/>', "#204060"),
        ('<a:schemeClr val="tx1"/>', "#101010"),
        ('<a:schemeClr val="accent1"><a:lumMod val="50000"/></a:schemeClr>', "#102030"),
        ('<a:schemeClr val="accent1"><a:lumMod val="40000"/><a:lumOff val="60000"/></a:schemeClr>', "#8cb3d9"),
        ('<a:schemeClr val="accent1"><a:shade val="50000"/></a:schemeClr>', "#102030"),
        ('<a:prstClr val="dkBlue"/>', "#00008b"),
        ('<a:prstClr val="nonsense"/>', None),
        ("", None),
    ],
)
def test_colours_are_read_as_powerpoint_writes_them(xml: str, color: str | None) -> None:
    holder: Any = parse_xml(f"<a:solidFill {A}>{xml}</a:solidFill>")
    assert look.color_of(holder, THEME) == color
