"""python -m independent --stick DIR --code 482907"""

import argparse
import json
import sys
from pathlib import Path

from .refusal import Refused
from .revealed import Revealed
from .space import read_space


def main() -> int:
    words = argparse.ArgumentParser(prog="independent", description="Opens a space and prints what is in it.")
    words.add_argument("--stick", type=Path, required=True, help="the folder with cle-a.bin and the others")
    words.add_argument("--code", required=True, help="digits")
    words.add_argument("--secrets", action="store_true", help="prints every secret of the opening too: for tests")
    asked = words.parse_args()
    revealed = Revealed()
    try:
        with revealed:
            folders = read_space(
                asked.stick, asked.code, lambda line: print(f"note: {line}", file=sys.stderr), revealed.envelope
            )
    except Refused as refusal:
        print(f"refused: {refusal}", file=sys.stderr)
        return 2
    said = {"folders": folders}
    if asked.secrets:
        said["secrets"] = revealed.all()
    print(json.dumps(said, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
