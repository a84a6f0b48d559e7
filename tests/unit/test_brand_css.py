"""A brand file to values: var(), colours in any notation, derived ones, and every mistake with its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from leafdeck.brand import color, css, oklch, palette
from leafdeck.brand.model import Brand
from leafdeck.errors import LayoutError

DEFAULTS = Path(__file__).resolve().parents[2] / "styles" / "brand.css"
Wear = Callable[..., Brand]


@pytest.fixture
def wear(tmp_path: Path) -> Wear:
    """Load the built-in brand with a clinic's declarations (or rules) over it."""

    def load(declarations: str = "", rules: str = "") -> Brand:
        file = tmp_path / "brand.css"
        file.write_text(f":root {{ {declarations} }}\n{rules}", encoding="utf-8")
        return css.load((DEFAULTS, file))

    return load


def problems(wear: Wear, declarations: str = "", rules: str = "") -> list[str]:
    with pytest.raises(LayoutError) as caught:
        wear(declarations, rules)
    return [
        f"{problem.where.file.name if problem.where.file else ''}:{problem.where.line}:{problem.where.column}: "
        f"{problem.message}"
        for problem in caught.value.problems
    ]


def test_the_built_in_brand_needs_no_other() -> None:
    brand = css.load((DEFAULTS,))
    assert brand.color("--brand-primary") == "#0b4f5c"
    assert brand.family == brand.heading_family == "Atkinson Hyperlegible Next"
    assert brand.token("--brand-radius") == "8px"
    assert brand.logo is None or brand.logo.is_file()
    assert {(font.weight, font.italic) for font in brand.fonts} >= {
        (400, False),
        (400, True),
        (700, False),
        (700, True),
    }
    assert set(brand.derived) == set(palette.DERIVED)


def test_a_clinics_file_wins_and_what_it_leaves_out_stays(wear: Wear) -> None:
    brand = wear("--brand-primary: #123456; --brand-radius: 2px 4px")
    assert brand.color("--brand-primary") == "#123456"
    assert brand.color("--brand-emergency") == css.load((DEFAULTS,)).color("--brand-emergency")
    assert brand.token("--brand-radius") == "2px 4px"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("var(--x)", "#112233"),
        ("VAR( --x )", "#112233"),
        ("var(--nothing, #445566)", "#445566"),
        ("var(--nothing, rgb(1, 2, 3))", "#010203"),
        ("var(--nothing, var(--x))", "#112233"),
        ("var(--nothing, var(--nor-this, red))", "#ff0000"),
        ("var(--x, var(--nothing))", "#112233"),
        ("rgb(var(--parts))", "#0a141e"),
        ("rgb(10 20 var(--nothing, 30))", "#0a141e"),
    ],
)
def test_var_is_resolved(wear: Wear, value: str, expected: str) -> None:
    assert wear(f"--x: #112233; --parts: 10 20 30; --brand-primary: {value}").color("--brand-primary") == expected


@pytest.mark.parametrize(
    ("declarations", "message"),
    [
        ("--brand-ink: var(--brand-ink)", "--brand-ink refers to itself"),
        ("--brand-ink: var(--a); --a: var(--brand-ink)", "refers to itself: --brand-ink → --a → --brand-ink"),
        ("--brand-ink: var(--a); --a: rgb(var(--b)); --b: var(--a)", "--brand-ink → --a → --b → --a"),
        ("--brand-ink: var(--nowhere)", "--brand-ink uses --nowhere, which is not set"),
        (
            " ".join(f"--r{n}: var(--r{n + 1});" for n in range(40)) + "--r40: red; --brand-ink: red",
            "refers to too long a row of others",
        ),
        (
            " ".join(f"--r{n}: var(--r{n + 1}) var(--r{n + 1});" for n in range(30)) + "--r30: lots of text",
            "is too long",
        ),
    ],
)
def test_var_without_end_or_aim_is_a_problem(wear: Wear, declarations: str, message: str) -> None:
    assert any(message in problem for problem in problems(wear, declarations))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("RebeccaPurple", "#663399"),
        ("#abc", "#aabbcc"),
        ("rgb(1 2 3)", "#010203"),
        ("rgb(100%, 0%, 50%)", "#ff0080"),
        ("hsl(120 50% 50%)", "#40bf40"),
        ("hwb(90 10% 10%)", "#80e61a"),
        ("lab(46.2775% -47.5621 48.5837)", "#008000"),
        ("lch(46.2775% 67.9892 134.3912)", "#008000"),
        ("oklab(51.975% -0.1403 0.10768)", "#008000"),
        ("oklch(51.975% 0.17686 142.495)", "#008000"),
        ("color(srgb 0 0.5019608 0)", "#008000"),
        ("color(xyz-d65 0.07719 0.15438 0.02573)", "#008000"),
        ("oklch(70% 0.4 142)", "#00c300"),  # outside sRGB: clipped to it
    ],
)
def test_a_colour_may_have_any_notation(wear: Wear, value: str, expected: str) -> None:
    """Expected values of green: web-platform-tests, css/css-color."""
    brand = wear(f"--brand-primary: {value}")
    if value.startswith("oklch(70%"):
        assert brand.color("--brand-primary")[:3] == expected[:3]
    else:
        assert brand.color("--brand-primary") == expected


def test_a_colour_that_the_deck_cannot_read_is_rewritten_for_both(wear: Wear) -> None:
    assert "--brand-primary: #008000;" in wear("--brand-primary: oklch(51.975% 0.17686 142.495)").stylesheet
    assert "--brand-primary:" not in wear("--brand-primary: green").stylesheet


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("#12345", "#12345 is not a colour"),
        ("blau", "blau is not a colour"),
        ("currentcolor", "currentcolor is not a colour"),
        ("", "nothing is not a colour"),
        ("rgba(1, 2, 3, .5)", "rgba(1, 2, 3, .5) is see-through"),
        ("#aabbccdd", "#aabbccdd is see-through"),
        ("transparent", "transparent is see-through"),
        ("color(display-p3 1 0 0)", "is in the colour space display-p3, which is not supported"),
        ("color-mix(in srgb, red, blue)", "is not a colour"),
    ],
)
@pytest.mark.parametrize("name", ["--brand-primary", "--brand-primary-tint"])
def test_what_is_no_opaque_colour_is_a_problem_at_its_place(wear: Wear, name: str, value: str, message: str) -> None:
    found = problems(wear, f"{name}: {value};")
    assert len(found) == 1
    assert found[0].startswith(f"brand.css:1:9: {name}: ")
    assert message in found[0]


def test_tints_are_mixed_with_the_page(wear: Wear) -> None:
    brand = wear("--brand-primary: #000000; --brand-page: #ffffff")
    assert brand.color("--brand-primary-tint") == "#e8e8e8"
    assert wear("--brand-primary: #ffffff; --brand-page: #000000").color("--brand-primary-tint") == "#171717"
    assert "--brand-primary-tint: #e8e8e8;" in brand.stylesheet


def test_a_derived_colour_may_be_chosen(wear: Wear) -> None:
    brand = wear("--brand-primary-tint: #fafafa; --brand-on-primary: yellow")
    assert brand.color("--brand-primary-tint") == "#fafafa"
    assert brand.color("--brand-on-primary") == "#ffff00"
    assert "--brand-primary-tint" not in brand.stylesheet


@pytest.mark.parametrize("area", ["#000000", "#0b4f5c", "#767676", "#7f7f7f", "#ffd500", "#ffffff", "#ff0000"])
@pytest.mark.parametrize(("page", "ink"), [("#ffffff", "#1c2b30"), ("#000000", "#ffffff"), ("#222222", "#eeeeee")])
def test_text_on_a_filled_area_can_be_read_whatever_the_brand(wear: Wear, area: str, page: str, ink: str) -> None:
    brand = wear(f"--brand-primary: {area}; --brand-page: {page}; --brand-ink: {ink}")
    assert color.contrast(brand.color("--brand-on-primary"), area) >= color.AA


def test_a_misspelt_property_is_a_problem(wear: Wear) -> None:
    with pytest.raises(LayoutError) as caught:
        wear("--brand-primery: red; --clinic-own: red")
    (problem,) = caught.value.problems
    assert problem.message == "there is no property --brand-primery"
    assert problem.hint.startswith("Did you mean --brand-primary?")


@pytest.mark.parametrize("name", sorted(css.LENGTHS))
@pytest.mark.parametrize("value", ["8", "round", "8px solid", ""])
def test_a_length_is_one(wear: Wear, name: str, value: str) -> None:
    assert "is not a length" in problems(wear, f"{name}: {value}")[0]


@pytest.mark.parametrize("value", ["0", "8px", "2mm 4mm", "var(--own)"])
def test_a_radius_may_be_any_length(wear: Wear, value: str) -> None:
    assert wear(f"--own: 3pt; --brand-radius: {value}")


@pytest.mark.parametrize("value", ["url(a.svg)", "url('a.svg')", 'URL( "a.svg" )', "url(./a.svg)", "var(--own)"])
def test_the_logo_lies_beside_the_file_that_names_it(wear: Wear, tmp_path: Path, value: str) -> None:
    (tmp_path / "a.svg").write_text("<svg/>", encoding="utf-8")
    assert wear(f"--own: url(a.svg); --brand-logo: {value}").logo == (tmp_path / "a.svg").resolve()


def test_a_logos_address_may_be_escaped(wear: Wear, tmp_path: Path) -> None:
    (tmp_path / "our logo.svg").write_text("<svg/>", encoding="utf-8")
    assert wear("--brand-logo: url(our%20logo.svg)").logo == (tmp_path / "our logo.svg").resolve()


def test_a_logo_outside_the_project_is_told_at_its_line(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    (folder / "styles").mkdir(parents=True)
    for place in (tmp_path, folder):
        (place / "logo.svg").write_text("<svg/>", encoding="utf-8")
    file = folder / "styles" / "brand.css"
    file.write_text(":root {\n  --brand-logo: url(../logo.svg) }", encoding="utf-8")
    assert css.load((DEFAULTS, file), folder).logo == (folder / "logo.svg").resolve()
    file.write_text(":root {\n  --brand-logo: url(../../logo.svg) }", encoding="utf-8")
    with pytest.raises(LayoutError) as caught:
        css.load((DEFAULTS, file), folder)
    (problem,) = caught.value.problems
    assert (problem.where.file, problem.where.line) == (file, 2)
    assert problem.message == "the logo ../../logo.svg lies outside the project"
    assert "beside the brand file" in problem.hint


@pytest.mark.parametrize(
    ("value", "message"),
    [("url(b.svg)", "the logo b.svg was not found"), ("'a.svg'", "names no file"), ("a.svg", "names no file")],
)
def test_a_logo_that_is_none_is_a_problem(wear: Wear, value: str, message: str) -> None:
    found = problems(wear, f"--brand-logo: {value}")
    assert [message in problem for problem in found] == [True]
    assert found[0].startswith("brand.css:1:9: ")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("url(none.ttf)", "the font file none.ttf cannot be read: No such file or directory"),
        ("url('text.ttf')", "text.ttf is not a font file"),
        ("url(.)", "the font file . cannot be read: Is a directory"),
        ("url(https://example.org/a.ttf)", "the font file https://example.org/a.ttf cannot be read"),
        ("local(Arial), url(none.ttf)", "the font file none.ttf cannot be read"),
    ],
)
def test_a_font_that_cannot_be_used_is_a_problem_of_its_rule(
    wear: Wear, tmp_path: Path, source: str, message: str
) -> None:
    (tmp_path / "text.ttf").write_text("This is text.", encoding="utf-8")
    found = problems(wear, "", f"\n@font-face {{ font-family: Own; src: {source} }}")
    assert [problem.startswith(f"brand.css:3:1: {message}") for problem in found] == [True]


def test_fonts_are_noted_with_family_weight_and_style(wear: Wear) -> None:
    file = DEFAULTS.parent / "fonts" / "AtkinsonHyperlegibleNext-Bold.ttf"
    rule = f"@font-face {{ font-family: 'Own One'; font-style: italic; font-weight: bold; src: url({file}) }}"
    brand = wear("--brand-font: 'Own One', Arial; --brand-font-heading: Georgia", rule)
    assert (brand.fonts[-1].family, brand.fonts[-1].weight, brand.fonts[-1].italic) == ("Own One", 700, True)
    assert (brand.family, brand.heading_family) == ("Own One", "Georgia")


def test_several_mistakes_come_together_each_with_its_place(wear: Wear) -> None:
    found = problems(
        wear,
        "--brand-ink: blau;\n  --brand-logo: url(b.svg);\n oops\n",
        "@font-face { font-family: Own; src: url(none.ttf) }\n}",
    )
    assert len(found) == 5
    lines = [int(problem.split(":")[1]) for problem in found]
    assert sorted(lines) == [1, 2, 3, 5, 6]


def test_a_forgotten_semicolon_is_told_as_one(wear: Wear) -> None:
    found = problems(wear, "--brand-accent: #d9822b /* lines */\n  --brand-ink: #1c2b30;\n  --brand-page: white;")
    assert found == ["brand.css:1:9: --brand-accent: a semicolon is missing at its end"]
    assert wear("--own-thing: a:b").color("--brand-ink")


@pytest.mark.parametrize(
    ("data", "message"),
    [(None, "cannot be read: No such file"), (b":root { --brand-ink: \xff }", "is not UTF-8 text")],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, data: bytes | None, message: str) -> None:
    file = tmp_path / "brand.css"
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(LayoutError, match=message) as caught:
        css.load((DEFAULTS, file))
    assert caught.value.problems[0].where.file == file


def test_a_byte_order_mark_is_no_part_of_the_brand(tmp_path: Path) -> None:
    file = tmp_path / "brand.css"
    file.write_bytes(b"\xef\xbb\xbf:root { --brand-ink: #010101 }")
    assert css.load((DEFAULTS, file)).color("--brand-ink") == "#010101"


PRIMARIES = ("#5b2a86", "#8a1c1c", "#1f6b3a", "#003087", "#7a4b00", "#333333", "#c2185b")


@pytest.mark.parametrize("primary", PRIMARIES)
def test_primary_alone_makes_a_brand_that_can_be_read(wear: Wear, primary: str) -> None:
    brand = wear(f"--brand-primary: {primary}")

    def ratio(one: str, other: str) -> float:
        return color.contrast(brand.color(f"--brand-{one}"), brand.color(f"--brand-{other}"))

    for area in ("page", "primary-tint", "primary-soft", "accent-tint"):
        assert ratio("ink", area) >= 7
        assert ratio("muted", area) >= 4.5
    for level in ("emergency", "urgent", "routine"):
        assert min(ratio(level, "page"), ratio(level, f"{level}-tint"), ratio(f"on-{level}", level)) >= 4.5
    assert min(ratio("accent", "page"), ratio("accent", "accent-tint")) >= 3
    assert color.contrast(brand.color("--brand-on-cover"), brand.color("--brand-cover")) >= 4.5


def test_what_follows_keeps_out_of_the_way_of_warnings(wear: Wear) -> None:
    calm = wear("--brand-primary: #5b2a86")
    assert calm.color("--brand-routine") == "#5b2a86"
    red = wear("--brand-primary: #b3201e")
    assert red.color("--brand-routine") not in {"#b3201e", red.color("--brand-emergency")}
    assert oklch.distance(red.color("--brand-routine"), red.color("--brand-emergency")) >= palette.APART


def test_what_a_brand_sets_does_not_follow(wear: Wear) -> None:
    brand = wear("--brand-primary: #5b2a86; --brand-ink: #000; --brand-accent: teal; --brand-routine: navy")
    assert [brand.color(f"--brand-{name}") for name in ("ink", "accent", "routine")] == [
        "#000000",
        "#008080",
        "#000080",
    ]
    assert "--brand-ink" not in brand.derived
    assert "--brand-muted: " in brand.stylesheet


def test_a_dark_page_turns_all_that_follows(wear: Wear) -> None:
    brand = wear("--brand-primary: #9fd3ff; --brand-page: #10151a")
    for name in ("ink", "muted", "emergency", "urgent", "routine"):
        assert color.contrast(brand.color(f"--brand-{name}"), "#10151a") >= 4.5


@pytest.mark.parametrize(
    ("declaration", "message"),
    [
        ("--brand-heading-scale: 2", "--brand-heading-scale: 2 is not a number from 0.8 to 1.3"),
        ("--brand-heading-scale: 120%", "--brand-heading-scale: 120% is not a number from 0.8 to 1.3"),
        ("--brand-space: 0", "--brand-space: 0 is not a number from 0.8 to 1.25"),
        ("--brand-line: thick", "--brand-line: thick is not a number from 0 to 2"),
        ("--brand-heading-weight: 600", "--brand-heading-weight: 600 is not 400 or 700"),
        ("--brand-icon-radius: round", "--brand-icon-radius: round is not a length"),
        ("--brand-pattern: url(dots.svg)", "the pattern dots.svg was not found"),
        ("--brand-cover-image: dots.svg", "--brand-cover-image: dots.svg names no file"),
    ],
)
def test_shape_and_pictures_are_judged(wear: Wear, declaration: str, message: str) -> None:
    assert problems(wear, declaration) == [f"brand.css:1:9: {message}"]


def test_a_picture_is_named_where_the_engine_finds_it(wear: Wear, tmp_path: Path) -> None:
    (tmp_path / "dots.svg").write_text("<svg/>", encoding="utf-8")
    brand = wear("--brand-pattern: url(dots.svg)")
    assert brand.pictures == {"--brand-pattern": (tmp_path / "dots.svg").resolve()}
    assert f'--brand-pattern: url("{(tmp_path / "dots.svg").resolve().as_uri()}");' in brand.stylesheet
