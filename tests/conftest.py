"""Shared by every test: no screen, random examples that are the same on each run, PostgreSQL for those that ask."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Whatever the language of this machine is, the window under test speaks French unless the test asks for another.
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from tests.support.postgres import Cluster

settings.register_profile("jalon", derandomize=True, deadline=None, database=None, print_blob=True)
settings.load_profile("jalon")


@pytest.fixture(scope="session")
def postgresql() -> "Iterator[Cluster]":
    """A PostgreSQL server of the session's own, started when a test first asks for it."""
    from tests.support.postgres import running_cluster

    with running_cluster() as cluster:
        yield cluster


@pytest.fixture
def postgresql_url(postgresql: "Cluster") -> Iterator[str]:
    """Address of an empty PostgreSQL base, removed after the test."""
    url = postgresql.new_database()
    yield url
    postgresql.drop_database(url)
