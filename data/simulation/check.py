"""Recount the files of data/centre and compare with tests/centre/truth.json.

Only the files, truth.json's inputs and the csv module are used, none of the simulation: rows that cannot be are found
here by what is wrong with them.
"""

import csv
import json
import math
import re
from collections import Counter, defaultdict
from datetime import datetime, timedelta

OFFERED = {"Décroché", "Abandonné", "Débordement", "Rappel"}
START, END = datetime(2025, 9, 1), datetime(2025, 10, 13)


def read(folder, name):
    with open(folder / f"{name}.csv", encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source, delimiter=";"))
    for number, row in enumerate(rows, 2):
        row["row"] = number
    return rows


def at(text):
    return datetime.strptime(text, "%d/%m/%Y %H:%M:%S") if text else None


def on(text):
    return datetime.strptime(text, "%d/%m/%Y") if text else None


def number(text):
    return float(text.replace(",", ".")) if text else 0.0


def clock(text):
    """Seconds of m:ss, its sign kept."""
    minutes, seconds = text.lstrip("-").split(":")
    return (-1 if text.startswith("-") else 1) * (int(minutes) * 60 + int(seconds))


def share(rows, test):
    rows = list(rows)
    return 100 * sum(1 for r in rows if test(r)) / len(rows)


def average(values):
    values = list(values)
    return sum(values) / len(values)


def middle(values):
    values = sorted(values)
    return (values[(len(values) - 1) // 2] + values[len(values) // 2]) / 2


def seconds(delta):
    return delta.total_seconds()


class Files:
    """The tables, their moments read, their impossible rows set apart by reason."""

    def __init__(self, folder, inputs):
        self.folder, self.inputs, self.bad = folder, inputs, defaultdict(list)
        self.calls, self.tickets, self.states = self.read("appels"), self.read("tickets"), self.read("etats")
        for c in self.calls:
            c["t"] = at(c["date_heure"])
            if c["issue"] == "Décroché":
                c["wait"] = int(c["attente"]) + int(c["sonnerie"])
                c["talk"], c["hold"], c["acw"] = clock(c["conversation"]), int(c["attente_garde"]), int(c["post_appel"])
                if c["talk"] < 0:
                    self.bad["negative_talk"].append(c["row"])
                if not c["agent"]:
                    self.bad["answered_without_agent"].append(c["row"])
            elif c["issue"] == "Abandonné":
                c["wait"] = int(c["attente"]) + int(c["sonnerie"])
        self.inbound = [c for c in self.calls if c["direction"] == "Entrant"]
        self.outbound = [c for c in self.calls if c["direction"] == "Sortant"]
        self.answered = [c for c in self.inbound if c["issue"] == "Décroché"]
        self.abandoned = [c for c in self.inbound if c["issue"] == "Abandonné"]
        self.offered = [c for c in self.inbound if c["issue"] in OFFERED]
        self.timed = [c for c in self.answered if c["talk"] >= 0]
        for t in self.tickets:
            for column in ("cree", "premiere_reponse", "premiere_resolution", "resolu_le"):
                t[column] = at(t[column])
            t["valid"] = True
            if t["resolu_le"] and t["resolu_le"] < t["cree"]:
                self.bad["resolved_before_creation"].append(t["row"])
                t["valid"] = False
            elif t["resolu_le"] and t["resolu_le"] < t["premiere_reponse"]:
                self.bad["resolved_before_first_response"].append(t["row"])
                t["valid"] = False
        self.sweep()
        self.answers = self.survey()

    def read(self, name):
        return read(self.folder, name)

    def sweep(self):
        kept, until = [], {}
        for s in self.states:
            s["a"], s["b"] = at(s["debut"]), at(s["fin"])
            if s["b"] < s["a"]:
                self.bad["state_ends_before_start"].append(s["row"])
            elif s["a"] < until.get(s["agent"], START):
                self.bad["overlapping_states"].append(s["row"])
            else:
                until[s["agent"]] = s["b"]
                kept.append(s)
        self.states = kept

    def survey(self):
        known, seen, kept = {c["id_appel"]: c for c in self.calls}, set(), []
        for a in self.read("enquete"):
            a["call"] = known.get(a["id_appel"])
            if not a["call"]:
                self.bad["unknown_call"].append(a["row"])
            if a["id_appel"] in seen:
                self.bad["second_answer"].append(a["row"])
            else:
                seen.add(a["id_appel"])
                kept.append(a)
        return kept

    def opening(self, day):
        names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        span = self.inputs["opening_seconds"].get(names[day.weekday()])
        return span and (day + timedelta(seconds=span[0]), day + timedelta(seconds=span[1]))

    def is_open(self, t):
        span = self.opening(datetime(t.year, t.month, t.day))
        return bool(span) and span[0] <= t < span[1]

    def open_seconds(self, a, b):
        day, total = datetime(a.year, a.month, a.day), 0
        while day <= b:
            span = self.opening(day)
            if span and min(b, span[1]) > max(a, span[0]):
                total += seconds(min(b, span[1]) - max(a, span[0]))
            day += timedelta(days=1)
        return total


def nps(values):
    return average(100 * ((v >= 9) - (v <= 6)) for v in values)


def handle(c):
    return c["talk"] + c["hold"] + c["acw"]


def survey(f):
    csat = [int(a["csat"]) for a in f.answers if a["csat"]]
    ces = [int(a["ces"]) for a in f.answers if a["ces"]]
    own = f.read("enquete_agents")
    heads = f.inputs["head_count"] * f.inputs["agent_waves"]
    return {
        "csat": share(csat, lambda v: v > 3), "csat/mean": average(csat), "csat/top-box": share(csat, lambda v: v == 5),
        "csat/matched": share([a for a in f.answers if a["csat"] and a["call"]], lambda a: int(a["csat"]) > 3),
        "nps": nps([int(a["nps"]) for a in f.answers if a["nps"]]),
        "ces": average(ces), "ces/easy": share(ces, lambda v: v > 3),
        "enps": nps([int(a["enps"]) for a in own]),
        "enps/Septembre 2025": nps([int(a["enps"]) for a in own if a["vague"] == "Septembre 2025"]),
        "agent_satisfaction": share(own, lambda a: a["satisfaction"] in "45"),
        "agent_satisfaction/headcount": 100 * sum(a["satisfaction"] in "45" for a in own) / heads,
        "agent_satisfaction/response-rate": 100 * len(own) / heads,
        "response_rate": 100 * len(f.answers) / f.inputs["invitations"],
        "response_rate/matched": 100 * sum(bool(a["call"]) for a in f.answers) / f.inputs["invitations"],
    }


def access(f):
    n, lost, offered = len(f.answered), len(f.abandoned), len(f.offered)
    soon = sum(c["wait"] <= 20 for c in f.answered)
    lost_soon, short = sum(c["wait"] <= 20 for c in f.abandoned), sum(c["wait"] < 5 for c in f.abandoned)
    selfcare = sum(c["issue"] == "Selfcare" for c in f.inbound)
    outside = [c for c in f.inbound if not f.is_open(c["t"])]
    both = f.answered + f.abandoned
    return {
        "average_handle_time": average(map(handle, f.timed)),
        "average_handle_time/talk-acw": average(c["talk"] + c["acw"] for c in f.timed),
        "average_talk_time": average(c["talk"] + c["hold"] for c in f.timed),
        "average_talk_time/talk": average(c["talk"] for c in f.timed),
        "average_after_call_work": average(c["acw"] for c in f.answered),
        "handled_calls": n, "abandoned_calls": lost, "abandoned_calls/short": short,
        "answer_rate": 100 * n / offered, "answer_rate/within": 100 * soon / offered,
        "quality_of_service": 100 * n / offered, "service_level": 100 * soon / (n + lost),
        "service_level/answered": 100 * soon / n, "service_level/offered": 100 * soon / offered,
        "service_level/offered-minus-short-abandons": 100 * soon / (offered - short),
        "service_level/with-abandons": 100 * (soon + lost_soon) / offered,
        "abandonment_rate": 100 * lost / offered, "abandonment_rate/queued": 100 * lost / (n + lost),
        "abandonment_rate/without-short": 100 * (lost - short) / offered,
        "average_wait_time": average(c["wait"] for c in both),
        "average_wait_time/nonzero": average(c["wait"] for c in both if c["attente"] != "0"),
        "average_speed_of_answer": average(c["wait"] for c in f.answered),
        "average_speed_of_answer/ring": average(int(c["sonnerie"]) for c in f.answered),
        "average_speed_of_answer/ivr-queue-ring": average(int(c["duree_svi"]) + c["wait"] for c in f.answered),
        "in_hours_calls": sum(f.is_open(c["t"]) for c in f.offered), "out_of_hours_calls": len(outside),
        "out_of_hours_calls/voicemail": sum("répondeur" in c["issue"] for c in outside),
        "self_service_rate": 100 * selfcare / (selfcare + offered), "self_service_rate/count": selfcare,
        "transfer_rate": share(f.answered, lambda c: c["transfere"] == "Oui"),
        "call_conversion_rate": share(f.answered, lambda c: c["vente"] == "Oui"),
        "converted_calls": sum(c["vente"] == "Oui" for c in f.answered),
    }


def resolution(f):
    cases = defaultdict(list)
    for c in f.answered:
        cases[c["dossier"]].append(c)
    week = timedelta(days=7)
    decided = [k for k in cases.values() if min(c["t"] for c in k) < END - week]
    good = []
    for case in decided:
        c = case[0]
        later = [d for d in f.answered if c["t"] < d["t"] <= c["t"] + week
                 and (d["client"], d["motif"]) == (c["client"], c["motif"])]
        if len(case) == 1 and c["resolu"] == "Oui" and not later:
            good.append(c)
    closed = [k for k in cases.values() if k[-1]["resolu"] == "Oui"]
    escalated = [sum(r["escalade"] == "Oui" for r in rows) for rows in (f.answered, f.tickets)]
    return {
        "first_contact_resolution": 100 * len(good) / len(decided),
        "first_contact_resolution/flag": share(f.answered, lambda c: c["resolu"] == "Oui"),
        "first_contact_resolution/closed-cases": 100 * len(good) / sum(k[-1]["resolu"] == "Oui" for k in decided),
        "first_contact_resolution/no-escalation": 100 * sum(c["escalade"] == "Non" for c in good) / len(decided),
        "first_contact_resolution/undecided": len(cases) - len(decided),
        "contacts_per_case": average(map(len, closed)), "contacts_per_case/all-contacts": len(f.answered) / len(closed),
        "escalation_rate": 100 * sum(escalated) / (len(f.answered) + len(f.tickets)),
        "escalation_rate/calls": 100 * escalated[0] / len(f.answered),
    }


def outbound(f):
    n, outcome = len(f.outbound), Counter(c["issue"] for c in f.outbound)
    delays, gaps, last = defaultdict(list), defaultdict(list), {}
    for c in sorted((c for c in f.outbound if c["fiche_ouverte"]), key=lambda c: at(c["fiche_ouverte"])):
        key = (c["agent"], c["fiche_ouverte"][:10])
        if key in last:
            gaps[c["agent"]].append(seconds(at(c["fiche_ouverte"]) - last[key]))
        last[key] = at(c["fiche_fermee"])
    for c in f.outbound:
        if c["decroche_client"] and c["pris_agent"]:
            delays[c["issue"]].append(seconds(at(c["pris_agent"]) - at(c["decroche_client"])))
    leads = f.read("pistes")
    contacted = [p for p in leads if p["contact_le"]]
    window = timedelta(days=f.inputs["lead_window_days"])
    old = [p for p in contacted if on(p["contact_le"]) < END - window]
    sales = sum(c["vente"] == "Oui" for c in f.outbound)
    return {
        "connect_rate": 100 * outcome["Humain"] / n,
        "answering_machine_rate": 100 * (outcome["Répondeur"] + outcome["Répondeur filtré"]) / n,
        "answering_machine_rate/filtered": 100 * outcome["Répondeur filtré"] / n,
        "call_rejection_rate": 100 * outcome["Refusé"] / n,
        "call_rejection_rate/not-reached": 100 * (outcome["Refusé"] + outcome["Non-réponse"]) / n,
        "outbound_conversion_rate": 100 * sales / n,
        "outbound_conversion_rate/reached": 100 * sales / outcome["Humain"],
        "predictive_connect_delay": average(delays["Humain"]),
        "predictive_connect_delay/all-taken": average(d for ds in delays.values() for d in ds),
        "predictive_connect_delay/silent-calls": outcome["Appel muet"],
        "time_between_records": average(g for gs in gaps.values() for g in gs),
        "time_between_records/mean-of-agents": average(map(average, gaps.values())),
        "lead_conversion_rate": share(
            old, lambda p: p["converti_le"] and on(p["converti_le"]) - on(p["contact_le"]) <= window),
        "lead_conversion_rate/all-leads": share(leads, lambda p: p["converti_le"]),
    }


def agents(f):
    time = Counter()
    for s in f.states:
        time[s["etat"]] += seconds(s["b"] - s["a"])
    busy, idle = time["En appel"] + time["Post-appel"] + time["Tickets"], time["Disponible"]
    days = {(s["agent"], s["debut"][:10]) for s in f.states if s["etat"] not in ("Pause", "Formation")}
    roster = f.read("planning")
    hours = sum(number(r["heures_planifiees"]) for r in roster)
    away = sum(number(r["absence_heures"]) for r in roster)
    unplanned = sum(number(r["absence_heures"]) for r in roster if r["motif_absence"] in f.inputs["unplanned"])
    occupancy, utilisation = busy / (busy + idle), (busy + idle) / sum(time.values())
    costs = f.inputs["costs"]
    loaded = costs["hourly_rate"] / 3600 / (occupancy * utilisation)
    interactions = (len(f.answered) + sum(c["issue"] == "Humain" for c in f.outbound)
                    + sum(bool(t["premiere_reponse"]) for t in f.tickets))
    found = {
        "occupancy": 100 * occupancy, "occupancy/with-pauses": 100 * busy / (busy + idle + time["Pause"]),
        "utilisation": 100 * utilisation, "utilisation/handling-paid": 100 * busy / sum(time.values()),
        "utilisation/roster": 100 * (busy + idle) / 3600 / (hours - away),
        "break_time": time["Pause"] / len(days), "break_time/pause-idle": (time["Pause"] + idle) / len(days),
        "agent_days": len(days), "agent_days/2025-09": sum("/09/" in d for _, d in days),
        "absence_rate": 100 * unplanned / hours, "absence_rate/all": 100 * away / hours,
        "absence_rate/planned-leave-out": 100 * unplanned / (hours - away + unplanned),
        "cost_per_interaction": sum(costs["total"].values()) / interactions,
        "cost_per_call": sum(costs["calls"].values()) / len(f.answered),
        "cost_per_request_type": average(map(handle, f.timed)) * loaded,
        "cost_per_request_type/wage": average(map(handle, f.timed)) / 3600 * costs["hourly_wage"],
    }
    for reason in {c["motif"] for c in f.timed}:
        found[f"cost_per_request_type/{reason}"] = average(handle(c) for c in f.timed if c["motif"] == reason) * loaded
    return found


def survival_median(times):
    """Kaplan–Meier by walking through the sorted times once."""
    times, left, survival = sorted(times, key=lambda x: (x[0], not x[1])), len(times), 1.0
    for i, (t, ended) in enumerate(times):
        if ended:
            survival *= 1 - 1 / (left - i)
        if survival <= 0.5:
            return t
    return None


def stocks(f):
    people = [(on(c["debut"]), on(c["fin"])) for c in f.read("clients")]
    start = [(a, b) for a, b in people if a < START and (not b or b >= START)]
    stayed = sum(not b or b >= END for _, b in start)
    now, new = sum(a < END and (not b or b >= END) for a, b in people), sum(a >= START for a, _ in people)
    first = [(t["cree"], t["premiere_reponse"]) for t in f.tickets if t["premiere_reponse"]]
    direct, business = [seconds(b - a) / 60 for a, b in first], [f.open_seconds(a, b) / 60 for a, b in first]
    valid = [t for t in f.tickets if t["valid"]]
    last = [seconds(t["resolu_le"] - t["cree"]) / 60 for t in valid if t["resolu_le"]]
    times = [(seconds((t["resolu_le"] or END) - t["cree"]) / 60, bool(t["resolu_le"])) for t in valid]
    waiting = Counter(t["canal"] for t in f.tickets if not t["resolu_le"])
    every = f.read("evaluations")
    once = list({e["id_appel"]: e for e in reversed(every)}.values())
    found = {
        "retention_rate": 100 * stayed / len(start), "retention_rate/counts": 100 * (now - new) / len(start),
        "churn_rate": 100 - 100 * stayed / len(start),
        "first_response_time": average(direct), "first_response_time/median": middle(direct),
        "first_response_time/business-hours": average(business),
        "first_response_time/business-hours-median": middle(business),
        "resolution_time": average(last), "resolution_time/median": middle(last),
        "resolution_time/kaplan-meier-median": survival_median(times),
        "resolution_time/first": average(
            seconds(t["premiere_resolution"] - t["cree"]) / 60 for t in valid if t["premiere_resolution"]),
        "volume": len(f.tickets), "volume/resolved": sum(bool(t["resolu_le"]) for t in f.tickets),
        "volume/answered": len(first), "backlog": sum(waiting.values()),
        "backlog/unanswered": sum(not t["premiere_reponse"] for t in f.tickets),
        **{f"backlog/{channel}": n for channel, n in waiting.items()},
        "active_listening_rate": share(once, lambda e: e["ecoute_active"] == "Oui"),
        "active_listening_rate/evaluations": share(every, lambda e: e["ecoute_active"] == "Oui"),
        "active_listening_rate/all-calls": 100 * sum(e["ecoute_active"] == "Oui" for e in once) / len(f.answered),
    }
    for word in ("résiliation", "facture", "fibre"):
        found[f"keyword_rate/{word}"] = share(f.tickets, lambda t: re.search(rf"\b{word}s?\b", t["message"], re.I))
    found["keyword_rate"] = found["keyword_rate/résiliation"]
    return found


def breakdowns(f):
    found = {}
    for agent in {c["agent"] for c in f.answered} - {""}:
        mine = [c for c in f.timed if c["agent"] == agent]
        found[f"by_agent > {agent} > average_handle_time"] = average(map(handle, mine))
        found[f"by_agent > {agent} > timed"] = len(mine)
    groups = {"by_week": lambda c: (c["t"] - timedelta(days=c["t"].weekday())).strftime("%d/%m/%Y"),
              "by_queue": lambda c: c["file"]}
    for name, key in groups.items():
        for value in {key(c) for c in f.offered}:
            n = sum(key(c) == value for c in f.offered)
            answered = [c for c in f.answered if key(c) == value]
            soon, lost = sum(c["wait"] <= 20 for c in answered), sum(key(c) == value for c in f.abandoned)
            found[f"{name} > {value} > offered"] = n
            found[f"{name} > {value} > quality_of_service"] = 100 * len(answered) / n
            found[f"{name} > {value} > service_level"] = 100 * soon / (len(answered) + lost)
    for hour, n in Counter(c["t"].hour for c in f.offered).items():
        found[f"offered_by_hour > {hour}"] = n
    return found


def least_squares(rows, target):
    """Coefficients and their t values; rows hold the constant."""
    k = len(rows[0])
    table = [[sum(r[i] * r[j] for r in rows) for j in range(k)] + [float(i == j) for j in range(k)] for i in range(k)]
    for i in range(k):
        pivot = table[i][i]
        table[i] = [v / pivot for v in table[i]]
        for j in range(k):
            if j != i:
                table[j] = [a - table[j][i] * b for a, b in zip(table[j], table[i])]
    inverse = [row[k:] for row in table]
    moments = [sum(r[i] * y for r, y in zip(rows, target)) for i in range(k)]
    beta = [sum(a * b for a, b in zip(row, moments)) for row in inverse]
    rest = sum((y - sum(a * b for a, b in zip(r, beta))) ** 2 for r, y in zip(rows, target)) / (len(rows) - k)
    return [(b, b / math.sqrt(rest * inverse[i][i])) for i, b in enumerate(beta)]


def effects(f):
    """What satisfaction hangs on: wait (minutes), non-resolution, transfer, handle time (minutes)."""
    linked = [a for a in f.answers if a["call"] and a["call"]["talk"] >= 0]
    found = {}
    for column in ("csat", "nps", "ces"):
        answers = [a for a in linked if a[column]]
        calls = [a["call"] for a in answers]
        rows = [[1.0, c["wait"] / 60, float(c["resolu"] == "Non"), float(c["transfere"] == "Oui"), handle(c) / 60]
                for c in calls]
        fitted = least_squares(rows, [int(a[column]) for a in answers])
        found[column] = dict(zip(("wait", "not resolved", "transferred", "handle time"), fitted[1:]))
    return found


def without_state(f):
    """Answered calls that no state « En appel » of their agent matches to the second."""
    spans = {(s["agent"], s["a"], s["b"]) for s in f.states if s["etat"] == "En appel"}
    missing = []
    for c in f.timed:
        start = c["t"] + timedelta(seconds=int(c["duree_svi"]) + int(c["attente"]))
        end = start + timedelta(seconds=int(c["sonnerie"]) + c["talk"] + c["hold"])
        if c["agent"] and (c["agent"], start, end) not in spans:
            missing.append(c["id_appel"])
    return missing


def look_up(truth, path):
    if path.split(" > ")[0] in truth:
        for key in path.split(" > "):
            truth = truth[key]
        return truth
    name, _, variant = path.partition("/")
    entry = truth["indicators"][name]
    return entry["variants"][variant]["value"] if variant else entry["value"]


def check(folder, truth_path):
    """Prints the indicators and what differs; returns the statements that do not hold."""
    truth = json.loads(truth_path.read_text(encoding="utf-8"))
    f, wrong = Files(folder, truth["inputs"]), []
    counted = {}
    for part in (survey, access, resolution, outbound, agents, stocks, breakdowns):
        counted.update(part(f))
    for path, value in counted.items():
        expected = look_up(truth, path)
        if abs(value - expected) > 1e-9 * max(1, abs(expected)):
            wrong.append(f"{path}: {value} in the files, {expected} in the simulation")
    for name, entry in truth["indicators"].items():
        print(f"{name:<26}{entry['value']:>12.4f} {entry['unit']:<12}{entry['numerator']} / {entry['denominator']}")
        if name not in counted:
            wrong.append(f"{name} is not recounted")
    for reason, entry in truth["bad_rows"].items():
        print(f"{reason:<32}{entry['file']:<14}rows {entry['rows']}")
        if f.bad[reason] != entry["rows"]:
            wrong.append(f"{reason}: rows {f.bad[reason]}")
    print("\nweek         offered     QS  service level    ASA")
    for week, level in truth["by_week"].items():
        print(f"{week}{level['offered']:>10}{level['quality_of_service']:>7.1f}{level['service_level']:>15.1f}"
              f"{level['average_speed_of_answer']:>7.1f}")
    if without_state(f):
        wrong.append(f"calls without a state: {without_state(f)}")
    if any(f.is_open(c["t"]) != (c["issue"] in OFFERED or c["issue"] == "Selfcare") for c in f.inbound):
        wrong.append("calls inside opening hours are offered or served by the menu, the others are neither")
    worst = min(truth["by_week"].values(), key=lambda level: level["quality_of_service"])
    if worst is not truth["by_week"]["29/09/2025"]:
        wrong.append("the fifth week is the worst")
    by_agent = truth["by_agent"]
    if max(by_agent, key=lambda a: by_agent[a]["average_handle_time"]) != "E. Roussel":
        wrong.append("E. Roussel is the slowest")
    if min(by_agent, key=lambda a: by_agent[a]["resolved"]) != "G. Morel":
        wrong.append("G. Morel resolves least")
    print("\ncoefficients (t): points a minute of wait, not resolved, transferred, a minute of handle time")
    for column, fitted in effects(f).items():
        print(f"{column:<6}" + "".join(f"{b:>+9.2f} ({t:+.1f})" for b, t in fitted.values()))
        if any(fitted[cause][1] > -3 for cause in ("wait", "not resolved", "transferred")):
            wrong.append(f"{column} falls with wait, non-resolution and transfer")
        if abs(fitted["handle time"][1]) > 1:
            wrong.append(f"{column} does not hang on handle time")
    print(f"\n{len(counted)} figures recounted from the files")
    for what in wrong:
        print(f"NOT AS STATED: {what}")
    return wrong
