#!/usr/bin/env python3
"""Make the sample calls data/transcripts/ and tests/transcripts/truth.json.

    python3 data/make_transcripts.py            rewrite them, byte for byte the same each time
    python3 data/make_transcripts.py --check    measure the planted effects in them; exit 1 if one is not as stated

Standard library only. The dialogues are written by hand, with their marks, in dialogue/calls.txt, and what quality
managers say of them in dialogue/judged.tsv; the parts of dialogue give them times, formats and files. Randomness is
the Draw of make_telecom.py: plain arithmetic on random.Random(SEED).random().
"""

import sys
from pathlib import Path

from dialogue.check import check
from dialogue.evaluations import evaluations
from dialogue.files import WRITERS, metadata
from dialogue.plan import plan
from dialogue.source import calls
from dialogue.times import time
from dialogue.truth import truth
from make_telecom import Draw

SEED = 26
HERE = Path(__file__).resolve().parent
FOLDER = HERE / "transcripts"
TRUTH = HERE.parent / "tests" / "transcripts" / "truth.json"


def main():
    if sys.argv[1:] == ["--check"]:
        sys.exit(1 if check(FOLDER, TRUTH) else 0)
    if sys.argv[1:]:
        sys.exit(__doc__)
    made, draw = calls(), Draw(SEED)
    for call in made:
        time(call, draw)
    written = {FOLDER / f"{call.id}.{call.format}": WRITERS[call.format](call) for call in made}
    written[FOLDER / "appels.csv"] = metadata(made)
    written[FOLDER / "plan.csv"] = plan(made)
    written[FOLDER / "evaluations.csv"] = evaluations(made)
    written[TRUTH] = truth(made)
    for path, text in written.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
