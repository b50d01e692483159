"""The one thing that pyproject.toml cannot say: `resources/` travels inside the wheel, as `app/_resources/`."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithResources(build_py):
    """Copies the shipped data beside the code; an editable install reads them where they are."""

    def run(self) -> None:
        """Builds the Python packages, then adds the data."""
        super().run()
        if not self.editable_mode:
            sources = shutil.ignore_patterns("*.ts")  # compiled beside them
            shutil.copytree("resources", Path(self.build_lib, "app", "_resources"), ignore=sources, dirs_exist_ok=True)


setup(cmdclass={"build_py": BuildWithResources})
