"""Settings shared by every test: no screen, and random examples that are the same on each run."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hypothesis import settings

settings.register_profile("jalon", derandomize=True, deadline=None, database=None, print_blob=True)
settings.load_profile("jalon")
