"""Signing keys that the laptop believes: the one pinned at enrolment, and those that it vouches for by the server's chain."""

import json
from collections.abc import Callable, Mapping

from app.services.ports import SecretStore
from app.services.workbench import Membership
from app.sync.contract.keychain import KeyChain, keys_vouched_for

KEYS_SECRET = "regional_server_keys"  # noqa: S105 the name of a secret


class TrustedKeys:
    """Keys kept in the profile beside the membership.

    Args:
        secrets: Where they are kept.
    """

    def __init__(self, secrets: SecretStore) -> None:
        self._secrets = secrets

    def key(self, kid: str, membership: Membership, fetch: Callable[[], KeyChain]) -> bytes:
        """The raw public key that signs as `kid`; the chain is asked for when it is new, and kept once verified.

        Returns:
            The key; the pinned one when nothing vouches for `kid`, so that the signature is then refused.

        Raises:
            InvalidData: `key_chain.broken`.
            EnvironmentFailure: What `fetch` raises.
        """
        known = self._known(membership)
        if kid not in known:
            known = keys_vouched_for(membership.public_key, fetch().links)
            self._keep(membership, known)
        return known.get(kid, membership.public_key)

    def _known(self, membership: Membership) -> Mapping[str, bytes]:
        kept = self._secrets.secret(KEYS_SECRET)
        values = {} if kept is None else json.loads(kept)
        # Another enrolment pinned another key: what the former vouched for is worth nothing.
        later = values["keys"] if values.get("pinned") == membership.kid else {}
        return {kid: bytes.fromhex(key) for kid, key in later.items()} | {membership.kid: membership.public_key}

    def _keep(self, membership: Membership, known: Mapping[str, bytes]) -> None:
        values = {"pinned": membership.kid, "keys": {kid: key.hex() for kid, key in known.items()}}
        self._secrets.keep_secret(KEYS_SECRET, json.dumps(values).encode())
