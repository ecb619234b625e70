"""A made letter in another form, by tools that a machine may have: plain text, or a PDF out of a DOCX."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from letters.make import Made

TOOLS = {"text": "pdftotext", "layout": "pdftotext", "soffice": "soffice"}
"""What each form needs."""


def possible(via: str) -> bool:
    """Whether this machine has the tool of a form."""
    return shutil.which(TOOLS[via]) is not None


def converted(made: Made, via: str) -> Made:
    """The letter as text ("text", and "layout" with its columns kept), or its DOCX as PDF ("soffice").

    A letter that has no such form comes back as it is: text is made of PDFs, and PDFs of DOCX.
    """
    docx = made.name.endswith(".docx")
    if docx != (via == "soffice"):
        return made
    with TemporaryDirectory() as folder:
        path = Path(folder) / made.name
        path.write_bytes(made.data)
        target = path.with_suffix(".pdf" if docx else ".txt")
        subprocess.run(_command(via, path, target), check=True, capture_output=True)
        return replace(made, data=target.read_bytes(), name=target.name)


def _command(via: str, path: Path, target: Path) -> list[str]:
    """The tool's command line."""
    if via == "soffice":
        profile = f"-env:UserInstallation=file://{path.parent}/profile"
        return ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(path)]
    options = ["-layout"] if via == "layout" else []
    return ["pdftotext", *options, "-enc", "UTF-8", str(path), str(target)]
