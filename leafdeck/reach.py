"""How far a template or a style sheet reaches: which products, and which forms of the leaflet, are made of it. Pure."""

from __future__ import annotations

from pathlib import PurePosixPath

from leafdeck.formats import TEXT, WEB, Format
from leafdeck.order import Product

KINDS = ("templates", "styles")
"""The folders, beside the content and in the package, whose files dress what is made."""

_SLIDES = (Product.SLIDES, Product.SLIDES_PDF, Product.HANDOUT)
_BY_PLACE = {
    "leaflet": (Product.LEAFLET,),
    "formats": (Product.LEAFLET,),
    "web": (Product.LEAFLET,),
    "text": (Product.LEAFLET,),
    "slides": _SLIDES,
    "slides-page": _SLIDES,
    "slides-fit": (Product.SLIDES,),
    "handout": (Product.HANDOUT,),
}
_FORMS = {"web": WEB.name, "text": TEXT.name}


def reaches(file: PurePosixPath, product: Product, form: Format | None = None) -> bool:
    """Return whether a product may be made of a file.

    What only one product or form has reaches that one; the brand, icons, fonts and labels reach all.

    Args:
        file: its place from the folder that holds ``templates/`` and ``styles/``.
        product: the product.
        form: the form, of a leaflet.
    """
    place = file.parts[1].partition(".")[0]
    if product not in _BY_PLACE.get(place, (product,)):
        return False
    if form is None or product is not Product.LEAFLET:
        return True
    if place == "formats":
        return str(file) in {form.sheet, *form.bases}
    return _FORMS.get(place, form.name) == form.name
