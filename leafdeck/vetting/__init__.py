"""Whether a file from a stranger may go on to an engine: its kind is known, and it does not unpack without end."""

from leafdeck.vetting.files import refuse

__all__ = ["refuse"]
