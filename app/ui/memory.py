"""Memory that the window does not need: sources of modules kept by PySide, and what no collection has to look at again."""

import builtins
import gc

import PySide6.QtCore  # noqa: F401 whose hook on imports is taken off below


def import_plainly() -> None:
    """Give back to `import` what Python means by it.

    PySide reads the source of every module imported after itself, to know whether it asks for `__feature__` (which this
    program never does), and `linecache` keeps it: 30 MB, and a file read for each module on the way to the first paint.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def spare_the_settled() -> None:
    """Collect once, then leave out of every later collection what is alive now.

    A full collection walks every object of the libraries, packs and pages loaded: about 80 ms, a few times an hour, in the
    middle of an answer. What is opened afterwards is still collected.
    """
    gc.collect()
    gc.freeze()
