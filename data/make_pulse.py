#!/usr/bin/env python3
"""Make the HR sample study data/pulse.csv from the hand-written data/pulse_verbatims.tsv.

    python3 data/make_pulse.py            rewrite pulse.csv, byte for byte the same each time
    python3 data/make_pulse.py --check    measure the planted effects in pulse.csv; exit 1 if one is not as stated

Standard library only. Draws and spelling variants are those of make_telecom.py, so the same on every Python 3.
"""

import csv
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
from make_telecom import Draw, clamp, field, p_value, share, varied  # noqa: E402

SEED = 426
HERE = Path(__file__).resolve().parent
SOURCE = HERE / "pulse_verbatims.tsv"
TARGET = HERE / "pulse.csv"

MONTHS = [f"{name} 2025" for name in (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split())]
MAY, JUNE, SEPTEMBER = 4, 5, 8
SITES = ["Niort", "Vierzon"]
# Bands of seniority, first and last month of service.
BANDS = [("Moins d'un an", 0, 11), ("1 à 3 ans", 12, 47), ("4 à 10 ans", 48, 131), ("Plus de 10 ans", 132, 360)]
# What a block of eight colleagues of the same mood is dealt.
SENIORITY = [0, 1, 1, 2, 2, 2, 3, 3]


class Service:
    """A department: head count at the start, changes by month, share that answers, true shares of the eNPS."""

    def __init__(self, pole, heads, rate, promoters, detractors, changes=()):
        self.pole, self.rate, self.shares = pole, rate, (promoters, detractors)
        self.heads = [heads]
        for month in range(1, 12):
            self.heads.append(self.heads[-1] + dict(changes).get(month, 0))

    def share_that_answers(self, month):
        return self.rate[month] if isinstance(self.rate, list) else self.rate


# The service that scores low answers less in May, then during a meeting in June: the mix effect.
SURGE = [0.45] * 4 + [0.30, 0.80] + [0.45] * 6
SERVICES = {
    "Atelier": Service("Production", 62, 0.58, 0.35, 0.31, [(2, 2), (6, -1), (9, 1)]),
    "Maintenance": Service("Production", 24, 0.62, 0.40, 0.26, [(3, -1), (8, 1)]),
    "Qualité": Service("Production", 4, 0.80, 0.35, 0.30),
    "Service client": Service("Clients", 80, SURGE, 0.08, 0.68, [(1, -2), (3, 2), (7, -1), (10, 1)]),
    "Ventes": Service("Clients", 30, 0.63, 0.46, 0.22, [(2, 1), (9, -1)]),
    "Entrepôt": Service("Logistique", 60, 0.63, 0.39, 0.27, [(6, -3), (7, -3), (8, -2)]),
    "Informatique": Service("Supports", 22, 0.68, 0.44, 0.22, [(1, 1)]),
    "Comptabilité": Service("Supports", 18, 0.70, 0.42, 0.26, [(8, 1)]),
    "Juridique": Service("Supports", 4, 0.80, 0.40, 0.25),
}
CROWDED, STRUCK = "Service client", "Entrepôt"
SMALL = ["Qualité", "Juridique"]
OVERLOAD = (0.11, 0.65)
FIELD = ["Atelier", "Maintenance", "Qualité", "Entrepôt"]
WHO = {"terrain": FIELD, "bureau": [s for s in SERVICES if s not in FIELD], "": list(SERVICES)}

MONTH, ID, POLE, SERVICE, SITE, BAND, HEADS = "mois", "matricule", "pôle", "service", "site", "ancienneté", "effectif"
RECOMMEND = "Recommanderiez-vous notre entreprise comme employeur à un proche ? (0 à 10)"
LOAD, THANKS, MANAGER, MEANS, SENSE = ITEMS = [
    "Ma charge de travail est soutenable",
    "Mon travail est reconnu à sa juste valeur",
    "Mon manager me soutient dans mon travail",
    "J'ai les moyens de bien faire mon travail",
    "Mon travail a du sens",
]
VERBATIM = "Qu'est-ce qui pourrait être amélioré ?"
COLUMNS = [MONTH, ID, POLE, SERVICE, SITE, BAND, HEADS, RECOMMEND, *ITEMS, VERBATIM]
LABELS = [
    "Pas du tout d'accord", "Plutôt pas d'accord", "Ni d'accord ni pas d'accord", "Plutôt d'accord",
    "Tout à fait d'accord",
]
# Mean of each item at a recommendation of 6.5.
LEVEL = {LOAD: 3.15, THANKS: 2.55, MANAGER: 3.45, MEANS: 3.15, SENSE: 3.65}
# What recognition gains a month.
RISE = 0.08
SPOKEN = {
    "charge": LOAD, "surcharge": LOAD, "reconnaissance": THANKS, "management": MANAGER, "moyens": MEANS, "sens": SENSE,
}

SCORES = {
    "promoters": [(9, 0.60), (10, 0.40)],
    "passives": [(7, 0.45), (8, 0.55)],
    "detractors": [(0, 0.07), (1, 0.05), (2, 0.09), (3, 0.13), (4, 0.14), (5, 0.27), (6, 0.25)],
}
WRITES = 0.55
TOPICS = {
    "high": [("charge", 0.04), ("cantine", 0.10), ("other", 0.86)],
    "middle": [("charge", 0.09), ("cantine", 0.10), ("other", 0.81)],
    "low": [("charge", 0.17), ("cantine", 0.10), ("other", 0.73)],
    "lowest": [("charge", 0.23), ("cantine", 0.10), ("other", 0.67)],
}
SPEAKS_OF_OVERLOAD = {"high": 0.30, "middle": 0.50, "low": 0.70, "lowest": 0.75}
POLARITY = {
    "high": [(2, 0.50), (1, 0.38), (0, 0.12)],
    "middle": [(1, 0.38), (0, 0.50), (-1, 0.12)],
    "low": [(0, 0.35), (-1, 0.57), (-2, 0.08)],
    "lowest": [(-1, 0.50), (-2, 0.50)],
}
# Words that carry a planted effect keep their spelling; so do numbers and addresses that masking must find.
KEPT = re.compile(r"charge|cantine|[\d@]", re.I)
NO_ANSWER = [("", 0.50), ("Ne se prononce pas", 0.30), ("99", 0.20)]


class Text:
    """One hand-written verbatim."""

    def __init__(self, theme, polarity, score, who, text):
        self.theme, self.polarity, self.text = theme, int(polarity), text.replace("\\n", "\n")
        low, _, high = score.partition("-")
        self.scores = range(int(low), int(high or low) + 1) if score else range(11)
        self.services = WHO.get(who) or who.split(",")
        self.topic = theme if theme in ("charge", "surcharge", "cantine") else "other"
        self.uses, self.writers = 0, set()


def read_texts():
    with open(SOURCE, encoding="utf-8", newline="\n") as source:
        lines = [line.rstrip("\n") for line in source if not line.startswith("#")]
    return [Text(*line.split("\t")) for line in lines[1:]]


def band(score):
    return "high" if score >= 9 else "middle" if score >= 7 else "low" if score >= 5 else "lowest"


def overloaded(service, month):
    return service == STRUCK and month >= SEPTEMBER


def hired(draw, mood, site, first, last):
    return {
        "mood": mood, SITE: site, "since": first + draw.below(last - first + 1), "assiduity": draw.noise(1),
        "offsets": {item: draw.noise(0.55) for item in ITEMS},
    }


def staff(draw, service):
    """Those who work there at the start; sites and seniority are dealt alike to all moods."""
    moods = sorted(draw.noise(1) for _ in range(service.heads[0]))
    sites = [site for _ in range(0, len(moods), 2) for site in draw.shuffled(SITES)]
    bands = [index for _ in range(0, len(moods), 8) for index in draw.shuffled(SENIORITY)]
    return [hired(draw, mood, site, *BANDS[index][1:]) for mood, site, index in zip(moods, sites, bands)]


def quota(draw, exact, month):
    """A whole number near `exact`: the nearest in the two months of the mix effect, else either neighbour."""
    if month in (MAY, JUNE):
        return int(exact + 0.5)
    return int(exact) + (draw.random() < exact - int(exact))


def answering(draw, people, service, name, month):
    """Who answers this month, with a score: the shares are dealt, the mood decides who is where."""
    count = min(len(people), quota(draw, len(people) * service.share_that_answers(month), month))
    if name in SMALL:
        count = min(count, 4)
    keen = sorted(people, key=lambda p: -(p["assiduity"] + draw.noise(0.8)))[:count]
    happy = sorted(keen, key=lambda p: -(p["mood"] + draw.noise(0.45)))
    promoters, detractors = OVERLOAD if overloaded(name, month) else service.shares
    high, low = quota(draw, count * promoters, month), quota(draw, count * detractors, month)
    for rank, person in enumerate(happy):
        group = "promoters" if rank < high else "passives" if rank < count - low else "detractors"
        yield person, draw.weighted(SCORES[group])


def answers(draw):
    """Every answer of the year, without its closed items and its verbatim."""
    rows, numbers = [], set()
    for name, service in SERVICES.items():
        people = staff(draw, service)
        for month in range(12):
            if month and draw.random() < len(people) / 200 and name not in SMALL:
                people.pop(draw.below(len(people)))
            while len(people) > service.heads[month]:
                people.pop(draw.below(len(people)))
            while len(people) < service.heads[month]:
                people.append(hired(draw, draw.noise(1), SITES[draw.below(2)], 0, 0) | {"month": month})
            for person, score in answering(draw, people, service, name, month):
                while ID not in person:
                    number = 10000 + draw.below(90000)
                    if number not in numbers:
                        numbers.add(number)
                        person[ID] = f"E{number}"
                served = person["since"] + month - person.get("month", 0)
                rows.append({
                    "month": month, MONTH: MONTHS[month], ID: person[ID], POLE: service.pole, SERVICE: name,
                    SITE: person[SITE], BAND: next((b for b, _, last in BANDS if served <= last), BANDS[-1][0]),
                    HEADS: str(service.heads[month]), "score": score, "person": person,
                    "writes": draw.random() < WRITES, "order": draw.random(),
                })
    return sorted(rows, key=lambda r: (r["month"], r["order"]))


def topics(draw, rows):
    """What each person would write about."""
    for level in ("high", "middle", "low", "lowest"):
        for writes in (True, False):
            pool = [r for r in rows if band(r["score"]) == level and r["writes"] == writes]
            struck = [r for r in pool if overloaded(r[SERVICE], r["month"])]
            speak = SPEAKS_OF_OVERLOAD[level]
            for row, topic in zip(struck, draw.dealt(len(struck), [("surcharge", speak), (None, 1 - speak)])):
                row["topic"] = topic
            rest = [r for r in pool if not r.get("topic")]
            for row, topic in zip(rest, draw.dealt(len(rest), TOPICS[level])):
                row["topic"] = topic


def pick(draw, texts, row):
    """The least used of the texts that fit and that this person has not written, at random among equals."""
    fit = []
    while not fit:
        polarity = draw.weighted(POLARITY[band(row["score"])])
        fit = [
            t for t in texts
            if t.topic == row["topic"] and t.polarity == polarity
            and row["score"] in t.scores and row[SERVICE] in t.services
        ]
    fit = [t for t in fit if row[ID] not in t.writers] or fit
    fewest = min(t.uses for t in fit)
    fit = [t for t in fit if t.uses == fewest]
    return fit[draw.below(len(fit))]


def closed(draw, row, text):
    """The closed questions, each close to the recommendation, moved by what the person writes about."""
    row[RECOMMEND] = str(row["score"])
    for item in ITEMS:
        value = LEVEL[item] + 0.20 * (row["score"] - 6.5) + row["person"]["offsets"][item] + draw.noise(0.65)
        value += RISE * row["month"] if item == THANKS else 0
        value -= 0.5 if item == LOAD and overloaded(row[SERVICE], row["month"]) else 0
        value += 0.3 * text.polarity if SPOKEN.get(text.theme) == item else 0
        row[item] = LABELS[clamp(value, 1, 5) - 1]
    for column in [RECOMMEND, *ITEMS]:
        if draw.random() < 0.03:
            row[column] = draw.weighted(NO_ANSWER)


def study(seed):
    draw = Draw(seed)
    texts = read_texts()
    rows = answers(draw)
    topics(draw, rows)
    for row in rows:
        text = pick(draw, texts, row)
        closed(draw, row, text)
        if not row["writes"]:
            row[VERBATIM] = "N/A" if draw.random() < 0.02 else ""
            continue
        as_written = text.uses == 0 or draw.random() < 0.15
        row[VERBATIM] = text.text if as_written else varied(draw, text.text, KEPT)
        text.uses += 1
        text.writers.add(row[ID])
    return rows, texts


def write(rows):
    lines = [";".join(field(column) for column in COLUMNS)]
    lines += [";".join(field(row[column]) for column in COLUMNS) for row in rows]
    TARGET.write_bytes(("\ufeff" + "".join(line + "\r\n" for line in lines)).encode("utf-8"))


def scores(rows):
    return [int(r[RECOMMEND]) for r in rows if r[RECOMMEND].isdigit() and int(r[RECOMMEND]) <= 10]


def enps(rows):
    """eNPS in points, its variance in points², and its base."""
    signs = [(s >= 9) - (s <= 6) for s in scores(rows)]
    if not signs:
        return float("nan"), 0, 0
    mean = sum(signs) / len(signs)
    return 100 * mean, 1e4 * (sum(x * x for x in signs) / len(signs) - mean * mean) / len(signs), len(signs)


def mean(rows, item):
    values = [1 + LABELS.index(r[item]) for r in rows if r[item] in LABELS]
    m = sum(values) / len(values)
    return m, sum((v - m) ** 2 for v in values) / (len(values) - 1) / len(values), len(values)


def of(rows, column, value):
    return [r for r in rows if r[column] == value]


def without_answer(row):
    return row[VERBATIM] in ("", "N/A")


def word_effect(rows, pattern):
    written = [r for r in rows if not without_answer(r)]
    said = [r for r in written if re.search(pattern, r[VERBATIM], re.I)]
    silent = [r for r in written if not re.search(pattern, r[VERBATIM], re.I)]
    a, b = enps(said), enps(silent)
    low = share([r in said for r in written if any(s <= 6 for s in scores([r]))])
    high = share([r in said for r in written if any(s >= 9 for s in scores([r]))])
    return {
        "n": len(said), "share": 100 * len(said) / len(written), "with": a[0], "without": b[0], "p": p_value(a, b),
        "impact": enps(written)[0] - b[0], "low": low[0], "high": high[0], "p_keyness": p_value(low, high),
    }


def decomposed(before, after):
    """Kitagawa 1955: what the mix of services and what the services themselves move, in points of eNPS."""
    mix = inside = 0
    n, m = enps(before)[2], enps(after)[2]
    for service in SERVICES:
        a, b = enps(of(before, SERVICE, service)), enps(of(after, SERVICE, service))
        mix += (b[2] / m - a[2] / n) * (a[0] + b[0]) / 2
        inside += (b[0] - a[0]) * (a[2] / n + b[2] / m) / 2
    return mix, inside


def finite_p(a, heads_a, b, heads_b):
    """p of a difference where the answers are a large part of those who work there, drawn without replacement."""
    corrected = [(e[0], e[1] * (1 - e[2] / heads)) for e, heads in ((a, heads_a), (b, heads_b))]
    return p_value(*corrected)


WORDS = {"charge": r"\bcharges?\b", "charge, surcharge": r"\b(sur)?charges?\b", "cantine": r"\bcantines?\b",
         "reconnaissance": r"\breconnaissance\b", "ambiance": r"\bambiance\b"}


def check(rows):
    """Prints what was measured and returns the statements that do not hold."""
    wrong = []

    def state(holds, what):
        if not holds:
            wrong.append(what)

    by_month = [of(rows, MONTH, m) for m in MONTHS]
    written = [r[VERBATIM] for r in rows if not without_answer(r)]
    people = {r[ID] for r in rows}
    print(f"{len(rows)} answers of {len(people)} people, {len(written)} verbatims ({len(set(written))} distinct), "
          f"{sum(not r[VERBATIM] for r in rows)} empty")
    for column in [RECOMMEND, *ITEMS]:
        missing = sum(r[column] in ("", "99", "Ne se prononce pas") for r in rows)
        print(f"no answer {100 * missing / len(rows):.1f} %: {column}")
    print(f"eNPS {enps(rows)[0]:+.3f} (n {enps(rows)[2]})")
    for item in ITEMS:
        print(f"mean {mean(rows, item)[0]:.3f} (n {mean(rows, item)[2]}): {item}")

    print("\nanswers / head count    " + "".join(f"{m[:4]:>8}" for m in MONTHS))
    heads = [0] * 12
    for name, service in SERVICES.items():
        cells = [of(m, SERVICE, name) for m in by_month]
        print(f"{name:<24}" + "".join(f"{len(c):>5}/{h:<2}" for c, h in zip(cells, service.heads)))
        heads = [total + h for total, h in zip(heads, service.heads)]
        state(all(c and {r[HEADS] for r in c} == {str(h)} for c, h in zip(cells, service.heads)), f"{name}: effectif")
        state((name in SMALL) == any(len(c) < 5 for c in cells), f"{name}: only the small ones have under 5 answers")
        if name in SMALL:
            state(all(len(c) < 5 for c in cells), f"{name} has under 5 answers every month")
    print(f"{'total':<24}" + "".join(f"{len(m):>4}/{h:<3}" for m, h in zip(by_month, heads)))
    print(f"{'rate, %':<24}" + "".join(f"{100 * len(m) / h:>7.0f} " for m, h in zip(by_month, heads)))

    print("\neNPS                    " + "".join(f"{m[:4]:>7}" for m in MONTHS) + "    year")
    cells = [(SERVICE, s) for s in SERVICES if s not in SMALL]
    cells += [(SITE, s) for s in SITES] + [(BAND, b[0]) for b in BANDS]
    for column, value in [(None, "total"), *cells]:
        inside = rows if column is None else of(rows, column, value)
        line = "".join(f"{enps(of(inside, MONTH, m))[0]:>+7.1f}" for m in MONTHS)
        print(f"{value:<24}{line}{enps(inside)[0]:>+8.1f}")

    print(f"\n1. {STRUCK} from September on")
    before, after = MONTHS[:SEPTEMBER], MONTHS[SEPTEMBER:]
    for name in SERVICES:
        if name in SMALL:
            continue
        inside = of(rows, SERVICE, name)
        a, b = (enps([r for r in inside if r[MONTH] in months]) for months in (before, after))
        print(f"  {name:<16}{a[0]:>+8.1f} (n {a[2]}) → {b[0]:>+6.1f} (n {b[2]})  "
              f"{b[0] - a[0]:>+6.1f}  p {p_value(a, b):.1e}")
        if name == STRUCK:
            state(b[0] - a[0] <= -50 and p_value(a, b) < 1e-9, "the struck service falls by at least 50 points")
        else:
            state(p_value(a, b) > 0.2, f"{name} does not move")
    a, b = (enps(of(by_month[m], SERVICE, STRUCK)) for m in (SEPTEMBER - 1, SEPTEMBER))
    print(f"  August → September {b[0] - a[0]:+.1f}, p {p_value(a, b):.1e}")
    state(p_value(a, b) < 0.01, "the fall is seen from August to September")
    a, b = (mean([r for r in of(rows, SERVICE, STRUCK) if r[MONTH] in months], LOAD) for months in (before, after))
    print(f"  {LOAD}: {a[0]:.2f} → {b[0]:.2f}")
    state(b[0] - a[0] < -0.7, "its workload item falls")
    spoken, others = [], []
    for r in rows:
        if not without_answer(r):
            (spoken if overloaded(r[SERVICE], MONTHS.index(r[MONTH])) else others).append(r[VERBATIM])
    load = re.compile(WORDS["charge, surcharge"], re.I)
    rate = [100 * sum(bool(load.search(v)) for v in vs) / len(vs) for vs in (spoken, others)]
    print(f"  charge or surcharge: {rate[0]:.1f} % of {len(spoken)} verbatims there, "
          f"{rate[1]:.1f} % of {len(others)} others")
    state(rate[0] > 50 and rate[1] < 18, "the struck service speaks of workload")

    print("\n2. recognition rises")
    for item in ITEMS:
        values = [mean(m, item) for m in by_month]
        steps = [p_value(a, b) for a, b in zip(values, values[1:])]
        middle = sum(v[0] for v in values) / 12
        slope = sum((i - 5.5) * (v[0] - middle) for i, v in enumerate(values)) / sum((i - 5.5) ** 2 for i in range(12))
        p = p_value(values[0], values[-1])
        print(f"  {' '.join(f'{v[0]:.2f}' for v in values)}  {slope:>+.3f} a month, p January–December {p:.1e}, "
              f"smallest p of a step {min(steps):.3f}: {item}")
        if item == THANKS:
            state(slope > 0.06 and p < 1e-6 and min(steps) > 0.03, "recognition rises, by steps too small to be seen")
            for name in SERVICES:
                if name not in SMALL:
                    inside = of(rows, SERVICE, name)
                    halves = [mean([r for r in inside if r[MONTH] in ms], THANKS)[0] for ms in (MONTHS[:6], MONTHS[6:])]
                    state(halves[1] > halves[0], f"recognition rises in {name}")
        elif item != LOAD:
            state(abs(slope) < 0.03 and p > 0.1, f"{item} does not move")

    print("\n3. mix effect, May → June")
    a, b = enps(by_month[MAY]), enps(by_month[JUNE])
    mix, inside = decomposed(by_month[MAY], by_month[JUNE])
    finite = finite_p(a, heads[MAY], b, heads[JUNE])
    print(f"  total {a[0]:+.1f} → {b[0]:+.1f}: {b[0] - a[0]:+.1f} (mix {mix:+.1f}, services {inside:+.1f}), "
          f"p {p_value(a, b):.3f}, with the finite population {finite:.3f}")
    state(mix <= -8 and abs(inside) <= 2, "the mix moves the total, the services do not")
    state(finite < 0.05 < p_value(a, b), "the fall of June shows only with the finite population")
    for name in SERVICES:
        if name not in SMALL:
            a, b = (enps(of(by_month[m], SERVICE, name)) for m in (MAY, JUNE))
            print(f"  {name:<16}{a[0]:>+8.1f} (n {a[2]}) → {b[0]:>+6.1f} (n {b[2]})")
            state(abs(b[0] - a[0]) <= 10, f"{name} stays where it was in June")

    print("\n4. absent effects")
    for column, values in ((SITE, SITES), (BAND, [b[0] for b in BANDS])):
        for value in values:
            a, b = enps(of(rows, column, value)), enps([r for r in rows if r[column] != value])
            print(f"  {value:<16}{a[0]:>+7.1f} (n {a[2]}), the others {b[0]:>+6.1f}, p {p_value(a, b):.2f}")
            state(p_value(a, b) > 0.2, f"{column} {value} is unrelated to the score")
    gaps = [enps(of(m, SITE, SITES[1]))[0] - enps(of(m, SITE, SITES[0]))[0] for m in by_month]
    print(f"  {SITES[1]} − {SITES[0]} by month: " + " ".join(f"{gap:+.0f}" for gap in gaps))
    for before, after in zip(by_month[10:], by_month[11:]):
        for name in [None, *(s for s in SERVICES if s not in SMALL)]:
            a, b = (enps(m if name is None else of(m, SERVICE, name)) for m in (before, after))
            state(p_value(a, b) > 0.1, f"{name or 'total'} does not move in December")

    print("\nword                   n  share     with  without  impact        p   detractors/promoters   p keyness")
    effects = {word: word_effect(rows, pattern) for word, pattern in WORDS.items()}
    for word, e in effects.items():
        print(f"{word:<19}{e['n']:>5}{e['share']:>6.1f}%{e['with']:>+9.1f}{e['without']:>+9.1f}{e['impact']:>+8.1f}"
              f"{e['p']:>9.1e}{e['low']:>14.1f}% /{e['high']:>5.1f}%{e['p_keyness']:>12.1e}")
    e = effects["charge"]
    state(e["with"] - e["without"] <= -35 and e["impact"] <= -4 and e["p"] < 1e-9, "charge costs points")
    e = effects["cantine"]
    state(e["p"] > 0.3 and e["p_keyness"] > 0.3 and 8 <= e["share"] <= 12, "cantine is unrelated to the score")
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
