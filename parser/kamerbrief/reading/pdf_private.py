"""The names of pdfminer.six that its documentation does not promise, and that this package relies on.

pdfminer documents how to extract text; the classes behind that may change with any release. Whoever uses another
undocumented name adds it here. A test compares this list with the installed pdfminer, so that a release that changes
one is noticed by name; until it has passed, pyproject.toml keeps that release out.
"""

from __future__ import annotations

from collections.abc import Mapping

CALLABLES: Mapping[str, str] = {
    "ascii85.ascii85decode": "data",
    "ascii85.asciihexdecode": "data",
    "cmapdb.CMapParser": "cmap fp",
    "cmapdb.CMapParser.do_keyword": "self pos token",
    "cmapdb.CMapParser.run": "self",
    "cmapdb.FileUnicodeMap": "kwargs",
    "lzw.LZWDecoder": "fp",
    "lzw.LZWDecoder.run": "self",
    "pdfdevice.PDFTextDevice.paint_path": "self graphicstate stroke fill evenodd path",
    "pdfdevice.PDFTextDevice.render_image": "self name stream",
    "pdfdevice.PDFTextDevice.render_string": "self textstate seq ncs graphicstate",
    "pdfdevice.PDFTextDevice.set_ctm": "self ctm",
    "pdfdocument.PDFDocument": "parser password caching fallback",
    "pdfdocument.PDFDocument.getobj": "self objid",
    "pdffont.PDFFont.char_width": "self cid",
    "pdffont.PDFFont.decode": "self bytes",
    "pdffont.PDFFont.is_multibyte": "self",
    "pdffont.PDFFont.to_unichr": "self cid",
    "pdfinterp.PDFPageInterpreter": "rsrcmgr device",
    "pdfinterp.PDFPageInterpreter.do__q": "self s",
    "pdfinterp.PDFPageInterpreter.do__w": "self aw ac s",
    "pdfinterp.PDFPageInterpreter.execute": "self streams",
    "pdfinterp.PDFPageInterpreter.init_state": "self ctm",
    "pdfinterp.PDFPageInterpreter.process_page": "self page",
    "pdfinterp.PDFResourceManager": "caching",
    "pdfinterp.PDFResourceManager.get_font": "self objid spec",
    "pdfpage.PDFPage.create_pages": "document",
    "pdfparser.PDFParser": "fp",
    "pdfparser.PDFParser.do_keyword": "self pos token",
    "pdftypes.PDFStream": "attrs rawdata decipher",
    "pdftypes.PDFStream.decode": "self",
    "pdftypes.PDFStream.get_data": "self",
    "pdftypes.PDFStream.get_filters": "self",
    "pdftypes.int_value": "x",
    "pdftypes.list_value": "x",
    "pdftypes.resolve1": "x default",
    "pdftypes.stream_value": "x",
    "psparser.LIT": "name",
    "psparser.literal_name": "x",
    "utils.apply_matrix_pt": "m v",
    "utils.apply_png_predictor": "pred colors columns bitspercomponent data",
    "utils.apply_tiff_predictor": "colors columns bitspercomponent data",
    "utils.mult_matrix": "m1 m0",
    "utils.nunpack": "s default",
}
"""Functions, classes and methods below `pdfminer`, each with the names of its parameters."""
ATTRIBUTES: Mapping[str, str] = {
    "cmapdb.CMapParser": "KEYWORD_ENDBFRANGE KEYWORD_ENDCIDRANGE curstack",
    "pdfdevice.PDFTextDevice": "ctm",
    "pdffont.PDFFont": "flags fontname italic_angle",
    "pdfinterp.PDFPageInterpreter": "ctm gstack graphicstate parent_stream_ids stream_ids textstate",
    "pdfinterp.PDFTextState": "charspace font fontsize leading linematrix matrix render rise scaling wordspace",
    "pdfpage.PDFPage": "contents mediabox rotate",
    "pdfparser.PDFParser": "KEYWORD_STREAM curstack",
    "pdftypes.PDFStream": "attrs data decipher genno objid rawdata",
}
"""Attributes of classes below `pdfminer` and of their instances, by the class."""
