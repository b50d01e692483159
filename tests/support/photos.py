"""Small pictures drawn by code, with the metadata that a telephone would add."""

import io

from PIL import Image, ImageDraw

ORIENTATION = 0x0112
GPS = 0x8825
MAKER = "Telephone d'essai"
PLACE = "46100 Figeac"


def a_picture(width: int = 640, height: int = 480, colour: str = "steelblue") -> Image.Image:
    """A plain picture with a mark in its upper left corner, so that turning it shows."""
    picture = Image.new("RGB", (width, height), colour)
    ImageDraw.Draw(picture).rectangle((0, 0, width // 4, height // 4), "white")
    return picture


def written(picture: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    """The picture as a file."""
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def with_place(picture: Image.Image, kind: str = "JPEG", orientation: int = 1) -> bytes:
    """The picture as a telephone writes it: place, maker, comment, way in which it was held."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[0x010F] = MAKER
    exif.get_ifd(GPS)[1], exif.get_ifd(GPS)[2] = "N", (44.0, 36.0, 30.0)
    options = {"comment": PLACE.encode()} if kind == "JPEG" else {}
    return written(picture, kind, exif=exif, **options)
