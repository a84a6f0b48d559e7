"""The installed wheel carries all that it needs, and works from any folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str | Path, cwd: Path) -> str:
    """Run a program without the checkout in sight; it must succeed."""
    hidden = {"PYTHONPATH", "VIRTUAL_ENV", "PYTHONHOME"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(arguments, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel; no network is needed for that."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel alone into a fresh environment, which borrows the other libraries of this one."""
    folder = tmp_path_factory.mktemp("fresh") / "venv"
    venv.create(folder, with_pip=False)
    places = sysconfig.get_paths("venv", vars={"base": str(folder), "platbase": str(folder)})
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    run(*pip, "install", "--no-index", "--no-deps", "--prefix", folder, "--ignore-installed", wheel, cwd=folder)
    (Path(places["purelib"]) / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return Path(places["scripts"])


def test_the_wheel_carries_templates_styles_fonts_icons_and_licences(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for kind in ("templates", "styles"):
        for path in (ROOT / kind).rglob("*"):
            if path.is_file():
                assert f"leafdeck/data/{path.relative_to(ROOT).as_posix()}" in names
    assert "leafdeck/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("licenses/styles/fonts/OFL.txt") for name in names)
    assert not any(name.startswith(("tests/", "docs/", "output/", "content.yaml")) for name in names)


def test_it_works_from_an_empty_folder_and_files_beside_the_content_win(scripts: Path, project: Path) -> None:
    where = run(scripts / "python", "-c", "import leafdeck; print(leafdeck.__file__)", cwd=project)
    assert str(scripts.parent) in where

    (project / "content.yaml").rename(project / "my.yaml")
    said = run(scripts / "leafdeck", "build", "my.yaml", cwd=project)
    assert "output/leaflet.pdf" in said
    deck = Presentation(str(project / "output" / "slides.pptx"))
    assert deck.slides[0].shapes.title.text_frame.text == "A small guide"

    own = project / "templates" / "slides" / "title.html"
    own.parent.mkdir(parents=True)
    text = (ROOT / "templates" / "slides" / "title.html").read_text(encoding="utf-8")
    own.write_text(text.replace("{{ about.title|", "Ours: {{ about.title|"), encoding="utf-8")
    (project / "styles").mkdir()
    (project / "styles" / "brand.css").write_text(":root { --brand-primary: #123456 }", encoding="utf-8")
    run(scripts / "leafdeck", "build", "my.yaml", "--only", "slides", cwd=project)
    deck = Presentation(str(project / "output" / "slides.pptx"))
    assert deck.slides[0].shapes.title.text_frame.text == "Ours: A small guide"
    assert len(deck.slides) > 3
    with zipfile.ZipFile(project / "output" / "slides.pptx") as package:
        assert b'<a:accent1><a:srgbClr val="123456"/>' in package.read("ppt/theme/theme1.xml")


def test_a_guide_begun_with_it_builds_and_passes_the_check_at_once(scripts: Path, tmp_path: Path) -> None:
    said = run(scripts / "leafdeck", "new", "my-guide", cwd=tmp_path)
    assert "my-guide/content.yaml" in said.replace("\\", "/")
    guide = tmp_path / "my-guide"
    built = run(scripts / "leafdeck", "build", cwd=guide)
    assert "output/leaflet.pdf" in built
    assert len(Presentation(str(guide / "output" / "slides.pptx")).slides) > 5
    found = json.loads(run(scripts / "leafdeck", "check", "--output-format", "json", cwd=guide))["findings"]
    assert [one["rule"] for one in found if one["severity"] != "info"] == ["reviewer-missing"]
