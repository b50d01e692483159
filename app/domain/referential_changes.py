"""What differs between two referentials: themes, levers and levels added, removed, renamed, moved or weighed otherwise."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

from app.domain.referential import LevelSpec, Lever, Referential, Theme


class ChangeKind(StrEnum):
    """Kinds of differences; each has its sentence in the text catalogue under `changes`."""

    LEVEL_POINTS = "level_points"
    LEVEL_LABEL = "level_label"
    LEVER_ADDED = "lever_added"
    LEVER_REMOVED = "lever_removed"
    LEVER_RENAMED = "lever_renamed"
    LEVER_OPENED = "lever_opened"
    LEVER_CLOSED = "lever_closed"
    THEME_ADDED = "theme_added"
    THEME_REMOVED = "theme_removed"
    THEME_RECODED = "theme_recoded"
    THEME_RENAMED = "theme_renamed"
    THEME_RESCOPED = "theme_rescoped"
    THEME_MOVED = "theme_moved"
    THEME_FACTORS = "theme_factors"
    MAXIMUM = "maximum"


@dataclass(frozen=True, slots=True)
class ReferentialChange:
    """One difference.

    Attributes:
        kind: What differs.
        code: Theme or lever; a level by its former wording; empty for the referential as a whole. A recoded theme is told
            by its former code.
        before: Former value, as people read it, or empty.
        after: New value, or empty.
    """

    kind: ChangeKind
    code: str
    before: str = ""
    after: str = ""


def referential_changes(before: Referential, after: Referential) -> tuple[ReferentialChange, ...]:
    """Every difference, levels first, then levers, then themes in the order of the new referential; none when equal.

    Themes are matched by code, then by an identical title; the order of themes and the header are not differences.
    """
    return (*_levels(before, after), *_levers(before, after), *_themes(before, after), *_maximum(before, after))


def _levels(before: Referential, after: Referential) -> Iterator[ReferentialChange]:
    former: dict[str, LevelSpec] = {spec.level: spec for spec in before.levels}
    for spec in after.levels:
        old = former[spec.level]
        if old.points != spec.points:
            yield ReferentialChange(ChangeKind.LEVEL_POINTS, old.label, str(old.points), str(spec.points))
        if old.label != spec.label:
            yield ReferentialChange(ChangeKind.LEVEL_LABEL, old.label, old.label, spec.label)


def _levers(before: Referential, after: Referential) -> Iterator[ReferentialChange]:
    former = {lever.code: lever for lever in before.levers}
    for lever in after.levers:
        old = former.pop(lever.code, None)
        if old is None:
            yield ReferentialChange(ChangeKind.LEVER_ADDED, lever.code, after=lever.title)
        else:
            yield from _lever(old, lever)
    for lever in former.values():
        yield ReferentialChange(ChangeKind.LEVER_REMOVED, lever.code, lever.title)


def _lever(old: Lever, new: Lever) -> Iterator[ReferentialChange]:
    if old.title != new.title:
        yield ReferentialChange(ChangeKind.LEVER_RENAMED, new.code, old.title, new.title)
    if old.opens_accompaniment != new.opens_accompaniment:
        kind = ChangeKind.LEVER_OPENED if new.opens_accompaniment else ChangeKind.LEVER_CLOSED
        yield ReferentialChange(kind, new.code, old.title, new.title)


def _themes(before: Referential, after: Referential) -> Iterator[ReferentialChange]:
    kept = {theme.code for theme in before.themes} & {theme.code for theme in after.themes}
    former = {theme.code: theme for theme in before.themes}
    left = [theme for theme in before.themes if theme.code not in kept]
    for theme in after.themes:
        old = former[theme.code] if theme.code in kept else _of_title(left, theme.title)
        if old is None:
            yield ReferentialChange(ChangeKind.THEME_ADDED, theme.code, after=theme.title)
            continue
        if theme.code not in kept:
            left.remove(old)
            yield ReferentialChange(ChangeKind.THEME_RECODED, old.code, old.code, theme.code)
        yield from _theme(old, theme)
    for theme in left:
        yield ReferentialChange(ChangeKind.THEME_REMOVED, theme.code, theme.title)


def _of_title(themes: Sequence[Theme], title: str) -> Theme | None:
    return next((theme for theme in themes if theme.title == title), None)


def _theme(old: Theme, new: Theme) -> Iterator[ReferentialChange]:
    for kind, name in (
        (ChangeKind.THEME_RENAMED, "title"),
        (ChangeKind.THEME_MOVED, "lever"),
        (ChangeKind.THEME_RESCOPED, "scope"),
    ):
        value = attrgetter(name)
        if value(old) != value(new):
            yield ReferentialChange(kind, new.code, value(old), value(new))
    if set(old.factors) != set(new.factors):
        yield ReferentialChange(ChangeKind.THEME_FACTORS, new.code, _told(old.factors), _told(new.factors))


def _told(codes: Iterable[str]) -> str:
    return ", ".join(sorted(codes)) or "—"


def _maximum(before: Referential, after: Referential) -> Iterator[ReferentialChange]:
    if before.maximum != after.maximum:
        yield ReferentialChange(ChangeKind.MAXIMUM, "", str(before.maximum), str(after.maximum))
