"""Run `kamerbrief` as `python -m kamerbrief_cli`."""

from __future__ import annotations

from kamerbrief_cli.app import main

if __name__ == "__main__":
    main()
