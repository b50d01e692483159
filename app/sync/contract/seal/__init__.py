"""Writing of the sealed document: from the whole mission to its canonical bytes, once; one file per idea."""

from app.sync.contract.seal.fieldwork import services_of
from app.sync.contract.seal.funding import sealed_funding
from app.sync.contract.seal.whole import write_document, write_draft

__all__ = ["sealed_funding", "services_of", "write_document", "write_draft"]
