"""Questionnaires as the document says them."""

from typing import Any

from app.domain.assessment import Assessment
from app.domain.i2df import progress_of
from app.domain.referential import Referential


def assessment_part(assessment: Assessment, referential: Referential) -> dict[str, Any]:
    """One questionnaire, its answers in the order of the referential, as the document says it."""
    answers = []
    for theme in referential.themes:
        if theme.code in assessment.answers:
            answer = assessment.answers[theme.code]
            opinion = answer.opinion
            answers.append(
                {
                    "theme": theme.code,
                    "level": answer.level,
                    "justification": answer.justification,
                    "evidence": answer.evidence,
                    "opinion": None if opinion is None else {"level": opinion.level, "sentence": opinion.sentence},
                }
            )
    return {
        "id": assessment.id,
        "kind": assessment.kind,
        "day": assessment.day,
        "declared_by": assessment.declared_by,
        "captured_by": assessment.captured_by,
        "mode": assessment.mode,
        "answers": answers,
        "index": progress_of(assessment.levels, referential).index,
        "votes": [
            {"id": vote.id, "theme": vote.theme, "voter": vote.voter, "level": vote.level, "cast_at": vote.cast_at}
            for vote in assessment.votes
        ],
    }
