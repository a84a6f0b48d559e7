"""Pictures of pixels: whole, of a kind that leaflet and slides know, and no larger than a machine can bear."""

from __future__ import annotations

import io
import warnings

from PIL import Image, ImageFile

SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF")
MOST_PIXELS = 36_000_000
"""Most pixels of a picture: an A2 page at 300 dpi. The layout engine takes up to nine bytes for each."""
MOST_OF_WEBP = 16_000_000
"""The same of WebP, whose decoder holds the whole picture twice more."""
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP")


def refuse(data: bytes) -> None:
    """Raise ValueError for a picture with too many pixels, or one that breaks off or is damaged.

    The layout engine shows what there is of a damaged one, unasked.
    """
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False  # the engine sets it
    try:
        with warnings.catch_warnings(action="ignore", category=Image.DecompressionBombWarning):
            picture = Image.open(io.BytesIO(data), formats=_FORMATS)
        with picture:
            width, height = picture.size
            most = MOST_OF_WEBP if picture.format == "WEBP" else MOST_PIXELS
            if width * height <= most:
                picture.load()
    except Image.DecompressionBombError as error:
        raise ValueError(_large(MOST_PIXELS)) from error
    except Exception as error:  # Pillow says in many ways what is wrong
        raise ValueError("the picture breaks off or is damaged: copy it again from where it came from") from error
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient
    if width * height > most:
        raise ValueError(_large(most))


def _large(most: int) -> str:
    return f"the picture has more than {most // 10**6} million pixels: save it smaller"
