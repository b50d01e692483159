"""Undo of everything that is not sealed: each transaction of a draft leaves a step, which another transaction reverts.

    log = UndoLog()
    bench = replace(bench, unit_of_work=recording(bench.unit_of_work, mission_id, log))
    ...                                            # use cases, as they are
    undo(raw_factory, mission_id, log, putting)    # the last step, as a new change of the draft

A step holds the records that its transaction changed, before and after: never the whole mission. What another hand
changed meanwhile is never undone: field by field, a value must still be the one that the step left.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from threading import Lock
from types import TracebackType
from typing import Any, Self, cast
from uuid import UUID

from app.domain.errors import DomainError
from app.domain.journal import EventKind
from app.services.drafts import draft_of
from app.services.ports import UnitOfWork, UnitOfWorkFactory
from app.services.undo_shelves import SHELVES, WRITES, Bench, Key, ShelfName

KEPT_STEPS = 200
"""Steps that a window remembers."""

_Scope = tuple[ShelfName, Key]
_KINDS = {
    ShelfName.ANSWER: EventKind.ANSWERED,
    ShelfName.IDENTITY: EventKind.FRAMED,
    ShelfName.DAY: EventKind.DAY_CORRECTED,
}


@dataclass(frozen=True, slots=True)
class Written:
    """One record that a transaction changed; None stands for a record that is not there."""

    shelf: ShelfName
    scope: Key
    key: Key
    before: Any
    after: Any


Step = tuple[Written, ...]
"""What one transaction changed."""


class UndoLog:
    """Steps that can be undone and those that can be done again; filled from any thread."""

    def __init__(self, told: Callable[[], None] = lambda: None) -> None:
        """Begin empty; `told` is called after each change."""
        self.done: tuple[Step, ...] = ()
        self.undone: tuple[Step, ...] = ()
        self._lines: dict[Key, Key] = {}
        self._told = told
        self._lock = Lock()

    def push(self, step: Step) -> None:
        """A new change was made: what was undone cannot be done again."""
        with self._lock:
            self.done = (*self.done[1 - KEPT_STEPS :], step)
            self.undone = ()
        self._told()

    def clear(self) -> None:
        """Forget everything: what is sealed does not change."""
        with self._lock:
            self.done = self.undone = ()
        self._told()

    def drop(self, step: Step, *, again: bool) -> None:
        """Forget one step that cannot be reverted."""
        with self._lock:
            self._remove(step, again=again)
        self._told()

    def turn(self, step: Step, reverted: Step, *, again: bool) -> None:
        """A step was reverted: its opposite goes to the other side."""
        with self._lock:
            self._remove(step, again=again)
            if again:
                self.done = (*self.done, reverted)
            else:
                self.undone = (*self.undone, reverted)
        self._told()

    def known_as(self, key: Key) -> Key:
        """Key that a record has now: a line of the ledger that came back is another line."""
        while key in self._lines:
            key = self._lines[key]
        return key

    def renamed(self, former: Key, present: Key) -> None:
        """A record came back under another key."""
        if former != present:
            self._lines[former] = present

    def _remove(self, step: Step, *, again: bool) -> None:
        if again:
            self.undone = tuple(one for one in self.undone if one is not step)
        else:
            self.done = tuple(one for one in self.done if one is not step)


def recording(factory: UnitOfWorkFactory, mission_id: UUID, log: UndoLog) -> UnitOfWorkFactory:
    """The same transactions, each leaving its step in the log once it is durable."""
    return lambda: cast(UnitOfWork, _Recording(factory(), mission_id, log.push, log.clear))


def undo(factory: UnitOfWorkFactory, mission_id: UUID, log: UndoLog, bench: Bench) -> Step | None:
    """Revert the last step; gives it, or None when there is none.

    Raises:
        DomainError: `mission.sealed`, `undo.changed_meanwhile` (the step is then forgotten), or what the rules refuse.
        EnvironmentFailure: The disk refused; nothing was written, the step stays.
    """
    return _revert(factory, mission_id, log, bench, again=False)


def redo(factory: UnitOfWorkFactory, mission_id: UUID, log: UndoLog, bench: Bench) -> Step | None:
    """Do again the last step undone; as `undo`."""
    return _revert(factory, mission_id, log, bench, again=True)


def _revert(factory: UnitOfWorkFactory, mission_id: UUID, log: UndoLog, bench: Bench, *, again: bool) -> Step | None:
    steps = log.undone if again else log.done
    if not steps:
        return None
    step = steps[-1]
    made: list[Step] = []
    kind = _KINDS.get(step[0].shelf, EventKind.CHANGED)
    try:
        with draft_of(
            lambda: cast(UnitOfWork, _Recording(factory(), mission_id, made.append, log.clear)),
            mission_id,
            bench.clock(),
            kind,
            *(one.before for one in step),
        ) as uow:
            _put_back(uow, mission_id, step, log, bench)
    except DomainError:
        log.drop(step, again=again)
        raise
    if made:
        log.turn(step, made[0], again=again)
    else:
        log.drop(step, again=again)
    return step


def _put_back(uow: UnitOfWork, mission_id: UUID, step: Step, log: UndoLog, bench: Bench) -> None:
    wanted = []
    for one in step:
        shelf, key = SHELVES[one.shelf], log.known_as(one.key)
        now = shelf.read(uow, mission_id, one.scope).get(key)
        record = _merged(now, one.after, one.before)
        if record != now:
            wanted.append((one, key, record))
    for one, key, record in reversed(wanted):
        log.renamed(key, SHELVES[one.shelf].put(uow, mission_id, key, record, bench))
    for name in {one.shelf for one in step}:
        touched = frozenset(one.key for one in step if one.shelf is name)
        SHELVES[name].settle(uow, mission_id, touched)


def _merged(now: Any, left: Any, wanted: Any) -> Any:
    """The present record with the fields of a step as they are wanted; each must still be as the step left it."""
    if left == wanted:
        return now
    if now == left:
        return wanted
    if is_dataclass(now) and type(now) is type(left) is type(wanted) and not isinstance(now, type):
        parts = {
            field.name: _merged(getattr(now, field.name), getattr(left, field.name), getattr(wanted, field.name))
            for field in fields(now)
        }
        return replace(now, **parts)
    raise DomainError("undo.changed_meanwhile")


class _Recording:
    """A transaction that looks at each shelf before its first write and once more before the commit."""

    def __init__(
        self, inner: UnitOfWork, mission_id: UUID, push: Callable[[Step], None], clear: Callable[[], None]
    ) -> None:
        self._inner = inner
        self._mission_id = mission_id
        self._push = push
        self._clear = clear
        self._before: dict[_Scope, dict[Key, Any]] = {}

    def __enter__(self) -> Self:
        self._inner.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._inner.__exit__(kind, error, trace)

    def __getattr__(self, name: str) -> Any:
        """A repository, whose writes are watched."""
        return _Watched(name, getattr(self._inner, name), self)

    def look(self, shelf: ShelfName, scope: Key, about: object) -> None:
        """A write comes: keep what is there, the first time."""
        mine = getattr(about, "id", about) == self._mission_id
        if mine and (shelf, scope) not in self._before:
            self._before[shelf, scope] = dict(SHELVES[shelf].read(self._inner, self._mission_id, scope))

    def commit(self) -> None:
        """Commit, then tell what changed."""
        step = tuple(self._changes())
        self._inner.commit()
        states = {one.before.state is one.after.state for one in step if one.shelf is ShelfName.IDENTITY}
        if False in states:
            self._clear()
        elif step:
            self._push(step)

    def _changes(self) -> Iterable[Written]:
        for (name, scope), before in self._before.items():
            after = SHELVES[name].read(self._inner, self._mission_id, scope)
            for key in dict.fromkeys((*before, *after)):
                was, left = before.get(key), after.get(key)
                opened = name is ShelfName.HEADING and was is None
                if was != left and not opened:
                    yield Written(name, scope, key, was, left)


class _Watched:
    """A repository of a recorded transaction."""

    def __init__(self, name: str, repository: object, unit: _Recording) -> None:
        self._name = name
        self._repository = repository
        self._unit = unit

    def __getattr__(self, method: str) -> Any:
        """One of its methods; a write is seen coming."""
        act = getattr(self._repository, method)
        watched = WRITES.get((self._name, method))
        if watched is None:
            return act
        shelf, scope_of = watched

        def write(*given: Any) -> Any:
            self._unit.look(shelf, scope_of(given), given[0])
            return act(*given)

        return write
