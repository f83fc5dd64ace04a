#!/usr/bin/env python3
"""Make the sample study data/telecom.csv from the hand-written data/verbatims.tsv.

    python3 data/make_telecom.py            rewrite telecom.csv, byte for byte the same each time
    python3 data/make_telecom.py --check    measure the planted effects in telecom.csv; exit 1 if one is not as stated

Standard library only. Randomness is random.Random(SEED).random() and plain arithmetic alone, which give the same
numbers on every Python 3 and every platform; `shuffle` or `gauss` carry no such promise.
"""

import csv
import math
import random
import re
import sys
import unicodedata
from pathlib import Path

SEED = 224
HERE = Path(__file__).resolve().parent
SOURCE = HERE / "verbatims.tsv"
TARGET = HERE / "telecom.csv"

# Wave, month and first day of its four weeks in the field.
WAVES = [("2025-T1", 3, 3), ("2025-T2", 6, 2), ("2025-T3", 9, 1), ("2025-T4", 12, 1)]
REGIONS = ["Bretagne", "Grand Est", "Hauts-de-France", "Nouvelle-Aquitaine", "Occitanie"]
CELL = 120
OFFERS = [("Mobile", 0.30), ("Fibre", 0.30), ("Fibre + mobile", 0.25), ("ADSL", 0.15)]
CHANNELS = [("Boutique", 0.22), ("Téléphone", 0.28), ("Site web", 0.26), ("Application", 0.24)]

ID, WAVE, DATE, REGION, OFFER, CHANNEL = "id", "vague", "date", "région", "offre", "canal"
RECOMMEND = "Recommanderiez-vous Filambule à un proche ? (0 à 10)"
SATISFACTION = "Globalement, êtes-vous satisfait de Filambule ?"
EFFORT = (
    "Effort : il m'a été facile d'obtenir ce que je voulais "
    "(1 = pas du tout d'accord, 7 = tout à fait d'accord)"
)
RATINGS = ["Note réseau", "Note prix", "Note service client", "Note facture", "Note application", "Note installation"]
VERBATIM = "Pourquoi cette note ?"
COLUMNS = [ID, WAVE, DATE, REGION, OFFER, CHANNEL, RECOMMEND, SATISFACTION, EFFORT, *RATINGS, VERBATIM]
LABELS = [
    "Très insatisfait", "Plutôt insatisfait", "Ni satisfait ni insatisfait", "Plutôt satisfait", "Très satisfait",
]

# Promoters, passives, detractors: the true shares, everywhere but in the region that falls in the last wave.
USUAL = (0.345, 0.335, 0.320)
FALLEN = ("Bretagne", "2025-T4")
OUTAGE = (0.130, 0.270, 0.600)
SCORES = {
    "promoters": [(9, 0.42), (10, 0.58)],
    "passives": [(7, 0.45), (8, 0.55)],
    "detractors": [(0, 0.12), (1, 0.06), (2, 0.08), (3, 0.12), (4, 0.12), (5, 0.28), (6, 0.22)],
}
# Detractors of the outage are harsher.
HARSH = [(0, 0.22), (1, 0.10), (2, 0.14), (3, 0.16), (4, 0.12), (5, 0.16), (6, 0.10)]
# Share of each segment dealt in proportion to the scores, the rest at random.
EVEN = 0.75
WRITES = 0.78

# What a verbatim is about, given the score: « boutique » is the effect that is not there.
TOPICS = {
    "high": [("attente", 0.045), ("boutique", 0.10), ("conseiller", 0.22), ("other", 0.635)],
    "middle": [("attente", 0.10), ("boutique", 0.10), ("conseiller", 0.10), ("other", 0.70)],
    "low": [("attente", 0.25), ("boutique", 0.10), ("conseiller", 0.04), ("other", 0.61)],
    "lowest": [("attente", 0.32), ("boutique", 0.10), ("conseiller", 0.03), ("other", 0.55)],
}
SPEAKS_OF_OUTAGE = {"high": 0.25, "middle": 0.50, "low": 0.75, "lowest": 0.75}
POLARITY = {
    "high": [(2, 0.62), (1, 0.38)],
    "middle": [(1, 0.52), (0, 0.40), (-1, 0.08)],
    "low": [(0, 0.40), (-1, 0.52), (-2, 0.08)],
    "lowest": [(-1, 0.40), (-2, 0.60)],
}
# The rating that a topic weighs on.
RATED = {
    "attente": "Note service client", "conseiller": "Note service client", "panne": "Note réseau",
    "reseau": "Note réseau", "debit": "Note réseau", "prix": "Note prix", "fidelite": "Note prix",
    "engagement": "Note prix", "facture": "Note facture", "application": "Note application",
    "technicien": "Note installation", "livraison": "Note installation",
}
SHORTHAND = [
    ("toujours", "tjrs"), ("beaucoup", "bcp"), ("problème", "pb"), ("rendez-vous", "rdv"), ("c'est", "c"),
    ("quand", "qd"), ("Très ", "Tres "), ("jamais", "jms"), ("pour", "pr"),
]
# Words that carry a planted effect keep their spelling; so do numbers and addresses that masking must find.
KEPT = re.compile(r"attent|attend|boutique|conseill|panne|coupure|réseau|[\d@]", re.I)


class Draw:
    """Draws on .random() alone."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def below(self, n):
        return int(self.random() * n)

    def shuffled(self, items):
        items = list(items)
        for i in range(len(items) - 1, 0, -1):
            j = self.below(i + 1)
            items[i], items[j] = items[j], items[i]
        return items

    def weighted(self, choices):
        x = self.random() * sum(weight for _, weight in choices)
        for value, weight in choices:
            x -= weight
            if x < 0:
                return value
        return choices[-1][0]

    def noise(self, sd):
        """Bell-shaped, mean 0: the sum of four uniforms has variance 1/3."""
        return (self.random() + self.random() + self.random() + self.random() - 2) * sd * 1.7320508

    def dealt(self, n, choices):
        """n values in the proportions asked to within one, in random order: noise without a chance effect."""
        exact = [(value, n * weight) for value, weight in choices]
        values = [value for value, quota in exact for _ in range(int(quota))]
        rest = [(value, quota - int(quota)) for value, quota in exact]
        while len(values) < n:
            value = self.weighted(rest)
            rest = [(v, w) for v, w in rest if v != value]
            values.append(value)
        return self.shuffled(values)


class Text:
    """One hand-written verbatim."""

    def __init__(self, themes, polarity, score, text):
        self.themes, self.polarity, self.text = themes.split(","), int(polarity), text.replace("\\n", "\n")
        low, _, high = score.partition("-")
        self.scores = range(int(low), int(high or low) + 1) if score else range(11)
        first = self.themes[0]
        self.topic = first if first in ("attente", "boutique", "conseiller", "panne") else "other"
        self.offers = [name for name, _ in OFFERS if suits(text.lower(), name)]
        self.uses = 0


def suits(text, offer):
    """Whether a customer of this offer could have written the text."""
    home = re.search(
        r"fibre|\bbox\b|wi-?fi|décodeur|adsl|raccord|technicien|ethernet|répéteur|télé\b|la prise|gb/s|ping|fixe\b"
        r"|install|intervention|câble|dépann", text)
    mobile = re.search(r"sim\b|[45]g\b|forfait|mobile|capte|antenne|\bgo\b|barre|portabilité", text)
    fibre = re.search("fibre|gb/s|ping", text)
    copper = "pas la fibre" in text or ("adsl" in text and not fibre)
    if offer == "Mobile":
        return not home
    if mobile and offer != "Fibre + mobile":
        return False
    return copper or not fibre if offer == "ADSL" else not copper


def read_texts():
    with open(SOURCE, encoding="utf-8", newline="\n") as source:
        lines = [line.rstrip("\n") for line in source if not line.startswith("#")]
    return [Text(*line.split("\t")) for line in lines[1:]]


def band(score):
    return "high" if score >= 9 else "middle" if score >= 7 else "low" if score >= 5 else "lowest"


def no_answer(draw):
    return draw.weighted([("", 0.45), ("Ne se prononce pas", 0.25), ("99", 0.20), ("N/A", 0.10)])


def people(draw):
    """Respondents with a wave, a region, a date and a latent score; the quotas hold to within three answers."""
    everyone = []
    for wave, month, first_day in WAVES:
        for region in REGIONS:
            struck = (region, wave) == FALLEN
            shares = OUTAGE if struck else USUAL
            promoters = int(CELL * shares[0] + 0.5) + draw.below(7) - 3
            detractors = int(CELL * shares[2] + 0.5) + draw.below(7) - 3
            groups = ["promoters"] * promoters + ["detractors"] * detractors
            groups += ["passives"] * (CELL - len(groups))
            for group in draw.shuffled(groups):
                day = first_day + draw.below(28)
                choices = HARSH if struck and group == "detractors" else SCORES[group]
                everyone.append({
                    WAVE: wave, REGION: region, DATE: f"{day:02}/{month:02}/2025",
                    "order": (month, day, draw.random()),
                    "group": group, "score": draw.weighted(choices),
                    "writes": draw.random() < WRITES,
                })
    return everyone


def assign(draw, everyone, column, choices):
    """Deals a segment within each wave: most people in proportion within their score group, the others at random."""
    for wave, _, _ in WAVES:
        for group in ("promoters", "passives", "detractors", None):
            pool = [p for p in everyone if p[WAVE] == wave and (p["group"] if p["even"] else None) == group]
            for person, value in zip(pool, draw.dealt(len(pool), choices)):
                person[column] = value


def topics(draw, everyone):
    """What each person would write about."""
    for wave, _, _ in WAVES:
        for level in ("high", "middle", "low", "lowest"):
            for writes in (True, False):
                pool = [p for p in everyone if (p[WAVE], band(p["score"]), p["writes"]) == (wave, level, writes)]
                struck = [p for p in pool if (p[REGION], p[WAVE]) == FALLEN]
                share = SPEAKS_OF_OUTAGE[level]
                for person, topic in zip(struck, draw.dealt(len(struck), [("panne", share), (None, 1 - share)])):
                    person["topic"] = topic
                rest = [p for p in pool if not p.get("topic")]
                for person, topic in zip(rest, draw.dealt(len(rest), TOPICS[level])):
                    person["topic"] = topic


def pick(draw, texts, person):
    """The least used of the texts that fit the person, at random among equals."""
    level = band(person["score"])
    for _ in range(100):
        polarity = draw.weighted(POLARITY[level])
        fit = [
            t for t in texts
            if t.topic == person["topic"] and t.polarity == polarity
            and person["score"] in t.scores and person[OFFER] in t.offers
        ]
        if fit:
            break
    fewest = min(t.uses for t in fit)
    fit = [t for t in fit if t.uses == fewest]
    return fit[draw.below(len(fit))]


def without_accents(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def misspelt(draw, text, kept):
    """One slip in one long word: a letter lost, doubled, or swapped with the next."""
    words = [m for m in re.finditer(r"[^\W\d_]{6,}", text) if not kept.search(m.group())]
    if not words or "@" in text:
        return text
    word = words[draw.below(len(words))]
    at = word.start() + 1 + draw.below(len(word.group()) - 2)
    slip = draw.below(3)
    if slip == 0:
        return text[:at] + text[at + 1:]
    if slip == 1:
        return text[:at] + text[at] + text[at:]
    return text[:at] + text[at + 1] + text[at] + text[at + 2:]


def varied(draw, text, kept=KEPT):
    """A second hand for a text already used: what a phone keyboard, haste or habit would change."""
    kind = draw.below(9)
    if kind == 0:
        return text[:1].lower() + text[1:]
    if kind == 1:
        return text.lower()
    if kind == 2:
        return without_accents(text)
    if kind == 3 and len(text) > 2:
        return text[:-1] if text[-1] in ".!" else text + "." if text[-1].isalpha() else misspelt(draw, text, kept)
    if kind == 4 and len(text) > 2 and text[-1] in "!?":
        return text + text[-1]
    if kind == 5:
        return text.replace("'", "’") if "'" in text else text + "..." if text[-1].isalpha() else text
    if kind == 6:
        shorter = text
        for word, short in SHORTHAND:
            shorter = re.sub(rf"(?<!\w){word}(?!\w)" if word[-1] != " " else word, short, shorter)
        return shorter if shorter != text else without_accents(text.lower())
    if kind == 7 and "@" not in text and draw.below(4) == 0:
        return text.upper()
    return misspelt(draw, text, kept)


def clamp(value, low, high):
    return max(low, min(high, int(math.floor(value + 0.5))))


def answers(draw, person, text):
    """The closed questions, each close to the recommendation, moved by what the person writes about."""
    score, topic = person["score"], text.themes[0]
    mood = score + draw.noise(1.3) - (0.8 if topic == "panne" else 0)
    person[RECOMMEND] = str(score)
    steps = [2.9, 5.0, 6.1, 9.1]
    person[SATISFACTION] = LABELS[sum(mood >= step for step in steps)]
    person[EFFORT] = str(clamp(1.5 + 0.5 * score - (0.9 if topic == "attente" else 0) + draw.noise(1.2), 1, 7))
    for rating in RATINGS:
        weight = 1.3 * text.polarity if RATED.get(topic) == rating else 0
        person[rating] = str(clamp(2.4 + 0.62 * score + weight + draw.noise(1.5), 1, 10))
    for column in [RECOMMEND, SATISFACTION, EFFORT, *RATINGS]:
        if draw.random() < 0.035:
            person[column] = no_answer(draw)


def study(seed):
    draw = Draw(seed)
    texts = read_texts()
    everyone = people(draw)
    for person in everyone:
        person["even"] = draw.random() < EVEN
    assign(draw, everyone, OFFER, OFFERS)
    assign(draw, everyone, CHANNEL, CHANNELS)
    topics(draw, everyone)
    for person in sorted(everyone, key=lambda p: p["order"]):
        text = pick(draw, texts, person)
        answers(draw, person, text)
        if not person["writes"]:
            person[VERBATIM] = "N/A" if draw.random() < 0.02 else ""
            continue
        person[VERBATIM] = text.text if text.uses == 0 or draw.random() < 0.15 else varied(draw, text.text)
        text.uses += 1
    everyone.sort(key=lambda p: p["order"])
    for number, person in enumerate(everyone, 1):
        person[ID] = f"R-{number:05}"
    return everyone, texts


def field(value):
    return '"' + value.replace('"', '""') + '"' if re.search('[;"\r\n]', value) else value


def write(everyone):
    lines = [";".join(field(column) for column in COLUMNS)]
    lines += [";".join(field(person[column]) for column in COLUMNS) for person in everyone]
    TARGET.write_bytes(("\ufeff" + "".join(line + "\r\n" for line in lines)).encode("utf-8"))


def scores(rows):
    return [int(r[RECOMMEND]) for r in rows if r[RECOMMEND].isdigit() and int(r[RECOMMEND]) <= 10]


def nps(rows):
    """NPS in points, its variance in points², and its base."""
    signs = [(s >= 9) - (s <= 6) for s in scores(rows)]
    mean = sum(signs) / len(signs)
    return 100 * mean, 1e4 * (sum(x * x for x in signs) / len(signs) - mean * mean) / len(signs), len(signs)


def share(values):
    p = sum(values) / len(values)
    return 100 * p, 1e4 * p * (1 - p) / len(values), len(values)


def csat(rows):
    return share([r[SATISFACTION] in LABELS[3:] for r in rows if r[SATISFACTION] in LABELS])


def ces(rows):
    values = [int(r[EFFORT]) for r in rows if r[EFFORT].isdigit() and int(r[EFFORT]) <= 7]
    mean = sum(values) / len(values)
    return mean, sum((v - mean) ** 2 for v in values) / (len(values) - 1) / len(values), len(values)


def p_value(a, b):
    """Two-sided p of a difference of two independent estimates, normal approximation."""
    variance = a[1] + b[1]
    return math.erfc(abs(a[0] - b[0]) / math.sqrt(2 * variance)) if variance else 1.0


WORDS = {
    "attente": r"\battent\w*|\battend\w*", "attente (alone)": r"\battente\b",
    "boutique": r"\bboutiques?\b", "conseiller": r"\bconseill[eè]r\w*",
    "panne, coupure": r"\bpannes?\b|\bcoupures?\b",
}


def contrasts(rows, measure):
    """Every difference that a reader may look at: each segment between waves, and against the rest."""
    found = []
    waves = [wave for wave, _, _ in WAVES]
    for column, values in [
        (None, [None]), (REGION, REGIONS), (OFFER, [o for o, _ in OFFERS]), (CHANNEL, [c for c, _ in CHANNELS]),
    ]:
        for value in values:
            inside = [r for r in rows if column is None or r[column] == value]
            by_wave = {w: measure([r for r in inside if r[WAVE] == w]) for w in waves}
            for i, a in enumerate(waves):
                for b in waves[i + 1:]:
                    found.append((value or "total", f"{a} → {b}", by_wave[a], by_wave[b]))
            if column is not None:
                rest = [r for r in rows if r[column] != value]
                found.append((value, "v. rest", measure(rest), measure(inside)))
                for w in waves:
                    found.append((value, f"v. rest {w}", measure([r for r in rest if r[WAVE] == w]), by_wave[w]))
    return [(value, what, b[0] - a[0], p_value(a, b)) for value, what, a, b in found]


def word_effect(rows, pattern):
    written = [r for r in rows if r[VERBATIM] not in ("", "N/A")]
    said = [r for r in written if re.search(pattern, r[VERBATIM], re.I)]
    silent = [r for r in written if not re.search(pattern, r[VERBATIM], re.I)]
    a, b = nps(said), nps(silent)
    low = share([r in said for r in written if any(s <= 6 for s in scores([r]))])
    high = share([r in said for r in written if any(s >= 9 for s in scores([r]))])
    return {
        "n": len(said), "share": 100 * len(said) / len(written), "with": a[0], "without": b[0], "p": p_value(a, b),
        "impact": nps(written)[0] - b[0], "low": low[0], "high": high[0], "p_keyness": p_value(low, high),
    }


def check(rows):
    """Prints what was measured and returns the statements that do not hold."""
    wrong = []

    def state(holds, what):
        if not holds:
            wrong.append(what)

    written = [r[VERBATIM] for r in rows if r[VERBATIM] not in ("", "N/A")]
    print(f"{len(rows)} responses, {len(written)} verbatims ({len(set(written))} distinct)")
    for name, (value, _, n) in [("NPS", nps(rows)), ("CSAT", csat(rows)), ("CES", ces(rows))]:
        print(f"{name} {value:.3f} (n {n})")
    closed = [RECOMMEND, SATISFACTION, EFFORT, *RATINGS]
    for column in closed:
        missing = sum(r[column] in ("", "99", "N/A", "Ne se prononce pas") for r in rows)
        print(f"no answer {100 * missing / len(rows):.1f} %: {column}")

    print("\nNPS by wave                  " + "".join(f"{w:>10}" for w, _, _ in WAVES) + "       all")
    cells = [(REGION, r) for r in REGIONS] + [(OFFER, o) for o, _ in OFFERS] + [(CHANNEL, c) for c, _ in CHANNELS]
    for column, value in [(None, "total"), *cells]:
        inside = [r for r in rows if column is None or r[column] == value]
        line = "".join(f"{nps([r for r in inside if r[WAVE] == w])[0]:>+10.1f}" for w, _, _ in WAVES)
        print(f"{(column or '') + ' ' + value:<29}{line}{nps(inside)[0]:>+10.1f}")

    print("\nword               n  share     with  without  impact        p   detractors/promoters   p keyness")
    effects = {word: word_effect(rows, pattern) for word, pattern in WORDS.items()}
    for word, e in effects.items():
        print(f"{word:<15}{e['n']:>5}{e['share']:>6.1f}%{e['with']:>+9.1f}{e['without']:>+9.1f}{e['impact']:>+8.1f}"
              f"{e['p']:>9.1e}{e['low']:>14.1f}% /{e['high']:>5.1f}%{e['p_keyness']:>12.1e}")
    e = effects["attente"]
    state(e["with"] - e["without"] <= -50, "attente costs at least 50 points")
    state(11 <= e["share"] <= 17, "attente is in 11 to 17 % of verbatims")
    state(e["impact"] <= -4, "attente costs several points of NPS")
    e = effects["conseiller"]
    state(e["with"] - e["without"] >= 20 and e["p"] < 1e-3, "conseiller gains at least 20 points")
    e = effects["boutique"]
    state(e["p"] > 0.3 and e["p_keyness"] > 0.3 and 8 <= e["share"] <= 12, "boutique is unrelated to the score")

    region, last = FALLEN
    print("\ndifferences with p < 0.10 (of all segments between all waves, and against the rest)")
    for name, measure in [("NPS", nps), ("CSAT", csat), ("CES", ces)]:
        for value, what, difference, p in contrasts(rows, measure):
            if p < 0.10:
                print(f"  {name:<5}{value:<20}{what:<20}{difference:>+8.2f}  p {p:.4f}")
            expected = value == region and (last in what or what == "v. rest")
            tolerated = value == "total" or what == f"v. rest {last}" and value in REGIONS
            if name == "NPS":
                state(expected or tolerated or p >= 0.05, f"{value} {what}: NPS {difference:+.1f}, p {p:.3f}")
            if name == "NPS" and expected and "2025-T3" in what:
                state(difference <= -40 and p < 1e-4, f"{region} falls by at least 40 points in {last}")
    spoken = [r[VERBATIM] for r in rows if (r[REGION], r[WAVE]) == FALLEN and r[VERBATIM] not in ("", "N/A")]
    elsewhere = [r[VERBATIM] for r in rows if (r[REGION], r[WAVE]) != FALLEN and r[VERBATIM] not in ("", "N/A")]
    outage = re.compile(WORDS["panne, coupure"], re.I)
    rate = [100 * sum(bool(outage.search(v)) for v in verbatims) / len(verbatims) for verbatims in (spoken, elsewhere)]
    print(f"\npanne or coupure: {rate[0]:.1f} % of {len(spoken)} verbatims of {region} {last},", end=" ")
    print(f"{rate[1]:.1f} % of {len(elsewhere)} others")
    state(rate[0] >= 40 and rate[1] <= 8, "the outage is spoken of in one region and wave")
    for what in wrong:
        print(f"NOT AS STATED: {what}")
    return wrong


def main():
    if sys.argv[1:] == ["--check"]:
        with open(TARGET, encoding="utf-8-sig", newline="") as source:
            sys.exit(1 if check(list(csv.DictReader(source, delimiter=";"))) else 0)
    if sys.argv[1:]:
        sys.exit(__doc__)
    write(study(SEED)[0])


if __name__ == "__main__":
    main()
