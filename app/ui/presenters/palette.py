"""The command palette: what can be done now, by words without accents; it holds no list of its own."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

MOST_SHOWN = 40
_EXACT, _START, _WORD, _INSIDE, _SPREAD = range(5)


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done.

    Attributes:
        title: What it does, as the user reads it.
        place: Where it belongs, as « Page », « Thème », « Mission ».
        keys: Its shortcut as drawn, or empty.
        run: Does it.
    """

    title: str
    place: str
    keys: str
    run: Callable[[], object]


def plain(text: str) -> str:
    """A text without accents, case or typographic spaces."""
    apart = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return " ".join("".join(char for char in apart if not unicodedata.combining(char)).casefold().split())


def ranked(commands: Iterable[Command], words: str) -> tuple[Command, ...]:
    """Commands that hold every word, the nearest first; a word may also be given by letters in their order (« quest » as « qst »)."""
    wanted = plain(words).split()
    found: list[tuple[int, int, int, Command]] = []
    for rank, command in enumerate(commands):
        text = plain(f"{command.title} {command.place}")
        marks = [_mark(text, word) for word in wanted]
        if all(mark is not None for mark in marks):
            found.append((sum(mark or 0 for mark in marks), len(text) if wanted else 0, rank, command))
    return tuple(one[3] for one in sorted(found, key=lambda one: one[:3])[:MOST_SHOWN])


def without_doubles(commands: Iterable[Command]) -> tuple[Command, ...]:
    """Each command once, the one that has a shortcut first."""
    known: dict[str, Command] = {}
    for command in commands:
        key = plain(command.title)
        if key not in known or (command.keys and not known[key].keys):
            known[key] = command
    return tuple(known.values())


def _mark(text: str, word: str) -> int | None:
    if text == word:
        return _EXACT
    if text.startswith(word):
        return _START
    if f" {word}" in text:
        return _WORD
    if word in text:
        return _INSIDE
    return _SPREAD if len(word) > 2 and _spread(text.split(), word) else None  # noqa: PLR2004 shorter ones are everywhere


def _spread(parts: Sequence[str], word: str) -> bool:
    """Whether the letters of a word come in their order in one word of the text, from its first one."""
    for part in parts:
        letters = iter(part)
        if part[:1] == word[0] and all(letter in letters for letter in word):
            return True
    return False
