"""Makes the samples from their sources: NAME.pdf, NAME.txt and NAME.truth.json.

`python samples/make_samples.py` writes them; with `--check` it only says, by its exit code, whether they are fresh.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from damage import text_of
from paper import pages_of, pdf_of
from source import read, truth

HERE = Path(__file__).parent


def made(path: Path) -> dict[Path, bytes]:
    """The files that a source makes."""
    source = read(path)
    sheets = pages_of(source)
    text = {HERE / f"{path.stem}.txt": text_of(source, sheets)} if source.head["text"] != "none" else {}
    said = json.dumps(truth(source), ensure_ascii=False, indent=1) + "\n"
    return {
        HERE / f"{path.stem}.pdf": pdf_of(source),
        **text,
        HERE / f"{path.stem}.truth.json": said.encode(),
    }


def main() -> int:
    """Write what differs, or with --check say what does."""
    check = "--check" in sys.argv[1:]
    files = {p: data for path in sorted((HERE / "sources").glob("*.letter")) for p, data in made(path).items()}
    stale = [path for path, data in files.items() if not path.exists() or path.read_bytes() != data]
    for path in stale:
        print(f"{'differs' if check else 'written'}: {path.name}")
        if not check:
            path.write_bytes(files[path])
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
