"""Reading of a sealed document back into the whole mission: what is printed, and what an empty machine imports."""

from app.sync.contract.unseal.whole import Unsealed, file_of, unseal

__all__ = ["Unsealed", "file_of", "unseal"]
