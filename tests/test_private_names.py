"""What this project relies on in other packages beyond what they document is still there, as it was."""

from __future__ import annotations

import atexit
import importlib
import inspect
import io
import re
from typing import Any

import pytest
from pdfminer.cmapdb import CMapParser, FileUnicodeMap
from pdfminer.pdfinterp import PDFPageInterpreter, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream
from pdfminer.utils import MATRIX_IDENTITY

from handmade import letter, pdf
from kamerbrief.library.regex_prefilter.syntax_tree import syntax_tree
from kamerbrief.reading.pdf_device import Device
from kamerbrief.reading.pdf_document import BoundedPDFDocument
from kamerbrief.reading.pdf_font_loading import BoundedResourceManager
from kamerbrief.reading.pdf_private import ATTRIBUTES, CALLABLES


@pytest.mark.parametrize(("name", "parameters"), CALLABLES.items())
def test_pdfminer_takes_the_same_parameters(name: str, parameters: str) -> None:
    module, *path = name.split(".")
    found: Any = importlib.import_module(f"pdfminer.{module}")
    for part in path:
        found = getattr(found, part)
    assert list(inspect.signature(found).parameters) == parameters.split()


def instances() -> dict[str, object]:
    """One of each class whose attributes are relied on."""
    manager = BoundedResourceManager()
    device = Device(manager)
    page = next(PDFPage.create_pages(BoundedPDFDocument(pdf(letter()))))
    interpreter = PDFPageInterpreter(manager, device)
    interpreter.init_state(MATRIX_IDENTITY)
    interpreter.stream_ids |= interpreter.parent_stream_ids
    device.set_ctm(MATRIX_IDENTITY)
    return {
        "cmapdb.CMapParser": CMapParser(FileUnicodeMap(), io.BytesIO()),
        "pdfdevice.PDFTextDevice": device,
        "pdffont.PDFFont": manager.get_font(None, {"BaseFont": "Helvetica"}),
        "pdfinterp.PDFPageInterpreter": interpreter,
        "pdfinterp.PDFTextState": PDFTextState(),
        "pdfpage.PDFPage": page,
        "pdfparser.PDFParser": PDFParser(io.BytesIO()),
        "pdftypes.PDFStream": PDFStream({}, b""),
    }


@pytest.mark.parametrize(("name", "attributes"), ATTRIBUTES.items())
def test_pdfminer_has_the_same_attributes(name: str, attributes: str) -> None:
    assert {one for one in attributes.split() if not hasattr(instances()[name], one)} == set()


def test_re_parses_an_expression_into_the_same_nodes() -> None:
    assert [(str(op), value) for op, value in syntax_tree(re.compile("ab"))] == [("LITERAL", 97), ("LITERAL", 98)]
    assert [str(op) for op, _ in syntax_tree(re.compile("(?:a|bc)+?(?=d)[ef]{2}"))] == [
        "MIN_REPEAT",
        "ASSERT",
        "MAX_REPEAT",
    ]


def test_typer_coerces_values_by_the_same_function() -> None:
    core, coercion = (importlib.import_module(f"typer.{name}") for name in ("core", "_coercion"))
    assert "build_runtime_param(self.type_descriptor)" in inspect.getsource(core)
    assert list(inspect.signature(coercion.build_runtime_param).parameters) == ["descriptor"]
    assert list(inspect.signature(coercion.RuntimeParam).parameters) == ["parameter_info", "annotation"]
    assert list(inspect.signature(coercion.RuntimeParam._coerce_value).parameters) == ["self", "value", "param", "ctx"]


def test_python_can_still_run_what_is_to_run_at_exit() -> None:
    assert callable(atexit._run_exitfuncs)
