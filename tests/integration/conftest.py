"""A real regional server for the tests that need one."""

from collections.abc import Iterator

import pytest

from tests.support.regional import RegionalServer


@pytest.fixture(scope="module")
def regional_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RegionalServer]:
    """A server process on a free port, shared by the tests of one module."""
    server = RegionalServer(tmp_path_factory.mktemp("region") / "data")
    server.start()
    yield server
    if server.is_running:
        server.stop()
