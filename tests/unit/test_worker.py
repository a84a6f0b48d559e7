"""Work in a second process: its result, its words and its errors come back as they were."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from leafdeck import worker
from leafdeck.errors import Problem, SourceError, TemplateError
from leafdeck.notice import Place

PROBLEMS = (Problem(Place(Path("a.yaml"), 3, 4, "guide.title"), "wrong", "mend it", "3 | x"), Problem(Place(), "also"))


def double(order: int, say: worker.Say) -> tuple[int, int]:
    say("begun")
    say("ended")
    return order * 2, os.getpid()


def refuse(_order: object, _say: worker.Say) -> None:
    raise TemplateError(PROBLEMS)


def stumble(_order: object, _say: worker.Say) -> None:
    dict[str, int]()["no such key"]  # a bug


def die(_order: object, _say: worker.Say) -> None:
    os._exit(3)


def give_what_cannot_be_carried(_order: object, _say: worker.Say) -> Callable[[], None]:
    return lambda: None


def be_interrupted(_order: object, _say: worker.Say) -> str:
    os.kill(os.getpid(), signal.SIGINT)
    return "went on"


def talk_for_ever(_order: object, say: worker.Say) -> None:
    while True:
        say(os.getpid())
        time.sleep(0.01)


@pytest.fixture(params=["fork", "spawn"], autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways to start a process. (A test runner has threads, so the work itself must not have any here.)"""
    if request.param == "fork" and threading.active_count() > 1:
        pytest.skip("this test process has threads")
    monkeypatch.setattr(worker, "_may_fork", lambda: request.param == "fork")


def test_its_result_and_its_words_come_back() -> None:
    said: list[str] = []
    with worker.beside(double, [21], said.append) as (beside,):
        number, process = beside.result()
    assert number == 42
    assert process != os.getpid()
    assert said == ["begun", "ended"]


def test_its_error_comes_back_with_its_type_and_places() -> None:
    with worker.beside(refuse, [None], print) as (beside,), pytest.raises(TemplateError) as caught:
        beside.result()
    assert type(caught.value) is TemplateError
    assert caught.value.problems == PROBLEMS


def test_its_bug_comes_back_with_its_traceback() -> None:
    with (
        worker.beside(stumble, [None], print) as (beside,),
        pytest.raises(worker.WorkerError, match=r"(?s)in stumble.*KeyError: 'no such key'"),
    ):
        beside.result()


def test_a_result_that_cannot_be_carried_is_a_bug() -> None:
    with (
        worker.beside(give_what_cannot_be_carried, [None], print) as (beside,),
        pytest.raises(worker.WorkerError, match="pickle"),
    ):
        beside.result()


def test_its_death_is_noticed() -> None:
    with (
        worker.beside(die, [None], print) as (beside,),
        pytest.raises(worker.WorkerError, match="ended without an answer"),
    ):
        beside.result()


def test_ctrl_c_is_left_to_the_first_process() -> None:
    with worker.beside(be_interrupted, [None], print) as (beside,):
        assert beside.result() == "went on"


def test_all_end_with_the_block_and_say_no_more() -> None:
    said: list[int] = []

    def fail_beside() -> None:
        with worker.beside(talk_for_ever, [None, None], said.append):
            while len(set(said)) < 2:
                time.sleep(0.01)
            raise SourceError("the first process met an error")

    with pytest.raises(SourceError, match="the first process met an error"):
        fail_beside()
    count = len(said)
    for process in set(said):
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
    time.sleep(0.05)
    assert len(said) == count


def test_each_order_has_a_process_of_its_own() -> None:
    with worker.beside(double, [1, 2, 3], print) as beside:
        results = [each.result() for each in beside]
    assert [number for number, _ in results] == [2, 4, 6]
    assert len({process for _, process in results} | {os.getpid()}) == 4


def test_no_orders_need_no_process() -> None:
    with worker.beside(double, [], print) as beside:
        assert beside == ()
