"""A booklet's sheets: which page lands where, in the middle, moved in by the thickness of the paper."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pikepdf
import pytest
import weasyprint

from leafdeck.formats import ROLL_FOLD, Z_FOLD
from leafdeck.leaflet import imposition

MM = 72 / 25.4


@pytest.mark.parametrize(("pages", "lacking"), [(0, 0), (1, 3), (2, 2), (3, 1), (4, 0), (13, 3), (16, 0)])
def test_what_a_booklet_lacks_to_fill_its_sheets(pages: int, lacking: int) -> None:
    assert imposition.missing(pages) == lacking


def test_one_sheet_is_cover_and_back_outside_and_the_inner_pages_inside() -> None:
    assert imposition.sides(4) == ((4, 1), (2, 3))


def test_three_sheets() -> None:
    assert imposition.sides(12) == ((12, 1), (2, 11), (10, 3), (4, 9), (8, 5), (6, 7))


@pytest.mark.parametrize("pages", range(4, 80, 4))
def test_every_page_stands_once_and_its_next_one_on_its_back(pages: int) -> None:
    sides = imposition.sides(pages)
    assert sorted(page for side in sides for page in side) == list(range(1, pages + 1))
    for (front_left, front_right), (back_left, back_right) in zip(sides[::2], sides[1::2], strict=True):
        assert back_left == front_right + 1, "flipped on the short edge, the back's left is behind the front's right"
        assert front_left == back_right + 1
        assert front_left % 2 == back_left % 2 == 0, "even pages stand on the left"


def test_a_number_of_pages_that_fills_no_sheet_is_refused() -> None:
    with pytest.raises(ValueError, match="6 pages"):
        imposition.sides(6)


def booklet(pages: int) -> bytes:
    body = "".join(f"<section>page{number:02}</section>" for number in range(1, pages + 1))
    style = (
        "@page { size: A5; margin: 14mm } section { break-after: page; font: 20px 'Liberation Sans' }"
        "section:last-child { break-after: auto }"
    )
    html = f"<html lang=en-GB><title>A booklet</title><style>{style}</style>{body}"
    return bytes(weasyprint.HTML(string=html).write_pdf())


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sheets") / "sheets.pdf"
    file.write_bytes(imposition.impose(booklet(12)))
    return file


def words(file: Path, side: int, left: float, width: float) -> str:
    """The words in a strip of a side, in points."""
    area = ["-f", side, "-l", side, "-r", 72, "-x", round(left), "-y", 0, "-W", round(width), "-H", 600]
    command = ["pdftotext", *map(str, area), str(file), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def test_the_drawn_pages_stand_where_they_should(sheets: Path) -> None:
    half = 148.5 * MM
    found = [(words(sheets, side, 0, half), words(sheets, side, half, half)) for side in range(1, 7)]
    assert found == [(f"page{left:02}", f"page{right:02}") for left, right in imposition.sides(12)]


def test_the_sheets_are_a4_across_and_say_how_to_print_them(sheets: Path) -> None:
    with pikepdf.open(sheets) as pdf:
        assert {tuple(round(float(side), 1) for side in page.mediabox) for page in pdf.pages} == {(0, 0, 841.9, 595.3)}
        assert str(pdf.Root.ViewerPreferences.Duplex) == "/DuplexFlipShortEdge"
        assert str(pdf.Root.ViewerPreferences.PrintScaling) == "/None"
        assert str(pdf.docinfo["/Title"]) == "A booklet"


def test_what_lies_further_inside_is_moved_towards_the_fold(sheets: Path) -> None:
    with pikepdf.open(sheets) as pdf:
        moves = [
            [float(one.operands[4]) for one in pikepdf.parse_content_stream(page) if str(one.operator) == "cm"]
            for page in pdf.pages
        ]
    middle, width = 297 / 2 * MM, 148 * MM
    for number, (left, right) in enumerate(moves):
        creep = number // 2 * 0.1 * MM
        assert left == pytest.approx(middle - width + creep, abs=0.02)
        assert right == pytest.approx(middle - creep, abs=0.02)


def test_the_same_pages_give_the_same_bytes() -> None:
    data = booklet(4)
    assert imposition.impose(data) == imposition.impose(data)
    with pikepdf.open(io.BytesIO(imposition.impose(data))) as pdf:
        assert len(pdf.pages) == 2


PANELS = {"roll": (100, 97, 100, 100, 97, 100), "z": (99,) * 6}
SIDES = {"roll": ROLL_FOLD, "z": Z_FOLD}


@pytest.fixture(scope="module", params=PANELS)
def folded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """A sheet that is folded, of six panels that say their number."""
    fold = request.param
    numbered = enumerate(PANELS[fold], 1)
    style = "@page { margin: 20mm } section { break-after: page; font: 20px 'Liberation Sans' }"
    style += "".join(f"@page :nth({number}) {{ size: {width}mm 210mm }}" for number, width in numbered)
    body = "".join(f"<section>panel{number}</section>" for number in range(1, 7))
    style += "section:last-child { break-after: auto }"
    html = f"<html lang=en-GB><title>A fold</title><style>{style}</style>{body}"
    file = tmp_path_factory.mktemp("folded") / "sheet.pdf"
    file.write_bytes(imposition.side_by_side(weasyprint.HTML(string=html).write_pdf(), SIDES[fold]))
    return fold, file


def test_panels_stand_side_by_side_in_the_order_of_the_fold(folded: tuple[str, Path]) -> None:
    fold, file = folded
    for number, side in enumerate(SIDES[fold], 1):
        x = 0.0
        for panel in side:
            width = PANELS[fold][panel - 1] * MM
            assert words(file, number, x, width) == f"panel{panel}"
            x += width
        assert x == pytest.approx(297 * MM)


def test_a_folded_sheet_is_a4_across_and_says_how_to_print_it(folded: tuple[str, Path]) -> None:
    with pikepdf.open(folded[1]) as pdf:
        assert [tuple(round(float(side), 1) for side in page.mediabox) for page in pdf.pages] == [
            (0, 0, 841.9, 595.3)
        ] * 2
        assert str(pdf.Root.ViewerPreferences.Duplex) == "/DuplexFlipShortEdge"


def test_folds_are_marked_at_the_edges_only(folded: tuple[str, Path]) -> None:
    fold, file = folded
    with pikepdf.open(file) as pdf:
        for page, side in zip(pdf.pages, SIDES[fold], strict=True):
            stream = [(str(one.operator), [*one.operands]) for one in pikepdf.parse_content_stream(page)]
            points = [tuple(float(value) for value in values) for name, values in stream if name in {"m", "l"}]
            edges = {round(x, 1) for x, _ in points}
            first, second, _ = (PANELS[fold][panel - 1] * MM for panel in side)
            assert edges == {round(first, 1), round(first + second, 1)}
            assert all(y <= 6.01 * MM or y >= (210 - 6.01) * MM for _, y in points), "outside the live area"


@pytest.mark.parametrize("sides", [ROLL_FOLD, Z_FOLD])
def test_what_is_folded_in_lies_behind_what_is_folded_in(sides: tuple[tuple[int, ...], ...]) -> None:
    """Turned on the short edge, the left of one side is behind the right of the other: they are one piece of paper."""
    outside, inside = sides
    assert sorted(outside + inside) == [1, 2, 3, 4, 5, 6]
    leaves = [{front, back} for front, back in zip(outside, reversed(inside), strict=True)]
    if sides == ROLL_FOLD:
        assert leaves == [{2, 5}, {6, 4}, {1, 3}], "the flap, with the fifth panel on its back, is the narrow one"
    else:
        assert leaves == [{4, 6}, {5, 3}, {1, 2}], "the cover opens to the second panel, the back is the last one"
