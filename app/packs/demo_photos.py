"""Photos of the fictional company: six plain drawings made by code, each marked as fictional; nobody is on them."""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.resources import resource_path

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

_SIZE = (640, 480)
_FLOOR = 360
_MARK = "FICTIF · dessin de démonstration"


@dataclass(frozen=True, slots=True)
class DemoPhoto:
    """A drawing, its caption, and the theme that it is evidence of, or empty.

    Attributes:
        name: Name of the file.
        caption: What is seen.
        theme: Theme of the referential, or empty.
        boxes: Rectangles drawn on the wall of the workshop: left, top, right, bottom, colour.
    """

    name: str
    caption: str
    theme: str
    boxes: tuple[tuple[int, int, int, int, str], ...]

    def drawn(self) -> bytes:
        """The picture, as PNG."""
        from PIL import Image, ImageDraw, ImageFont

        picture = Image.new("RGB", _SIZE, "#dfe5ea")
        pen = ImageDraw.Draw(picture)
        _draw_room(pen)
        for left, top, right, bottom, colour in self.boxes:
            pen.rectangle((left, top, right, bottom), colour, outline="#37424d", width=3)
        face = ImageFont.truetype(str(resource_path("fonts", "IBMPlexSans-Medium.ttf")), 20)
        pen.rectangle((0, 440, 640, 480), "#37424d")
        pen.text((16, 447), _MARK, "#ffffff", face)
        buffer = io.BytesIO()
        picture.save(buffer, "PNG", optimize=True)
        return buffer.getvalue()


def _draw_room(pen: "ImageDraw") -> None:
    pen.rectangle((0, _FLOOR, 640, 480), "#b4bcc4")
    for left in range(0, 640, 80):
        pen.line((left, _FLOOR, left - 60, 480), "#a3acb5", 2)


DEMO_PHOTOS = (
    DemoPhoto(
        "centre-usinage.png",
        "Centre d’usinage 3, boîtier de relevé posé à droite du pupitre",
        "L1.1",
        ((90, 120, 420, 370, "#7d94a8"), (150, 170, 320, 310, "#cfdbe4"), (440, 200, 520, 300, "#e2a83b")),
    ),
    DemoPhoto(
        "tableau-releve.png",
        "Tableau de relevé tenu à la main, au pied des machines",
        "L1.1",
        ((160, 90, 480, 290, "#fbfbf7"), (190, 130, 450, 145, "#9aa5af"), (190, 180, 400, 195, "#9aa5af")),
    ),
    DemoPhoto(
        "baie-reseau.png",
        "Baie du réseau, et le disque de sauvegarde dans le même local",
        "L1.5",
        ((220, 70, 420, 370, "#4b5864"), (240, 100, 400, 130, "#6fae7d"), (240, 150, 400, 180, "#6fae7d")),
    ),
    DemoPhoto(
        "tour-manuel.png",
        "Tour à chargement manuel, équipe du matin",
        "L2.2",
        ((70, 220, 520, 370, "#8a7f70"), (100, 180, 220, 240, "#b5ab9c"), (430, 180, 500, 240, "#c5604f")),
    ),
    DemoPhoto(
        "zone-attente.png",
        "Pièces en attente entre deux postes : trois jours d’encours",
        "",
        ((60, 270, 190, 370, "#c79a5b"), (230, 250, 360, 370, "#c79a5b"), (400, 230, 550, 370, "#c79a5b")),
    ),
    DemoPhoto(
        "affichage.png",
        "Écran d’affichage de l’atelier, éteint depuis l’été",
        "",
        ((140, 80, 500, 270, "#22282e"), (300, 270, 340, 360, "#4b5864")),
    ),
)
"""The six of them, in the order of the visit."""
