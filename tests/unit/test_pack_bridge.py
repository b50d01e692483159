"""A bridge pack read from bytes: what each theme became, and each refusal with its file, table and key."""

import pytest

from app.domain.bridge import Bridge
from app.domain.errors import InvalidData
from app.packs.bridges import ends_of_bridge, load_bridge
from app.packs.referentials import load_referential
from app.packs.source import PackSource
from tests.unit.test_pack_referential import PACK

BEFORE = load_referential(PackSource("essai.toml", PACK.encode()))
LATER = PACK.replace('id = "essai"', 'id = "essai-2"').replace('version = "3"', 'version = "4"')
AFTER = load_referential(PackSource("essai-2.toml", LATER.encode()))

BRIDGE = """
[pack]
kind = "bridge"
id = "essai-vers-essai-2"
version = "1"
title = "D’essai à essai-2"
author = "Projet Jalon"
licence = "CC-BY-4.0"
official = false
valid_from = 2022-01-01
source = "Test"

[bridge]
before = "essai"
before_version = "3"
after = "essai-2"
after_version = "4"

[[theme]]
code = "B.1"
becomes = []
[[theme]]
code = "A.1"
becomes = ["A.1", "A.2"]
[[theme]]
code = "A.2"
becomes = ["B.1"]
"""


def read(text: str) -> Bridge:
    return load_bridge(PackSource("pont.toml", text.encode()), BEFORE, AFTER)


def test_every_theme_says_what_it_became_in_the_order_of_its_referential() -> None:
    bridge = read(BRIDGE)
    assert (bridge.before, bridge.after) == (BEFORE.header.ref, AFTER.header.ref)
    assert list(bridge.becomes.items()) == [("A.1", ("A.1", "A.2")), ("A.2", ("B.1",)), ("B.1", ())]
    assert ends_of_bridge(PackSource("pont.toml", BRIDGE.encode())) == ("essai", "essai-2")


@pytest.mark.parametrize(
    ("old", "new", "code", "table", "key"),
    [
        ('kind = "bridge"', 'kind = "guide"', "pack.wrong_kind", "pack", "kind"),
        ('before = "essai"', 'before = "autre"', "pack.wrong_end", "bridge", "before"),
        ('before_version = "3"', 'before_version = "2"', "pack.wrong_end", "bridge", "before_version"),
        ('after = "essai-2"', 'after = "essai"', "pack.wrong_end", "bridge", "after"),
        ('after_version = "4"\n', "", "pack.missing_key", "bridge", "after_version"),
        ('after_version = "4"', 'after_version = "4"\nnote = "x"', "pack.unknown_key", "bridge", "note"),
        ('code = "A.2"', 'code = "A.1"', "pack.duplicate", "theme[3]", "code"),
        ('code = "A.2"', 'code = "A.9"', "pack.unknown_theme", "theme[3]", "code"),
        ('becomes = ["B.1"]', 'becomes = ["B.9"]', "pack.unknown_theme", "theme[3]", "becomes"),
        ('becomes = ["B.1"]', 'becomes = ["B.1", "B.1"]', "pack.duplicate", "theme[3]", "becomes"),
        ('becomes = ["B.1"]', 'becomes = "B.1"', "pack.wrong_type", "theme[3]", "becomes"),
        ('becomes = ["B.1"]', "", "pack.missing_key", "theme[3]", "becomes"),
        ("becomes = []", "becomes = []\nreason = 1", "pack.unknown_key", "theme[1]", "reason"),
        ('[[theme]]\ncode = "A.2"\nbecomes = ["B.1"]\n', "", "pack.missing_theme", "document", "theme"),
        ("[pack]", "note = 1\n[pack]", "pack.unknown_key", "document", "note"),
    ],
)
def test_a_refusal_names_file_table_and_key(old: str, new: str, code: str, table: str, key: str) -> None:
    assert old in BRIDGE
    with pytest.raises(InvalidData) as refusal:
        read(BRIDGE.replace(old, new, 1))
    params = refusal.value.params
    assert (refusal.value.code, params["file"], params["table"], params["key"]) == (code, "pont.toml", table, key)


def test_a_bridge_to_itself_is_refused() -> None:
    text = BRIDGE.replace('after = "essai-2"', 'after = "essai"').replace('after_version = "4"', 'after_version = "3"')
    with pytest.raises(InvalidData, match="pack.bridge_to_itself"):
        load_bridge(PackSource("pont.toml", text.encode()), BEFORE, BEFORE)
