"""Maps a function over tasks in this process or in several, in the order of the tasks."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

from secondsource.lexicon.load import load

Task = TypeVar("Task")
Result = TypeVar("Result")

CHUNK = 16
"""Tasks that a process is handed at once; as many are carried to their end when the user stops the run."""
POOL_FROM = 200
"""Tasks from which a second process pays for its start (about 1 s; measured with benchmarks/main_job.py)."""


@contextmanager
def mapped(work: Callable[[Task], Result], tasks: Sequence[Task], workers: int) -> Iterator[Iterator[Result]]:
    """Yield the results in order of the tasks, from this process or from a pool of `workers`."""
    if workers < 2 or len(tasks) < POOL_FROM:
        yield map(work, tasks)
        return
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # one thread a process: they are as many as there are cores
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"), initializer=load) as pool:
        try:
            with _uninterrupted():
                results = pool.map(work, tasks, chunksize=CHUNK)
            yield results
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ignore Ctrl-C while the processes of a pool are started, which then ignore it too: their parent stops them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
