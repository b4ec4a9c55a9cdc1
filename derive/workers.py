"""Who does the work?  Processes, as many as there are cores, each taking the next piece as soon as it is free.

Comes in: a function and what it shall be applied to, the longest first.  Goes out: pairs of argument and result, as they are
done.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TypeVar

from derive.errors import Error

__all__ = ["WorkError", "beside", "cores", "each", "tidy_seldom"]

A = TypeVar("A")
B = TypeVar("B")


class WorkError(Error):
    """Work that could not end."""


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def tidy_seldom() -> None:
    """Let a process that is all ours look for garbage in circles seldom: it would take a tenth of its time to find little."""
    gc.freeze()
    gc.set_threshold(1_000_000, 20, 50)


def each(function: Callable[[A], B], arguments: Sequence[A], jobs: int | None = None) -> Iterator[tuple[A, B]]:
    """Every argument with its result; `jobs` is the number of processes, by default one for each core."""
    jobs = min(jobs or cores(), len(arguments))
    if jobs <= 1:
        yield from ((argument, function(argument)) for argument in arguments)
        return
    from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait  # not needed by most commands
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    context = get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(jobs, context, initializer=tidy_seldom) as pool:
        running: dict[Future[B], A] = {pool.submit(function, argument): argument for argument in arguments}
        try:
            while running:
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    yield running.pop(future), future.result()
        except BrokenProcessPool:
            raise WorkError(
                "a process that derives was ended from outside", hint="out of memory? try --jobs 1"
            ) from None
        finally:
            pool.shutdown(cancel_futures=True)


def beside(find: Callable[[], A], alone: bool = True) -> Callable[[], A]:
    """Begin to find something in a process of its own; what is returned waits for it.

    Where processes cannot be forked, or this one ends without an answer, it is found when it is waited for.  If it is not
    `alone` it may begin further ones, and is not ended with this one.
    """
    if sys.platform != "linux":
        return find
    from multiprocessing import get_context

    context = get_context("fork")
    answer, sender = context.Pipe(duplex=False)

    def work() -> None:
        with suppress(BaseException):  # it happens again where it is waited for, and is told there
            sender.send(find())

    process = context.Process(target=work, daemon=alone)
    process.start()
    sender.close()

    def wait() -> A:
        with suppress(EOFError, OSError):
            found: A = answer.recv()
            process.join()
            return found
        return find()

    return wait
