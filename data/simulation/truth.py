"""What happened in the simulated centre, counted from its events: the contents of tests/centre/truth.json.

Nothing here reads the written files. A corrupted record counts by its true events wherever the corruption does not
reach, and is left out where it does. `check.py` recounts everything from the files.
"""

from simulation.files import FILES
from simulation.setting import (
    AGENTS, CAMPAIGNS, COSTS, DAY, DAYS, END, HOUR, HOURLY_RATE, HOURLY_WAGE, HOURS, LEAD_WINDOW_DAYS, QUEUES,
    REASONS, UNPLANNED, date, open_between,
)

NOT_OFFERED = ("Selfcare", "Hors horaires – dissuadé", "Hors horaires – répondeur")
SEPTEMBER = 30
WEEK = 7 * DAY
KEYWORDS = ("résiliation", "facture", "fibre")
# What the name of a variant does not say.
NOTES = {
    "csat/matched": "answers whose call is known",
    "average_handle_time/calls-tasks": "(inbound handling + time in state Tickets) ÷ interactions (cost_per_interaction)",
    "average_handle_time/outbound": "(talk+after-call work) ÷ outbound calls that an agent had, any outcome",
    "service_level/with-abandons": "(answered or abandoned within 20 s) ÷ offered",
    "service_level/with-abandons-of-queued": "(answered or abandoned within 20 s) ÷ (answered+abandoned)",
    "abandonment_rate/queued": "÷ (answered+abandoned)",
    "abandonment_rate/without-short": "short abandons (queue+ring under 5 s) out of the numerator only",
    "abandonment_rate/without-short-both": "short abandons out of both",
    "abandonment_rate/without-callbacks": "callbacks out of the denominator",
    "average_wait_time/nonzero": "calls with queue time above 0, ring included in the sum",
    "first_contact_resolution/closed-cases": "÷ decided cases whose last contact is resolved",
    "first_contact_resolution/undecided": "cases whose first contact is in the last 7 days: out of the base",
    "contacts_per_case/all-contacts": "answered inbound calls ÷ closed cases",
    "lead_conversion_rate/all-leads": "ever converted ÷ all leads",
    "lead_conversion_rate/contacted": "ever converted ÷ leads contacted",
    "connect_rate/with-silent": "silent calls count as answered by a person",
    "predictive_connect_delay/silent-of-picked-up": "silent ÷ (silent + taken by an agent)",
    "resolution_time/kaplan-meier-median": "open tickets censored at the end of the period, 2025-10-13 00:00",
    "time_between_records/mean-of-agents": "mean of the agents' own means",
    "occupancy/calls-only": "(in call+after-call work) ÷ (the same+available)",
    "utilisation/roster": "(handling+available) ÷ (scheduled − absent hours); numerator in hours",
    "absence_rate/planned-leave-out": "planned leave out of the denominator too",
    "active_listening_rate/agreement": "calls evaluated twice with the same answer",
    "retention_rate/counts": "(customers at end − new) ÷ customers at start; some new ones have left again",
}


def figure(numerator, denominator=None, scale=1):
    value = numerator * scale if denominator is None else numerator / denominator * scale if denominator else None
    return {"value": value, "numerator": numerator, "denominator": denominator}


def percent(numerator, denominator):
    return figure(numerator, denominator, 100)


def mean(values, scale=1):
    """Mean of whole numbers, times the scale; the numerator keeps their unit."""
    values = list(values)
    return figure(sum(values), len(values), scale)


def median(values):
    values = sorted(values)
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2


def kaplan_meier_median(times):
    """Smallest time at which at most half remain; times are (duration, ended)."""
    left, survival = len(times), 1.0
    for t in sorted({t for t, _ in times}):
        ended = sum(1 for d, e in times if d == t and e)
        survival *= 1 - ended / left
        if survival <= 0.5:
            return t
        left -= sum(1 for d, _ in times if d == t)
    return None


def handling(call):
    return call.talk + call.hold + call.acw


def waited(call):
    return call.wait + call.ring


class Counts:
    """One indicator after another, with its variants."""

    def __init__(self, centre):
        self.centre, self.found = centre, {}
        inbound = [c for c in centre.calls if c.direction == "Entrant"]
        self.offered = [c for c in inbound if c.outcome not in NOT_OFFERED]
        self.outside = [c for c in inbound if c.outcome.startswith("Hors horaires")]
        self.selfcare = [c for c in inbound if c.outcome == "Selfcare"]
        self.answered = [c for c in inbound if c.outcome == "Décroché"]
        self.abandoned = [c for c in inbound if c.outcome == "Abandonné"]
        self.outbound = [c for c in centre.calls if c.direction == "Sortant"]
        self.timed = [c for c in self.answered if c.bad_talk is None]
        self.states = [s for s in centre.states if not s.flipped and not s.overlap]
        self.tickets = centre.tickets
        self.replies = [a for a in centre.answers if not a.second]

    def add(self, name, unit, definition, default, **variants):
        self.found[name] = {"unit": unit, "definition": definition, **default,
                            "variants": {k.replace("_", "-"): v for k, v in variants.items()}}

    def survey(self):
        csat = [a.csat for a in self.replies if a.csat is not None]
        known = [a.csat for a in self.replies if a.csat is not None and a.known]
        good = sum(v >= 4 for v in csat)
        self.add("csat", "%", "4-5 of 5 ÷ answers, second answers out, unknown calls in", percent(good, len(csat)),
                 mean=mean(csat), top_box=percent(sum(v == 5 for v in csat), len(csat)),
                 matched=percent(sum(v >= 4 for v in known), len(known)))
        nps = [a.nps for a in self.replies if a.nps is not None]
        self.add("nps", "points", "9-10 minus 0-6", percent(sum((v >= 9) - (v <= 6) for v in nps), len(nps)))
        ces = [a.ces for a in self.replies if a.ces is not None]
        self.add("ces", "mean of 1-5", "5 is easiest", mean(ces), easy=percent(sum(v >= 4 for v in ces), len(ces)))
        own = self.centre.agent_answers
        self.add("enps", "points", "9-10 minus 0-6, both waves",
                 percent(sum((a.enps >= 9) - (a.enps <= 6) for a in own), len(own)),
                 **{w: percent(sum((a.enps >= 9) - (a.enps <= 6) for a in own if a.wave == w),
                               sum(a.wave == w for a in own)) for w in sorted({a.wave for a in own})})
        content = sum(a.satisfaction >= 4 for a in own)
        self.add("agent_satisfaction", "%", "4-5 of 5 ÷ respondents, both waves", percent(content, len(own)),
                 headcount=percent(content, 2 * len(AGENTS)), response_rate=percent(len(own), 2 * len(AGENTS)))
        self.add("response_rate", "%", "answers ÷ invitations, second answers out",
                 percent(len(self.replies), self.centre.invitations),
                 matched=percent(sum(a.known is not None for a in self.replies), self.centre.invitations))

    def durations(self):
        t, n = self.timed, len(self.timed)
        states = sum(s.end - s.start for s in self.states if s.state == "Tickets")
        out = [c for c in self.outbound if c.agent]
        self.add("average_handle_time", "s", "(talk+hold+after-call work) ÷ answered inbound, negative talk out",
                 figure(sum(map(handling, t)), n), talk_acw=figure(sum(c.talk + c.acw for c in t), n),
                 calls_tasks=figure(sum(map(handling, t)) + states, n + self.interactions() - len(self.answered)),
                 outbound=figure(sum(c.talk + c.acw for c in out), len(out)))
        self.add("average_talk_time", "s", "(talk+hold) ÷ answered inbound, negative talk out",
                 figure(sum(c.talk + c.hold for c in t), n), talk=figure(sum(c.talk for c in t), n))
        self.add("average_after_call_work", "s", "after-call work ÷ answered inbound",
                 mean(c.acw for c in self.answered))

    def interactions(self):
        return (len(self.answered) + sum(c.outcome == "Humain" for c in self.outbound)
                + sum(t.answered is not None for t in self.tickets))

    def access(self):
        answered, abandoned, offered = self.answered, self.abandoned, len(self.offered)
        short = sum(waited(c) < 5 for c in abandoned)
        soon = sum(waited(c) <= 20 for c in answered)
        lost_soon = sum(waited(c) <= 20 for c in abandoned)
        n, lost = len(answered), len(abandoned)
        callbacks = sum(c.outcome == "Rappel" for c in self.offered)
        self.add("handled_calls", "n", "answered inbound", figure(n))
        self.add("abandoned_calls", "n", "offered, not answered", figure(lost), short=figure(short),
                 without_short=figure(lost - short))
        self.add("answer_rate", "%", "answered ÷ offered", percent(n, offered), within=percent(soon, offered))
        self.add("quality_of_service", "%", "handled ÷ offered", percent(n, offered), within=percent(soon, offered))
        self.add("service_level", "%", "answered within 20 s of queue+ring ÷ (answered+abandoned)",
                 percent(soon, n + lost), answered=percent(soon, n), offered=percent(soon, offered),
                 offered_minus_short_abandons=percent(soon, offered - short),
                 with_abandons=percent(soon + lost_soon, offered),
                 with_abandons_of_queued=percent(soon + lost_soon, n + lost))
        self.add("abandonment_rate", "%", "abandoned ÷ offered", percent(lost, offered), queued=percent(lost, n + lost),
                 without_short=percent(lost - short, offered),
                 without_short_both=percent(lost - short, offered - short),
                 without_callbacks=percent(lost, offered - callbacks))
        both = answered + abandoned
        self.add("average_wait_time", "s", "queue+ring ÷ calls answered or abandoned", mean(map(waited, both)),
                 answered=mean(map(waited, answered)), nonzero=mean(waited(c) for c in both if c.wait > 0))
        self.add("average_speed_of_answer", "s", "queue+ring ÷ answered", mean(map(waited, answered)),
                 ring=mean(c.ring for c in answered), ivr_queue_ring=mean(c.ivr + waited(c) for c in answered))
        self.add("in_hours_calls", "n", "offered inside opening hours", figure(offered),
                 with_self_service=figure(offered + len(self.selfcare)))
        self.add("out_of_hours_calls", "n", "inbound outside opening hours", figure(len(self.outside)), **{
            name: figure(sum(c.outcome.endswith(end) for c in self.outside))
            for name, end in (("dissuaded", "dissuadé"), ("voicemail", "répondeur"))})
        self.add("self_service_rate", "%", "redirected ÷ (offered+redirected)",
                 percent(len(self.selfcare), offered + len(self.selfcare)), count=figure(len(self.selfcare)))

    def resolution(self):
        cases, contacts = {}, {}
        for c in sorted(self.answered, key=lambda c: c.start):
            cases.setdefault(c.case, []).append(c)
            contacts.setdefault((c.client, c.reason), []).append(c.start)
        decided = [k for k in cases.values() if k[0].start < END - WEEK]

        def once(case):
            first = case[0]
            again = any(first.start < t <= first.start + WEEK for t in contacts[first.client, first.reason])
            return len(case) == 1 and first.resolved and not again

        closed = [k for k in cases.values() if k[-1].resolved]
        good = [k for k in decided if once(k)]
        self.add("first_contact_resolution", "%",
                 "cases closed with one contact, none more of the same customer and reason in 7 days ÷ decided cases",
                 percent(len(good), len(decided)),
                 flag=percent(sum(c.resolved for c in self.answered), len(self.answered)),
                 closed_cases=percent(len(good), sum(k[-1].resolved for k in decided)),
                 no_escalation=percent(sum(not k[0].escalated for k in good), len(decided)),
                 undecided=figure(len(cases) - len(decided)), cases=figure(len(cases)))
        self.add("contacts_per_case", "n", "contacts of closed cases ÷ closed cases",
                 figure(sum(map(len, closed)), len(closed)), all_contacts=figure(len(self.answered), len(closed)))
        calls, tickets = sum(c.escalated for c in self.answered), sum(t.escalated for t in self.tickets)
        n, m = len(self.answered), len(self.tickets)
        self.add("escalation_rate", "%", "escalated calls and tickets ÷ answered calls + tickets",
                 percent(calls + tickets, n + m), calls=percent(calls, n), tickets=percent(tickets, m))
        self.add("transfer_rate", "%", "transferred ÷ answered", percent(sum(c.transferred for c in self.answered), n))
        sales = sum(c.sale for c in self.answered)
        self.add("call_conversion_rate", "%", "sales ÷ answered inbound", percent(sales, n))
        self.add("converted_calls", "n", "inbound sales", figure(sales))

    def conversion(self):
        leads = self.centre.leads
        contacted = [p for p in leads if p.contacted is not None]
        old = [p for p in contacted if p.contacted < DAYS - LEAD_WINDOW_DAYS]
        won = sum(p.converted is not None and p.converted - p.contacted <= LEAD_WINDOW_DAYS for p in old)
        ever = sum(p.converted is not None for p in leads)
        self.add("lead_conversion_rate", "%",
                 "converted within 14 days of the contact ÷ leads contacted 14 days ago or before",
                 percent(won, len(old)), all_leads=percent(ever, len(leads)), contacted=percent(ever, len(contacted)),
                 undecided=figure(len(contacted) - len(old)))
        dialled = self.outbound
        count = {o: sum(c.outcome == o for c in dialled) for o in sorted({c.outcome for c in dialled})}
        n, human = len(dialled), count["Humain"]
        machines = count["Répondeur"] + count["Répondeur filtré"]
        self.add("connect_rate", "%", "a person taken by an agent ÷ dialled", percent(human, n),
                 with_machines=percent(human + machines, n), with_silent=percent(human + count["Appel muet"], n))
        self.add("answering_machine_rate", "%", "machines ÷ dialled", percent(machines, n),
                 filtered=percent(count["Répondeur filtré"], n), reached_agent=percent(count["Répondeur"], n))
        self.add("call_rejection_rate", "%", "refused ÷ dialled", percent(count["Refusé"], n),
                 not_reached=percent(count["Refusé"] + count["Non-réponse"], n),
                 not_reached_or_busy=percent(count["Refusé"] + count["Non-réponse"] + count["Occupé"], n))
        sales = sum(bool(c.sale) for c in dialled)
        self.add("outbound_conversion_rate", "%", "sales ÷ dialled", percent(sales, n), reached=percent(sales, human))
        taken = [c for c in dialled if c.taken is not None]
        self.add("predictive_connect_delay", "s", "customer picks up → agent takes, persons only",
                 mean(c.taken - c.picked_up for c in taken if c.outcome == "Humain"),
                 all_taken=mean(c.taken - c.picked_up for c in taken), silent_calls=figure(count["Appel muet"]),
                 silent_of_picked_up=percent(count["Appel muet"], count["Appel muet"] + len(taken)))
        self.records()

    def records(self):
        shown = sorted((c for c in self.outbound if c.shown is not None), key=lambda c: c.shown)
        gaps, last = {}, {}
        for c in shown:
            key = (c.agent, c.shown // DAY)
            if key in last:
                gaps.setdefault(c.agent, []).append(c.shown - last[key])
            last[key] = c.closed
        self.add("time_between_records", "s", "record closed → next record shown, same agent and day",
                 mean(g for of_agent in gaps.values() for g in of_agent),
                 mean_of_agents=mean(sum(g) / len(g) for _, g in sorted(gaps.items())))

    def agents(self):
        time = {}
        for s in self.states:
            time[s.state] = time.get(s.state, 0) + s.end - s.start
        busy = time["En appel"] + time["Post-appel"] + time["Tickets"]
        idle, pause, paid = time["Disponible"], time["Pause"], sum(time.values())
        days = sorted({(s.agent, s.start // DAY) for s in self.states if s.state not in ("Pause", "Formation")})
        roster = self.centre.roster
        present = sum(r.hours - r.absent for r in roster)
        self.occupancy, self.utilisation = busy / (busy + idle), (busy + idle) / paid
        self.add("occupancy", "%", "handling ÷ (handling+available)", percent(busy, busy + idle),
                 with_pauses=percent(busy, busy + idle + pause),
                 calls_only=percent(busy - time["Tickets"], busy - time["Tickets"] + idle))
        self.add("utilisation", "%", "(handling+available) ÷ time in any state", percent(busy + idle, paid),
                 handling_paid=percent(busy, paid), roster=percent((busy + idle) / HOUR, present))
        self.add("break_time", "s", "time in pause ÷ agent days", figure(pause, len(days)),
                 pause_idle=figure(pause + idle, len(days)))
        by_month = {"2025_09": figure(sum(d < SEPTEMBER for _, d in days)),
                    "2025_10": figure(sum(d >= SEPTEMBER for _, d in days))}
        self.add("agent_days", "days", "distinct agent and day with work", figure(len(days)), **by_month)
        scheduled = sum(r.hours for r in roster)
        unplanned = sum(r.absent for r in roster if r.reason in UNPLANNED)
        absent = sum(r.absent for r in roster)
        self.add("absence_rate", "%", "unplanned absence ÷ scheduled hours", percent(unplanned, scheduled),
                 all=percent(absent, scheduled), planned_leave_out=percent(unplanned, scheduled - (absent - unplanned)))
        return time

    def money(self):
        total, calls = sum(COSTS["total"].values()), sum(COSTS["calls"].values())
        self.add("cost_per_interaction", "€", "total cost ÷ (answered calls + outbound persons + tickets answered)",
                 figure(total, self.interactions()))
        self.add("cost_per_call", "€", "cost of calls ÷ answered inbound", figure(calls, len(self.answered)),
                 total_cost=figure(total, len(self.answered)), offered=figure(calls, len(self.offered)))
        loaded = HOURLY_RATE / 3600 / (self.occupancy * self.utilisation)

        def cost(rows, rate):
            return {**figure(sum(map(handling, rows)), len(rows), rate)}

        by_reason = {reason: cost([c for c in self.timed if c.reason == reason], loaded) for reason, _, _, _ in REASONS}
        self.add("cost_per_request_type", "€", "average handle time ÷ 3600 × loaded rate ÷ (occupancy × utilisation)",
                 cost(self.timed, loaded), wage=cost(self.timed, HOURLY_WAGE / 3600), **by_reason)

    def content(self):
        first = [e for e in self.centre.evaluations if e.rank == 0]
        every = self.centre.evaluations
        pairs = [(a, b) for a, b in zip(every, every[1:]) if b.rank == 1]
        heard = sum(e.listens for e in first)
        self.add("active_listening_rate", "%", "active listening ÷ evaluated calls, the first evaluation of each",
                 percent(heard, len(first)), evaluations=percent(sum(e.listens for e in every), len(every)),
                 all_calls=percent(heard, len(self.answered)),
                 agreement=percent(sum(a.listens == b.listens for a, b in pairs), len(pairs)))
        words = [[w.strip("?!.,:;").lower() for w in t.message.replace("'", " ").split()] for t in self.tickets]
        counts = {k: percent(sum(k in w or k + "s" in w for w in words), len(words)) for k in KEYWORDS}
        self.add("keyword_rate", "%", "ticket messages with the word or its plural ÷ messages; default: résiliation",
                 counts["résiliation"], **counts)

    def stocks(self):
        people = self.centre.customers
        start = [c for c in people if c.start < 0 and (c.end is None or c.end >= 0)]
        end = [c for c in people if c.end is None and c.start < DAYS]
        new = [c for c in people if c.start >= 0]
        left = sum(c.end is not None for c in start)
        self.add("retention_rate", "%", "customers of the start still there ÷ customers at start",
                 percent(len(start) - left, len(start)), counts=percent(len(end) - len(new), len(start)),
                 new=figure(len(new)), at_end=figure(len(end)))
        self.add("churn_rate", "%", "customers of the start who left ÷ customers at start", percent(left, len(start)))
        tickets = self.tickets
        answered = [t for t in tickets if t.answered is not None]
        first = [t.answered - t.created for t in answered]
        business = [open_between(t.created, t.answered) for t in answered]
        self.add("first_response_time", "min", "created → first response, mean; numerators in seconds",
                 mean(first, 1 / 60), median=figure(median(first), None, 1 / 60), business_hours=mean(business, 1 / 60),
                 business_hours_median=figure(median(business), None, 1 / 60))
        valid = [t for t in tickets if t.bad is None]
        last = [t.resolved - t.created for t in valid if t.resolved is not None]
        times = [((t.resolved if t.resolved is not None else END) - t.created, t.resolved is not None) for t in valid]
        self.add("resolution_time", "min",
                 "created → last resolution, mean of resolved, impossible rows out; numerators in seconds",
                 mean(last, 1 / 60), median=figure(median(last), None, 1 / 60),
                 kaplan_meier_median=figure(kaplan_meier_median(times), None, 1 / 60),
                 first=mean((t.first_resolved - t.created for t in valid if t.first_resolved is not None), 1 / 60))
        channels = sorted({t.channel for t in tickets})
        self.add("volume", "n", "tickets created", figure(len(tickets)), answered=figure(len(answered)),
                 resolved=figure(sum(t.resolved is not None for t in tickets)),
                 **{c: figure(sum(t.channel == c for t in tickets)) for c in channels})
        waiting = [t for t in tickets if t.resolved is None]
        self.add("backlog", "n", "tickets open at the end of the period", figure(len(waiting)),
                 unanswered=figure(sum(t.answered is None for t in tickets)),
                 **{c: figure(sum(t.channel == c for t in waiting)) for c in channels})


def level(calls):
    """Access of a group of offered calls."""
    answered = [c for c in calls if c.outcome == "Décroché"]
    lost = sum(c.outcome == "Abandonné" for c in calls)
    return {"offered": len(calls), "answered": len(answered), "abandoned": lost,
            "quality_of_service": 100 * len(answered) / len(calls),
            "service_level": 100 * sum(waited(c) <= 20 for c in answered) / (len(answered) + lost),
            "average_speed_of_answer": sum(map(waited, answered)) / len(answered)}


def breakdowns(counts):
    offered, weeks = counts.offered, range(DAYS // 7)
    by_agent = {}
    for name, _, _, _ in AGENTS:
        mine = [c for c in counts.answered if c.agent == name and not c.no_agent]
        timed = [c for c in mine if c.bad_talk is None]
        by_agent[name] = {"answered": len(mine), "timed": len(timed),
                          "average_handle_time": sum(map(handling, timed)) / len(timed),
                          "resolved": 100 * sum(c.resolved for c in mine) / len(mine)}
    return {
        "by_agent": by_agent,
        "by_week": {date(w * 7): level([c for c in offered if c.start // WEEK == w]) for w in weeks},
        "by_queue": {q: level([c for c in offered if c.queue == q]) for q in QUEUES},
        "offered_by_hour": {str(h): sum(c.start % DAY // HOUR == h for c in offered) for h in range(8, 20)},
        "offered_by_day": {date(d): sum(c.start // DAY == d for c in offered) for d in range(DAYS) if d % 7 != 6},
        "dialled_by_campaign": {name: sum(c.queue == name for c in counts.outbound) for name in CAMPAIGNS},
    }


def bad_rows(centre):
    """Planted rows by reason, with the number a spreadsheet shows (header = 1)."""
    tests = {
        "negative_talk": ("appels.csv", "calls", lambda c: c.bad_talk is not None),
        "answered_without_agent": ("appels.csv", "calls", lambda c: c.no_agent),
        "state_ends_before_start": ("etats.csv", "states", lambda s: s.flipped),
        "overlapping_states": ("etats.csv", "states", lambda s: s.overlap),
        "resolved_before_creation": ("tickets.csv", "tickets", lambda t: t.bad == "before creation"),
        "resolved_before_first_response": ("tickets.csv", "tickets", lambda t: t.bad == "before first response"),
        "unknown_call": ("enquete.csv", "answers", lambda a: a.known is None),
        "second_answer": ("enquete.csv", "answers", lambda a: a.second),
    }
    found = {}
    for reason, (file, records, test) in tests.items():
        rows = [i for i, record in enumerate(getattr(centre, records), 2) if test(record)]
        found[reason] = {"file": file, "count": len(rows), "rows": rows}
    return found


def truth(centre):
    counts = Counts(centre)
    counts.survey()
    counts.durations()
    counts.access()
    counts.resolution()
    counts.conversion()
    states = counts.agents()
    counts.money()
    counts.content()
    counts.stocks()
    spans = {name: [HOURS[d][0] * HOUR, HOURS[d][1] * HOUR] for d, name in enumerate(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday"))}
    return {
        "about": "Counts of the simulation data/make_centre.py, from its events, not from the files it writes.",
        "variant_notes": NOTES,
        "inputs": {
            "period": ["2025-09-01", "2025-10-12"], "time_zone": "Europe/Paris", "opening_seconds": spans,
            "costs": {**COSTS, "hourly_rate": HOURLY_RATE, "hourly_wage": HOURLY_WAGE},
            "invitations": centre.invitations, "head_count": len(AGENTS), "agent_waves": 2,
            "lead_window_days": LEAD_WINDOW_DAYS, "repeat_window_days": 7, "service_level_s": 20, "short_abandon_s": 5,
            "unplanned": list(UNPLANNED),
            "targets": {"quality_of_service": 90, "service_level": 75, "average_handle_time": 330, "csat": 75,
                        "nps": 25, "first_contact_resolution": 75, "abandonment_rate": 7, "occupancy": 80},
        },
        "rows": {name: len(getattr(centre, records)) for name, _, records, _ in FILES},
        "bad_rows": bad_rows(centre),
        "state_seconds": dict(sorted(states.items())),
        "indicators": dict(sorted(counts.found.items())),
        **breakdowns(counts),
    }
