#!/usr/bin/env python3
"""Counts talk, overlap and silence of diarised calls a second time, for `recount.tsv`.

    python3 tests/transcripts/recount.py CALL.json... > tests/transcripts/recount.tsv

Reads JSON with `monologues` (speaker.id, start and end in seconds, terms) and samples every millisecond of the
call: a cell holds one bit for each voice that speaks during it, so that what is counted here shares no method
with the program, which works on intervals. The standard library alone.

The calls of `recount.tsv` are those of tests/transcripts/written, our own, and those of the corpus simsamu
(MIT licence), of which it holds numbers only.
"""

import json
import re
import sys
from pathlib import Path

LONG_SILENCE = 3000
COLUMNS = ("call agent_ms client_ms ratio overlap_ms overlaps silence_ms long_silences longest_silence_ms "
           "duration_ms agent_words client_words").split()


def role(speaker):
    """The agent is who is called a doctor or an agent; who is called a patient or a client is the client."""
    if re.match(r"medecin|agent", speaker):
        return "agent"
    if re.match(r"patient|client", speaker):
        return "client"
    return "other"


def milliseconds(seconds):
    return int(seconds * 1000 + 0.5)


def runs(cells, holds):
    """Lengths of the stretches of cells for which `holds`."""
    found, length = [], 0
    for cell in cells:
        if holds(cell):
            length += 1
        elif length:
            found.append(length)
            length = 0
    if length:
        found.append(length)
    return found


def count(path):
    monologues = json.loads(Path(path).read_text(encoding="utf-8"))["monologues"]
    speakers = sorted({m["speaker"]["id"] for m in monologues})
    spans = [(m["speaker"]["id"], milliseconds(m["start"]), milliseconds(m["end"])) for m in monologues]
    first = min(start for _, start, _ in spans)
    last = max(end for _, _, end in spans)
    cells = [0] * (last - first)
    for speaker, start, end in spans:
        bit = 1 << speakers.index(speaker)
        for at in range(start - first, end - first):
            cells[at] |= bit
    mask = {"agent": 0, "client": 0, "other": 0}
    words = {"agent": 0, "client": 0, "other": 0}
    for i, speaker in enumerate(speakers):
        mask[role(speaker)] |= 1 << i
    for m in monologues:
        said = [t["text"] for t in m["terms"] if t["type"] == "WORD"]
        words[role(m["speaker"]["id"])] += sum(any(c.isalnum() for c in word) for word in said)
    agent = sum(1 for cell in cells if cell & mask["agent"])
    client = sum(1 for cell in cells if cell & mask["client"])
    overlaps = runs(cells, lambda cell: cell & (cell - 1))
    silences = runs(cells, lambda cell: cell == 0)
    ratio = repr(agent / (agent + client)) if agent + client else "NA"
    return [Path(path).stem, agent, client, ratio, sum(overlaps), len(overlaps), sum(silences),
            sum(length >= LONG_SILENCE for length in silences), max(silences, default=0), len(cells),
            words["agent"], words["client"]]


def main():
    print("# Purpose: talk, overlap and silence of calls, counted by sampling each millisecond (recount.py)")
    print("# Source: tests/transcripts/written, our own, and numbers computed from simsamu (MIT licence)")
    print("\t".join(COLUMNS))
    for path in sorted(sys.argv[1:], key=lambda p: (Path(p).parent.name != "written", Path(p).stem)):
        print("\t".join(str(value) for value in count(path)))


if __name__ == "__main__":
    main()
