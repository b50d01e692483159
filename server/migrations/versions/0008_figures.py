"""Sector and phases of each version beside its bytes, for the figures of the Region; read from the bytes held already."""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "server_0008"
down_revision = "server_0007"


def upgrade() -> None:
    """Add the columns, and fill those of the versions held."""
    op.add_column("version", sa.Column("sector", sa.String(200), nullable=False, server_default=""))
    op.add_column("version", sa.Column("phases", sa.Text, nullable=False, server_default="[]"))
    version = sa.table(
        "version",
        sa.column("mission_id", sa.Uuid),
        sa.column("number", sa.Integer),
        sa.column("document", sa.LargeBinary),
        sa.column("sector", sa.String),
        sa.column("phases", sa.Text),
    )
    bind = op.get_bind()
    for key in bind.execute(sa.select(version.c.mission_id, version.c.number)).all():
        one = (version.c.mission_id == key.mission_id) & (version.c.number == key.number)
        data = bind.execute(sa.select(version.c.document).where(one)).scalar_one()
        bind.execute(version.update().where(one).values(_read(data)))


def _read(data: bytes) -> dict[str, str]:
    """What the columns hold of a sealed document of schema 1; what cannot be read stays empty."""
    try:
        document = json.loads(data)
        return {"sector": document["mission"]["sector"], "phases": json.dumps(_phases(document), ensure_ascii=False)}
    except (ValueError, KeyError, TypeError):
        return {"sector": "", "phases": "[]"}


def _phases(document: dict[str, Any]) -> list[dict[str, Any]]:
    titles = {phase["code"]: phase["title"] for phase in document["scheme"]["phases"]}
    half_days = {one["phase"]: one["half_days"] for one in document["services"]}
    grants: dict[str, int] = {}
    for scenario in document["scenarios"]:
        if scenario["chosen"] and scenario["funding"]:
            for line in scenario["funding"]["lines"]:
                if line["kind"] == "phase_grant" and line["phase"]:
                    grants[line["phase"]] = grants.get(line["phase"], 0) + line["amount_cents"]
    return [
        {"code": code, "title": titles[code], "half_days": half_days.get(code, 0), "grant_cents": grants.get(code, 0)}
        for code in titles
        if code in half_days or code in grants
    ]
