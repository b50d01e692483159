"""The project's papers: links that lead somewhere, commands that exist, no address of a machine or an index."""

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

from tests.meta.tree import ROOT, told, tracked

LINK = re.compile(r"\[[^\]]*\]\(([^)#]+)(?:#[^)]*)?\)")
COMMAND = re.compile(r"(?:^|`)make ([a-z]+)\b", re.MULTILINE)
PATH_OF_A_MACHINE = re.compile(r"(?<![\w.])/(?:home|root|Users|work(?:space)?)/\w")


def found_in(papers: list[Path], pattern: re.Pattern[str]) -> Iterator[tuple[Path, str]]:
    """What a pattern captures in each paper."""
    for paper in papers:
        for match in pattern.finditer(paper.read_text("utf-8")):
            yield paper, match[match.lastindex or 0]


def test_links_lead_somewhere() -> None:
    faults = [
        f"{paper.relative_to(ROOT)}: {link}"
        for paper, link in found_in(tracked("*.md"), LINK)
        if "://" not in link and not (paper.parent / link).exists()
    ]
    assert not faults, told(faults, "Mend the link, or write the page it promises.")


def test_commands_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    faults = [
        f"{paper.relative_to(ROOT)}: make {command}"
        for paper, command in found_in(tracked("README.md", "CONTRIBUTING.md", "docs/*.md", "installers/*.md"), COMMAND)
        if command not in targets
    ]
    assert not faults, told(faults, "The Makefile has no such target: mend the paper or write the target.")


def test_make_runs_modules_that_exist() -> None:
    named = set(re.findall(r"-m (\w+(?:\.\w+)*)(?!\.)\b", (ROOT / "Makefile").read_text("utf-8")))
    faults = sorted(name for name in named if importlib.util.find_spec(name) is None)
    assert not faults, told(faults, "The Makefile runs a module that is not there: mend the target.")


def test_the_index_of_the_docs_is_whole() -> None:
    index = (ROOT / "docs" / "README.md").read_text("utf-8")
    faults = [page.name for page in tracked("docs/*.md") if page.name != "README.md" and f"({page.name})" not in index]
    assert not faults, told(faults, "Give this page a line in docs/README.md.")


def test_no_path_of_a_machine() -> None:
    texts = [path for path in tracked() if path.suffix in {".py", ".toml", ".md", ".txt", ".json", ".html", ""}]
    faults = [f"{path.relative_to(ROOT)}: {found}" for path, found in found_in(texts, PATH_OF_A_MACHINE)]
    assert not faults, told(faults, "A path of somebody's machine stands in the tree: take it out.")
