"""A small project to make in a batch, and work for processes that are to die."""

from __future__ import annotations

import datetime as dt
import os
import signal
import time
from pathlib import Path

from tortureguides import least, write

from leafdeck.batch import manifest
from leafdeck.batch.inputs import digest
from leafdeck.batch.job import Output, Result, Task
from leafdeck.batch.run import Batch
from leafdeck.batch.store import Store
from leafdeck.errors import Problem
from leafdeck.notice import Notice, Place, Severity

TODAY = dt.date(2026, 11, 25)
SITES = "site,name,phone\nnorth,North Clinic,0123 456\nsouth,South Clinic,0999 888\n"
MANIFEST = """\
batch: 1
guides: guides/*/content.yaml
brands: [plain.css, dark.css]
formats: [web, a4]
sites: sites.csv
"""


def project(folder: Path, text: str = MANIFEST) -> Path:
    """Write two of the least guides, two brands, two sites and a manifest, and return it."""
    for name in ("one", "two"):
        outline = least()
        outline["guide"]["title"] = f"Guide {name}"
        write(outline, folder / "guides" / name)
    (folder / "plain.css").write_text(":root { --brand-primary: #123456; }\n", encoding="utf-8")
    (folder / "dark.css").write_text(":root { --brand-primary: #111111; }\n", encoding="utf-8")
    (folder / "sites.csv").write_text(SITES, encoding="utf-8")
    path = folder / "batch.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def batch(path: Path, today: dt.date = TODAY) -> Batch:
    """Return what a fresh command would begin with."""
    return Batch(manifest.load(path), path.parent / "output", Store(path.parent / "cache"), today)


def doubled(number: int) -> int:
    """Work that goes well."""
    return 2 * number


def process(_task: object) -> int:
    """Return who works."""
    return os.getpid()


def dies_once(mark: Path) -> str:
    """Die as when the system ends a process that holds too much, but not a second time."""
    if mark.exists():
        return f"made by {os.getpid()}"
    mark.write_text(str(os.getpid()), encoding="utf-8")
    os.kill(os.getpid(), signal.SIGKILL)
    return "never"


def dies_always(mark: Path) -> str:
    """Die whenever the mark is named so; note each time."""
    if mark.name == "sound":
        return "sound"
    with mark.open("a", encoding="utf-8") as stream:
        stream.write("died\n")
    os.kill(os.getpid(), signal.SIGKILL)
    return "never"


def standing_in(task: Task) -> Result:
    """Make what a job would, of the bytes of its sources; note it in ``made.txt`` beside the brand."""
    started = time.time_ns()
    job = task.job
    assert job.brand_file is not None
    sources = (job.content, job.brand_file)
    text = "\n".join((job.format, repr(job.organisation), *(file.read_text(encoding="utf-8") for file in sources)))
    with (job.brand_file.parent / "made.txt").open("a", encoding="utf-8") as stream:
        stream.write(f"{job}\n".replace("\n", " ") + "\n")
    name = job.form.file if job.form else f"{job.format}.bin"
    output = Output(name, task.store.put(text.encode()), len(text.encode()), "1 page")
    return Result(
        (output,),
        (),
        (Notice(Severity.WARNING, Place(job.content, 1, 1), "it is small"),),
        tuple((file, digest(file)) for file in sources),
        dt.date(2029, 11, 1),
        all(file.stat().st_mtime_ns < started for file in sources),
    )


def failing(task: Task) -> Result:
    """The same, but one guide is broken."""
    if task.job.guide == "two":
        return Result(problems=(Problem(Place(task.job.content, 3, 5), "it is broken", "Mend it."),))
    return standing_in(task)


def stubborn(task: Task) -> Result:
    """The same, but one document kills each process that makes it."""
    if (task.job.guide, task.job.brand, task.job.format, task.job.site) == ("two", "dark", "a4", "south"):
        os.kill(os.getpid(), signal.SIGKILL)
    return standing_in(task)
