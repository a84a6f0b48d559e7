"""A brand whose colours a browser looks up itself, so that drawings follow a reader's light or dark screen: pure."""

from __future__ import annotations

from dataclasses import fields

from leafdeck.brand.model import Brand


class Live(Brand):
    """The same brand; a colour is the CSS that names its property, as ``var(--brand-primary)``."""

    @classmethod
    def of(cls, brand: Brand) -> Live:
        """Return a brand's live twin."""
        return cls(**{field.name: getattr(brand, field.name) for field in fields(brand)})

    def color(self, name: str) -> str:
        """Return the CSS that looks a colour property up. KeyError when there is none."""
        return f"var({name})" if self.tokens[name] else ""

    def label_on(self, fill: str) -> str:
        """Return the CSS of a label's colour on a fill that `color` gave; `dark.areas` sets the property it names."""
        return fill.replace("--brand-", "--label-on-")
