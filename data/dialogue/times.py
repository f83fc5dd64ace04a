"""When each word is said."""

import re
import sys

from dialogue.source import Piece

SENTENCE = re.compile(r"(?<=[.?!]) +")
TERM = re.compile(r"[.,?!:]|[^\s.,?!:]+")
# Agents who let the customer wait for an answer.
SLOW = ("karine", "didier")
# A longer turn is cut into several cues or rows, at the end of a sentence.
CUE = 90


def cut(turn, interrupted):
    """Cues of a turn: at its pauses, and at the ends of sentences of a long stretch; one only where it is cut off."""
    if interrupted:
        return [Piece(turn.text)]
    cues = []
    for piece in turn.pieces:
        cue, pause = "", piece.pause
        for sentence in SENTENCE.split(piece.text):
            if cue and len(cue) + len(sentence) > CUE:
                cues.append(Piece(cue, pause))
                cue, pause = "", 0
            cue = f"{cue} {sentence}".strip()
        cues.append(Piece(cue, pause))
    return cues


def time(call, draw):
    """Gives each word its beginning and end, to the hundredth of a second."""
    pace = {True: 0.92 + 0.16 * draw.random(), False: 0.92 + 0.16 * draw.random()}
    clock = 500 + 10 * draw.below(150)
    for i, turn in enumerate(call.turns):
        interrupted = i + 1 < len(call.turns) and call.turns[i + 1].overlap > 0
        turn.pieces = cut(turn, interrupted)
        slow = turn.agent and call.key in SLOW
        pause = 350 + 10 * draw.below(80) + (10 * draw.below(180) if slow else 0)
        clock += turn.silence or (-turn.overlap if turn.overlap else pause)
        for piece in turn.pieces:
            clock += piece.pause
            piece.start = clock
            for term in TERM.findall(piece.text):
                if term in ".,?!:":
                    clock += 0 if term == ":" else 10 * draw.below(16)
                    continue
                end = clock + 10 * round((12 + 6.5 * len(term)) * pace[turn.agent])
                piece.words.append((clock, end, term))
                clock = piece.end = end
            clock += 400 + 10 * draw.below(50)
        clock = turn.pieces[-1].end
        before = call.turns[i - 1].pieces[-1] if i else None
        if turn.overlap and turn.pieces[0].start - before.start < 1000:
            sys.exit(f"{call.id}: too short to be interrupted: {call.turns[i - 1].text}")
        if turn.overlap and turn.pieces[0].end - before.end < 200:
            sys.exit(f"{call.id}: too short to take the floor: {turn.text}")
