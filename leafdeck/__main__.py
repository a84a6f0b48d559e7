"""``python -m leafdeck``."""

from leafdeck.cli import main

if __name__ == "__main__":
    main()
