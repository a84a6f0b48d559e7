"""Labels around a picture: in which order they are read."""

from __future__ import annotations

from leafdeck.check.finished import Area, Item, Paragraph, Presentation, Run, Slide
from leafdeck.check.readingorder import reading_order
from leafdeck.units import Pt, Px


def labels(*places: tuple[str, int, int], picture: bool) -> Presentation:
    """A group of 200 by 100 px of labels 60 by 20 px, around a picture in its middle or alone."""
    words = [
        Item(
            "shape",
            name,
            Area(Px(x).emu, Px(y).emu, Px(60).emu, Px(20).emu),
            paragraphs=(Paragraph((Run(name, Pt(18)),)),),
        )
        for name, x, y in places
    ]
    middle = Item("group", "Spine", Area(Px(70).emu, Px(0).emu, Px(60).emu, Px(100).emu), alt="A spine")
    area = Area(Px(0).emu, Px(0).emu, Px(200).emu, Px(100).emu)
    group = Item("group", "Figure", area, alt="A figure", children=(*((middle,) if picture else ()), *words))
    return Presentation(Px(1280).emu, Px(720).emu, "T", "en", (Slide(1, (group,)),))


def test_labels_around_a_picture_are_read_down_it_from_both_sides() -> None:
    around = (("Neck", 140, 0), ("Lower back", 140, 40), ("Disc", 0, 41), ("Tail", 140, 80))
    assert list(reading_order(labels(*around, picture=True))) == []
    assert [one.message for one in reading_order(labels(*around, picture=False))] == [
        '"Lower back" is read before "Disc"'
    ]
    upside_down = (("Lower back", 140, 40), ("Neck", 140, 0))
    assert len(list(reading_order(labels(*upside_down, picture=True)))) == 1
