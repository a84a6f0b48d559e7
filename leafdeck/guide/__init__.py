"""The author's words and figures: the outline's types, its reader, its inline text."""
