"""Make the samples from their sources: NAME.pdf, NAME.txt and NAME.truth.json.

`python samples/make_samples.py` writes them; with `--check` it only reports, by its exit code, whether they are up to
date.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from damage import text_of
from paper import pages_of, pdf_of
from source import read, truth

HERE = Path(__file__).parent


def sample_files(path: Path) -> dict[Path, bytes]:
    """Return the files to make from a source, with their content."""
    source = read(path)
    sheets = pages_of(source)
    text = {HERE / f"{path.stem}.txt": text_of(source, sheets)} if source.head["text"] != "none" else {}
    truth_text = json.dumps(truth(source), ensure_ascii=False, indent=1) + "\n"
    return {
        HERE / f"{path.stem}.pdf": pdf_of(source),
        **text,
        HERE / f"{path.stem}.truth.json": truth_text.encode(),
    }


def main() -> int:
    """Write the files that differ, or with --check only list them; return the exit code."""
    check = "--check" in sys.argv[1:]
    files = {p: data for path in sorted((HERE / "sources").glob("*.letter")) for p, data in sample_files(path).items()}
    stale = [path for path, data in files.items() if not path.exists() or path.read_bytes() != data]
    for path in stale:
        print(f"{'differs' if check else 'written'}: {path.name}")
        if not check:
            path.write_bytes(files[path])
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
