"""Lengths that carry their unit, so that no bare number crosses a module border.

CSS pixels are the unit of layout (CSS Values 4: 1in = 96px = 72pt), English Metric Units the unit of
PowerPoint (ECMA-376 part 1, 20.1.2.1: 914,400 to the inch).
"""

from __future__ import annotations

EMU_PER_PX = 9525
EMU_PER_PT = 12700


class Px(float):
    """A length in CSS pixels, 1/96 inch."""

    @property
    def pt(self) -> Pt:
        """The same length in points."""
        return Pt(self * 0.75)

    @property
    def emu(self) -> Emu:
        """The same length in English Metric Units, rounded to the nearest one."""
        return Emu(round(self * EMU_PER_PX))


class Pt(float):
    """A length in points, 1/72 inch."""

    @property
    def px(self) -> Px:
        """The same length in CSS pixels."""
        return Px(self / 0.75)

    @property
    def emu(self) -> Emu:
        """The same length in English Metric Units, rounded to the nearest one."""
        return Emu(round(self * EMU_PER_PT))


class Emu(int):
    """A length in English Metric Units, 1/914,400 inch."""

    @property
    def px(self) -> Px:
        """The same length in CSS pixels."""
        return Px(self / EMU_PER_PX)

    @property
    def pt(self) -> Pt:
        """The same length in points."""
        return Pt(self / EMU_PER_PT)


MM = Pt(72 / 25.4)
"""A millimetre."""
