"""Vorta, another desktop program of Qt and Python, in an environment and a home of its own; a peer of `bench.start`."""

import subprocess
import sys
import venv
from collections.abc import Mapping
from pathlib import Path


def installed(folder: Path) -> Path:
    """Its program, installed at the first call through the usual package index."""
    program = folder / "bin" / "vorta"
    if not program.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([folder / "bin" / "pip", "install", "-q", "vorta"], check=True, stdout=sys.stderr)
    return program


def home(folder: Path) -> Mapping[str, str]:
    """The environment of a user of its own, so that it reads and writes nothing of ours."""
    return {
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
        "XDG_DATA_HOME": str(folder),
        "XDG_CACHE_HOME": str(folder),
    }
