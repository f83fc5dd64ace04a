#!/usr/bin/env python3
"""Make the sample calls data/transcripts/ and tests/transcripts/truth.json from data/transcripts_source.txt.

    python3 data/make_transcripts.py            rewrite them, byte for byte the same each time
    python3 data/make_transcripts.py --check    measure the planted effects; exit 1 if one is not as stated

Standard library only. The dialogues are written by hand with their marks; this gives them times, formats and files.
Randomness is the Draw of make_telecom.py: plain arithmetic on random.Random(SEED).random().
"""

import csv
import io
import json
import re
import sys
from datetime import datetime
from pathlib import Path

from make_telecom import Draw

SEED = 26
HERE = Path(__file__).resolve().parent
SOURCE = HERE / "transcripts_source.txt"
JUDGED = HERE / "transcripts_judged.tsv"
FOLDER = HERE / "transcripts"
TRUTH = HERE.parent / "tests" / "transcripts" / "truth.json"

NAMES = {
    "ines": "Inès Carpentier", "malo": "Malo Guérin", "sonia": "Sonia Belkacem",
    "thomas": "Thomas Verdier", "karine": "Karine Desmoulins", "didier": "Didier Pruvost",
}
ITEMS = {
    "ref": "reformulation", "ack": "acknowledgement", "oq": "open_question", "cw": "customer_words",
    "sum": "summary", "chk": "check", "cou": "courtesy", "emp": "empathy", "forb": "forbidden",
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
SENTENCE = re.compile(r"(?<=[.?!]) +")
TERM = re.compile(r"[.,?!:]|[^\s.,?!:]+")
# Agents who let the customer wait for an answer.
SLOW = ("karine", "didier")
# A longer turn is cut into several cues or rows, at the end of a sentence.
CUE = 90


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
                end = clock + 10 * round((11 + 6 * len(term)) * pace[turn.agent])
                piece.words.append((clock, end, term))
                clock = piece.end = end
            clock += 400 + 10 * draw.below(50)
        clock = turn.pieces[-1].end
        before = call.turns[i - 1].pieces[-1] if i else None
        if turn.overlap and turn.pieces[0].start - before.start < 1000:
            sys.exit(f"{call.id}: too short to be interrupted: {call.turns[i - 1].text}")


def stamp(ms, point="."):
    return f"{ms // 3600000:02}:{ms // 60000 % 60:02}:{ms // 1000 % 60:02}{point}{ms % 1000:03}"


def vtt(call):
    out = ["WEBVTT", ""]
    number = 0
    for turn in call.turns:
        for piece in turn.pieces:
            number += 1
            # Half the engines number their cues.
            out += [str(number)] if call.number % 2 else []
            out += [f"{stamp(piece.start)} --> {stamp(piece.end)}", f"<v {call.voice(turn)}>{piece.text}</v>", ""]
    return "\n".join(out)


def seconds(ms):
    return ms / 1000


def monologues(call):
    said = []
    for turn in call.turns:
        voice = call.voice(turn)
        speaker = {"id": "1" if turn.agent else "2", "name": voice}
        if " " not in voice:
            speaker = {"id": voice, "name": ""}
        for piece in turn.pieces:
            words, terms, last = iter(piece.words), [], seconds(piece.start)
            for term in TERM.findall(piece.text):
                if term in ".,?!:":
                    terms.append({"start": last, "end": last, "text": term, "type": "PUNCTUATION"})
                    continue
                start, end, text = next(words)
                last = seconds(end)
                terms.append({"start": seconds(start), "end": last, "text": text, "type": "WORD"})
            said.append({"speaker": speaker, "start": seconds(piece.start), "end": seconds(piece.end), "terms": terms})
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in said)
    return f'{{"schemaVersion": "2.0", "monologues": [\n{lines}\n]}}\n'


def table(rows, bom=True):
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
    return ("\ufeff" if bom else "") + out.getvalue()


def turns_csv(call):
    """Half the files give seconds with a decimal comma, half a clock."""
    at = (lambda ms: f"{ms / 1000:.2f}".replace(".", ",")) if call.number % 2 else (lambda ms: stamp(ms, ","))
    rows = [["locuteur", "début", "fin", "texte"]]
    for turn in call.turns:
        rows += [[call.voice(turn), at(p.start), at(p.end), p.text] for p in turn.pieces]
    return table(rows)


def txt(call):
    """As somebody types it in a word processor: typographic apostrophes, no-break spaces; half with a head."""
    out = [f"Appel n° {call.number}", f"Date : {call.date:%d/%m/%Y}", ""] if call.number % 2 else []
    for turn in call.turns:
        out += [f"{call.voice(turn)} : {turn.pieces[0].text}", *(piece.text for piece in turn.pieces[1:])]
    return re.sub(r" ([:?!])", "\u00a0\\1", "\n".join(out)).replace("'", "’") + "\n"


WRITERS = {"vtt": vtt, "json": monologues, "csv": turns_csv, "txt": txt}


def spread(call):
    """What the written times say: milliseconds of talk of each, of both at once, and from first to last word."""
    pieces = [(p.start, p.end, turn.agent) for turn in call.turns for p in turn.pieces]
    talk = {who: sum(end - start for start, end, agent in pieces if agent == who) for who in (True, False)}
    both = sum(turn.overlap for turn in call.turns)
    duration = max(end for _, end, _ in pieces) - min(start for start, _, _ in pieces)
    return {
        "duration_ms": duration, "agent_ms": talk[True], "client_ms": talk[False], "overlap_ms": both,
        "silence_ms": duration - talk[True] - talk[False] + both,
    }


def truth(made):
    out = []
    for call in made:
        marks = [{"item": item, "turn": turn, **({"words": words} if words else {})}
                 for item, turn, words in call.items()]
        personal = [{"kind": tag.partition(":")[2], "turn": i, "words": words}
                    for i, turn in enumerate(call.turns) for tag, words in turn.marks if tag.startswith("pii:")]
        out.append({
            "call": call.id, "agent": call.agent, "format": call.format, "turns": len(call.turns),
            "roles": "".join("A" if turn.agent else "C" for turn in call.turns),
            "dry": not marks, "marks": marks,
            "steps": {step: call.has(tag) for tag, step in STEPS.items()},
            "pair": next((i for i, t in enumerate(call.turns) if any(tag == "pair" for tag, _ in t.marks)), None),
            "personal": personal,
            **({"times": spread(call)} if call.timed else {}),
        })
    head = {"items": list(ITEMS.values()) + [INTERRUPTION], "steps": list(STEPS.values())}
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in out)
    return f"{json.dumps(head, ensure_ascii=False)[:-1]}, \"calls\": [\n{lines}\n]}}\n"


def metadata(made):
    rows = [["appel", "date", "agent", "file d'attente", "motif", "note", "résolu"]]
    for c in made:
        rows.append([c.id, f"{c.date:%d/%m/%Y %H:%M}", c.agent, c.queue, c.reason, c.score or "", c.resolved])
    return table(rows)


def files(made):
    draw = Draw(SEED)
    for call in made:
        time(call, draw)
    out = {FOLDER / f"{call.id}.{call.format}": WRITERS[call.format](call) for call in made}
    out[FOLDER / "appels.csv"] = metadata(made)
    out[TRUTH] = truth(made)
    return out


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(__doc__)
    made = calls()
    written = files(made)
    if sys.argv[1:]:
        sys.exit(1 if check(made, written) else 0)
    for path, text in written.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
