"""Laid-out slides to native PowerPoint."""
