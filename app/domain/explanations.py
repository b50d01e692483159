"""What was answered to the warnings of the checks before closing: one sentence each, kept in the draft, then sealed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Explanation:
    """The sentence that answers one warning; a warning whose figures have moved wants another.

    Attributes:
        rule: Stable code of the rule, such as `identity.next_day`.
        subject: What tells the warning from the others of its rule (`Finding.subject`).
        warning: The warning as it was read when it was answered.
        sentence: Why the mission goes on, as typed.
    """

    rule: str
    subject: str
    warning: str
    sentence: str
