"""The folder as the machine finds it after a power cut."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

_BLOCK = 4096


def after_power_cut(shadow: Path, target: Path, *, torn: Path | None = None, random: Random | None = None) -> None:
    """Write what a power cut leaves.

    Args:
        shadow: What the preloaded library kept: durable bytes and names.
        target: Folder to make.
        torn: The folder as it was in memory when the power went; some of its unsynced blocks are then written too, as
            a disk may have done in any order. None for none of them.
        random: Chooses those blocks; needed with `torn`.
    """
    target.mkdir()
    for number, name in _names(shadow):
        kept = shadow / number
        content = kept.read_bytes() if kept.exists() else b""
        if torn is not None and random is not None and (torn / name).exists():
            content = _mixed(content, (torn / name).read_bytes(), random)
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(content)


def _names(shadow: Path) -> Iterator[tuple[str, str]]:
    for line in (shadow / "names").read_text().splitlines():
        number, _, name = line.partition(" ")
        yield number, name


def _mixed(durable: bytes, volatile: bytes, random: Random) -> bytes:
    """The durable bytes with some blocks of the volatile ones; a file may also have kept its longer size."""
    size = random.choice([len(durable), len(volatile)])
    mixed = bytearray(durable[:size].ljust(size, b"\0"))
    for start in range(0, min(size, len(volatile)), _BLOCK):
        if random.random() < 0.5:
            block = volatile[start : start + _BLOCK]
            mixed[start : start + len(block)] = block[: size - start]
    return bytes(mixed)
