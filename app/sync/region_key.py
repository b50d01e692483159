"""The public key that files for the Region are encrypted to, as the laptop keeps it: believed only under the server's signature."""

import json

from app.domain.errors import InvalidData
from app.services.errors import EnvironmentFailure
from app.services.ports import SecretStore
from app.services.workbench import Membership
from app.sync.client import RegionalClient, Rejected
from app.sync.contract.recipient import read_recipient, verified_recipient
from app.sync.trust import TrustedKeys

RECIPIENT_SECRET = "regional_recipient"  # noqa: S105 the name of a secret


def kept_recipient(secrets: SecretStore, membership: Membership | None) -> str:
    """The key of the server that this laptop is enrolled with, or empty."""
    kept = secrets.secret(RECIPIENT_SECRET)
    if kept is None or membership is None:
        return ""
    values = json.loads(kept)
    return str(values["recipient"]) if values["pinned"] == membership.kid else ""


def fetched_recipient(secrets: SecretStore, membership: Membership, client: RegionalClient) -> str:
    """The key that the server publishes now, kept once its signature is verified.

    Raises:
        InvalidData: `recipient.unreadable`, `recipient.signature`, `key_chain.broken`.
        EnvironmentFailure: `server.refused` with the server's sentence, or a failure of the line.
    """
    answer = client.recipient()
    if isinstance(answer, Rejected):
        raise EnvironmentFailure("server.refused", detail=answer.detail)
    told = read_recipient(answer)
    signer = TrustedKeys(secrets).key(told.body.kid, membership, client.key_chain)
    recipient = verified_recipient(told, signer)
    secrets.keep_secret(RECIPIENT_SECRET, json.dumps({"pinned": membership.kid, "recipient": recipient}).encode())
    return recipient


def keep_recipient_if_told(secrets: SecretStore, membership: Membership, client: RegionalClient) -> None:
    """The same at the enrolment, which does not depend on it: a former server publishes none."""
    try:
        fetched_recipient(secrets, membership, client)
    except (InvalidData, EnvironmentFailure):
        return
