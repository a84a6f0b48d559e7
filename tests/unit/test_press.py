"""A print shop's file: its boxes and marks, its inks, what the shop would send it back for. Read by pikepdf."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import weasyprint
from PIL import Image, ImageChops, ImageCms
from printshop import boxes, for_screens, marks, text_inks

from leafdeck.errors import LayoutError
from leafdeck.leaflet import press
from leafdeck.leaflet.ink import Press
from leafdeck.notice import Notice
from leafdeck.resources import package_data
from leafdeck.typeset import picture_names

PROFILE = package_data() / "styles" / "press" / "press.icc"
STYLE = "@page { size: 100mm 150mm; margin: 10mm; bleed: 10mm } body { font: 12pt sans-serif; color: #1c2b30 }"
EVERYTHING = """
<style>.line { background: linear-gradient(90deg, #0b4f5c, #d9822b 40%, #d9822b 60%, rgba(255, 0, 0, 0.2)) }
.round { background: radial-gradient(#fff, #b3261e) } .tiled { background: url(photo.png) 0 0/4mm 4mm }
.grey { background: linear-gradient(#000, #888) } .lab { background: lab(50% 40 20) }
div { height: 8mm }</style>
<p style="opacity: 0.6">through</p><div class="line"></div><div class="round"></div><div class="tiled"></div>
<div class="grey"></div><div class="lab"></div><img src="photo.jpg" width="20"><img src="clear.png" width="20">
<svg width="60" height="30"><defs><linearGradient id="g"><stop stop-color="#0a0"/><stop offset="1" stop-color="#00a"
stop-opacity="0.4"/></linearGradient><mask id="m"><rect width="60" height="30" fill="rgb(120, 200, 90)"/></mask></defs>
<rect width="30" height="30" fill="url(#g)"/><rect x="30" width="30" height="30" fill="#a0a" mask="url(#m)"/></svg>"""

Make = Callable[..., tuple[bytes, tuple[Notice, ...]]]


def pages(html: str, folder: Path) -> bytes:
    text = f'<html lang="en"><title>A title</title><style>{STYLE}</style><body>{html}'
    data = weasyprint.HTML(string=text, base_url=folder.as_uri() + "/").write_pdf()
    assert data is not None
    return bytes(data)


@pytest.fixture
def shop(tmp_path: Path) -> Make:
    """Finish HTML for a print shop, with some pictures beside it: RGB, RGB with alpha, four inks at their fullest."""
    photo = Image.radial_gradient("L").resize((90, 60))
    photo = Image.merge("RGB", [photo, photo.rotate(180), photo.transpose(Image.Transpose.FLIP_LEFT_RIGHT)])
    photo.save(tmp_path / "photo.png")
    photo.save(tmp_path / "photo.jpg")
    photo.convert("RGBA").save(tmp_path / "clear.png")
    Image.new("CMYK", (60, 60), (255, 255, 255, 255)).save(tmp_path / "full.jpg")

    def make(html: str) -> tuple[bytes, tuple[Notice, ...]]:
        return press.finished(pages(html, tmp_path), PROFILE, picture_names(tmp_path.glob("*.*g")))

    return make


def test_the_page_is_trimmed_where_it_ends_and_bleeds_3_mm(shop: Make) -> None:
    data, _ = shop("<p>text</p><p style='break-before: page'>more</p>")
    expected = {"MediaBox": [-10, -10, 110, 160], "BleedBox": [-3, -3, 103, 153], "TrimBox": [0, 0, 100, 150]}
    assert boxes(data) == [expected, expected]


def test_crop_marks_stand_outside_the_bleed_on_every_plate(shop: Make) -> None:
    (lines,) = marks(shop("<p>text</p>")[0])
    assert len(lines) == 8
    for x1, y1, x2, y2 in lines:
        assert (x1 == x2 and x1 in {0, 100}) or (y1 == y2 and y1 in {0, 150})
        assert not any(-3 <= x <= 103 and -3 <= y <= 153 for x, y in ((x1, y1), (x2, y2)))


def test_what_bleeds_ends_at_the_bleed(shop: Make) -> None:
    data, _ = shop("<style>@page { background: #0b4f5c }</style><p>text</p>")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        first, second, third, *_ = pikepdf.parse_content_stream(pdf.pages[0])
        assert [str(order.operator) for order in (first, second, third)] == ["q", "re", "W"]
        assert [float(side) for side in second.operands] == pytest.approx(
            [side * 72 / 25.4 for side in (-3, -3, 106, 156)], abs=0.01
        )


def test_no_colour_for_screens_is_left_in_anything(shop: Make, tmp_path: Path) -> None:
    data, notices = shop(EVERYTHING)
    before = for_screens(pages(EVERYTHING, tmp_path))
    assert {"rg", "/DeviceRGB"} <= set(before)
    assert for_screens(data) == []
    assert [notice for notice in notices if "ink" in notice.message] == []


def test_it_looks_as_it_did(shop: Make, tmp_path: Path, rendered: Callable[[bytes], Image.Image]) -> None:
    """Masks still mask, gradients still run: four inks show the same picture, a little duller."""
    before, after = (rendered(data).resize((40, 50)) for data in (pages(EVERYTHING, tmp_path), shop(EVERYTHING)[0]))
    bands = (list(band.tobytes()) for band in ImageChops.difference(before, after).split())
    apart = [max(pixel) for pixel in zip(*bands, strict=True)]
    assert sum(apart) / len(apart) < 6
    assert max(apart) < 110  # a mask lost or turned round is 200 apart and more


@pytest.fixture
def rendered(tmp_path: Path) -> Callable[[bytes], Image.Image]:
    import subprocess  # noqa: PLC0415

    def render(data: bytes) -> Image.Image:
        command = ["pdftoppm", "-r", "40", "-singlefile", "-png", "-x", "16", "-y", "16", "-W", "157", "-H", "236", "-"]
        done = subprocess.run([*command, str(tmp_path / "page")], input=data, check=True, capture_output=True)
        assert done.returncode == 0
        return Image.open(tmp_path / "page.png").convert("RGB")

    return render


@pytest.mark.parametrize("color", ["#000", "#1c2b30", "#0a0a0a"])
def test_black_text_is_black_ink_alone(shop: Make, color: str) -> None:
    assert text_inks(shop(f'<p style="color: {color}">text</p>')[0]) == {(0, 0, 0, 100)}


def test_grey_text_is_a_tint_of_black_and_white_text_is_paper(shop: Make) -> None:
    ((cyan, magenta, yellow, black),) = text_inks(shop('<p style="color: #777">text</p>')[0])
    assert (cyan, magenta, yellow) == (0, 0, 0)
    assert 50 < black < 80
    assert text_inks(shop('<p style="color: #fff">text</p>')[0]) == {(0, 0, 0, 0)}


def test_a_colour_is_what_the_profile_makes_of_it(shop: Make) -> None:
    """Against littleCMS itself: the inks, seen as on paper, are the colour again."""
    ((cyan, magenta, yellow, black),) = text_inks(shop('<p style="color: #a07860">text</p>')[0])
    seen = Image.new("CMYK", (1, 1), tuple(round(ink * 2.55) for ink in (cyan, magenta, yellow, black)))
    back = ImageCms.profileToProfile(
        seen, str(PROFILE), ImageCms.createProfile("sRGB"), ImageCms.Intent.RELATIVE_COLORIMETRIC, outputMode="RGB"
    )
    assert back is not None
    assert back.getpixel((0, 0)) == pytest.approx((0xA0, 0x78, 0x60), abs=6)


def test_inks_of_ones_own_stay_as_they_are(shop: Make) -> None:
    assert text_inks(shop('<p style="color: device-cmyk(0.2 0.4 0.6 0.1)">text</p>')[0]) == {(20, 40, 60, 10)}


def test_no_colour_of_a_screen_takes_more_ink_than_a_sheet_bears() -> None:
    inks = Press(PROFILE.read_bytes())
    steps = [step / 8 for step in range(9)]
    assert max(sum(inks.mixed((red, green, blue))) for red in steps for green in steps for blue in steps) <= press.INK


def test_the_printing_condition_is_named_and_its_profile_is_in_the_file(shop: Make) -> None:
    with pikepdf.open(io.BytesIO(shop("<p>text</p>")[0])) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert str(intent.OutputConditionIdentifier) == "FOGRA39"
        assert intent.DestOutputProfile.N == 4
        assert intent.DestOutputProfile.read_bytes() == PROFILE.read_bytes()
        assert "/GTS_PDFXVersion" not in pdf.docinfo  # nobody validated it


def test_nothing_for_screens_comes_along(shop: Make) -> None:
    data, _ = shop('<h1>Heading</h1><p><a href="https://www.example.org/">A link</a></p>')
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "/Annots" not in pdf.pages[0]
        assert not {"/Outlines", "/Names", "/StructTreeRoot"} & set(pdf.Root.keys())
        assert str(pdf.docinfo.Title) == "A title"


def test_the_same_pages_are_the_same_bytes(shop: Make) -> None:
    assert shop(EVERYTHING)[0] == shop(EVERYTHING)[0]


@pytest.mark.parametrize(
    "shown",
    [
        '<img src="photo.png" style="width: 30mm">',
        '<div style="height: 30mm; background: url(photo.png) 0 0/30mm 20mm">',
    ],
    ids=["picture", "background"],
)
def test_a_picture_too_coarse_for_print_is_told_with_its_file(shop: Make, shown: str, tmp_path: Path) -> None:
    (notice,) = shop(f'{shown}<img src="photo.jpg" style="width: 10mm">')[1]
    assert notice.where.file == tmp_path / "photo.png"
    assert notice.message == "the picture has 76 pixels an inch where it is shown, on page 1; print needs 200"
    assert notice.hint == "Give it at 236 by 157 pixels or more, or show it smaller."


def test_too_much_ink_is_told(shop: Make, tmp_path: Path) -> None:
    color = '<p style="color: device-cmyk(0.9 0.9 0.9 0.9)">text</p>'
    picture, text = shop(f'<img src="full.jpg" style="width: 5mm">{color}')[1]
    if picture.where.file is None:
        picture, text = text, picture
    assert picture.where.file == tmp_path / "full.jpg"
    assert picture.message == "the picture takes 400% ink; a sheet bears 300%"
    assert (
        text.message == "the colour 90% 90% 90% 90% (cyan, magenta, yellow, black) takes 360% ink; a sheet bears 300%"
    )


def test_a_font_that_is_not_in_the_file_is_refused(shop: Make, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(shop("<p>text</p>")[0])) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
                del thing[next(key for key in thing.keys() if key.startswith("/FontFile"))]  # noqa: SIM118 - pikepdf's
        pdf.save(tmp_path / "bare.pdf")
    with pytest.raises(LayoutError, match="is not in the file"):
        press.finished((tmp_path / "bare.pdf").read_bytes(), PROFILE, {})


@pytest.mark.parametrize(
    ("profile", "said"),
    [(b"no profile", "it is no ICC profile"), (None, "for RGB, not for the four inks of a press")],
    ids=["text", "screen"],
)
def test_a_profile_of_no_press_is_refused(tmp_path: Path, profile: bytes | None, said: str) -> None:
    file = tmp_path / "press.icc"
    srgb: Any = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    file.write_bytes(profile or srgb.tobytes())
    with pytest.raises(LayoutError, match=said) as met:
        press.finished(pages("<p>text</p>", tmp_path), file, {})
    assert met.value.problems[0].where.file == file
