"""Running stateless jobs in a pool of processes that a single bad job cannot take down."""

import os
import resource
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TypeVar

from pipeline.settings import MAX_SECONDS

Job = TypeVar("Job")
Result = TypeVar("Result")

IN_PROCESS = 4
"""So few jobs are done before a pool has started."""
MAX_MEMORY_BYTES = 4 * 1024**3
JOBS_PER_WORKER = 500
"""Then the pool is replaced, and with it whatever its workers have hoarded. (The pool's own
``max_tasks_per_child`` can hang on Python 3.11: gh-115634.)"""


def run_all(
    work: Callable[[Job], Result],
    jobs: Sequence[Job],
    *,
    lost: Callable[[Job], Result],
    workers: int | None = None,
) -> Iterator[tuple[Job, Result]]:
    """Each job with ``work(job)``, as they finish; ``lost(job)`` if it killed its worker.

    ``work`` must be picklable and not raise. A few jobs are done in this process, in order.
    """
    if len(jobs) <= IN_PROCESS:
        for job in jobs:
            yield job, work(job)
        return
    workers = workers or len(os.sched_getaffinity(0))
    waiting = deque(jobs)
    while waiting:
        suspects = yield from _run_pool(work, waiting, workers)
        for job in suspects:
            yield job, _run_alone(work, job, lost)


def _run_pool(
    work: Callable[[Job], Result], waiting: deque[Job], workers: int
) -> Generator[tuple[Job, Result], None, list[Job]]:
    # Takes jobs from ``waiting`` until the pool has done its share; returns those that were in
    # its hands when a worker died, of which one is to blame.
    flying: dict[Future[Result], Job] = {}
    share = workers * JOBS_PER_WORKER
    with _pool(workers) as pool:
        while flying or (waiting and share > 0):
            while waiting and share > 0 and len(flying) < 2 * workers:
                job = waiting.popleft()
                share -= 1
                try:
                    flying[pool.submit(_limited, work, job)] = job
                except BrokenProcessPool:
                    return [*flying.values(), job]
            for future in wait(flying, return_when=FIRST_COMPLETED).done:
                if isinstance(future.exception(), BrokenProcessPool):
                    return list(flying.values())
                yield flying.pop(future), future.result()
    return []


def _run_alone(
    work: Callable[[Job], Result], job: Job, lost: Callable[[Job], Result]
) -> Result:
    with _pool(1) as pool:
        try:
            return pool.submit(_limited, work, job).result()
        except BrokenProcessPool:
            return lost(job)


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    # Spawned, not forked: DuckDB and Arrow run threads, which a fork would leave half-copied.
    pool = ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=_prepare_worker
    )
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _prepare_worker() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who gave out the jobs
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY_BYTES, MAX_MEMORY_BYTES))


def _limited(work: Callable[[Job], Result], job: Job) -> Result:
    # A library that hangs in C never sees an alarm; this timer has the system end the process.
    signal.setitimer(signal.ITIMER_PROF, 2 * MAX_SECONDS)
    try:
        return work(job)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
