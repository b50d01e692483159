"""Base of every part of the sealed document, and the bounds of its simple values."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from app.sync.contract.canonical import MAX_INTEGER

Line = Annotated[str, Field(max_length=200)]
Text = Annotated[str, Field(max_length=5_000)]
Code = Annotated[str, Field(min_length=1, max_length=64)]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Count = Annotated[int, Field(ge=0, le=1_000_000)]
Amount = Annotated[int, Field(ge=0, le=MAX_INTEGER)]


class Part(BaseModel):
    """Base of every part: frozen, nothing unknown accepted."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False)
