"""Documents sealed by former versions of the program, one of each kind, kept for ever."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "fixtures" / "sealed"
"""One folder a generation, one file a kind; nothing in it is ever changed."""

CHAINED = ("diagnostic", "correction", "exit")
"""Versions 1, 2 and 3 of one mission; `abandoned` is the only version of another."""


def generations() -> list[str]:
    """Every generation, oldest first."""
    return sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


def sealed_bytes(generation: str, kind: str) -> bytes:
    """The bytes that were sealed."""
    return (FOLDER / generation / f"{kind}.json").read_bytes()
