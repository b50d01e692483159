"""Every page of the fictional company, in dark and at 200 %: shown without a word of complaint, on the dark ground."""

from pathlib import Path

import pytest
from PIL import Image, ImageColor

from app.services.profile import ThemeChoice
from app.ui.tokens import Theme, load_tokens
from tests.e2e.journey import PAGES
from tests.e2e.tour import TRAINING_HOME, Look, tour

pytestmark = pytest.mark.e2e


def test_every_page_in_dark_and_at_200_percent(tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    look = Look("sombre-200", ThemeChoice.DARK, "2560x1440", 2)
    assert not tour(look, tmp_path / "profile", pictures)
    c = load_tokens(Theme.DARK).colours
    taken = sorted(pictures.glob("*.png"))
    assert len(taken) == 1 + len(PAGES) + len(TRAINING_HOME[2:])
    for path in taken:
        with Image.open(path) as image:
            assert image.size == (2560, 1440)
            counts = {
                colour: count for count, colour in image.convert("RGB").getcolors(image.width * image.height) or ()
            }
        dark = sum(counts.get(ImageColor.getrgb(ground), 0) for ground in (c.bg, c.surface, c.sunken))
        assert dark > sum(counts.values()) / 3, path.name
