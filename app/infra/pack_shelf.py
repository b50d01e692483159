"""The folder where the packs of the user are kept, laid out as the shipped ones."""

from collections.abc import Mapping
from pathlib import Path

from app.domain.packs import PackKind
from app.infra.files import told, write_whole


class FolderShelf:
    """Packs of one folder, made when first needed."""

    def __init__(self, folder: Path, folders: Mapping[PackKind, str]) -> None:
        """Make a shelf.

        Args:
            folder: Root of the packs of the user.
            folders: Name of the folder of each kind under it.
        """
        self._folder = folder
        self._folders = folders

    def keep(self, kind: PackKind, pack_id: str, content: bytes) -> None:
        """Write a pack whole, under its identifier.

        Raises:
            EnvironmentFailure: `disk.full`, `disk.read_only`, `disk.refused`.
        """
        path = self._path(kind, pack_id)
        with told(path.parent):
            path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)

    def remove(self, kind: PackKind, pack_id: str) -> None:
        """Take a pack away; nothing when it is not there.

        Raises:
            EnvironmentFailure: `disk.read_only`, `disk.refused`.
        """
        path = self._path(kind, pack_id)
        with told(path):
            path.unlink(missing_ok=True)

    def _path(self, kind: PackKind, pack_id: str) -> Path:
        return self._folder / self._folders[kind] / f"{pack_id}.toml"
