"""Requests made up from the server's own OpenAPI: no operation answers by a fault, over either database."""

from pathlib import Path

from server.application import create_app
from server.settings import Settings
from tests.campaign.odd_requests import faults, unhurried


def test_no_operation_answers_odd_requests_by_a_fault(tmp_path: Path, database_url: str) -> None:
    app = create_app(unhurried(tmp_path / "region", database_url))
    found = faults(app, seed=1, examples=2)
    asked = found.pop("requests")
    app.state.region.database.close()
    assert asked > 50
    assert found == {}


def test_a_fault_would_be_seen(tmp_path: Path) -> None:
    app = create_app(Settings(tmp_path / "region"))

    @app.get("/api/v1/half")
    def get_half(number: int) -> float:
        """What nothing foresees: a division by nought, an odd number too long."""
        return 1 / (number % 2)

    found = faults(app, seed=1, examples=20, only="/api/v1/half")
    app.state.region.database.close()
    assert found["GET /api/v1/half 500"] > 0
