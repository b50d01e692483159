"""Imports that import-linter cannot judge: the standard library, and the parts of Qt."""

import sys
from pathlib import Path

import pytest

from tests.meta.tree import ROOT, imports, modules, place, told

DOMAIN_MAY_IMPORT = sys.stdlib_module_names | {"stdnum"}


def test_domain_imports_only_the_standard_library_and_stdnum() -> None:
    faults = [
        f"{place(path, node)}: {name}"
        for path in modules("app/domain")
        for node, name in imports(path)
        if name.split(".")[0] not in DOMAIN_MAY_IMPORT and not name.startswith("app.domain.")
    ]
    assert not faults, told(faults, "The domain is pure: move what needs this import to app/services or to an adapter.")


@pytest.mark.parametrize("folder", ["app/ui/presenters", "app/ui/qtmodels"])
def test_presenters_and_qt_models_import_qtcore_only(folder: str) -> None:
    faults = [
        f"{place(path, node)}: {name}"
        for path in modules(folder)
        for node, name in imports(path)
        if name.split(".")[0] == "PySide6" and not name.startswith("PySide6.QtCore")
    ]
    assert not faults, told(faults, "Import QtCore only here; colours, fonts and widgets belong to app/ui/views.")


def test_widgets_are_imported_by_views_and_bootstrap_only() -> None:
    def allowed(path: Path) -> bool:
        return path.is_relative_to(ROOT / "app/ui/views") or path.is_relative_to(ROOT / "app/bootstrap")

    faults = [
        f"{place(path, node)}: {name}"
        for path in modules("app", "server")
        if not allowed(path)
        for node, name in imports(path)
        if name.startswith("PySide6.QtWidgets")
    ]
    assert not faults, told(faults, "Move this widget under app/ui/views, or let app/bootstrap build it.")
