"""Guide and Brand to Markup, through Jinja2 templates."""

from leafdeck.compose.composer import Composer

__all__ = ["Composer"]
