"""Polarity lexicons: how their files are written, and how their entries are found in texts.

What weigh_polarity.py learns with must be what src/text/polarity.rs counts with: the same phrases, the same factors.
"""

import json
import shlex
import subprocess
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
LONGEST_PHRASE = 4
# A word that reviews added to the hand list was in so many of them.
LEARNED_REVIEWS = 40
# As in src/text/polarity.rs: factor of a word by its degree, of a word in capitals among others that are not.
DEGREE = {-2: 0.4, -1: 0.7, 0: 1.0, 1: 1.3, 2: 1.6}
CAPITALS = 1.5
# What each of the first three exclamation marks adds.
EXCLAMATION = 0.05
# A phrase with one of them after its first word weighs the same, whether its words are marked as denied or not.
NEGATORS = set("aucun aucune guère jamais ni pas personne plus point rien sans".split())


def read_lexicon(path):
    """Rows of the lexicon: form → (hand strength or None, affirmed, negated)."""
    rows = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            form, affirmed, negated, hand, _ = line.split("\t")
            rows[form] = (None if hand == "-" else int(hand), float(affirmed), float(negated))
    return rows


def write_lexicon(path, rows, header):
    """Writes rows (form → (hand, affirmed, negated, reviews)), sorted by bytes, header first."""
    lines = []
    for form in sorted(rows, key=lambda form: form.encode()):
        hand, affirmed, negated, seen = rows[form]
        # No "-0.00".
        affirmed, negated = (round(weight, 2) + 0.0 for weight in (affirmed, negated))
        lines.append(f"{form}\t{affirmed:.2f}\t{negated:.2f}\t{'-' if hand is None else hand}\t{seen}\n")
    path.write_text(header + "".join(lines), encoding="utf-8")


def check(path):
    """Faults of the lexicon's format, as lines to print."""
    faults, before = [], ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        columns = line.split("\t")
        if len(columns) != 5:
            faults.append(f"{path.name}, line {number}: {len(columns)} columns, expected 5")
            continue
        form, affirmed, negated, hand, reviews = columns
        if line.encode() <= before.encode():
            faults.append(f"{path.name}, line {number}: “{form}” is out of order or twice there")
        before = line
        if form != unicodedata.normalize("NFC", form.lower()) or "’" in form or form != " ".join(form.split()):
            faults.append(f"{path.name}, line {number}: “{form}” is no normal form")
        if not 1 <= len(form.split()) <= LONGEST_PHRASE:
            faults.append(f"{path.name}, line {number}: “{form}” has more than {LONGEST_PHRASE} words")
        if hand != "-" and hand not in {str(strength) for strength in range(-3, 4)}:
            faults.append(f"{path.name}, line {number}: hand strength “{hand}”, expected -3 to 3 or “-”")
        if not (reviews.isdigit() and all(abs(float(weight)) <= 8 for weight in (affirmed, negated))):
            faults.append(f"{path.name}, line {number}: a weight beyond 8 or no number of reviews")
        if hand == "-" and not int(reviews) >= LEARNED_REVIEWS:
            faults.append(f"{path.name}, line {number}: “{form}” was learnt from fewer than {LEARNED_REVIEWS} reviews")
    return faults


class Tokenizer:
    """`barometre tokens`, run once for each list of texts."""

    def __init__(self, command):
        self.command = shlex.split(command)

    def __call__(self, texts):
        lines = "".join(json.dumps({"id": i, "text": text}, ensure_ascii=False) + "\n" for i, text in enumerate(texts))
        run = subprocess.run(self.command, input=lines.encode(), stdout=subprocess.PIPE, check=True)
        tokens = [json.loads(line)["tokens"] for line in run.stdout.decode().splitlines()]
        if len(tokens) != len(texts):
            sys.exit(f"{self.command}: {len(tokens)} lines for {len(texts)} texts")
        return tokens


def bare(family):
    """An emoji's family without skin tone, gender and variation selector; any other family as it is."""
    if family[:1].isalnum():
        return family
    stripped = "".join(c for c in family if c not in "\ufe0f" and not "\U0001f3fb" <= c <= "\U0001f3ff")
    for gender in ("\u200d\u2640", "\u200d\u2642"):
        stripped = stripped.removesuffix(gender)
    return stripped


def is_shouted(surface):
    """Whether a surface is a word in capitals, of three letters at least."""
    return surface[0].isupper() and not any(c.islower() for c in surface) and sum(c.isupper() for c in surface) >= 3


def words_of(tokens, text):
    """The words of a text: (family, normal form, negated, factor, whether the next word follows at once)."""
    raw = text.encode()
    shouted = [is_shouted(token["surface"]) for token in tokens]
    # Where everything is in capitals, no word stands out.
    emphasis = sum(shouted) * 2 <= len(tokens)
    stress = 1.0 + EXCLAMATION * min(text.count("!"), 3)
    words = []
    for i, token in enumerate(tokens):
        after = tokens[i + 1]["start"] if i + 1 < len(tokens) else len(raw)
        joined = i + 1 < len(tokens) and not raw[token["end"] : after].decode().strip(" \u00a0\u202f/")
        factor = stress * DEGREE[token.get("degree", 0)] * (CAPITALS if shouted[i] and emphasis else 1.0)
        words.append((bare(token["family"]), token["normal"], token.get("negated", False), factor, joined))
    return words


class Entries:
    """The entries of a lexicon, found in texts by family: `forms[i]` are the forms of entry i, of one family or, for a
    phrase, of one sequence of families; `strengths[i]` is their mean strength by hand, None where nobody gave one."""

    def __init__(self, hand, tokenize):
        self.forms, self.strengths, self.singles, self.phrases = [], [], {}, {}
        for form, tokens in zip(hand, tokenize(list(hand))):
            families = tuple(bare(token["family"]) for token in tokens)
            table, key = (self.singles, families[0]) if len(families) == 1 else (self.phrases, families)
            if key not in table:
                table[key] = len(self.forms)
                self.forms.append([])
            self.forms[table[key]].append(form)
        # Denied in themselves, so that it tells nothing that their words are marked as denied.
        self.denying = {i for i, forms in enumerate(self.forms) if set(forms[0].split()[1:]) & NEGATORS}
        self.heads = {families[0] for families in self.phrases}
        for forms in self.forms:
            given = [hand[form] for form in forms if hand[form] is not None]
            self.strengths.append(sum(given) / len(given) if given else None)

    def find(self, words):
        """(entry, negated, factor) for each entry in the words, the longest phrase first, from left to right."""
        found, i = [], 0
        while i < len(words):
            family, _, negated, factor, _ = words[i]
            entry, taken = self.singles.get(family), 1
            for length in range(LONGEST_PHRASE if family in self.heads else 1, 1, -1):
                part = words[i : i + length]
                if len(part) == length and all(word[4] for word in part[:-1]):
                    phrase = self.phrases.get(tuple(word[0] for word in part))
                    if phrase is not None:
                        entry, taken = phrase, length
                        factor = max(word[3] for word in part)
                        break
            if entry is not None:
                found.append((entry, negated and entry not in self.denying, factor))
            i += taken
        return found
