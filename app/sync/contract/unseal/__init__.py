"""Reading of a sealed document back into the whole mission: what is printed, and what an empty machine imports."""

from app.sync.contract.unseal.assessment import levels_of
from app.sync.contract.unseal.fieldwork import ledger_of
from app.sync.contract.unseal.funding import scenario_of
from app.sync.contract.unseal.identity import mission_of
from app.sync.contract.unseal.whole import Unsealed, file_of, unseal

__all__ = ["Unsealed", "file_of", "ledger_of", "levels_of", "mission_of", "scenario_of", "unseal"]
