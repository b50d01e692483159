"""The system's key ring: a real Secret Service on a bus of its own, and what is told when there is none."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jeepney import MatchRule
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

from app.infra.key_ring import KeyRing, LibraryRing, SecretServiceRing, system_key_ring
from app.services.errors import EnvironmentFailure

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Secret Service is of Linux sessions")


@pytest.fixture
def session_bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """A private message bus without any service on it."""
    for name, folder in (("XDG_RUNTIME_DIR", "run"), ("XDG_DATA_HOME", "data"), ("HOME", "home")):
        (tmp_path / folder).mkdir(mode=0o700)
        monkeypatch.setenv(name, str(tmp_path / folder))
    config = tmp_path / "bus.conf"
    config.write_text(
        "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
        '<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>'
        '<allow own="*"/></policy></busconfig>'
    )
    command = ["dbus-daemon", "--nofork", "--print-address=1", f"--config-file={config}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as bus:
        assert bus.stdout is not None
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.stdout.readline().strip())
        try:
            yield dict(os.environ)
        finally:
            bus.terminate()


@pytest.fixture
def key_ring_service(session_bus: dict[str, str]) -> Iterator[None]:
    """GNOME Keyring on that bus, its ring opened."""
    command = ["gnome-keyring-daemon", "--unlock", "--components=secrets", "--foreground"]
    arrival = MatchRule(type="signal", sender=message_bus.bus_name, member="NameOwnerChanged")
    arrival.add_arg_condition(0, "org.freedesktop.secrets")
    with open_dbus_connection() as bus, bus.filter(arrival) as arrived:
        bus.send_and_get_reply(message_bus.AddMatch(arrival))
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=session_bus
        ) as service:
            assert service.stdin is not None
            service.stdin.write(b"test")
            service.stdin.close()
            try:
                bus.recv_until_filtered(arrived, timeout=20)
                yield
            finally:
                service.terminate()


@pytest.mark.usefixtures("key_ring_service")
def test_secrets_are_kept_replaced_and_forgotten() -> None:
    ring = system_key_ring("linux")
    assert isinstance(ring, SecretServiceRing)
    ring.check()
    assert ring.fetch("profile") is None
    ring.keep("profile", bytes(range(32)))
    ring.keep("other", b"x" * 32)
    ring.keep("profile", bytes(range(32, 64)))
    assert ring.fetch("profile") == bytes(range(32, 64))
    ring.forget("profile")
    ring.forget("profile")
    assert ring.fetch("profile") is None
    assert ring.fetch("other") == b"x" * 32


@pytest.mark.usefixtures("session_bus")
def test_a_session_without_a_key_ring_is_told() -> None:
    absent(SecretServiceRing())


def test_a_machine_without_a_session_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/nothing")
    absent(SecretServiceRing())
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    absent(SecretServiceRing())
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    absent(SecretServiceRing())


def absent(ring: KeyRing) -> None:
    """Check that every method says that there is no ring."""
    calls: list[Callable[[], object]] = [
        ring.check,
        lambda: ring.fetch("profile"),
        lambda: ring.keep("profile", b"x"),
        lambda: ring.forget("profile"),
    ]
    for call in calls:
        with pytest.raises(EnvironmentFailure, match=r"keyring\.absent"):
            call()


def test_a_backend_is_named_by_platform_and_never_looked_for() -> None:
    windows, mac = system_key_ring("win32"), system_key_ring("darwin")
    assert isinstance(windows, LibraryRing)
    assert isinstance(mac, LibraryRing)
    assert system_key_ring("sunos") is None
    assert "keyring" not in sys.modules


def test_backends_that_lose_or_show_secrets_are_refused() -> None:
    # On this machine neither Windows' nor Apple's works; the null one « works » and loses everything.
    for ring in (
        system_key_ring("win32"),
        system_key_ring("darwin"),
        LibraryRing("nul", "null", "Keyring"),
        LibraryRing("néant", "no_such_backend", "Keyring"),
    ):
        assert isinstance(ring, LibraryRing)
        absent(ring)
