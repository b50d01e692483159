"""Photos made ready for the paper: opaque RGB JPEG, no finer than the sheet shows, without metadata; Pillow comes when needed."""

import io
import warnings
from functools import lru_cache
from typing import TYPE_CHECKING

from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from app.domain.attachment import MAX_PIXELS, MediaType

if TYPE_CHECKING:
    from PIL.Image import Image

DOTS_PER_INCH = 150
"""Finest print of a photo: an office printer shows no more, and the file stays light."""

_POINTS_PER_INCH = 72
_QUALITY = 82
_FORMATS = {MediaType.JPEG: "JPEG", MediaType.PNG: "PNG"}


class Photo(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """A photo at its printed size, told in words to who cannot see it."""

    def __init__(self, jpeg: bytes, size: tuple[float, float], alternative: str) -> None:
        super().__init__()
        self.width, self.height = size
        self._jpeg = jpeg
        self._alternative = alternative

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its own size."""
        return self.width, self.height

    def draw(self) -> None:
        """Paints it as a figure."""
        with self.canv.figure(self._alternative):
            self.canv.drawImage(_Written(self._jpeg), 0, 0, self.width, self.height)


class _Written(ImageReader):  # type: ignore[misc]  # ReportLab has no types
    """A JPEG that goes into the file as it is, without being decoded again."""

    def __init__(self, jpeg: bytes) -> None:
        self._jpeg = jpeg
        self._dataA = None

    def getRGBData(self) -> bytes:  # noqa: N802
        """What tells it from another photo."""
        return self._jpeg

    def jpeg_fh(self) -> io.BytesIO:
        """Its bytes."""
        return io.BytesIO(self._jpeg)


def photo(data: bytes, media_type: MediaType, box: tuple[float, float], alternative: str) -> Photo | None:
    """A photo that fits a box with its proportions kept, or None when its bytes are not a photo that can be read.

    Args:
        data: Bytes of the attachment.
        media_type: What they are said to be.
        box: Width and height in points.
        alternative: What is seen.
    """
    made = _for_paper(data, media_type, box)
    return None if made is None else Photo(*made, alternative)


@lru_cache(maxsize=24)
def _for_paper(
    data: bytes, media_type: MediaType, box: tuple[float, float]
) -> tuple[bytes, tuple[float, float]] | None:
    """The photo as a JPEG, and its size in points; kept, since a preview is made again at each change."""
    from PIL import Image

    if media_type not in _FORMATS:
        return None
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data), formats=[_FORMATS[media_type]]) as source:
            warnings.simplefilter("ignore")
            if source.width * source.height > MAX_PIXELS:
                return None
            scale = min(box[0] / source.width, box[1] / source.height)
            size = (source.width * scale, source.height * scale)
            dots = [max(1, round(points * DOTS_PER_INCH / _POINTS_PER_INCH)) for points in size]
            source.draft("RGB", (dots[0], dots[1]))
            source.load()
            shown = _opaque(source)
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError):
        return None
    except (MemoryError, OverflowError, IndexError, KeyError, TypeError, RuntimeError):
        # What decoders raise on files made to harm.
        return None
    shown.thumbnail((dots[0], dots[1]), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    shown.save(buffer, "JPEG", quality=_QUALITY, optimize=True)
    return buffer.getvalue(), size


def _opaque(source: "Image") -> "Image":
    """The pixels alone, on white."""
    from PIL import Image

    ground = Image.new("RGB", source.size, "white")
    if "A" in source.getbands() or "transparency" in source.info:
        seen = source.convert("RGBA")
        ground.paste(seen, mask=seen.getchannel("A"))
    else:
        ground.paste(source.convert("RGB"))
    return ground
