"""The icons shipped are those that the program names, no more and no less."""

import re

from tests.meta.tree import ROOT, told


def test_every_icon_shipped_is_named_by_the_program() -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8") for part in ("app", "server") for path in (ROOT / part).rglob("*.py")
    )
    shipped = {path.stem for path in (ROOT / "resources" / "icons").glob("*.svg")}
    unused = sorted(name for name in shipped if not re.search(rf"[\"']{re.escape(name)}[\"']", code))
    assert not unused, told(unused, "Take these files out of resources/icons, or use them.")
