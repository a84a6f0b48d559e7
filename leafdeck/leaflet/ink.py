"""Colours of a screen to inks of a press, by the ICC profile of the press, through littleCMS; black stays black ink.

A near-black text colour is one ink, not four: four that are a hair out of register blur small letters. So are greys.
Everything else goes through the profile, relative to the paper's white and with black point compensation.

Sources: ICC.1:2010; ISO 12647-2 (printing conditions); CIE 1976 L*a*b*.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from functools import cached_property
from math import hypot

from PIL import Image, ImageCms, ImageMath

Cmyk = tuple[float, float, float, float]
"""How much of cyan, magenta, yellow and black ink, each from 0 to 1."""

DARK, DULL = 25.0, 12.0
"""A colour at most that light (L*) and that far from grey (chroma) is black to the eye: it becomes pure black ink."""
GREY = 1.5
"""A colour at most that far from grey (chroma) becomes a tint of black ink."""
_FULL = 255
_SIGN = 128
"""Where a byte of a* or b* turns negative (two's complement)."""


@dataclass(frozen=True)
class Press:
    """A printing condition: the bytes of its ICC profile.

    Raises:
        ValueError: it is no profile, or not one of a press with four inks.
    """

    profile: bytes
    _known: dict[tuple[float, float, float], Cmyk] = field(default_factory=dict)

    def __post_init__(self) -> None:
        try:
            space = self._opened.profile.xcolor_space.strip()
        except (ImageCms.PyCMSError, OSError) as error:
            raise ValueError("it is no ICC profile") from error
        if space != "CMYK":
            raise ValueError(f"it is a profile for {space}, not for the four inks of a press (CMYK)")

    @property
    def name(self) -> str:
        """What the profile says that it is."""
        return ImageCms.getProfileDescription(self._opened).strip()

    def rgb(self, red: float, green: float, blue: float) -> Cmyk:
        """Return the inks of an sRGB colour, each of its parts from 0 to 1."""
        color = (red, green, blue)
        if color not in self._known:
            self._known[color] = self.black(color) or self.mixed(color)
        return self._known[color]

    def black(self, color: tuple[float, float, float]) -> Cmyk | None:
        """Return the tint of black ink that an sRGB colour is, or None for one that is neither grey nor near black."""
        light, chroma = self._seen(color)
        if light <= DARK and chroma <= DULL:
            return (0, 0, 0, 1)
        if chroma > GREY:
            return None
        tint = min(range(_FULL + 1), key=lambda tint: abs(self._tints[tint] - light))
        return (0, 0, 0, tint / _FULL)

    def mixed(self, color: tuple[float, float, float]) -> Cmyk:
        """Return the inks of an sRGB colour as the profile mixes them, black too."""
        if min(color) >= 1:
            return (0, 0, 0, 0)
        cyan, magenta, yellow, black = self.picture(_pixel(color)).tobytes()
        return cyan / _FULL, magenta / _FULL, yellow / _FULL, black / _FULL

    def lab(self, light: float, a: float, b: float) -> Cmyk:
        """Return the inks of a colour in CIE L*a*b* (D50)."""
        signed = (min(_SIGN - 1, max(-_SIGN, round(each))) & _FULL for each in (a, b))
        pixel = Image.frombytes("LAB", (1, 1), bytes((round(min(1, max(0, light / 100)) * _FULL), *signed)))
        red, green, blue = _converted(pixel, self._lab_to_srgb).tobytes()
        return self.rgb(red / _FULL, green / _FULL, blue / _FULL)

    def picture(self, picture: Image.Image) -> Image.Image:
        """Return a picture in inks; its own colours are taken for sRGB."""
        return _converted(picture.convert("RGB"), self._separation)

    def _seen(self, color: tuple[float, float, float]) -> tuple[float, float]:
        """Return how light a colour is (L*, 0 to 100) and how far from grey (chroma)."""
        light, a, b = _converted(_pixel(color), self._srgb_to_lab).tobytes()
        return light / _FULL * 100, hypot(*((each ^ _SIGN) - _SIGN for each in (a, b)))

    @cached_property
    def _opened(self) -> ImageCms.ImageCmsProfile:
        return ImageCms.ImageCmsProfile(io.BytesIO(self.profile))

    @cached_property
    def _separation(self) -> ImageCms.ImageCmsTransform:
        srgb = ImageCms.createProfile("sRGB")
        intent, flags = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
        return ImageCms.buildTransform(srgb, self._opened, "RGB", "CMYK", intent, flags)

    @cached_property
    def _srgb_to_lab(self) -> ImageCms.ImageCmsTransform:
        return ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB")

    @cached_property
    def _lab_to_srgb(self) -> ImageCms.ImageCmsTransform:
        return ImageCms.buildTransform(ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"), "LAB", "RGB")

    @cached_property
    def _tints(self) -> tuple[float, ...]:
        """How light each of 256 tints of black ink is on its paper (L*)."""
        strip = Image.frombytes("CMYK", (_FULL + 1, 1), b"".join(bytes((0, 0, 0, tint)) for tint in range(_FULL + 1)))
        lab = ImageCms.createProfile("LAB")
        intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
        seen = _converted(strip, ImageCms.buildTransform(self._opened, lab, "CMYK", "LAB", intent))
        return tuple(light / _FULL * 100 for light in seen.tobytes()[::3])


def most(picture: Image.Image) -> float:
    """Return how much ink lies on a picture's darkest spot, 1 for one full ink; 0 for one that is not in inks."""
    if picture.mode != "CMYK":
        return 0
    bands = dict(zip("cmyk", picture.split(), strict=True))
    summed = ImageMath.lambda_eval(lambda each: each["c"] + each["m"] + each["y"] + each["k"], **bands)
    return float(summed.getextrema()[1]) / _FULL


def _pixel(color: tuple[float, float, float]) -> Image.Image:
    red, green, blue = (round(min(1, max(0, part)) * _FULL) for part in color)
    return Image.new("RGB", (1, 1), (red, green, blue))


def _converted(picture: Image.Image, transform: ImageCms.ImageCmsTransform) -> Image.Image:
    made = ImageCms.applyTransform(picture, transform)
    assert made is not None  # noqa: S101 - it was not asked to change the picture in place
    return made
