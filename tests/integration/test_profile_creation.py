"""A profile is created whole or not at all, and opens by each of its ways."""

import resource
from pathlib import Path

import pytest

from app.bootstrap.profile import LocalProfile
from app.services.errors import EnvironmentFailure
from app.services.rows import MissionQuery
from tests.integration.infra.rings import MemoryRing


def test_a_creation_that_the_disk_refuses_leaves_nothing_behind(tmp_path: Path) -> None:
    ring = MemoryRing()
    profile = LocalProfile(tmp_path, ring)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        with pytest.raises(EnvironmentFailure, match=r"disk\."):
            profile.create(keyring=True, passphrase="")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []
    assert ring.secrets == {}
    assert profile.is_new()
    code = profile.create(keyring=True, passphrase="")
    profile.close()
    here = LocalProfile(tmp_path, ring)
    assert here.open_by_keyring()
    assert here.read_missions(MissionQuery()).total == 0
    here.close()
    elsewhere = LocalProfile(tmp_path, None)
    assert not elsewhere.open_by_keyring()
    elsewhere.open_by_secret(code.lower())
    assert elsewhere.read_missions(MissionQuery()).total == 0
    elsewhere.close()
