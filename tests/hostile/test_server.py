"""The server that must not be asked hears whoever does ask."""

from __future__ import annotations

import socket
from typing import Any


def test_it_hears_who_asks(server: Any) -> None:
    before = server.asked
    for _ in range(2):
        with socket.create_connection(("127.0.0.1", server.port), timeout=5):
            pass
    assert server.asked == before + 2
    assert server.asked == before + 2
