"""Manifest of the photos and files, as it is sealed."""

from typing import Any

from app.domain.attachment import Attachment, FieldAudience
from app.domain.mission import MissionFile


def attachment_parts(file: MissionFile) -> list[dict[str, Any]]:
    """Everything but the private ones; a link to what was removed since is not told."""
    sessions, actions = {one.id for one in file.sessions}, {one.id for one in file.actions}
    return [
        {
            "id": one.id,
            "sha256": one.sha256,
            "media_type": one.media_type,
            "size": one.size,
            "name": one.name,
            "caption": one.caption,
            "audience": one.audience,
            "session": one.link.session_id if one.link.session_id in sessions else None,
            "theme": one.link.theme or "",
            "action": one.link.action_id if one.link.action_id in actions else None,
            "added_at": one.added_at,
        }
        for one in file.attachments
        if _is_sealed(one)
    ]


def _is_sealed(one: Attachment) -> bool:
    return one.audience is not FieldAudience.PRIVATE
