"""leafdeck: one structured source to a print-ready leaflet and an editable PowerPoint deck, styled by the same CSS."""

__version__ = "0.1.0"
