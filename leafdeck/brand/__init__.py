"""The look as data: a brand's custom properties and where its files lie."""
