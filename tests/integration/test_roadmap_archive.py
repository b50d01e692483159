"""Clauses of PDF/A-3b (ISO 19005-3:2012) that can be checked here, one by one; no outside checker has been run."""

import io
import re
import zlib
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest

from app.domain.mission import VersionKind
from app.reports.roadmap.document import roadmap_pdf
from tests.integration.roadmap_examples import DOCUMENT, content_of, exit_file, sealed_version

_COLOURS_ASKING_OTHER_INTENT = {"k", "K"}


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return roadmap_pdf(content_of(exit_file(), sealed_version(VersionKind.EXIT)))


@pytest.fixture(scope="module")
def file(pdf: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        yield document


def _fonts(file: pikepdf.Pdf) -> dict[str, Any]:
    found = {}
    for page in file.pages:
        for font in page.Resources.get("/Font", {}).values():
            found[str(font.BaseFont)] = font
    return found


def test_6_1_2_header_and_binary_comment(pdf: bytes) -> None:
    assert re.match(rb"%PDF-1\.[0-7]\n%[\x80-\xff]{4}", pdf)


def test_6_1_3_identifier_and_no_encryption(file: pikepdf.Pdf) -> None:
    assert len(file.trailer.ID) == 2
    assert "/Encrypt" not in file.trailer


def test_6_1_7_streams_hold_their_own_data_with_plain_filters(file: pikepdf.Pdf) -> None:
    for found in file.objects:
        if isinstance(found, pikepdf.Stream):
            assert not {"/F", "/FFilter", "/FDecodeParms"} & set(found.keys())
            filters: Any = found.get("/Filter", [])
            names = [filters] if isinstance(filters, pikepdf.Name) else list(filters)
            assert {str(name) for name in names} <= {"/FlateDecode", "/ASCII85Decode", "/DCTDecode"}


def test_6_1_7_streams_are_as_long_as_they_say(pdf: bytes) -> None:
    told = list(re.finditer(rb"/Length (\d+)(?:(?!endobj).)*?\nstream\n", pdf, re.DOTALL))
    assert len(told) == pdf.count(b"\nendstream\n") > 20
    for found in told:
        assert pdf[found.end() + int(found[1]) :].startswith(b"\nendstream\n")


def test_small_objects_are_packed_and_all_found(pdf: bytes, file: pikepdf.Pdf) -> None:
    assert pdf.count(b" 0 obj\n") < len(file.objects) / 10
    assert not file.get_warnings()


def test_6_1_13_saved_states_nest_28_deep_at_most(file: pikepdf.Pdf) -> None:
    for page in file.pages:
        depth = deepest = 0
        for step in pikepdf.parse_content_stream(page):
            depth += {"q": 1, "Q": -1}.get(str(step.operator), 0)
            deepest = max(deepest, depth)
        assert depth == 0
        assert deepest <= 28


def test_6_2_3_one_output_intent_with_an_rgb_profile(file: pikepdf.Pdf) -> None:
    (intent,) = file.Root.OutputIntents
    assert str(intent.S) == "/GTS_PDFA1"
    profile = intent.DestOutputProfile.read_bytes()
    assert (profile[12:16], profile[16:20], profile[36:40]) == (b"mntr", b"RGB ", b"acsp")
    assert int(intent.DestOutputProfile.N) == 3


def test_6_2_4_no_cmyk(pdf: bytes, file: pikepdf.Pdf) -> None:
    for page in file.pages:
        assert not {str(step.operator) for step in pikepdf.parse_content_stream(page)} & _COLOURS_ASKING_OTHER_INTENT
    assert b"/DeviceCMYK" not in pdf


def test_6_2_10_no_transparency_group_without_a_colour_space(file: pikepdf.Pdf) -> None:
    for page in file.pages:
        group = page.get("/Group")
        assert group is None or "/CS" in group
        assert "/Trans" not in page


def test_6_2_11_fonts_are_embedded_with_their_meaning(file: pikepdf.Pdf) -> None:
    fonts = _fonts(file)
    assert len(fonts) >= 3
    for name, font in fonts.items():
        assert re.match(r"/[A-Z]{6}\+", name), name
        assert "/FontFile2" in font.FontDescriptor
        assert b"beginbf" in font.ToUnicode.read_bytes()
        assert len(font.Widths) == int(font.LastChar) - int(font.FirstChar) + 1


def test_6_3_no_annotation_6_4_no_form_6_5_no_action(file: pikepdf.Pdf) -> None:
    assert not {"/AcroForm", "/OpenAction", "/AA", "/OCProperties", "/JavaScript"} & set(file.Root.keys())
    for page in file.pages:
        assert not {"/Annots", "/AA"} & set(page.obj.keys())


def test_6_6_metadata_are_readable_and_agree_with_the_information(pdf: bytes, file: pikepdf.Pdf) -> None:
    assert "/Filter" not in file.Root.Metadata
    packet = file.Root.Metadata.read_bytes()
    assert packet in pdf
    with file.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "B")
        assert metadata["dc:title"] == str(file.docinfo.Title)
        assert metadata["dc:creator"] == [str(file.docinfo.Author)]
        assert metadata["pdf:Producer"] == str(file.docinfo.Producer)
        assert metadata["xmp:CreatorTool"] == str(file.docinfo.Creator)
        stamp = metadata["xmp:CreateDate"]
    assert re.sub(r"\D", "", stamp) == re.sub(r"\D", "", str(file.docinfo.CreationDate))
    assert stamp.startswith("2021-09-28T14:42")


def test_6_8_the_attached_file_is_named_dated_typed_and_whole(file: pikepdf.Pdf) -> None:
    (spec,) = file.Root.AF
    assert spec.objgen == file.Root.Names.EmbeddedFiles.Names[1].objgen
    assert str(spec.AFRelationship) == "/Data"
    assert str(spec.F) == str(spec.UF) == "mission.json"
    stream = spec.EF.F
    assert str(stream.Subtype) == "/application/json"
    assert str(stream.Params.ModDate).startswith("D:20210928")
    assert stream.read_bytes() == DOCUMENT


def test_the_profile_is_shipped_as_it_is_embedded(file: pikepdf.Pdf) -> None:
    from app.resources import resource_path

    shipped = resource_path("colour", "srgb.icc").read_bytes()
    assert zlib.crc32(file.Root.OutputIntents[0].DestOutputProfile.read_bytes()) == zlib.crc32(shipped)
