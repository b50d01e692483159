"""What is being typed in the actions of a plan: each field is saved alone, and stays typed while it is refused."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from uuid import UUID

from app.domain.action_plan import Action
from app.domain.errors import DomainError
from app.ui.presenters.action_fields import ActionField

_FIELD_OF = {"action.title_missing": "title", "action.theme_missing": "themes", "action.theme_unknown": "themes"}
"""Field under which a refusal of the whole action is told; the others are told under the field being saved."""


class ActionEdits:
    """Typed texts and refusals by action and field; a new action waits here until it has a title and a theme."""

    def __init__(
        self,
        fields: Mapping[str, ActionField],
        save: Callable[[Action], Action],
        sentence: Callable[[DomainError], str],
    ) -> None:
        """Begin with nothing typed.

        Args:
            fields: Fields by key.
            save: Use case that keeps an action; may raise `DomainError` or `EnvironmentFailure`.
            sentence: French sentence of a refusal.
        """
        self._fields = fields
        self._save = save
        self._sentence = sentence
        self._typed: dict[UUID, dict[str, str]] = {}
        self._errors: dict[UUID, dict[str, str]] = {}

    def text(self, action: Action, key: str) -> str:
        """Text of a field: what is being typed, or what is saved."""
        return self._typed.get(action.id, {}).get(key, self._fields[key].show(action))

    def error(self, action_id: UUID, key: str) -> str:
        """Why a field is not saved, or an empty string."""
        return self._errors.get(action_id, {}).get(key, "")

    def type(self, action: Action, key: str, text: str) -> bool:
        """A field changed under the hand; returns whether there is something to save."""
        if text == self.text(action, key):
            return False
        self._typed.setdefault(action.id, {})[key] = text
        self._errors.get(action.id, {}).pop(key, None)
        return True

    def is_typed(self, action_id: UUID) -> bool:
        """Whether something of an action is not saved yet."""
        return bool(self._typed.get(action_id))

    def is_pending(self, action_id: UUID, key: str) -> bool:
        """Whether a field is typed and not refused."""
        return key in self._typed.get(action_id, {}) and not self.error(action_id, key)

    def forget(self, action_id: UUID) -> None:
        """Let go of what is typed in an action."""
        self._typed.pop(action_id, None)
        self._errors.pop(action_id, None)

    def as_typed(self, action: Action) -> Action:
        """An action with every typed field that can be read, saved or not."""
        for key, text in self._typed.get(action.id, {}).items():
            try:
                action = self._fields[key].put(action, text)
            except DomainError:
                continue
        return action

    def save(self, action: Action) -> Action:
        """Save the typed fields of an action one by one; one that is refused is tried again after the others.

        Returns:
            The action as it is saved at the end.

        Raises:
            EnvironmentFailure: The disk refused; what is typed stays.
        """
        typed = self._typed.get(action.id, {})
        progress = True
        while typed and progress:
            progress = False
            for key, text in list(typed.items()):
                kept = self._try(action, key, text)
                if kept is not None:
                    action, progress = kept, True
        return action

    def save_new(self, action: Action) -> Action | None:
        """Save a new action whole, or tell what it lacks and return None.

        Raises:
            EnvironmentFailure: The disk refused; what is typed stays.
        """
        typed = dict(self._typed.get(action.id, {}))
        errors = self._errors.setdefault(action.id, {})
        errors.clear()
        built = action
        for key, text in typed.items():
            try:
                built = self._fields[key].put(built, text)
            except DomainError as refusal:
                errors[key] = self._sentence(refusal)
        if errors:
            return None
        try:
            kept = self._save(built)
        except DomainError as refusal:
            errors[_FIELD_OF.get(refusal.code, "end")] = self._sentence(refusal)
            return None
        self.forget(action.id)
        return kept

    def _try(self, action: Action, key: str, text: str) -> Action | None:
        errors = self._errors.setdefault(action.id, {})
        try:
            kept = self._save(self._fields[key].put(action, text))
        except DomainError as refusal:
            errors[key] = self._sentence(refusal)
            return None
        errors.pop(key, None)
        self._typed[action.id].pop(key, None)
        return kept


def renumbered(actions: tuple[Action, ...], drafts: tuple[Action, ...]) -> tuple[Action, ...]:
    """Saved actions followed by those that are not saved yet, numbered after them."""
    return (*actions, *(replace(one, rank=len(actions) + place) for place, one in enumerate(drafts, start=1)))
