"""Libraries preloaded into the program under test, compiled from this folder when a test needs them."""

import subprocess
from pathlib import Path


def compile_shim(name: str, folder: Path) -> Path:
    """The shared library made of `<name>.c`.

    Args:
        name: `powercut` or `fulldisk`.
        folder: Where to write it.
    """
    source = Path(__file__).with_name(f"{name}.c")
    library = folder / f"{name}.so"
    subprocess.run(
        ["gcc", "-Wall", "-Werror", "-O1", "-shared", "-fPIC", "-o", str(library), str(source), "-ldl", "-lpthread"],
        check=True,
        capture_output=True,
    )
    # Whatever the mask of this process, the account that runs PostgreSQL must read it: what cannot be read is not preloaded.
    library.chmod(0o755)
    return library
