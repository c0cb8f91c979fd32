"""``python -m demo [--texts DIR]``: write ``data/demo`` anew, and plain texts of it to DIR."""

import argparse
from pathlib import Path

from demo.generate import write


def main() -> None:
    """Write the demo's files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, default=None)
    write(texts=parser.parse_args().texts)


if __name__ == "__main__":
    main()
