"""The folder where the packs of the user are kept, laid out as the shipped ones."""

from pathlib import Path

from app.infra.files import told, write_whole


class FolderShelf:
    """Packs of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep_referential(self, pack_id: str, content: bytes) -> None:
        """Write a referential pack whole, under its identifier.

        Raises:
            EnvironmentFailure: `disk.full`, `disk.read_only`, `disk.refused`.
        """
        folder = self._folder / "referentials"
        with told(folder):
            folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / f"{pack_id}.toml", content)
