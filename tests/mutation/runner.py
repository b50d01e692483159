"""Runs the tests against one mutant in a process of its own, forked once the slow imports are done."""

import contextlib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import resource
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from tests.mutation.mutants import Mutant

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = str(ROOT / "tests" / "mutation" / "pytest.ini")
OPTIONS = ("-x", "-q", "-p", "no:cacheprovider", "-p", "tests.mutation.profile", "-c", SETTINGS, "--rootdir", str(ROOT))
KILLED, SURVIVED, TIMED_OUT, BROKEN = "killed", "survived", "timed out", "broken"
SECONDS_AT_MOST = 120
"""Of processor, so that a busy machine ends no test that would have passed."""
ELAPSED_AT_MOST = 10 * SECONDS_AT_MOST
_FAILED = {1, 2, 4}
"""Pytest's codes: a test fails, its module or the tests' configuration (4) cannot be imported."""


class _Planted(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives the mutant in place of its module."""

    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """The mutant's own specification, nothing for any other module."""
        if fullname != self._mutant.module:
            return None
        return importlib.util.spec_from_loader(fullname, self)

    def exec_module(self, module: ModuleType) -> None:
        """Runs the changed source."""
        exec(compile(self._mutant.source, self._mutant.module, "exec"), module.__dict__)  # noqa: S102


def start(mutant: Mutant, near: Sequence[str], others: Sequence[str]) -> int:
    """Forks a process that tests a mutant and ends with pytest's own code; gives its number.

    The near tests go first, alone: most mutants do not pass them, and the others are then not even imported.
    """
    child = os.fork()
    if child:
        return child
    code = 3
    with contextlib.suppress(BaseException):
        _silence()
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_AT_MOST, SECONDS_AT_MOST))
        for name in [name for name in sys.modules if name.split(".")[0] in {"app", "server"}]:
            del sys.modules[name]
        sys.meta_path.insert(0, _Planted(mutant))
        code = int(pytest.main([*OPTIONS, *near])) if near else 0
        if code == 0:
            code = int(pytest.main([*OPTIONS, *others]))
    os._exit(code)


def outcome(child: int, since: float) -> str | None:
    """What became of a mutant, or None while its tests run."""
    done, status = os.waitpid(child, os.WNOHANG)
    if done:
        code = os.waitstatus_to_exitcode(status)
        if code in {-signal.SIGXCPU, -signal.SIGKILL}:
            return TIMED_OUT
        return KILLED if code in _FAILED or code < 0 else SURVIVED if code == 0 else BROKEN
    if time.monotonic() - since > ELAPSED_AT_MOST:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return TIMED_OUT
    return None


def _silence() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
