"""Build the leaflet and the slides from content.yaml: ``leafdeck build``, with the same options."""

import sys

from leafdeck.cli import main

if __name__ == "__main__":
    sys.argv.insert(1, "build")
    main()
