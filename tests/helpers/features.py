"""The features of CSS on the torture deck: HTML below a slide's title, what the deck makes of it, and how that is seen.

Only features that a style sheet can ask for and that the layout engine draws stand here.
"""

# ruff: noqa: E501 - a feature reads best on one line

from __future__ import annotations

import re
from dataclasses import dataclass

from ownfont import face

NATIVE, APPROXIMATED, REPORTED = "native", "approximated", "reported"


@dataclass(frozen=True)
class Feature:
    """A feature: the page it is explained on, its name, its verdict, its HTML, and CSS of its own.

    ``xml`` are regular expressions that the XML of its slide and layout has to match; ``absent`` is one that it must
    not; ``notice`` is what has to be told.
    """

    page: str
    name: str
    verdict: str
    html: str
    xml: tuple[str, ...] = ()
    css: str = ""
    notice: str = ""
    absent: str = ""

    @property
    def slug(self) -> str:
        return re.sub(r"\W+", "-", self.name.lower()).strip("-")


def box(style: str, words: str = "Words") -> str:
    return f'<div class="box" style="{style}">{words}</div>'


def items(style: str) -> str:
    return f'<ol style="padding-left: 60px; {style}"><li>One</li><li>Two</li><li>Three</li></ol>'


def cells(style: str, cell: str = "") -> str:
    rows = f"<tr><th{cell}>Dose</th><td>5 mg</td></tr><tr><th>Time</th><td>8:00</td></tr>"
    return f'<table style="{style}"><thead><tr><th>What</th><th>How</th></tr></thead>{rows}</table>'


def sign(inner: str) -> str:
    return f'<svg role="img" aria-label="A sign" width="200" height="120" viewBox="0 0 200 120">{inner}</svg>'


SMALL_SIGN = sign('<circle cx="100" cy="60" r="60" fill="#c00"/>').replace(
    'width="200" height="120"', 'width="40" height="24"'
)

TEXT = (
    Feature("fonts-and-text", "font-family, font-size", NATIVE, '<p style="font: 30px/40px Liberation Mono">Words</p>', (r'sz="2250"', r'latin typeface="Liberation Mono"', r'<a:spcPts val="3000"/>')),
    Feature("fonts-and-text", "font-weight: bold", NATIVE, "<p><b>Words</b> and more</p>", (r'b="1"',)),
    Feature("fonts-and-text", "font-weight: 500", APPROXIMATED, '<p><span style="font-weight: 500">Words</span> and more</p>', (r'b="0"',)),
    Feature("fonts-and-text", "font-style: italic", NATIVE, "<p><i>Words</i> and more</p>", (r'i="1"',)),
    Feature("fonts-and-text", "color with alpha", NATIVE, '<p style="color: rgb(192 0 0 / 50%)">Words</p>', (r'srgbClr val="C00000"><a:alpha val="50000"/>',)),
    Feature("fonts-and-text", "text-decoration: underline", NATIVE, "<p><u>Words</u> and more</p>", (r'u="sng"',)),
    Feature("fonts-and-text", "text-decoration: wavy, coloured", NATIVE, '<p><span style="text-decoration: underline wavy #c00">Words</span></p>', (r'u="wavy"', r'<a:uFill><a:solidFill><a:srgbClr val="CC0000"/>')),
    Feature("fonts-and-text", "text-decoration: double, dotted, dashed", NATIVE, "".join(f'<p><span style="text-decoration: underline {kind}">Words</span></p>' for kind in ("double", "dotted", "dashed")), (r'u="dbl"', r'u="dotted"', r'u="dash"')),
    Feature("fonts-and-text", "text-decoration: line-through", NATIVE, "<p><s>Words</s> and more</p>", (r'strike="sngStrike"',)),
    Feature("fonts-and-text", "text-decoration: overline", REPORTED, '<p><span style="text-decoration: overline">Words</span></p>', notice="text-decoration: overline"),
    Feature("fonts-and-text", "superscript, subscript", NATIVE, "<p>10 m<sup>2</sup>, H<sub>2</sub>O</p>", (r'baseline="[1-9]\d*"', r'baseline="-[1-9]\d*"')),
    Feature("fonts-and-text", "letter-spacing", NATIVE, '<p style="letter-spacing: 2px">Words</p>', (r'spc="150"',)),
    Feature("fonts-and-text", "word-spacing", REPORTED, '<p style="word-spacing: 20px">Some words</p>', notice="word-spacing"),
    Feature("fonts-and-text", "font-variant-caps: small-caps", NATIVE, '<p style="font-variant-caps: small-caps">Small Capitals</p>', (r'cap="small"',)),
    Feature("fonts-and-text", "font-variant-caps: all-small-caps", REPORTED, '<p style="font-variant-caps: all-small-caps">Small Capitals</p>', (r'cap="small"',), notice="font-variant-caps: all-small-caps"),
    Feature("fonts-and-text", "text-transform", NATIVE, '<p style="text-transform: uppercase">Words</p>', (r"<a:t>WORDS</a:t>",)),
    Feature("fonts-and-text", "text-align", NATIVE, "".join(f'<p style="text-align: {side}">Words</p>' for side in ("center", "right")), (r'algn="ctr"', r'algn="r"')),
    Feature("fonts-and-text", "text-align: justify", NATIVE, f'<p style="width: 400px; text-align: justify">{"Some words that flow on. " * 6}</p>', (r'algn="just"',)),
    Feature("fonts-and-text", "line-height", NATIVE, '<p style="line-height: 60px; width: 300px">Some words that go over two lines</p>', (r'<a:lnSpc><a:spcPts val="4500"/>',)),
    Feature("fonts-and-text", "space between paragraphs", NATIVE, '<p style="margin-bottom: 20px">One</p><p>Two</p>', (r'<a:spcBef><a:spcPts val="1500"/>',)),
    Feature("fonts-and-text", "text-indent", NATIVE, f'<p style="width: 400px; text-indent: 40px">{"Some words that flow on. " * 4}</p>', (r'indent="381000"',)),
    Feature("fonts-and-text", "white-space: pre-line, line breaks", NATIVE, "<p>One<br>two</p>", (r"<a:br>",)),
    Feature("fonts-and-text", "highlight (inline background)", NATIVE, '<p>Some <span style="background: #fe8">marked</span> words</p>', (r'<a:highlight><a:srgbClr val="FFEE88"/></a:highlight>.*marked',)),
    Feature("fonts-and-text", "painted box within a line", APPROXIMATED, '<p>Press <span style="display: inline-block; background: #cde; padding: 0 8px; border-radius: 4px">Enter</span> to go on.</p>', (r"Press .*<a:highlight>.*Enter.* to go on",), absent="roundRect"),
    Feature("fonts-and-text", "picture within a line", APPROXIMATED, f"<p>Press {SMALL_SIGN} to go on.</p>", (r'<a:t>Press </a:t></a:r><a:r><a:rPr [^>]*spc="[1-9]\d*".*?<a:t>\xa0</a:t></a:r><a:r>.*?<a:t> to go on.</a:t></a:r><a:endParaRPr.*<a:custGeom>',)),
    Feature("fonts-and-text", "border of words within a line", APPROXIMATED, '<p>Press <span style="border: 2px solid #888; border-radius: 4px; padding: 0 6px">Enter</span> to go on.</p>', (r'name="Panel|Decoration".*<a:ln w="19050">.*<a:t>Press .*Enter.* to go on.',)),
    Feature("fonts-and-text", "generated content, counters", NATIVE, '<p class="c">One</p><p class="c">Two</p>', (r"<a:t>1: One</a:t>", r"<a:t>2: Two</a:t>"), css=".c { counter-increment: c } .c::before { content: counter(c) ': ' }"),
)  # fmt: skip

LISTS = (
    Feature("lists", "bullets", NATIVE, '<ul style="padding-left: 40px"><li>One</li><li>Two</li></ul>', (r'marL="\d+" indent="-\d+"', r'<a:buChar char="•"/>')),
    Feature("lists", "levels", NATIVE, '<ul style="padding-left: 40px"><li>One<ul style="padding-left: 40px"><li>Two</li></ul></li></ul>', (r'lvl="1"', r'<a:buChar char="[◦○]"/>')),
    Feature("lists", "list-style-type: decimal", NATIVE, items("list-style: decimal"), (r'<a:buAutoNum type="arabicPeriod"/>',)),
    Feature("lists", "list-style-type: lower-alpha", NATIVE, items("list-style: lower-alpha"), (r'<a:buAutoNum type="alphaLcPeriod"/>',)),
    Feature("lists", "list-style-type: upper-alpha", NATIVE, items("list-style: upper-alpha"), (r'<a:buAutoNum type="alphaUcPeriod"/>',)),
    Feature("lists", "list-style-type: lower-roman", NATIVE, items("list-style: lower-roman"), (r'<a:buAutoNum type="romanLcPeriod"/>',)),
    Feature("lists", "list-style-type: upper-roman", NATIVE, items("list-style: upper-roman"), (r'<a:buAutoNum type="romanUcPeriod"/>',)),
    Feature("lists", "list-style-type: decimal-leading-zero", APPROXIMATED, items("list-style: decimal-leading-zero"), (r"<a:t>01\.\t",)),
    Feature("lists", "numbers in brackets", NATIVE, '<ol style="padding-left: 60px; list-style-type: in-brackets"><li>One</li><li>Two</li></ol>', (r'<a:buAutoNum type="arabicParenBoth"/>',), css="@counter-style in-brackets { system: extends decimal; prefix: '('; suffix: ') ' }"),
    Feature("lists", "counter-reset, counter-set", NATIVE, '<ol style="padding-left: 60px" class="s"><li>Three</li><li style="counter-set: list-item 6">Seven</li><li>Eight</li></ol>', (r'startAt="3"', r'startAt="7".*startAt="7"'), css=".s { counter-reset: list-item 2 }"),
    Feature("lists", "own sign as marker", NATIVE, items("list-style-type: '→ '"), (r'<a:buChar char="→"/>',)),
    Feature("lists", "own words as marker", APPROXIMATED, items("list-style-type: 'Step: '"), (r"<a:t>Step:\t", r'indent="-\d+"')),
    Feature("lists", "::marker colour and size", NATIVE, '<ul class="m" style="padding-left: 40px"><li>One</li></ul>', (r'<a:buClr><a:srgbClr val="CC0000"/>',), css=".m li::marker { color: #c00 }"),
    Feature("lists", "list-style-image", NATIVE, items("list-style-image: url(PHOTO)"), (r'<a:buBlip><a:blip r:embed="rId\d+"/>',)),
    Feature("lists", "list-style-image: SVG", APPROXIMATED, items("list-style-image: url(&quot;data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>&quot;)"), (r'<a:buBlip><a:blip r:embed="rId\d+"/>',)),
    Feature("lists", "list-style-position: inside", APPROXIMATED, items("list-style: decimal inside"), (r"<a:t>1\. ",)),
    Feature("lists", "right-to-left list", NATIVE, '<ul dir="rtl" lang="ar" style="padding-right: 40px; font-family: Liberation Sans, Noto Sans Arabic"><li>واحد</li><li>اثنان</li></ul>', (r'marL="\d+" indent="-\d+" algn="r" rtl="1"',)),
)  # fmt: skip

BOXES = (
    Feature("boxes", "padding", NATIVE, box("padding: 20px"), (r'lIns="190500"',)),
    Feature("boxes", "border", NATIVE, box("border: 4px solid #c00"), (r'<a:ln w="38100"><a:solidFill><a:srgbClr val="CC0000"/>',)),
    Feature("boxes", "border: dashed, dotted", NATIVE, box("border: 4px dashed #c00") + box("border: 4px dotted #c00"), (r'prstDash val="dash"', r'prstDash val="sysDot"')),
    Feature("boxes", "border: double", NATIVE, box("border: 9px double #c00"), (r'cmpd="dbl"',)),
    Feature("boxes", "border: groove, ridge, inset, outset", REPORTED, box("border: 9px groove #c00"), (r'<a:ln w="85725">',), notice="border-style: groove"),
    Feature("boxes", "border per side", NATIVE, box("border-left: 12px solid #c00; border-top: 2px solid #00c"), (r'<a:ext cx="114300" cy="1162050"/>.*CC0000|CC0000',)),
    Feature("boxes", "border-radius", NATIVE, box("border-radius: 20px"), (r'prst="roundRect"><a:avLst><a:gd name="adj" fmla="val 16667"/>',)),
    Feature("boxes", "border-radius: 50%", NATIVE, box("border-radius: 50%", ""), (r'prst="ellipse"',)),
    Feature("boxes", "border-radius per corner", NATIVE, box("border-radius: 0 40px 0 20px"), (r"<a:custGeom>.*<a:cubicBezTo>",)),
    Feature("boxes", "border-radius: elliptical", NATIVE, box("border-radius: 60px / 20px", ""), (r"<a:custGeom>.*<a:cubicBezTo>",)),
    Feature("boxes", "outline", NATIVE, box("outline: 3px solid #c00; outline-offset: 4px"), (r"<a:noFill/><a:ln w=\"28575\">",)),
    Feature("boxes", "box-shadow", NATIVE, box("box-shadow: 4px 6px 8px rgb(0 0 0 / 50%)"), (r'<a:outerShdw blurRad="76200" dist="68686" dir="3378596" algn="ctr" rotWithShape="0"><a:srgbClr val="000000"><a:alpha val="50000"/>',)),
    Feature("boxes", "box-shadow: spread", NATIVE, box("box-shadow: 0 0 0 6px #c00"), (r'<a:outerShdw [^>]*sx="104000" sy="110000"',)),
    Feature("boxes", "box-shadow: inset", NATIVE, box("box-shadow: inset 4px 4px 8px #888"), (r"<a:innerShdw ",)),
    Feature("boxes", "box-shadow: more than one", REPORTED, box("box-shadow: 4px 4px #c00, 8px 8px #00c"), (r"<a:outerShdw .*CC0000",), notice="a second box-shadow"),
    Feature("boxes", "box-shadow without a background", REPORTED, '<p style="box-shadow: 4px 4px #c00">Words</p>', notice="box-shadow around a box without a background"),
    Feature("boxes", "opacity", NATIVE, box("opacity: .5"), (r'srgbClr val="DDE6EE"><a:alpha val="50000"/>',)),
    Feature("boxes", "transform: rotate", NATIVE, box("transform: rotate(10deg); margin: 60px"), (r'<a:xfrm rot="600000">',)),
    Feature("boxes", "transform: rotate a card", NATIVE, f'<div style="transform: rotate(-5deg); width: 400px; margin: 60px; background: #eee; padding: 10px">{box("")}<p>Words below</p></div>', (r'<p:grpSpPr><a:xfrm rot="21300000">',)),
    Feature("boxes", "transform: translate", NATIVE, box("transform: translate(40px, 20px)"), (r'<a:off x="666750" y="1047750"/>',)),
    Feature("boxes", "transform: scale, skew", REPORTED, box("transform: skew(10deg)"), notice="a transform that scales, skews or mirrors"),
    Feature("boxes", "flex", NATIVE, f'<div style="display: flex; gap: 20px">{box("")}{box("")}</div>', (r'<a:off x="285750" y="857250"/>.*<a:off x="3333750" y="857250"/>',)),
    Feature("boxes", "grid", NATIVE, f'<div style="display: grid; grid-template-columns: 1fr 1fr; gap: 20px">{box("")}{box("")}</div>', (r'<a:off x="285750" y="857250"/>.*<a:off x="4667250" y="857250"/>',)),
    Feature("boxes", "columns", NATIVE, f'<div style="columns: 2; column-gap: 40px">{"Some words that flow on and on. " * 16}</div>', (r'numCol="2" spcCol="37\d+"',)),
    Feature("boxes", "columns of a list", NATIVE, f'<ol style="columns: 2; column-gap: 60px; padding-left: 30px">{"<li>Some words that flow on.</li>" * 5}</ol>', (r'numCol="2".*(buAutoNum.*){5}',)),
    Feature("boxes", "columns of unlike words", APPROXIMATED, f'<div style="columns: 2; column-gap: 40px"><p>{"Some words that flow on. " * 4}</p><p style="font-size: 32px; line-height: 48px">{"Larger ones. " * 5}</p></div>', (r'<a:off x="285750".*<a:off x="476\d+"',), absent="numCol"),
    Feature("boxes", "overflow: hidden", NATIVE, box("overflow: hidden; border-radius: 20px", '<img src="PHOTO" alt="x" style="display: block; width: 400px; height: 80px">'), (r'<a:srcRect r="25000"/>.*<a:custGeom>',)),
    Feature("boxes", "overflow: hidden around words", REPORTED, box("overflow: hidden; height: 40px", "One<br>two"), notice="overflow: hidden around words"),
    Feature("boxes", "position: absolute", NATIVE, box("position: absolute; left: 500px; top: 200px"), (r'<a:off x="5048250" y="2190750"/>',)),
    Feature("boxes", "z-index", NATIVE, box("position: absolute; z-index: 2; background: #c00", "Over") + box("position: absolute; z-index: 1; background: #00c; left: 100px", "Under"), (r"0000CC.*CC0000",)),
    Feature("boxes", "groups (data-group)", NATIVE, f'<div data-group="Card" style="background: #eee; padding: 10px; width: 400px">{box("")}<p>Words</p></div>', (r'<p:grpSp>.*name="Card"',)),
)  # fmt: skip

SVG_BACK = "url(&quot;data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'><circle cx='20' cy='20' r='20' fill='%23c00'/></svg>&quot;)"

BACKGROUNDS = (
    Feature("backgrounds", "background-color", NATIVE, box("background: #c00"), (r'<a:solidFill><a:srgbClr val="CC0000"/>',)),
    Feature("backgrounds", "linear-gradient", NATIVE, box("background: linear-gradient(90deg, #c00, #00c 75%)"), (r'<a:gs pos="75000"><a:srgbClr val="0000CC"/></a:gs>.*<a:lin ang="0" scaled="0"/>',)),
    Feature("backgrounds", "linear-gradient to a corner", NATIVE, box("background: linear-gradient(to bottom right, #c00, #00c)"), (r'<a:lin ang="409\d{4}" scaled="0"/>',)),
    Feature("backgrounds", "linear-gradient, stops in px", NATIVE, box("background: linear-gradient(90deg, #c00 75px, #00c 150px)"), (r'<a:gs pos="25000">.*<a:gs pos="50000">',)),
    Feature("backgrounds", "repeating-linear-gradient", NATIVE, box("background: repeating-linear-gradient(90deg, #c00, #00c 100px)"), (r'(<a:gs pos="\d+">.*){6}',)),
    Feature("backgrounds", "a gradient of more than ten stops", APPROXIMATED, box("background: repeating-linear-gradient(90deg, #c00, #00c 20px)"), (r"<a:blipFill",)),
    Feature("backgrounds", "radial-gradient", NATIVE, box("background: radial-gradient(#c00, #00c)"), (r'<a:path path="circle"><a:fillToRect l="50000" t="50000" r="50000" b="50000"/>',)),
    Feature("backgrounds", "radial-gradient: circle", REPORTED, box("background: radial-gradient(circle, #c00, #00c)"), (r'<a:path path="circle">',), notice="a round gradient in a box that is not square"),
    Feature("backgrounds", "a small gradient that repeats", APPROXIMATED, box("background: linear-gradient(#c00, #00c) 0 0 / 20px 20px"), (r"<a:blipFill.*<a:tile",)),
    Feature("backgrounds", "background-image, cover", NATIVE, box("background: url(PHOTO) center / cover no-repeat"), (r'<a:blipFill [^>]*><a:blip r:embed="rId\d+"/><a:srcRect/><a:stretch><a:fillRect t="-12500" b="-12500"/>',)),
    Feature("backgrounds", "background-image, contain", NATIVE, box("background: #eee url(PHOTO) center / contain no-repeat"), (r'<a:off x="571500" y="857250"/><a:ext cx="2286000" cy="1143000"/>.*<a:blipFill',)),
    Feature("backgrounds", "background-repeat", NATIVE, box("background: url(PHOTO) 10px 0 / 40px 20px"), (r'<a:tile tx="95250" ty="0" sx="50000" sy="50000" flip="none" algn="tl"/>',)),
    Feature("backgrounds", "background-repeat: repeat-x", NATIVE, box("background: #eee url(PHOTO) 0 50px / 40px 20px repeat-x"), (r'<a:ext cx="2857500" cy="190500"/>.*<a:tile ',)),
    Feature("backgrounds", "background-repeat: space", REPORTED, box("background: url(PHOTO) 0 0 / 70px 35px space"), (r"<a:tile ",), notice="background-repeat: space"),
    Feature("backgrounds", "several backgrounds", NATIVE, box("background: linear-gradient(rgb(255 255 255 / 60%), rgb(255 255 255 / 60%)), url(PHOTO) 0 0 / cover no-repeat"), (r"<a:blipFill.*<a:gradFill",)),
    Feature("backgrounds", "background-image in round corners", NATIVE, box("background: url(PHOTO) center / cover no-repeat; border-radius: 20px"), (r'prst="roundRect".*<a:blipFill',)),
    Feature("backgrounds", "background-image: SVG", NATIVE, box(f"background: #eee {SVG_BACK} no-repeat 20px 20px"), (r"<a:custGeom>.*CC0000",)),
    Feature("backgrounds", "background-image: SVG that repeats", APPROXIMATED, box(f"background: #eee {SVG_BACK}"), (r'<a:tile tx="0" ty="0" sx="33333" sy="33333"',)),
    Feature("backgrounds", "background-image: SVG, cropped", APPROXIMATED, box(f"background: #eee {SVG_BACK} no-repeat -20px 0"), (r'<a:stretch><a:fillRect l="-100000"/>',)),
)  # fmt: skip

TABLES = (
    Feature("tables", "table with a header row", NATIVE, cells("border-collapse: collapse"), (r'<a:tblPr firstRow="1" firstCol="1"',)),
    Feature("tables", "colspan", NATIVE, "<table><tr><th colspan=2>Both</th></tr><tr><td>One</td><td>Two</td></tr></table>", (r'gridSpan="2"', r'hMerge="1"')),
    Feature("tables", "rowspan", NATIVE, "<table><tr><th rowspan=2>Both</th><td>One</td></tr><tr><td>Two</td></tr></table>", (r'rowSpan="2"', r'vMerge="1"')),
    Feature("tables", "border per edge", NATIVE, cells("border-collapse: collapse", ' style="border-bottom: 3px solid #c00"'), (r'<a:lnB w="28575"><a:solidFill><a:srgbClr val="CC0000"/>',)),
    Feature("tables", "vertical-align", NATIVE, '<table><tr style="height: 90px"><td style="vertical-align: bottom">Low</td><td style="vertical-align: middle">Middle</td></tr></table>', (r'anchor="b"', r'anchor="ctr"')),
    Feature("tables", "cell padding", NATIVE, '<table style="border-collapse: collapse"><tr><td style="padding: 10px 20px">Words</td></tr></table>', (r'marL="190500"',)),
    Feature("tables", "cell background", NATIVE, '<table><tr><td style="background: #fe8">Words</td></tr></table>', (r'<a:tcPr.*<a:solidFill><a:srgbClr val="FFEE88"/>',)),
    Feature("tables", "row background", NATIVE, '<table><tr style="background: #fe8"><td>Words</td></tr></table>', (r'<a:tcPr.*<a:solidFill><a:srgbClr val="FFEE88"/>',)),
    Feature("tables", "background-image of a cell", NATIVE, '<table><tr><td style="background: url(PHOTO) 0 0 / cover; width: 200px; height: 100px">Words</td></tr></table>', (r"<a:tcPr.*<a:blipFill",)),
    Feature("tables", "table background and border", NATIVE, cells("border: 3px solid #c00; background: #eee"), (r'<a:srgbClr val="EEEEEE"/></a:solidFill><a:ln w="28575">.*<a:tbl>',)),
    Feature("tables", "border-spacing", NATIVE, cells("border-spacing: 10px"), (r'<a:gridCol w="6\d+"/>.*marL="9525" marR="\d+"',)),
    Feature("tables", "border-spacing between painted cells", NATIVE, cells("border-spacing: 10px; background: #eee", ' style="background: #fe8; padding: 10px"'), (r'<a:lnR w="95250"><a:solidFill><a:srgbClr val="EEEEEE"/>',)),
    Feature("tables", "border-spacing between cells with borders", REPORTED, cells("border-spacing: 10px", ' style="border: 2px solid #c00"'), (r'<a:lnR w="19050">',), notice="border-spacing between cells with borders"),
    Feature("tables", "right-to-left table", NATIVE, f'<div dir="rtl">{cells("border-collapse: collapse; width: 400px")}</div>', (r'<a:tblPr [^>]*rtl="1"',)),
    Feature("tables", "a painted box in a cell", REPORTED, f"<table><tr><td>{box('')}</td></tr></table>", notice="a painted box in a table cell"),
    Feature("tables", "a picture in a cell", REPORTED, '<table aria-label="Crosses"><tr><td><img src="PHOTO" alt="x"></td></tr></table>', notice="a picture in a table cell"),
)  # fmt: skip

SVG_PICTURE = r'<p:pic>.*<a:blip r:embed="rId\d+"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip r:embed="rId\d+"/>'

PICTURES = (
    Feature("pictures", "img with alt", NATIVE, '<img src="PHOTO" alt="A white cross">', (r'<p:cNvPr [^>]*descr="A white cross"',)),
    Feature("pictures", "img, decorative", NATIVE, '<img src="PHOTO" alt="">', (r'<p:pic>.*decorative [^>]*val="1"',)),
    Feature("pictures", "object-fit: cover", NATIVE, '<img src="PHOTO" alt="x" style="width: 100px; height: 100px; object-fit: cover">', (r'<a:srcRect l="25000" r="25000"/>',)),
    Feature("pictures", "object-fit: contain", NATIVE, '<img src="PHOTO" alt="x" style="width: 100px; height: 100px; object-fit: contain">', (r'<a:off x="285750" y="1095375"/><a:ext cx="952500" cy="476250"/>',)),
    Feature("pictures", "border-radius of an image", NATIVE, '<img src="PHOTO" alt="x" style="width: 100px; height: 100px; object-fit: cover; border-radius: 50%">', (r'<p:pic>.*prst="ellipse"',)),
    Feature("pictures", "opacity of an image", NATIVE, '<img src="PHOTO" alt="x" style="opacity: .5">', (r'<a:alphaModFix amt="50000"/>',)),
    Feature("pictures", "box-shadow of an image", NATIVE, '<img src="PHOTO" alt="x" style="box-shadow: 4px 4px 8px #888">', (r"<p:pic>.*<a:outerShdw ",)),
    Feature("pictures", "rotation of an image", NATIVE, '<img src="PHOTO" alt="x" style="transform: rotate(20deg); margin: 40px">', (r'<p:pic>.*<a:xfrm rot="1200000">',)),
    Feature("pictures", "inline SVG", NATIVE, sign('<path d="M10 10H190V110H10z" fill="#c00"/><circle cx="100" cy="60" r="30" fill="#fff"/>'), (r"<a:custGeom>", r'descr="A sign"')),
    Feature("pictures", "linked SVG", NATIVE, "<img alt=\"A sign\" src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='90' height='90'><rect width='90' height='90' fill='%23c00'/></svg>\">", (r"<a:custGeom>", r'descr="A sign"')),
    Feature("pictures", "SVG stroke, dashes, opacity", NATIVE, sign('<path d="M10 10L190 110" stroke="#c00" stroke-width="6" stroke-dasharray="9" opacity=".5"/>'), (r'<a:ln w="57150"><a:solidFill><a:srgbClr val="CC0000"><a:alpha val="50000"/>.*prstDash val="dash"',)),
    Feature("pictures", "SVG linearGradient", NATIVE, sign('<defs><linearGradient id="g"><stop stop-color="#c00"/><stop offset="1" stop-color="#00c"/></linearGradient></defs><rect width="200" height="120" fill="url(#g)"/>'), (r'<a:custGeom>.*<a:gs pos="0"><a:srgbClr val="CC0000"/>.*<a:lin ang="0" scaled="0"/>',)),
    Feature("pictures", "SVG radialGradient", NATIVE, sign('<defs><radialGradient id="g"><stop stop-color="#c00"/><stop offset="1" stop-color="#00c"/></radialGradient></defs><rect width="200" height="120" fill="url(#g)"/>'), (r'<a:custGeom>.*<a:gs pos="70711">.*<a:path path="circle">',)),
    Feature("pictures", "SVG pattern", APPROXIMATED, sign('<defs><pattern id="g" width="9" height="9" patternUnits="userSpaceOnUse"><circle cx="4" cy="4" r="3"/></pattern></defs><rect width="200" height="120" fill="url(#g)"/>'), (SVG_PICTURE,)),
    Feature("pictures", "SVG text", APPROXIMATED, sign('<rect width="200" height="120" fill="#eee"/><text x="20" y="60">Words</text>'), (SVG_PICTURE, r'descr="A sign"')),
    Feature("pictures", "SVG clip-path, mask, filter", APPROXIMATED, sign('<defs><clipPath id="c"><circle cx="60" cy="60" r="60"/></clipPath></defs><rect width="200" height="120" fill="#c00" clip-path="url(#c)"/>'), (SVG_PICTURE,)),
    Feature("pictures", "SVG symbol, marker, drawing within a drawing", APPROXIMATED, sign('<symbol id="s" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></symbol><use href="#s" width="60" height="60"/><svg x="100" width="60" height="60" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4" fill="#c00"/></svg>'), (SVG_PICTURE,)),
    Feature("pictures", "SVG style sheet", NATIVE, sign('<style>.a { fill: #c00 }</style><rect class="a" width="200" height="120"/>'), (r"<a:custGeom>.*CC0000",)),
    Feature("pictures", "picture within an SVG", APPROXIMATED, sign('<image href="PHOTO" width="160" height="80"/>'), (SVG_PICTURE,)),
    Feature("pictures", "picture within an SVG that cannot be had", REPORTED, sign('<rect width="200" height="120" fill="#eee"/><image href="nowhere.png" width="160" height="80"/>'), (SVG_PICTURE,), notice="a picture in a drawing"),
)  # fmt: skip

PAGES = (
    Feature("page-and-margins", "@page size", NATIVE, "<p>Words</p>"),
    Feature("page-and-margins", "@page background", NATIVE, "<p>Words</p>", (r'<p:bgPr><a:solidFill><a:srgbClr val="EEEEFF"/>',), css="@page { background: #eef }"),
    Feature("page-and-margins", "@page background-image", NATIVE, "<p>Words</p>", (r"<p:bgPr><a:blipFill ",), css="@page { background: url(PHOTO) 0 0 / cover no-repeat fixed }"),
    Feature("page-and-margins", "@page gradient", NATIVE, "<p>Words</p>", (r"<p:bgPr><a:gradFill ",), css="@page { background: linear-gradient(#eef, #fee) }"),
    Feature("page-and-margins", "margin boxes: footer, page number", NATIVE, "<p>Words</p>", (r'<p:ph type="ftr"', r'<a:fld [^>]*type="slidenum"'), css="@page { @bottom-left { content: 'A footer' } @bottom-right { content: counter(page) } }"),
    Feature("page-and-margins", "margin boxes: paint", NATIVE, "<p>Words</p>", (r'<p:sldLayout.*name="Decoration"',), css="@page { @top-center { content: ''; background: #c00; width: 100%; height: 10px } }"),
    Feature("page-and-margins", "running elements", NATIVE, '<p class="run">Runs on</p><p>Words</p>', (r"<a:t>Runs on</a:t>",), css=".run { position: running(r) } @page { @bottom-center { content: element(r) } }"),
)  # fmt: skip

LINKS = (
    Feature("links", "link to the web", NATIVE, '<p><a href="https://example.org/">Words</a></p>', (r'<a:hlinkClick r:id="rId\d+">',)),
    Feature("links", "link to a slide", NATIVE, '<p><a href="#slide-link-to-a-slide">Words</a></p>', (r'<a:hlinkClick r:id="rId\d+" action="ppaction://hlinksldjump">',)),
    Feature("links", "link to something on a slide", NATIVE, '<p id="here"><a href="#here">Words</a></p>', (r'action="ppaction://hlinksldjump"',)),
    Feature("links", "link around a block", NATIVE, '<a href="https://example.org/" style="display: block">Words</a>', (r'<a:hlinkClick r:id="rId\d+">',)),
    Feature("links", "link around a picture", NATIVE, '<a href="https://example.org/"><img src="PHOTO" alt="x"></a>', (r'<p:cNvPr [^>]*descr="x"[^>]*><a:hlinkClick ',)),
    Feature("links", "link that leads nowhere", REPORTED, '<p><a href="#nowhere">Words</a></p>', notice="a link leads nowhere in the deck"),
    Feature("links", "link to a file", REPORTED, '<p><a href="more.pdf">Words</a></p>', notice="a link leads nowhere in the deck"),
)  # fmt: skip

SCRIPTS = (
    Feature("scripts", "right-to-left text", NATIVE, '<p dir="rtl" lang="ar" style="font-family: Liberation Sans, Noto Sans Arabic">مرحبا بالعالم</p>', (r'algn="r" rtl="1"', r'lang="ar"')),
    Feature("scripts", "left-to-right words in right-to-left text", NATIVE, '<p dir="rtl" lang="he" style="font-family: Liberation Sans, Noto Sans Hebrew">שלום <b>PowerPoint</b> עולם</p>', (r"<a:t>שלום </a:t>.*<a:t>PowerPoint</a:t>.*<a:t> עולם</a:t>",)),
    Feature("scripts", "Chinese, Japanese, Korean", NATIVE, '<p lang="ja" style="font-family: Liberation Sans, Noto Sans CJK JP">日本語の<b>テキスト</b></p>', (r'lang="ja"', r'<a:ea typeface="\+mn-ea"/>', r"<a:t>日本語の</a:t>")),
    Feature("scripts", "complex scripts", NATIVE, '<p lang="hi" style="font-family: Liberation Sans, Noto Sans Devanagari">नमस्ते दुनिया</p>', (r'lang="hi"', r'<a:cs typeface="\+mn-cs"/>', r"<a:t>नमस्ते दुनिया</a:t>")),
    Feature("scripts", "a family for each script", NATIVE, '<p style="font-family: Liberation Mono, Own">Words, אב</p>', (r'<a:latin typeface="Liberation Mono"/><a:ea typeface="Liberation Mono"/><a:cs typeface="\+mn-cs"/>',), css=face("Own", "אב")),
    Feature("scripts", "font-kerning: none", NATIVE, '<p style="font-kerning: none">AVATAR, Tomato</p>', (r'kern="400000"',)),
    Feature("scripts", "language of a run", NATIVE, '<p>In French: <span lang="fr">bonjour</span></p>', (r'lang="fr"',)),
)  # fmt: skip

FEATURES = (*TEXT, *LISTS, *BOXES, *BACKGROUNDS, *TABLES, *PICTURES, *PAGES, *LINKS, *SCRIPTS)
