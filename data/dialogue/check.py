"""Measures in the files of data/transcripts what README.md states, with plain regular expressions.

Only the files and truth.json are read; nothing of what made them, but the names of items and the draw, which is made
again.
"""

import csv
import json
import math
import re
import unicodedata
from collections import Counter, defaultdict
from datetime import datetime, timedelta

from dialogue.evaluations import LABELS
from dialogue.plan import drawn

CLOCK = re.compile(r"(?:(\d+):)?(\d+):(\d+)[.,](\d+)")
CUE = re.compile(r"([\d:.]+) --> ([\d:.]+)\n<v ([^>]+)>(.+)</v>")
LABEL = re.compile(r"(Agent|Cliente?|Conseill\w+)\u00a0: (.+)")
# Points of an item of the grid, and the times it takes for all of them.
GRID = {
    "reformulation": (3, 1), "acknowledgement": (1, 2), "open_question": (2, 1), "customer_words": (2, 2),
    "empathy": (1, 1), "courtesy": (1, 2), "summary": (2, 1), "check": (2, 1), "interruption": (-2, 3),
    "forbidden": (-2, 1),
}
AGENT = re.compile(r"agent|conseill|speaker_00", re.I)


def milliseconds(text):
    if clock := CLOCK.fullmatch(text):
        hours, minutes, seconds, rest = (int(part or 0) for part in clock.groups())
        return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest
    return round(float(text.replace(",", ".")) * 1000)


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as source:
        return list(csv.DictReader(source, delimiter=";"))


def pieces(path):
    """(speaker, start, end, text) of each cue, monologue, row or line."""
    if path.suffix == ".csv":
        for row in rows(path):
            yield row["locuteur"], milliseconds(row["début"]), milliseconds(row["fin"]), row["texte"]
        return
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".vtt":
        for start, end, speaker, said in CUE.findall(text):
            yield speaker, milliseconds(start), milliseconds(end), said
    elif path.suffix == ".json":
        for one in json.loads(text)["monologues"]:
            said = re.sub(r" ([.,])", r"\1", " ".join(term["text"] for term in one["terms"]))
            yield one["speaker"]["name"] or one["speaker"]["id"], milliseconds(str(one["start"])), \
                milliseconds(str(one["end"])), said
    else:
        speaker = None
        for line in text.splitlines():
            label = LABEL.fullmatch(line)
            speaker, said = label.groups() if label else (speaker, line)
            if speaker:
                yield speaker, None, None, said.replace("’", "'").replace("\u00a0", " ")


class Heard:
    """A call as its file gives it: pieces, and turns as (agent or not, text)."""

    def __init__(self, path, about):
        self.id, self.about = path.stem, about
        self.pieces = [(bool(AGENT.match(who) or who == about["agent"]), *rest) for who, *rest in pieces(path)]
        self.turns = []
        for agent, _, _, text in self.pieces:
            if self.turns and self.turns[-1][0] == agent:
                self.turns[-1] = (agent, f"{self.turns[-1][1]} {text}")
            else:
                self.turns.append((agent, text))
        self.timed = self.pieces[0][1] is not None
        self.date = datetime.strptime(about["date"], "%d/%m/%Y %H:%M")
        self.low = about["note"] in ("1", "2")

    def says(self, pattern, agent=None):
        return any(re.search(pattern, text, re.I) for who, text in self.turns if agent in (None, who))

    def pairs(self):
        """(what the customer says, what the agent answers)."""
        for (first, said), (second, answer) in zip(self.turns, self.turns[1:]):
            if not first and second:
                yield said, answer


def times(call):
    talk = {who: sum(end - start for agent, start, end, _ in call.pieces if agent == who) for who in (True, False)}
    both, cut_in = 0, []
    for before, piece in zip(call.pieces, call.pieces[1:]):
        if piece[1] < before[2] and piece[0] != before[0]:
            both += before[2] - piece[1]
            cut_in += [before[2] - piece[1]] if piece[0] else []
    duration = max(piece[2] for piece in call.pieces) - call.pieces[0][1]
    return {
        "duration_ms": duration, "agent_ms": talk[True], "client_ms": talk[False], "overlap_ms": both,
        "silence_ms": duration - talk[True] - talk[False] + both,
    }, cut_in


def stems(text):
    """First five letters of the words, their accents off."""
    flat = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return {word[:5] for word in re.findall(r"[a-z]{4,}", flat)}


def fisher(a, n, b, m):
    """p, both sides, of a of n against b of m."""
    ways = lambda k: math.comb(n, k) * math.comb(m, a + b - k)
    possible = range(max(0, a + b - m), min(n, a + b) + 1)
    return sum(ways(k) for k in possible if ways(k) <= ways(a)) / math.comb(n + m, a + b)


def kappa(pairs):
    pairs = list(pairs)
    n = len(pairs)
    same = sum(a == b for a, b in pairs) / n
    by_chance = sum(sum(a == v for a, _ in pairs) * sum(b == v for _, b in pairs) for v in (True, False)) / n**2
    return n, same, (same - by_chance) / (1 - by_chance)


def lifts(calls, least=5):
    """Pairs of stems, customer's and agent's, by the lower bound of their lift: log-normal, 95 %."""
    both, left, right, n = Counter(), Counter(), Counter(), 0
    for call in calls:
        for said, answer in call.pairs():
            n += 1
            said, answer = stems(said), stems(answer)
            left.update(said)
            right.update(answer)
            both.update((a, b) for a in said for b in answer)
    out = []
    for (a, b), k in both.items():
        if k >= least:
            lift = k * n / (left[a] * right[b])
            error = math.sqrt(1 / k - 1 / left[a] + 1 / right[b] - 1 / n) if left[a] < n else 0
            out.append((lift * math.exp(-1.96 * error), lift, a, b, k, left[a], right[b]))
    return n, sorted(out, reverse=True)


class Report:
    def __init__(self):
        self.failed = 0

    def __call__(self, what, holds, found):
        self.failed += not holds
        print(f"{'ok ' if holds else 'NOT'} {what}: {found}")


def check(folder, truth_path):
    truth = json.loads(truth_path.read_text(encoding="utf-8"))
    about = {row["appel"]: row for row in rows(folder / "appels.csv")}
    planted = {one["call"]: one for one in truth["calls"]}
    calls = [Heard(path, about[path.stem]) for path in sorted(folder.glob("appel-*.*"))]
    report = Report()
    shape(report, calls)
    marks(report, calls, planted)
    words(report, calls)
    judged(report, folder, calls, planted)
    return report.failed


def shape(report, calls):
    weeks = Counter((call.date - timedelta(days=call.date.weekday())).date() for call in calls)
    days = all(call.date.weekday() < 5 for call in calls)
    report("40 calls, 5 in each of 8 weeks, on weekdays", len(calls) == 40 and set(weeks.values()) == {5} and days, dict(
        (str(week), n) for week, n in sorted(weeks.items())))
    turns = [len(call.turns) for call in calls]
    report("8 to 16 turns", min(turns) >= 8 and max(turns) <= 16, (min(turns), max(turns), sum(turns)))
    lasts = [times(call)[0]["duration_ms"] / 1000 for call in calls if call.timed]
    report("45 s to 4 min", min(lasts) >= 45 and max(lasts) <= 240, (len(lasts), min(lasts), max(lasts)))


def marks(report, calls, planted):
    wrong, counts, with_it = [], Counter(), defaultdict(set)
    for call in calls:
        one = planted[call.id]
        if "".join("C A"[2 * agent] for agent, _ in call.turns) != one["roles"]:
            wrong.append((call.id, "roles"))
        for mark in one["marks"]:
            agent, text = call.turns[mark["turn"]]
            counts[mark["item"]] += 1
            with_it[mark["item"]].add(call.id)
            if not agent or mark.get("words", "") not in text.replace(" ?", "?").replace("?", " ?"):
                wrong.append((call.id, mark))
        if call.timed:
            found, cut_in = times(call)
            if found != one["times"] or len(cut_in) != sum(m["item"] == "interruption" for m in one["marks"]):
                wrong.append((call.id, found, one["times"]))
            if cut_in and min(cut_in) < 1000:
                wrong.append((call.id, cut_in))
    report("marks are where truth.json says, and times what the files say", not wrong, wrong or {
        item: (n, len(with_it[item])) for item, n in counts.most_common()})
    dry = [call for call in calls if planted[call.id]["dry"]]
    shared = [(c.id, sorted(stems(a) & stems(b))) for c in dry for a, b in c.pairs() if stems(a) & stems(b)]
    report("6 dry calls, whose agent takes up no word", len(dry) == 6 and not shared, shared or [c.id for c in dry])
    kinds = Counter(p["kind"] for one in planted.values() for p in one["personal"])
    held = sorted(call for call, one in planted.items() if any(p["kind"] != "agent" for p in one["personal"]))
    lost = [p for call in calls for p in planted[call.id]["personal"] if p["words"] not in call.turns[p["turn"]][1]]
    report("personal data of customers in six calls", len(held) == 6 and not lost, lost or (dict(kinds), held))


def words(report, calls):
    n, by_lift = lifts(calls)
    low, lift, a, b, both, left, right = by_lift[0]
    report("first pair: résilier → geste commercial", (a, b) == ("resil", "geste"),
           f"{a} → {b}, {both} of {left} and {right} in {n} pairs, lift {lift:.1f} (low {low:.1f}); next {by_lift[1:5]}")
    last = datetime(2026, 10, 19)
    late, early = [c for c in calls if c.date >= last], [c for c in calls if c.date < last]
    for who, agent in (("customers", False), ("anybody", None)):
        x, y = sum(c.says("panne", agent) for c in late), sum(c.says("panne", agent) for c in early)
        p = fisher(x, len(late), y, len(early))
        report(f"“panne” rises, {who}", p < 1e-4, f"{y} of {len(early)}, then {x} of {len(late)}, p {p:.1e}")
    low, rest = [c for c in calls if c.low], [c for c in calls if not c.low]
    for word, pattern in (("attente", "attente|attends|attend "), ("rappel", r"rappel\b|rappeler"), ("either",
                          r"attente|attends|attend |rappel\b|rappeler")):
        x, y = sum(c.says(pattern, False) for c in low), sum(c.says(pattern, False) for c in rest)
        p = fisher(x, len(low), y, len(rest))
        report(f"customers who give 1 or 2 say “{word}”", p < 0.01, f"{x} of {len(low)}, {y} of {len(rest)}, p {p:.1e}")
    for word, pattern, first in (("facture", "facture", False), ("vérifie", "vérifie", True)):
        x, y = (sum(c.says(pattern, who) for c in calls) for who in (first, not first))
        p = fisher(x, len(calls), y, len(calls))
        report(f"“{word}”: {'agents' if first else 'customers'}", p < 1e-3, f"{x} calls, {y} of the other side, p {p:.1e}")


def judged(report, folder, calls, planted):
    by_month = [(c.id, c.about["agent"], f"{c.date:%Y-%m}") for c in calls]
    again = [name for *_, names in drawn(by_month) for name in names]
    plan = [row["appel"] for row in rows(folder / "plan.csv")]
    report("the plan is the draw", plan == again, f"{len(plan)} calls")
    first, pairs, items, heard = {}, [], [], []
    for row in rows(folder / "evaluations.csv"):
        call, values = row["appel"], list(row.values())[2:]
        if call in first:
            pairs.append((first[call], values))
            continue
        first[call] = values
        has = {mark["item"] for mark in planted[call]["marks"]}
        items += [(row[label] == "oui", item in has) for item, label in LABELS.items() if row[label] != "NC"]
        heard.append((values[0] == "oui", points(planted[call]) >= 0.6))
    report("evaluated: the drawn calls", sorted(first) == sorted(plan), len(first))
    for what, found, low, high in (
        ("items, planted and heard", kappa(items), 0.8, 0.95),
        ("active listening, marks planted and heard", kappa(heard), 0.7, 0.9),
        ("active listening, two evaluators", kappa((a[0] == "oui", b[0] == "oui") for a, b in pairs), 0.6, 0.9),
        ("items, two evaluators", kappa((x == "oui", y == "oui") for a, b in pairs for x, y in zip(a[1:], b[1:])
                                        if "NC" not in (x, y)), 0.7, 0.95),
    ):
        n, same, k = found
        report(f"κ, {what}", low <= k <= high, f"n {n}, same {same:.3f}, κ {k:.3f}")


def points(one):
    """Share of the points of the shipped grid, lexicons/listening.toml, that the planted marks give; no insult."""
    turns = defaultdict(set)
    for mark in one["marks"]:
        turns[mark["item"]].add(mark["turn"])
    given = {item: weight * min(1, len(turns[item]) / times) for item, (weight, times) in GRID.items()}
    possible = sum(weight for weight, _ in GRID.values() if weight > 0)
    return 0 if turns["insult"] else max(0, sum(given.values()) / possible)
