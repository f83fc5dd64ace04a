"""The calls of dialogue/calls.txt: turns written by hand, with the marks planted in them."""

import re
import sys
from datetime import datetime
from pathlib import Path

SOURCE = Path(__file__).resolve().parent / "calls.txt"

NAMES = {
    "ines": "Inès Carpentier", "malo": "Malo Guérin", "sonia": "Sonia Belkacem",
    "thomas": "Thomas Verdier", "karine": "Karine Desmoulins", "didier": "Didier Pruvost",
}
ITEMS = {
    "ref": "reformulation", "ack": "acknowledgement", "oq": "open_question", "cw": "customer_words",
    "sum": "summary", "chk": "check", "cou": "courtesy", "emp": "empathy", "forb": "forbidden",
    "ins": "insult",
}
INTERRUPTION = "interruption"
STEPS = {
    "gre": "opening_greeting", "com": "opening_company", "nam": "opening_name", "ide": "identification",
    "more": "closing_more", "thx": "closing_thanks", "bye": "closing_goodbye", "hold": "opening_hold",
    "rush": "closing_rush",
}
LINE = re.compile(r"([AC])(?:([+<])([\d.]+))?: (.+)")
MARK = re.compile(r"\{([\w:+]+) ([^{}]+)\}")
PAUSE = re.compile(r" /(\d*) ")


class Piece:
    """A stretch of a turn between two pauses: its text, the pause before it, and when each of its words is said."""

    def __init__(self, text, pause=0):
        self.text, self.pause, self.words, self.start, self.end = text, pause, [], None, None


class Turn:
    def __init__(self, line):
        match = LINE.fullmatch(line)
        if not match:
            sys.exit(f"{SOURCE.name}: {line!r} is no turn")
        who, sign, amount, marked = match.groups()
        self.agent = who == "A"
        self.overlap = round(float(amount) * 1000) if sign == "<" else 0
        self.silence = round(float(amount) * 1000) if sign == "+" else 0
        self.marks = [(tag, words) for tags, words in MARK.findall(marked) for tag in tags.split("+")]
        plain = MARK.sub(r"\2", marked)
        first, *rest = PAUSE.split(plain)
        self.pieces = [Piece(first), *(Piece(text, int(s or 0) * 1000) for s, text in zip(rest[::2], rest[1::2]))]
        self.text = " ".join(piece.text for piece in self.pieces)


class Call:
    def __init__(self, number, head, lines):
        agent, self.queue, date, score, self.resolved, self.format, voices, self.reason = (
            part.strip() for part in head.split("|"))
        self.id, self.number, self.key, self.agent = f"appel-{number:02}", number, agent, NAMES[agent]
        self.date = datetime.strptime(date, "%d/%m/%Y %H:%M")
        self.score = int(score) if score else None
        self.voices = [self.agent if voice == "@" else voice for voice in voices.split("/")]
        self.turns = [Turn(line) for line in lines]
        for before, turn in zip(self.turns, self.turns[1:]):
            if before.agent == turn.agent:
                sys.exit(f"{self.id}: two turns of one speaker in a row: {turn.text}")

    def voice(self, turn):
        return self.voices[0 if turn.agent else 1]

    @property
    def timed(self):
        return self.format != "txt"

    def items(self):
        """(item, turn, words) of the planted marks, in order of the turns."""
        for i, turn in enumerate(self.turns):
            if turn.overlap and turn.agent and self.timed:
                yield INTERRUPTION, i, None
            for tag, words in turn.marks:
                if tag in ITEMS:
                    yield ITEMS[tag], i, words

    def has(self, tag):
        return any(mark == tag for turn in self.turns for mark, _ in turn.marks)


def calls():
    numbered, head, lines = [], None, []
    for line in [*SOURCE.read_text(encoding="utf-8").splitlines(), "@"]:
        if line.startswith("@"):
            if head:
                numbered.append(Call(len(numbered) + 1, head, lines))
            head, lines = line[1:], []
        elif line and not line.startswith("#"):
            lines.append(line)
    return numbered
