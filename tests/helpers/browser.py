"""A headless Chromium, driven through the pipe of its DevTools protocol: no further library, no open port.

Source: https://chromedevtools.github.io/devtools-protocol/; with ``--remote-debugging-pipe`` it reads descriptor 3 and
writes descriptor 4, messages end with a zero byte.
"""

from __future__ import annotations

import base64
import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Self

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATH = next((path for name in NAMES if (path := shutil.which(name))), None)
"""The browser of this machine, or None."""

_PIPES = (
    "import os, sys; os.dup2(int(sys.argv[1]), 3); os.dup2(int(sys.argv[2]), 4); os.execv(sys.argv[3], sys.argv[3:])"
)
"""Puts the two ends of the pipes where the browser looks for them, and becomes the browser."""

SIDEWAYS = """
(() => {
  const wide = document.documentElement.clientWidth;
  return [...document.querySelectorAll("body *")].filter(one => {
    const box = one.getBoundingClientRect();
    return box.width && box.right > wide + 1 && !one.closest(".away, [role=region][tabindex]");
  }).map(one => [one.tagName, one.className.toString(), Math.round(one.getBoundingClientRect().right)]);
})()
"""
"""What reaches beyond the right edge of the window."""

OVER = """
(() => {
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; node = walker.nextNode();) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest(".away, .skip, title, thead, script, style")) continue;
    if (!element.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      const rim = box.height / 4;
      const words = node.data.trim().slice(0, 40);
      if (box.width > 1) lines.push([words, box.left, box.top + rim, box.right, box.bottom - rim]);
    }
  }
  lines.sort((one, other) => one[2] - other[2]);
  const found = [];
  lines.forEach((one, place) => {
    for (const other of lines.slice(place + 1)) {
      if (other[2] > one[4] - 1) break;
      if (Math.min(one[3], other[3]) - Math.max(one[1], other[1]) > 1) found.push([one[0], other[0]]);
    }
  });
  return found.slice(0, 20);
})()
"""
"""The pairs of lines that are shown over each other: the middle halves of their heights meet."""

CUT = """
[...document.querySelectorAll("body *")].filter(one => {
  const style = getComputedStyle(one);
  const hides = ["hidden", "clip"].some(way => style.overflowX === way || style.overflowY === way);
  return hides && !one.closest(".away, thead, svg, details") &&
    (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
}).map(one => [one.tagName, one.className.toString()])
"""
"""What hides some of its words beyond its edges."""


class Browser:
    """One tab. Use it in a ``with`` statement."""

    def __init__(self) -> None:
        assert PATH is not None
        self.profile = tempfile.mkdtemp(prefix="leafdeck-browser-")
        command = [PATH, "--headless", "--disable-gpu", "--remote-debugging-pipe", f"--user-data-dir={self.profile}"]
        if sys.platform != "win32" and os.geteuid() == 0:
            command.append("--no-sandbox")  # Chromium refuses to run as root with it
        read, self._write = os.pipe()
        self._read, write = os.pipe()
        starter = [sys.executable, "-c", _PIPES, *(str(_high(end)) for end in (read, write)), *command, "about:blank"]
        ends = [int(end) for end in starter[3:5]]
        self.process = subprocess.Popen(
            starter, pass_fds=ends, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        for end in ends:
            os.close(end)
        self._left = b""
        self._numbers = itertools.count(1)
        self._events: list[dict[str, Any]] = []
        self._session: str | None = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log"):
            self.call(f"{domain}.enable")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._session = None
        self.call("Browser.close")
        self.process.wait(30)
        os.close(self._read)
        os.close(self._write)
        shutil.rmtree(self.profile, ignore_errors=True)

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call a method of the protocol and return its result; events that come meanwhile are kept."""
        number = next(self._numbers)
        message: dict[str, Any] = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == number:
                assert "error" not in answer, answer["error"]
                result: dict[str, Any] = answer["result"]
                return result
            self._events.append(answer)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._left:
            more = os.read(self._read, 1 << 20)
            assert more, "the browser has gone"
            self._left += more
        message, self._left = self._left.split(b"\0", 1)
        answer: dict[str, Any] = json.loads(message)
        return answer

    def look(self, width: int, height: int, **features: str) -> None:
        """Give the window a size in CSS px and media features, as ``prefers_color_scheme="dark"``."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        wanted = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.call("Emulation.setEmulatedMedia", media="", features=wanted)

    def open(self, page: Path) -> None:
        """Open a file and wait until it has loaded."""
        self._events.clear()
        self.call("Page.navigate", url=page.as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self._events):
            self._events.append(self._next())

    @property
    def asked_for(self) -> list[str]:
        """The addresses that the open page asked for, itself first; not what it holds as ``data:``."""
        sent = (event["params"] for event in self._events if event.get("method") == "Network.requestWillBeSent")
        urls = [str(one["request"]["url"]) for one in sent]
        return [url for url in urls if not url.startswith("data:")]

    @property
    def complaints(self) -> list[str]:
        """What the browser's console says of the page, such as what its security policy has blocked."""
        entries = (event["params"]["entry"] for event in self._events if event.get("method") == "Log.entryAdded")
        return [str(entry["text"]) for entry in entries]

    def run(self, script: str) -> Any:
        """Return what JavaScript in the page evaluates to."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def pdf(self) -> bytes:
        """Return the open page, printed on A4 without the browser's own headers."""
        return base64.b64decode(self.call("Page.printToPDF", paperWidth=8.27, paperHeight=11.69)["data"])


def _high(end: int) -> int:
    """Return a copy of a descriptor that is not in the way of 3 and 4."""
    import fcntl  # noqa: PLC0415 - Windows has none

    copy = fcntl.fcntl(end, fcntl.F_DUPFD, 10)
    os.close(end)
    return copy
