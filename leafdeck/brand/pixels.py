"""Which colours a picture shows, how much of it each covers: SVG drawn, then as PNG and JPEG by its pixels."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from leafdeck.brand.color import RGB, to_hex
from leafdeck.errors import LayoutError, Problem
from leafdeck.notice import Place

EDGE = 256
"""A picture is looked at so many pixels wide and high at most."""
MOST = 24
"""How many colours are told apart in it."""
FEW = 0.004
"""A colour that covers less than this share is the blur of an edge."""
_SEEN = 128
"""A pixel of less opacity, of 255, is not seen."""


@dataclass(frozen=True, slots=True)
class Painted:
    """A colour of a picture as ``#rrggbb``, and the share of what is painted that it covers, 0 to 1."""

    color: str
    share: float


@dataclass(frozen=True, slots=True)
class Seen:
    """A picture's colours, those that cover most first, and its width by its height."""

    colors: tuple[Painted, ...]
    ratio: float


def read(path: Path, ground: str = "") -> Seen:
    """Return the colours of a picture.

    Args:
        path: an SVG, PNG or JPEG file.
        ground: what it lies on, ``#rrggbb``, shining through where it does; empty leaves out what is see-through.

    Raises:
        LayoutError: it is no picture that can be read.
    """
    try:
        image = Image.open(io.BytesIO(_png(path))).convert("RGBA")
        image.load()
    except (OSError, ValueError, UnidentifiedImageError) as error:
        hint = "Save it again as plain SVG or PNG from a drawing program."
        raise LayoutError(Problem(Place(path), f"the picture cannot be read: {error}", hint)) from error
    ratio = image.width / image.height
    image.thumbnail((EDGE, EDGE), Image.Resampling.NEAREST)
    if ground:
        image = Image.alpha_composite(Image.new("RGBA", image.size, ground), image)
    data = image.tobytes()
    pixels = [data[at : at + 3] for at in range(0, len(data), 4) if data[at + 3] >= _SEEN]
    if not pixels:
        return Seen((), ratio)
    strip = Image.frombytes("RGB", (len(pixels), 1), b"".join(pixels))
    plain = strip.quantize(MOST, Image.Quantize.MEDIANCUT).convert("RGB")
    counted = sorted(plain.getcolors(MOST) or (), reverse=True)
    found = [Painted(to_hex(_unit(rgb)), count / len(pixels)) for count, rgb in counted if isinstance(rgb, tuple)]
    return Seen(tuple(one for one in found if one.share >= FEW), ratio)


def _unit(rgb: tuple[int, ...]) -> RGB:
    return rgb[0] / 255, rgb[1] / 255, rgb[2] / 255


def _png(path: Path) -> bytes:
    data = path.read_bytes()
    if path.suffix.lower() != ".svg":
        return data
    import resvg_py  # noqa: PLC0415 - slow to import, and few brands need it

    return bytes(resvg_py.svg_to_bytes(svg_string=data.decode("utf-8-sig"), skip_system_fonts=b"<text" not in data))
