"""`jalon-server` as an administrator types it, and what it keeps in its folder."""

import hashlib
import signal
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.errors import InvalidData
from app.sync.contract.receipt import key_id
from server.command_line import main
from server.keys import signing_key
from server.settings import default_data_folder, load_settings
from tests.support.regional import ROOT, RegionalServer


def test_init_makes_a_private_folder_and_says_the_password_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "region"
    assert main(["init", "--data", str(data)]) == 0
    first = capsys.readouterr().out
    assert main(["init", "--data", str(data)]) == 0
    second = capsys.readouterr().out

    assert "affiché cette seule fois" in first
    assert "affiché" not in second
    for path in (data, *data.iterdir()):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path.name
    password = first.split("«")[2].split("»")[0].strip()
    assert password.encode() not in b"".join(path.read_bytes() for path in data.iterdir())


def test_a_code_is_kept_as_its_hash(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["enrol", "--data", str(tmp_path), "--provider", "Exemple Conseil"]) == 0
    code = capsys.readouterr().out.strip()

    with closing(sqlite3.connect(tmp_path / "regional.db")) as connection:
        [(kept,)] = connection.execute("SELECT code_sha256 FROM enrolment_code").fetchall()
    assert len(code) == 14
    assert kept == hashlib.sha256(code.replace("-", "").encode()).hexdigest()


def test_the_key_is_made_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = []
    for _ in range(2):
        assert main(["key", "--data", str(tmp_path)]) == 0
        told.append(capsys.readouterr().out.split())
    assert told[0] == told[1]
    assert key_id(bytes.fromhex(told[0][1])) == told[0][0]


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda path: path.chmod(0o644), "signing_key.exposed"),
        (lambda path: path.write_bytes(b""), "signing_key.unreadable"),
    ],
)
def test_a_key_that_cannot_be_trusted_is_refused(tmp_path: Path, damage: object, code: str) -> None:
    path = tmp_path / "signing-key.pem"
    signing_key(path)
    assert callable(damage)
    damage(path)
    with pytest.raises(InvalidData) as refusal:
        signing_key(path)
    assert refusal.value.code == code


def test_a_short_password_is_refused_with_a_sentence(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "server", "create-admin", "--data", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, input="court\n", capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "Le mot de passe doit compter de 12 à 200 caractères. Choisissez-en un autre.\n"
    assert done.stdout == ""


def test_a_taken_port_is_told_in_a_sentence(tmp_path: Path) -> None:
    server = RegionalServer(tmp_path / "region")
    server.start()
    port = server.url.rpartition(":")[2]
    command = [sys.executable, "-m", "server", "serve", "--data", str(tmp_path / "other"), "--port", port]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    server.stop()
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("Le système refuse")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_is_clean(tmp_path: Path, number: signal.Signals) -> None:
    server = RegionalServer(tmp_path / "region")
    server.start()
    assert server.request("GET", "/health/ready").json() == {"status": "ready"}
    assert server.stop(number) == 0
    assert sorted(path.name for path in server.data.iterdir()) == ["regional.db", "signing-key.pem", "storage-key"]
    assert "Personne n’administre" in server.log_path.read_text("utf-8")


def test_settings_come_from_the_file_then_the_environment(tmp_path: Path) -> None:
    (tmp_path / "server.toml").write_text('name = "Région Exemple"\nenrolment_hours = 2\n', "utf-8")
    settings = load_settings(
        tmp_path, {"JALON_SERVER_ENROLMENT_HOURS": "3", "JALON_SERVER_TIME_ZONE": "Indian/Reunion"}
    )
    assert (settings.name, settings.enrolment_hours, settings.time_zone) == ("Région Exemple", 3, "Indian/Reunion")
    assert settings.url == f"sqlite:///{tmp_path / 'regional.db'}"


@pytest.mark.parametrize(
    ("content", "environ", "code"),
    [
        ("nom = 'x'", {}, "settings.unknown_key"),
        ("data = '/tmp'", {}, "settings.unknown_key"),
        ("name = 3", {}, "settings.wrong_type"),
        ("max_failures = true", {}, "settings.wrong_type"),
        ("name = ", {}, "settings.unreadable"),
        ("max_failures = 0", {}, "settings.out_of_bounds"),
        ("name = ''", {}, "settings.out_of_bounds"),
        ("time_zone = 'Paris'", {}, "settings.zone_unknown"),
        ("", {"JALON_SERVER_MAX_FAILURES": "dix"}, "settings.wrong_type"),
        ("", {"JALON_SERVER_MAX_DOCUMENT_BYTES": str(2**30)}, "settings.out_of_bounds"),
    ],
)
def test_wrong_settings_are_refused(tmp_path: Path, content: str, environ: dict[str, str], code: str) -> None:
    (tmp_path / "server.toml").write_text(content, "utf-8")
    with pytest.raises(InvalidData) as refusal:
        load_settings(tmp_path, environ)
    assert refusal.value.code == code


def test_the_data_folder_follows_the_environment() -> None:
    assert default_data_folder({"JALON_SERVER_DATA": "/srv/jalon"}) == Path("/srv/jalon")
    assert default_data_folder({"XDG_DATA_HOME": "/data"}) == Path("/data/jalon-server")
    assert default_data_folder({}) == Path.home() / ".local/share/jalon-server"
