"""Photos made ready to be kept: turned upright, resized, without any metadata; Pillow is imported when first needed."""

import io
import warnings
from typing import TYPE_CHECKING

from app.domain.attachment import MAX_PIXELS, MAX_SOURCE_BYTES, MediaType, check_size, recognise
from app.domain.errors import DomainError
from app.services.attachment_ports import Prepared

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST_SIDE = 2560
"""Longest side of a photo that is kept, in pixels: a name plate of a machine stays readable."""

THUMBNAIL_SIDE = 320
"""Longest side of a small picture, in pixels."""

_QUALITY = 85
_THUMBNAIL_QUALITY = 75
_FORMATS = {MediaType.JPEG: "JPEG", MediaType.PNG: "PNG", MediaType.HEIC: "HEIF"}


def prepare(data: bytes) -> Prepared:
    """Bytes ready to be kept: a file as it came, a photo written anew from its pixels alone.

    A HEIC photo becomes a JPEG one. The place, the hour, the camera, comments and colour profiles go away: only the
    turning that the camera asked for is applied before. A profile's colours are brought to sRGB first.

    Raises:
        DomainError: `attachment.empty`, `attachment.kind_unknown`, `attachment.too_heavy`, `attachment.too_many_pixels`,
            `attachment.unreadable`.
    """
    if len(data) > MAX_SOURCE_BYTES:
        raise DomainError("attachment.too_heavy", size=-(-len(data) // 2**20), limit=MAX_SOURCE_BYTES // 2**20)
    kind = recognise(data)
    if not kind.is_photo:
        check_size(len(data))
        return Prepared(data, kind)
    picture = _decoded(data, kind)
    kept = MediaType.PNG if kind is MediaType.PNG else MediaType.JPEG
    written = _written(picture, kept)
    check_size(len(written))
    return Prepared(written, kept, _thumbnail(picture))


def _decoded(data: bytes, kind: MediaType) -> "Image":
    """Pixels of a photo, upright, at most `LONGEST_SIDE` long, in sRGB."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    if kind is MediaType.HEIC:
        import pillow_heif

        pillow_heif.register_heif_opener(thumbnails=False)
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data), formats=[_FORMATS[kind]]) as source:
            warnings.simplefilter("ignore")
            if source.width * source.height > MAX_PIXELS:
                raise _too_many_pixels()
            # A JPEG is decoded at half, a quarter or an eighth of its size: no need of all the pixels in memory.
            source.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            source.load()
            picture = ImageOps.exif_transpose(source)
            picture = _in_srgb(picture)
    except DomainError:
        raise
    except Image.DecompressionBombError as error:
        raise _too_many_pixels() from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
        raise DomainError("attachment.unreadable") from error
    except (MemoryError, OverflowError, IndexError, KeyError, TypeError, RuntimeError) as error:
        # What decoders raise on files made to harm.
        raise DomainError("attachment.unreadable") from error
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    picture.info.clear()
    return picture


def _too_many_pixels() -> DomainError:
    return DomainError("attachment.too_many_pixels", limit=MAX_PIXELS // 1_000_000)


def _in_srgb(picture: "Image") -> "Image":
    from PIL import ImageCms

    has_alpha = "A" in picture.getbands() or "transparency" in picture.info
    profile = picture.info.get("icc_profile")
    if isinstance(profile, bytes) and picture.mode == "RGB":
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            turned = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"))
        except (ImageCms.PyCMSError, OSError):
            turned = None
        if turned is not None:
            return turned
    return picture.convert("RGBA" if has_alpha else "RGB")


def _written(picture: "Image", kind: MediaType) -> bytes:
    buffer = io.BytesIO()
    if kind is MediaType.PNG:
        picture.save(buffer, "PNG", optimize=True)
    else:
        _opaque(picture).save(buffer, "JPEG", quality=_QUALITY, optimize=True)
    return buffer.getvalue()


def _thumbnail(picture: "Image") -> bytes:
    from PIL import Image

    small = _opaque(picture)
    small.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    small.save(buffer, "JPEG", quality=_THUMBNAIL_QUALITY)
    return buffer.getvalue()


def _opaque(picture: "Image") -> "Image":
    """A copy without transparency, on white."""
    from PIL import Image

    if picture.mode != "RGBA":
        return picture.copy()
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground
