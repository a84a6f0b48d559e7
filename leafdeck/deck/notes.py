"""Speaker notes: a notes master and a notes page per slide (ECMA-376 part 1, 13.3.4 and 13.3.5)."""

from __future__ import annotations

from leafdeck.deck.model import DeckInfo, Slide
from leafdeck.deck.package import Package, Part
from leafdeck.deck.xml import Node, make

TYPE = "application/vnd.openxmlformats-officedocument.presentationml"
IMAGE = (685_800, 1_143_000, 5_486_400, 3_086_100)
BODY = (685_800, 4_400_550, 5_486_400, 3_600_450)
BULLET_STEP = 228_600


def master(package: Package, info: DeckInfo, theme: Part) -> Part:
    """Add the notes master."""
    from leafdeck.deck.master import MAP  # noqa: PLC0415 - the master knows the writer's side of this

    part = package.add("ppt/notesMasters/notesMaster1.xml", f"{TYPE}.notesMaster+xml")
    part.relate("theme", theme.name)
    sample = make("a:p", make("a:r", make("a:rPr", lang=info.language), make("a:t", text="Notes")))
    shapes = (_image(2, IMAGE), _body(3, [sample], BODY))
    part.fill(
        make(
            "p:notesMaster",
            make("p:cSld", make("p:bg", make("p:bgRef", make("a:schemeClr", val="bg1"), idx=1001)), _tree(*shapes)),
            make("p:clrMap", **MAP),
            make("p:notesStyle", _style()),
        )
    )
    return part


def slide(package: Package, on: Part, planned: Slide, notes_master: Part, info: DeckInfo) -> None:
    """Add the notes page of a slide."""
    number = on.name.removeprefix("ppt/slides/slide").removesuffix(".xml")
    part = package.add(f"ppt/notesSlides/notesSlide{number}.xml", f"{TYPE}.notesSlide+xml")
    part.relate("notesMaster", notes_master.name)
    part.relate("slide", on.name)
    on.relate("notesSlide", part.name)
    language = planned.language or info.language
    paragraphs = [_paragraph(note.text, note.level, language) for note in planned.notes]
    part.fill(
        make(
            "p:notes",
            make("p:cSld", _tree(_image(2), _body(3, paragraphs))),
            make("p:clrMapOvr", make("a:masterClrMapping")),
        )
    )


def _paragraph(text: str, level: int, language: str) -> Node:
    run = make("a:r", make("a:rPr", lang=language, dirty=False), make("a:t", text=text))
    if not level:
        return make("a:p", run)
    margin = BULLET_STEP * level
    props = make(
        "a:pPr", make("a:buFont", typeface="Arial"), make("a:buChar", char="•"), marL=margin, indent=-BULLET_STEP
    )
    return make("a:p", props, run)


def _style() -> Node:
    props = make(
        "a:defRPr",
        make("a:solidFill", make("a:schemeClr", val="tx1")),
        make("a:latin", typeface="+mn-lt"),
        sz=1200,
    )
    return make("a:lvl1pPr", props, marL=0, algn="l")


def _tree(*shapes: Node) -> Node:
    zero = make(
        "a:xfrm",
        make("a:off", x=0, y=0),
        make("a:ext", cx=0, cy=0),
        make("a:chOff", x=0, y=0),
        make("a:chExt", cx=0, cy=0),
    )
    head = make("p:nvGrpSpPr", make("p:cNvPr", id=1, name=""), make("p:cNvGrpSpPr"), make("p:nvPr"))
    return make("p:spTree", head, make("p:grpSpPr", zero), *shapes)


def _image(number: int, place: tuple[int, int, int, int] | None = None) -> Node:
    locks = make("a:spLocks", noGrp=True, noRot=True, noChangeAspect=True)
    return make(
        "p:sp",
        make(
            "p:nvSpPr",
            make("p:cNvPr", id=number, name="Slide Image"),
            make("p:cNvSpPr", locks),
            make("p:nvPr", make("p:ph", type="sldImg", idx=2 if place else None)),
        ),
        make("p:spPr", *_place(place)),
    )


def _body(number: int, paragraphs: list[Node], place: tuple[int, int, int, int] | None = None) -> Node:
    return make(
        "p:sp",
        make(
            "p:nvSpPr",
            make("p:cNvPr", id=number, name="Notes"),
            make("p:cNvSpPr", make("a:spLocks", noGrp=True)),
            make("p:nvPr", make("p:ph", type="body", sz="quarter" if place else None, idx=3 if place else 1)),
        ),
        make("p:spPr", *_place(place)),
        make("p:txBody", make("a:bodyPr"), make("a:lstStyle"), *paragraphs),
    )


def _place(place: tuple[int, int, int, int] | None) -> list[Node]:
    if place is None:
        return []
    x, y, width, height = place
    return [
        make("a:xfrm", make("a:off", x=x, y=y), make("a:ext", cx=width, cy=height)),
        make("a:prstGeom", make("a:avLst"), prst="rect"),
    ]
