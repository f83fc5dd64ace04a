#!/usr/bin/env python3
"""Simulate the sample contact centre: data/centre/*.csv and tests/centre/truth.json.

    python3 data/make_centre.py            rewrite them, byte for byte the same each time
    python3 data/make_centre.py --check    recount the written files and compare; exit 1 if something differs

Standard library only. The parts are in data/simulation: setting, events, records, files, truth, check.
"""

import json
import sys
from pathlib import Path

from simulation.check import check
from simulation.files import write
from simulation.records import simulate
from simulation.truth import truth

SEED = 95
HERE = Path(__file__).resolve().parent
FOLDER = HERE / "centre"
TRUTH = HERE.parent / "tests" / "centre" / "truth.json"


def main():
    if sys.argv[1:] == ["--check"]:
        sys.exit(1 if check(FOLDER, TRUTH) else 0)
    if sys.argv[1:]:
        sys.exit(__doc__)
    centre = simulate(SEED)
    write(centre, FOLDER)
    TRUTH.parent.mkdir(parents=True, exist_ok=True)
    TRUTH.write_text(json.dumps(truth(centre), ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
