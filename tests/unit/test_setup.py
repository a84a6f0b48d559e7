"""Set-up installs what is missing as root on Debian; elsewhere it prints the one command to type and stops."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SETUP = Path(__file__).resolve().parents[2] / "scripts" / "setup.sh"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="set-up is a shell script")


class Machine:
    """A pretended machine: what it has, and what was asked of its apt-get."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.python()
        self.system("Linux")
        self.distribution("debian")
        self.program("grep", 'while read -r line; do [ "$line" = "ID=debian" ] && exit 0; done <"$3"; exit 1')
        self.user(1000)

    def program(self, name: str, script: str) -> None:
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def python(self, lacks: str = "nothing at all") -> None:
        self.program("python3", f'case "$*" in *{lacks.replace(" ", "?")}*) exit 1;; esac; exec {sys.executable} "$@"')

    def system(self, name: str) -> None:
        self.program("uname", f"echo {name}")

    def distribution(self, name: str) -> None:
        (self.folder / "os-release").write_text(f'NAME="Any"\nID={name}\n', encoding="utf-8")

    def user(self, number: int) -> None:
        self.program("id", f"echo {number}")

    def has_apt(self) -> None:
        self.program("apt-get", f'echo "$@" >>{self.folder}/asked')

    @property
    def asked(self) -> list[str]:
        path = self.folder / "asked"
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []

    def set_up(self, what: str) -> subprocess.CompletedProcess[str]:
        shell = shutil.which("sh") or "/bin/sh"
        release = str(self.folder / "os-release")
        environment = {"PATH": str(self.folder), "HOME": os.environ.get("HOME", "/"), "OS_RELEASE": release}
        return subprocess.run([shell, SETUP, what], env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_a_machine_that_has_all_is_left_alone(machine: Machine) -> None:
    machine.has_apt()
    done = machine.set_up("run")
    assert (done.returncode, done.stdout, done.stderr, machine.asked) == (0, "", "", [])


def test_root_on_debian_gets_what_is_missing(machine: Machine) -> None:
    machine.has_apt()
    machine.user(0)
    machine.python(lacks="libpango-1.0.so.0")
    done = machine.set_up("run")
    assert done.returncode == 0
    assert machine.asked == ["update -qq", "install -y -qq --no-install-recommends libpango-1.0-0"]


def test_the_tests_need_more(machine: Machine) -> None:
    machine.has_apt()
    machine.user(0)
    assert machine.set_up("test").returncode == 0
    more = ["libreoffice-impress", "poppler-utils", "chromium", "fontconfig", "fonts-liberation"]
    assert machine.asked[1].split()[4:] == more


@pytest.mark.parametrize("name", ["chromium", "google-chrome"])
def test_a_browser_that_is_there_will_do(machine: Machine, name: str) -> None:
    machine.has_apt()
    machine.user(0)
    machine.program(name, "true")
    assert machine.set_up("test").returncode == 0
    assert "chromium" not in machine.asked[1]


def test_no_browser_is_asked_for_where_it_is_no_plain_package(machine: Machine) -> None:
    machine.has_apt()
    machine.user(0)
    machine.distribution("ubuntu")
    assert machine.set_up("test").returncode == 0
    assert "chromium" not in machine.asked[1]
    assert "poppler-utils" in machine.asked[1]


def test_others_on_debian_are_told_the_one_command(machine: Machine) -> None:
    machine.has_apt()
    machine.python(lacks="ensurepip")
    done = machine.set_up("run")
    assert done.returncode == 1
    assert "  sudo apt-get install -y --no-install-recommends python3-venv\n" in done.stderr
    assert machine.asked == []


def test_other_linuxes_are_told_the_names(machine: Machine) -> None:
    machine.python(lacks="libharfbuzz-subset.so.0")
    done = machine.set_up("run")
    assert done.returncode == 1
    assert "libharfbuzz-subset0" in done.stderr


def test_a_mac_is_told_the_one_command(machine: Machine) -> None:
    machine.system("Darwin")
    done = machine.set_up("test")
    assert done.returncode == 1
    assert "  brew install pango libreoffice poppler\n" in done.stderr


@pytest.mark.parametrize("lacks", ["version_info"])
def test_an_old_python_is_refused(machine: Machine, lacks: str) -> None:
    machine.python(lacks)
    done = machine.set_up("run")
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed" in done.stderr


def test_a_missing_python_is_refused(machine: Machine) -> None:
    (machine.folder / "python3").unlink()
    done = machine.set_up("run")
    assert done.returncode == 1
    assert "make PYTHON=/path/to/python3" in done.stderr
