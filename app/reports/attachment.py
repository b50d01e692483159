"""The sealed data inside the printed document: `mission.json` attached, byte for byte."""

import io

_UNDATED = ""
"""Dates are those of the sealed data themselves: a clock would make each copy differ."""


def attach_mission(pdf: bytes, mission_json: bytes) -> bytes:
    """The PDF with the sealed document attached (`/AFRelationship /Data`), the same bytes for the same input.

    Args:
        pdf: A document of this package.
        mission_json: Canonical bytes of the sealed mission, kept as they are.
    """
    import pikepdf

    name = "mission.json"
    output = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        spec = pikepdf.AttachedFileSpec(
            document,
            mission_json,
            description="",
            filename=name,
            mime_type="application/json",
            creation_date=_UNDATED,
            mod_date=_UNDATED,
        )
        spec.obj.AFRelationship = pikepdf.Name.Data
        document.attachments[name] = spec
        document.Root.AF = pikepdf.Array([spec.obj])
        for page in document.pages:
            if "/Trans" in page:
                del page["/Trans"]
        document.save(output, deterministic_id=True)
    return output.getvalue()
