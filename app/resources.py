"""The single door to the data shipped with the program (`resources/`): packs, texts, fonts, icons."""

import sys
from pathlib import Path


def resource_root() -> Path:
    """Folder that holds the shipped data, whether run from the source tree, a wheel or a frozen build.

    Raises:
        FileNotFoundError: The installation is incomplete.
    """
    here = Path(__file__).resolve().parent
    candidates = [here.parent / "resources", here / "_resources", Path(getattr(sys, "_MEIPASS", here)) / "resources"]
    for candidate in candidates:
        if (candidate / "texts").is_dir():
            return candidate
    raise FileNotFoundError("resources")


def resource_path(*parts: str) -> Path:
    """Path of one shipped file or folder, given its parts below `resources/`."""
    return resource_root().joinpath(*parts)
