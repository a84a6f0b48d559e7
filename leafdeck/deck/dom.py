"""What slide HTML says with its elements and data attributes: sections, titles, notes, groups, placeholders."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from leafdeck.deck.frame import NoteParagraph, Origin

TITLE_CLASS = "slide-title"


class Outline:
    """Parents and sections of a document's elements."""

    def __init__(self, root: Element) -> None:
        self.parents: dict[Element, Element] = {child: parent for parent in root.iter() for child in parent}
        self._space: dict[Element, tuple[str, tuple[bool, ...]]] = {}

    def ancestors(self, element: Element | None) -> Iterator[Element]:
        """Yield an element and all around it, innermost first."""
        while element is not None:
            yield element
            element = self.parents.get(element)

    def section(self, element: Element | None) -> Element | None:
        """Return the slide's section around an element: the one that names a layout, or else the outermost."""
        sections = [ancestor for ancestor in self.ancestors(element) if ancestor.tag == "section"]
        named = [section for section in sections if section.get("data-layout")]
        return next(iter(named or sections[-1:]), None)

    def title(self, section: Element | None) -> str:
        """Return the words of a section's title: the element of class ``slide-title``, or the first heading."""
        element = title_element(section)
        return words(element) if element is not None else ""

    def origin(self, element: Element | None) -> Origin:
        """Say which element a box comes from; its source is that of the nearest element that names one."""
        if element is None:
            return Origin()
        source = next((a.get("data-source", "") for a in self.ancestors(element) if a.get("data-source")), "")
        section = self.section(element)
        placeholder = element.get("data-placeholder", "")
        if section is not None and element is title_element(section):
            placeholder = "title"
        return Origin(
            tag=str(element.tag).rpartition("}")[2],
            source=source,
            group=element.get("data-group", ""),
            placeholder=placeholder,
            label=element.get("aria-label", ""),
            reveal=int(click) if (click := element.get("data-reveal", "")).isdecimal() else 0,
        )

    def link(self, element: Element | None) -> str:
        """Return where the nearest link around an element leads; empty for none."""
        return next((a.get("href", "") for a in self.ancestors(element) if a.tag == "a" and a.get("href")), "")

    def table_label(self, element: Element | None) -> str:
        """Return a table's name: its label, or else its caption."""
        if element is None:
            return ""
        caption = next((child for child in element if child.tag == "caption"), None)
        return element.get("aria-label", "") or (words(caption) if caption is not None else "")

    def spaced(self, element: Element | None, before: str, after: str) -> bool | None:
        """Tell whether white space stands between two pieces of text in the source; None when it cannot be told."""
        if element is None:
            return None
        if element not in self._space:
            self._space[element] = _dense("".join(element.itertext()))
        text, spaces = self._space[element]
        tail, head = _dense(before)[0][-12:], _dense(after)[0][:12]
        at = text.find(tail + head)
        return spaces[at + len(tail) - 1] if at >= 0 and tail else None


def title_element(section: Element | None) -> Element | None:
    """Return a section's title element."""
    if section is None:
        return None
    elements = list(section.iter())
    named = (element for element in elements if TITLE_CLASS in element.get("class", "").split())
    return next(named, next((element for element in elements if element.tag == "h1"), None))


def words(element: Element) -> str:
    """Return an element's text, white space collapsed."""
    return " ".join("".join(element.itertext()).split())


def notes(section: Element) -> tuple[NoteParagraph, ...]:
    """Read the speaker notes of a section: paragraphs, and list items with their depth."""
    found: list[NoteParagraph] = []
    for element in section.iter():
        if element.tag == "aside" and "notes" in element.get("class", "").split():
            _notes(element, 0, found)
    return tuple(found)


def _notes(element: Element, level: int, found: list[NoteParagraph]) -> None:
    inline = element.text or ""
    for child in element:
        if child.tag in {"ul", "ol"}:
            inline = _flush(inline, level, found)
            _notes(child, level + 1, found)
            inline += child.tail or ""
        elif child.tag in {"p", "li", "div", "section", "h1", "h2", "h3", "h4"}:
            inline = _flush(inline, level, found)
            _notes(child, level, found)
            inline += child.tail or ""
        elif child.tag == "br":
            inline = _flush(inline, level, found) + (child.tail or "")
        else:
            inline += "".join(child.itertext()) + (child.tail or "")
    _flush(inline, level, found)


def _flush(inline: str, level: int, found: list[NoteParagraph]) -> str:
    text = " ".join(inline.split())
    if text:
        found.append(NoteParagraph(text, level))
    return ""


def _dense(text: str) -> tuple[str, tuple[bool, ...]]:
    """Return the text without white space, in lower case, and for each character whether white space follows it.

    Soft hyphens do not count: the reader of lines leaves them out.
    """
    letters: list[str] = []
    spaces: list[bool] = []
    for character in text.lower().replace("\u00ad", ""):
        if not character.isspace():
            letters.append(character)
            spaces.append(False)
        elif spaces:
            spaces[-1] = True
    return "".join(letters), tuple(spaces)
