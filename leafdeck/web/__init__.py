"""A composed page to one HTML file that needs no other: styles, fonts and pictures stand in it."""

from leafdeck.web.page import alone

__all__ = ["alone"]
