"""The four formats of a call, and the tables beside the calls."""

import csv
import io
import json
import re

from dialogue.times import TERM


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


def table(rows, newline="\r\n"):
    """As a spreadsheet writes it in France."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator=newline).writerows(rows)
    return "\ufeff" + out.getvalue()


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


def metadata(made):
    rows = [["appel", "date", "agent", "file d'attente", "motif", "note", "résolu"]]
    for c in made:
        rows.append([c.id, f"{c.date:%d/%m/%Y %H:%M}", c.agent, c.queue, c.reason, c.score or "", c.resolved])
    return table(rows)
