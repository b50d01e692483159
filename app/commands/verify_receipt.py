"""The links of a receipt: the server's signature, then the very document that it says was received."""

from collections.abc import Iterator

from app.domain.errors import InvalidData
from app.sync.contract.canonical import read_canonical, sha256_of
from app.sync.contract.document import read_document
from app.sync.contract.receipt import ReceiptBody, read_receipt


class ReceiptFile:
    """A receipt and the public key that must have signed it."""

    def __init__(self, data: bytes, public_key: bytes) -> None:
        self._data = data
        self._key = public_key

    @staticmethod
    def looks_like(data: bytes) -> bool:
        """Whether bytes have the form of a receipt."""
        try:
            return read_canonical(data).keys() == {"body", "signature"}
        except InvalidData:
            return data.startswith(b'{"body"')

    def links(self, document: bytes | None = None) -> Iterator[tuple[str, dict[str, object]]]:
        """Each link that holds; those with a document say that it is the one received.

        Raises:
            InvalidData: `receipt.unreadable`, `receipt.signature`, `receipt.mismatch`, `verify.receipt_journal`.
        """
        body = read_receipt(self._data, self._key)
        yield (
            "verify.receipt",
            {
                "server": body.server,
                "kid": body.kid,
                "day": body.received_at.date(),
                "version": body.version,
                "sha256": body.sha256,
            },
        )
        if document is not None:
            self._check_document(body, document)
            yield "verify.receipt_document", {}

    def _check_document(self, body: ReceiptBody, data: bytes) -> None:
        document = read_document(data)
        said = (body.mission_id, body.version, body.sha256, body.size)
        if said != (document.mission.id, document.version.number, sha256_of(data), len(data)):
            raise InvalidData("receipt.mismatch")
        journal = document.journal
        head = (None, None) if journal is None else (journal.events, journal.sha256)
        if body.journal_events is not None and (body.journal_events, body.journal_sha256) != head:
            raise InvalidData("verify.receipt_journal")
