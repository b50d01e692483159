"""The environment is described once and for all: Debian packages, exact versions, no index address."""

import importlib.metadata
import re
import tomllib

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.meta.tree import ROOT, told

PIN = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*)==([0-9][A-Za-z0-9.!+]*)")
DEBIAN_NAME = re.compile(r"[a-z0-9][a-z0-9+.-]+")


def pin_lines() -> list[str]:
    """Lines of the constraints file, comments left out."""
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def pins() -> dict[str, str]:
    """Pinned version of each package, by canonical name."""
    return {canonicalize_name(name): version for name, version in (line.split("==") for line in pin_lines())}


def requirements() -> list[Requirement]:
    """Everything that pyproject.toml asks for, and all that this brings on this system."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    project = settings["project"]
    asked = [*settings["build-system"]["requires"], *project["dependencies"]]
    asked += [line for lines in project["optional-dependencies"].values() for line in lines]
    waiting = [Requirement(line) for line in asked]
    seen: dict[str, Requirement] = {}
    while waiting:
        requirement = waiting.pop()
        if str(requirement) not in seen:
            seen[str(requirement)] = requirement
            waiting.extend(_brought_by(requirement))
    return list(seen.values())


def _brought_by(requirement: Requirement) -> list[Requirement]:
    lines = importlib.metadata.requires(requirement.name) or []
    extras = requirement.extras or {""}
    found = [Requirement(line) for line in lines]
    return [one for one in found if one.marker is None or any(one.marker.evaluate({"extra": name}) for name in extras)]


def test_constraints_are_exact_versions_and_nothing_else() -> None:
    faults = [line for line in pin_lines() if not PIN.fullmatch(line)]
    assert not faults, told(faults, "constraints.txt holds `name==version` only: no address, path, option or range.")


def test_constraints_cover_all_that_the_extras_bring() -> None:
    pinned = pins()
    faults = []
    for requirement in requirements():
        version = pinned.get(canonicalize_name(requirement.name))
        if version is None:
            faults.append(f"{requirement}: no pin")
        elif not requirement.specifier.contains(version, prereleases=True):
            faults.append(f"{requirement}: pinned to {version}")
    assert not faults, told(faults, "Write in constraints.txt the version that was tested (CONTRIBUTING.md).")


def test_every_pin_is_needed() -> None:
    needed = {canonicalize_name(requirement.name) for requirement in requirements()}
    faults = sorted(set(pins()) - needed)
    assert not faults, told(faults, "Nothing asks for these any more: take them out of constraints.txt.")


def test_debian_packages_are_listed_once_each_under_a_purpose() -> None:
    blocks = (ROOT / "installers/debian-packages.txt").read_text("utf-8").strip().split("\n\n")[1:]
    names: list[str] = []
    for block in blocks:
        purpose, *packages = block.splitlines()
        assert purpose.startswith("# "), f"Say what these packages are for in a comment above them: {packages}"
        faults = [name for name in packages if not DEBIAN_NAME.fullmatch(name)]
        assert not faults, told(faults, "One Debian package a line, name alone.")
        assert packages == sorted(packages), f"Sort the packages « {purpose} »."
        names += packages
    twice = sorted({name for name in names if names.count(name) > 1})
    assert not twice, told(twice, "Listed twice: keep one line.")
