"""A pool that a single bad job cannot take down."""

import os
import signal
import time
from collections.abc import Callable

import pytest

from pipeline import execution
from pipeline.execution import run_all


def _double(job: int) -> tuple[str, int]:
    return ("done", 2 * job)


def _die_at_three(job: int) -> tuple[str, int]:
    if job % 10 == 3:
        os._exit(1)
    return _double(job)


def _hoard_at_three(job: int) -> tuple[str, int]:
    if job % 10 == 3:
        try:
            bytearray(2 * execution.MAX_MEMORY_BYTES)
        except MemoryError:
            return ("refused", job)
    return _double(job)


def _tell_process(_: int) -> tuple[str, int]:
    return ("pid", os.getpid())


def _tell_handlers(_: int) -> tuple[str, int]:
    # Long enough for the jobs to be shared between workers.
    time.sleep(0.01)
    ignored = signal.getsignal(signal.SIGINT) == signal.SIG_IGN
    limited = signal.getitimer(signal.ITIMER_PROF)[0] > 0
    return ("protected", int(ignored and limited))


def _lost(job: int) -> tuple[str, int]:
    return ("lost", job)


def _run(work: Callable[[int], tuple[str, int]], count: int) -> dict[int, tuple[str, int]]:
    return dict(run_all(work, list(range(count)), lost=_lost, workers=2))


def test_few_jobs_are_done_in_this_process() -> None:
    few = _run(_tell_process, execution.IN_PROCESS)
    assert set(few.values()) == {("pid", os.getpid())}


def test_many_jobs_are_done_in_others() -> None:
    many = _run(_tell_process, execution.IN_PROCESS + 1)
    assert len(many) == execution.IN_PROCESS + 1
    assert os.getpid() not in {process for _, process in many.values()}


def test_job_that_kills_its_worker_costs_only_itself() -> None:
    expected = {job: _double(job) for job in range(25)} | {3: ("lost", 3), 13: ("lost", 13)}
    expected[23] = ("lost", 23)
    assert _run(_die_at_three, 25) == expected


def test_memory_of_a_worker_is_limited() -> None:
    assert _run(_hoard_at_three, 6) == {job: _double(job) for job in range(6)} | {
        3: ("refused", 3)
    }


def test_workers_leave_the_keyboard_alone_and_have_a_last_limit() -> None:
    assert set(_run(_tell_handlers, 6).values()) == {("protected", 1)}


def test_pool_is_replaced_after_its_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(execution, "JOBS_PER_WORKER", 3)
    processes = {process for _, process in _run(_tell_process, 12).values()}
    assert len(processes) > 1


@pytest.mark.parametrize("count", [0, 1])
def test_no_job_and_one_job(count: int) -> None:
    assert _run(_double, count) == {job: _double(job) for job in range(count)}
