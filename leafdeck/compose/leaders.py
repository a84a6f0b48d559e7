"""Labels beside a drawing: each as near to its point as the others let it, in order, none over another. Pure."""

from __future__ import annotations

from collections.abc import Sequence


def spread(
    wanted: Sequence[float], heights: Sequence[float], gap: float, room: tuple[float, float]
) -> tuple[float, ...]:
    """Return the tops of blocks that stand below each other, as near as they can be to where they are wanted.

    The places minimise the squared distances (isotonic regression, by pooling neighbours that would overlap). Blocks
    that are taller than their room together begin at its top.

    Args:
        wanted: the heights at which the blocks' middles should be, from the top down.
        heights: how tall the blocks are.
        gap: the least space between two of them.
        room: the top and the bottom of where they may stand.
    """
    offsets, total = [], 0.0
    for height in heights:
        offsets.append(total)
        total += height + gap
    pools: list[tuple[float, int]] = []
    for middle, height, offset in zip(wanted, heights, offsets, strict=True):
        mean, count = middle - height / 2 - offset, 1
        while pools and pools[-1][0] > mean:
            before, many = pools.pop()
            mean, count = (mean * count + before * many) / (count + many), count + many
        pools.append((mean, count))
    least, most = room[0], max(room[0], room[1] - (total - gap))
    shifts = [min(max(mean, least), most) for mean, count in pools for _ in range(count)]
    return tuple(shift + offset for shift, offset in zip(shifts, offsets, strict=True))
