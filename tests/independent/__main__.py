"""python -m independent --stick DIR --code 482907"""

import argparse
import json
import sys
from pathlib import Path

from .refusal import Refused
from .space import read_space


def main() -> int:
    words = argparse.ArgumentParser(prog="independent", description="Opens a space and prints what is in it.")
    words.add_argument("--stick", type=Path, required=True, help="the folder with cle-a.bin and the others")
    words.add_argument("--code", required=True, help="digits")
    asked = words.parse_args()
    try:
        folders = read_space(asked.stick, asked.code, lambda line: print(f"note: {line}", file=sys.stderr))
    except Refused as refusal:
        print(f"refused: {refusal}", file=sys.stderr)
        return 2
    print(json.dumps({"folders": folders}, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
