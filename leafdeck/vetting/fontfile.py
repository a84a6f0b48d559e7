"""Font files that are compressed: WOFF (W3C, 2012) and WOFF2 (W3C, 2022) unpack to no more than a font can be."""

from __future__ import annotations

import struct
import zlib

import brotli

MOST_BYTES = 64 * 2**20
"""Most bytes of a font, unpacked too: one with all of Chinese has 25 million."""
SIGNATURES = (b"\0\1\0\0", b"OTTO", b"true", b"ttcf", b"wOFF", b"wOF2")
_HEADER, _ENTRY = 44, 20
_WOFF2_HEADER = 48
_UNKNOWN = 0x3F
"""A table whose name stands behind; all others have a number."""
_PIECE = 256
"""How much of a WOFF2 file is unpacked at once."""


def refuse(data: bytes) -> None:
    """Raise ValueError for a font that is too large, or that is when it is unpacked; what is broken is not told here.

    What the file says of its size is not believed: it is unpacked, and let go of as it comes.
    """
    size = len(data)
    if data.startswith(b"wOFF"):
        size = _woff(data)
    elif data.startswith(b"wOF2"):
        size = _woff2(data)
    if size > MOST_BYTES:
        raise ValueError(f"the font is larger than {MOST_BYTES // 2**20} MiB when unpacked")


def _woff(data: bytes) -> int:
    """Return how large a WOFF file's tables are together, or more than is allowed."""
    if len(data) < _HEADER:
        return len(data)
    tables, size = int.from_bytes(data[12:14], "big"), 0
    for start in range(_HEADER, min(len(data) - _ENTRY, _HEADER + tables * _ENTRY) + 1, _ENTRY):
        offset, packed = struct.unpack(">II", data[start + 4 : start + 12])
        unpacker = zlib.decompressobj()
        try:
            size += len(unpacker.decompress(data[offset : offset + packed], MOST_BYTES + 1 - size))
        except zlib.error:
            size += packed  # stored as it is, or broken
        if size > MOST_BYTES:
            break
    return size


def _woff2(data: bytes) -> int:
    """Return how large a WOFF2 file's one stream is, or more than is allowed."""
    start = _stream(data)
    unpacker, size = brotli.Decompressor(), 0
    try:
        for at in range(start, len(data), _PIECE):
            size += len(unpacker.process(data[at : at + _PIECE], output_buffer_limit=MOST_BYTES))
            while not unpacker.can_accept_more_data() and size <= MOST_BYTES:
                size += len(unpacker.process(b"", output_buffer_limit=MOST_BYTES))
            if size > MOST_BYTES or unpacker.is_finished():
                break
    except brotli.error:
        return size
    return size


def _stream(data: bytes) -> int:
    """Return where the tables begin: after the header and a directory of entries of differing length (5.1)."""
    at = _WOFF2_HEADER
    for _ in range(int.from_bytes(data[12:14], "big")):
        flags = data[at] if at < len(data) else 0
        known, changed = flags & _UNKNOWN, flags >> 6
        at += 5 if known == _UNKNOWN else 1
        at = _number(data, at)
        if changed != 3 if known in {10, 11} else changed:  # noqa: PLR2004 - glyf and loca, whose null transform is 3
            at = _number(data, at)
    return at


def _number(data: bytes, at: int) -> int:
    """Return the place after a number of up to five bytes (UIntBase128, 4.1)."""
    for _ in range(5):
        byte = data[at] if at < len(data) else 0
        at += 1
        if not byte & 0x80:
            break
    return at
