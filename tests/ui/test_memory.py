"""The garbage collector leaves alone what the program is made of."""

import gc

from app.ui.memory import spare_the_settled


def test_what_is_alive_is_not_looked_at_again_and_the_rest_still_is() -> None:
    spare_the_settled()
    try:
        assert gc.get_freeze_count() > 0
        assert len(gc.get_objects()) < gc.get_freeze_count()
        loop: list[object] = []
        loop.append(loop)
        del loop
        assert gc.collect() >= 1
    finally:
        gc.unfreeze()
