"""One feuille de route from a file of plain objects: what a fresh process does, and nothing else."""

import pickle
import sys
from pathlib import Path
from types import MappingProxyType
from typing import Any


def frozen(values: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    """A mapping that cannot change, as the content holds them; pickles name no such type."""
    return MappingProxyType(values)


def main(source: Path) -> int:
    """Makes the document of the content that the file holds. Returns its size in bytes."""
    from app.reports.roadmap.document import roadmap_pdf

    return len(roadmap_pdf(pickle.loads(source.read_bytes())))  # noqa: S301 written by the bench itself


if __name__ == "__main__":
    print(main(Path(sys.argv[1])))
