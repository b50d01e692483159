"""Pauses of the garbage collector: what the program is made of is never garbage, so no collection has to look at it again."""

import gc


def spare_the_settled() -> None:
    """Collect once, then leave out of every later collection what is alive now.

    A full collection walks every object of the libraries, packs and pages loaded: about 80 ms, a few times an hour, in the
    middle of an answer. What is opened afterwards is still collected.
    """
    gc.collect()
    gc.freeze()
