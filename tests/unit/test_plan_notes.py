"""Speaker notes of a section that goes over several slides."""

from __future__ import annotations

from dataclasses import replace

from leafdeck.deck import plan
from leafdeck.deck.frame import Frame, NoteParagraph
from leafdeck.deck.paint import Rect
from leafdeck.units import Px

PAGE = Rect.of(0, 0, 1280, 720)
FIRST = Frame(
    Px(1280), Px(720), PAGE, None, "limits", "content", "", "", "Limits", (NoteParagraph("Say it", 0),), (), ()
)
NEXT = replace(FIRST, notes=())
OTHER = replace(FIRST, section="other", title="Other", notes=(NoteParagraph("Another", 0),))


def test_each_part_of_a_section_has_its_notes() -> None:
    """Whoever presents the second part need not go back to read on."""
    deck, _ = plan.plan([FIRST, NEXT, OTHER])
    assert [[note.text for note in slide.notes] for slide in deck.slides] == [["Say it"], ["Say it"], ["Another"]]
