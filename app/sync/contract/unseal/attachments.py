"""Photos and files read back from the manifest of a document."""

from app.domain.attachment import Attachment, AttachmentLink
from app.domain.referential import ThemeCode
from app.sync.contract.document import SealedDocument


def attachments_of(document: SealedDocument) -> tuple[Attachment, ...]:
    """The manifest, in its order; the bytes are elsewhere."""
    return tuple(
        Attachment(
            id=one.id,
            sha256=one.sha256,
            media_type=one.media_type,
            size=one.size,
            name=one.name,
            added_at=one.added_at,
            caption=one.caption,
            audience=one.audience,
            link=AttachmentLink(one.session, ThemeCode(one.theme) if one.theme else None, one.action),
        )
        for one in document.attachments
    )
