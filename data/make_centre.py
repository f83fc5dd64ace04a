#!/usr/bin/env python3
"""Simulate the sample contact centre: data/centre/*.csv and tests/centre/truth.json.

    python3 data/make_centre.py            rewrite them, byte for byte the same each time
    python3 data/make_centre.py --check    recount the written files and compare; exit 1 if something differs

Standard library only. Randomness is random.Random(SEED).random() through make_telecom's Draw; logarithms and
exponentials are rounded to whole seconds at once, so that the last bit of a platform's library does not show.
Times are whole seconds since 2025-09-01 00:00, the civil time of Europe/Paris (no clock change in the period).
"""

import csv
import heapq
import json
import math
import sys
from datetime import datetime, timedelta
from pathlib import Path

from make_telecom import Draw

SEED = 71
HERE = Path(__file__).resolve().parent
TEXTS = HERE / "centre_texts.tsv"
FOLDER = HERE / "centre"
TRUTH = HERE.parent / "tests" / "centre" / "truth.json"

START = datetime(2025, 9, 1)
DAY, HOUR = 86400, 3600
DAYS = 42
END = DAYS * DAY
HOURS = {0: (8, 20), 1: (8, 20), 2: (8, 20), 3: (8, 20), 4: (8, 20), 5: (9, 18)}
SHORT_WEEK = 4

QUEUES = ["Facturation", "Technique", "Résiliation"]
# Reason, queue, share of calls, share of tickets.
REASONS = [
    ("Facture contestée", "Facturation", 0.19, 0.18), ("Prélèvement", "Facturation", 0.10, 0.12),
    ("Remboursement", "Facturation", 0.09, 0.12), ("Panne internet", "Technique", 0.20, 0.15),
    ("Débit faible", "Technique", 0.10, 0.10), ("Box et matériel", "Technique", 0.10, 0.10),
    ("Résiliation", "Résiliation", 0.10, 0.11), ("Déménagement", "Résiliation", 0.06, 0.06),
    ("Prix et offres", "Résiliation", 0.06, 0.06),
]
QUEUE_OF = {reason: queue for reason, queue, _, _ in REASONS}
# Median talk in seconds and share resolved, by queue.
TALK = {"Facturation": 200, "Technique": 245, "Résiliation": 220}
RESOLVED = {"Facturation": 0.88, "Technique": 0.85, "Résiliation": 0.86}
# Calls that ask for an agent, by weekday, and their shape over the day (one weight an hour from 8).
VOLUME = [158, 132, 122, 119, 122, 82]
SHAPE = [0.7, 1.15, 1.45, 1.3, 0.85, 0.8, 1.05, 1.15, 1.15, 1.2, 0.8, 0.4]
PATIENCE = 780
# First hour, hours, agents on weekdays and on Saturdays; one more on Monday mornings.
WEEKDAY = [(8, 4, 2), (9, 4, 1), (10, 4, 1), (12, 4, 2), (13.5, 4, 1), (16, 4, 2)]
SATURDAY = [(9, 4.5, 2), (13.5, 4.5, 2)]
# Weekday and shift of the sessions of outbound calls.
OUTBOUND = [(1, 9), (2, 13.5), (3, 13.5), (4, 9)]
ALL = frozenset(QUEUES)
# Name, queues, pace of handling, added to the share resolved.
AGENTS = [
    ("A. Martin", ALL, 0.95, 0.02), ("B. Leroy", ALL, 1.00, 0.00), ("C. Garnier", ALL, 0.92, 0.01),
    ("D. Faure", ALL, 1.05, 0.02), ("E. Roussel", ALL, 1.70, 0.01), ("F. Blanc", ALL, 0.98, 0.00),
    ("G. Morel", ALL, 0.94, -0.36), ("H. Perrin", ALL, 1.02, 0.01), ("I. Colin", ALL, 0.96, 0.00),
    ("J. Vidal", ALL, 1.00, 0.02), ("K. Noël", frozenset(QUEUES[:2]), 1.03, 0.00),
    ("L. Renard", frozenset(QUEUES[:2]), 0.97, 0.01), ("M. Dupuis", frozenset(QUEUES[:2]), 1.06, -0.01),
    ("N. Lopez", frozenset(QUEUES[::2]), 0.99, 0.00), ("O. Benali", frozenset(QUEUES[::2]), 0.93, 0.01),
    ("P. Cordier", frozenset(QUEUES[1:]), 1.04, 0.00),
]
EVALUATORS = ["Q. Lenoir", "R. Tessier"]
CAMPAIGNS = ["Fibre automne", "Fidélité mobile"]
NUMBERS = ["01 99 00 12 40", "02 61 91 12 41"]
CUSTOMERS, WRITERS = 3000, 900
MONTHS = ["mai", "juin", "juillet", "septembre"]
TOWNS = ["Tours", "Angers", "Le Mans", "Poitiers", "Brest", "Limoges"]
UNPLANNED = ("Maladie", "Enfant malade", "Retard")

# What the files cannot tell: costs in euros over the period, rates by the hour, invitations are counted later.
COSTS = {"total": {"2025-09": 30500.0, "2025-10": 12200.0}, "calls": {"2025-09": 18600.0, "2025-10": 7400.0}}
HOURLY_RATE, HOURLY_WAGE = 27.5, 15.2
INVITED, ANSWERING = 1 / 3, 0.29
LEAD_WINDOW_DAYS = 14


class Row:
    """One record of the simulation; its attributes are the true events."""

    def __init__(self, **values):
        self.__dict__.update(values)


def weekday(t):
    return t // DAY % 7


def opening(day):
    """Opening and closing second of a day, or None."""
    hours = HOURS.get(day % 7)
    return hours and (day * DAY + hours[0] * HOUR, day * DAY + hours[1] * HOUR)


def is_open(t):
    span = opening(t // DAY)
    return bool(span) and span[0] <= t < span[1]


def open_between(a, b):
    """Opening seconds between two moments."""
    total = 0
    for day in range(a // DAY, b // DAY + 1):
        span = opening(day)
        if span:
            total += max(0, min(b, span[1]) - max(a, span[0]))
    return total


def moment(t):
    return "" if t is None else (START + timedelta(seconds=t)).strftime("%d/%m/%Y %H:%M:%S")


def date(day):
    return "" if day is None else (START + timedelta(days=day)).strftime("%d/%m/%Y")


class Dice(Draw):
    def exponential(self, mean):
        return -mean * math.log(1 - self.random())

    def lognormal(self, median, sigma):
        return int(median * math.exp(sigma * self.noise(1)) + 0.5)

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def chance(self, p):
        return self.random() < p

    def choice(self, items):
        return items[self.below(len(items))]

    def some(self, items, n):
        """n of the items, in their order."""
        kept = sorted(self.shuffled(range(len(items)))[:n])
        return [items[i] for i in kept]


class Agent:
    def __init__(self, name, queues, pace, resolve):
        self.name, self.queues, self.pace, self.resolve = name, queues, pace, resolve
        self.state, self.since, self.until = None, 0, 0
        self.agenda, self.task, self.token = [], None, 0


class Centre:
    """Queues, agents and events; `run` fills the lists of what happened."""

    def __init__(self, seed):
        self.dice = Dice(seed)
        self.agents = [Agent(*agent) for agent in AGENTS]
        self.events, self.order = [], 0
        self.waiting, self.tasks = [], []
        self.cases, self.case_count, self.last_reason = {}, 0, {}
        self.calls, self.tickets, self.states, self.roster = [], [], [], []
        people = self.dice.shuffled(range(1, CUSTOMERS + 1))
        self.writers, self.callers = people[:WRITERS], people[WRITERS:]

    def at(self, t, do, *values):
        self.order += 1
        heapq.heappush(self.events, (t, self.order, do, values))

    def run(self):
        self.plan_shifts()
        self.plan_calls()
        self.plan_tickets()
        while self.events:
            t, _, do, values = heapq.heappop(self.events)
            if t >= END:
                break
            do(t, *values)
        self.calls.sort(key=lambda c: (c.start, c.order))
        for number, call in enumerate(self.calls, 10001):
            call.id = str(number)
        self.states.sort(key=lambda s: (s.agent, s.start))

    # Shifts

    def plan_shifts(self):
        dice = self.dice
        hours = {agent: 0.0 for agent in self.agents}
        for day in range(DAYS):
            if not opening(day):
                continue
            today = dice.shuffled(self.agents)
            short = day // 7 == SHORT_WEEK
            for first, length, places in WEEKDAY if day % 7 < 5 else SATURDAY:
                places += (day % 7, first) == (0, 9)
                crew = []
                for place in range(places):
                    able = [a for a in today if a not in crew and (place or a.queues == ALL)]
                    agent = min(able, key=lambda a: hours[a])
                    crew.append(agent)
                    today.remove(agent)
                    hours[agent] += length
                for place, agent in enumerate(crew):
                    self.plan_shift(day, first, length, agent, short, alone=places == 1, place=place)
            for agent in dice.some(today, dice.weighted([(0, 0.55), (1, 0.35), (2, 0.10)])):
                reason = dice.weighted([("Congés", 0.6), ("RTT", 0.25), ("Formation", 0.15)])
                hours[agent] += 4
                self.roster.append(Row(agent=agent.name, day=day, hours=4.0, absent=4.0, reason=reason))
        self.roster.sort(key=lambda r: (r.day, r.agent))

    def plan_shift(self, day, first, length, agent, short, alone, place):
        dice = self.dice
        begin = day * DAY + int(first * HOUR)
        row = Row(agent=agent.name, day=day, hours=float(length), absent=0.0, reason="")
        self.roster.append(row)
        if place > 0 and dice.chance(0.52 if short else 0.05) or alone and short and dice.chance(0.45):
            row.absent, row.reason = row.hours, dice.weighted([("Maladie", 0.8), ("Enfant malade", 0.2)])
            return
        end = begin + int(length * HOUR)
        if dice.chance(0.05):
            row.absent, row.reason = dice.choice([0.25, 0.5, 0.75]), "Retard"
            begin += int(row.absent * HOUR)
        agenda = [(begin + int(length * HOUR * 0.45) + dice.below(1200), "Pause", dice.between(720, 1020))]
        if (day % 7, first) in OUTBOUND:
            agenda.append((end - 5400, "Sortants", 3900))
        elif dice.chance(0.16) and not short:
            agenda.append((end - 4500, "Formation", 2700))
        self.at(begin + dice.below(50), self.log_in, agent, end, sorted(agenda))

    def log_in(self, t, agent, until, agenda):
        agent.until, agent.agenda, agent.state = until, agenda, "Connexion"
        for begin, _, _ in agenda:
            self.at(begin, self.look_at_agenda, agent)
        self.at(until, self.look_at_agenda, agent)
        self.free(t, agent)

    def look_at_agenda(self, t, agent):
        if agent.state in ("Disponible", "Tickets") and (agent.agenda or t >= agent.until):
            if agent.state == "Disponible" or agent.task:
                self.stop_task(t, agent)
                self.free(t, agent)

    def set_state(self, t, agent, state):
        if agent.state not in (None, "Connexion") and t > agent.since:
            same = self.states and self.states[-1]
            if same and (same.agent, same.state, same.end) == (agent.name, agent.state, agent.since):
                same.end = t
            else:
                self.states.append(Row(agent=agent.name, state=agent.state, start=agent.since, end=t,
                                       flipped=False, overlap=False))
        agent.state, agent.since = state, t
        agent.token += 1

    def free(self, t, agent):
        """What an agent does next: leave, follow the agenda, take a call, a ticket, or wait."""
        closing = opening(t // DAY)[1]
        mine = [c for c in self.waiting if c.queue in agent.queues]
        if t >= agent.until and not (agent.until >= closing and mine):
            self.set_state(t, agent, None)
            return
        if agent.agenda and agent.agenda[0][0] <= t:
            _, kind, length = agent.agenda.pop(0)
            if kind == "Sortants":
                self.set_state(t, agent, "Tickets")
                self.at(max(self.dial(t, agent, t + length), t + 60), self.released, agent, agent.token)
            else:
                self.set_state(t, agent, kind)
                self.at(t + length, self.released, agent, agent.token)
            return
        if mine:
            call = min(mine, key=lambda c: (c.queued, c.order))
            self.waiting.remove(call)
            self.take(t, agent, call)
        elif self.tasks and t < agent.until:
            self.start_task(t, agent)
        else:
            self.set_state(t, agent, "Disponible")

    def released(self, t, agent, token):
        if agent.token == token:
            self.free(t, agent)

    # Inbound calls

    def plan_calls(self):
        dice = self.dice
        for day in range(DAYS):
            span = opening(day)
            if span:
                shape = [SHAPE[(span[0] // HOUR) % 24 - 8 + h] for h in range((span[1] - span[0]) // HOUR)]
                for h, weight in enumerate(shape):
                    t = span[0] + h * HOUR
                    gap = HOUR * sum(shape) / (VOLUME[day % 7] * weight)
                    step = dice.exponential(gap)
                    while step < HOUR:
                        self.at(t + int(step), self.call_comes, dice.choice(self.callers), None, True)
                        step += dice.exponential(gap)
            for _ in range(dice.between(5, 10)):
                t = day * DAY + dice.between(6 * HOUR + 1800, 22 * HOUR + 1800)
                outside = not span or not (span[0] - 5 <= t < span[1] + 5)
                if outside and (span or dice.chance(0.7)):
                    self.at(t, self.call_outside, dice.choice(self.callers))
            if span:
                for _ in range(dice.between(3, 6)):
                    self.at(span[1] + 10 + int(dice.exponential(2400)), self.call_outside, dice.choice(self.callers))
        self.at(END - 3 * HOUR, self.call_outside, dice.choice(self.callers))

    def new_call(self, t, client, ivr):
        self.order += 1
        call = Row(direction="Entrant", order=self.order, start=t, client=client, ivr=ivr, queue="", agent="", wait=None,
                   ring=None, talk=None, hold=None, acw=None, outcome="", transferred=None, escalated=None,
                   resolved=None, case=None, reason="", sale=None, number="", mode="", picked_up=None, taken=None,
                   shown=None, closed=None, bad_talk=None, no_agent=False)
        self.calls.append(call)
        return call

    def call_outside(self, t, client):
        call = self.new_call(t, client, self.dice.between(8, 25))
        voicemail = self.dice.chance(0.27)
        call.outcome = "Hors horaires – répondeur" if voicemail else "Hors horaires – dissuadé"

    def call_comes(self, t, client, reason, may_serve_itself):
        dice = self.dice
        if may_serve_itself and dice.chance(0.11):
            self.new_call(t, client, dice.between(45, 190)).outcome = "Selfcare"
            return
        call = self.new_call(t, client, dice.between(18, 55))
        call.meant = reason or dice.weighted([(name, share) for name, _, share, _ in REASONS])
        call.queue = QUEUE_OF[call.meant]
        self.at(t + call.ivr, self.enqueue, call)

    def enqueue(self, t, call):
        dice = self.dice
        call.queued = t
        if dice.chance(0.013):
            call.wait, call.ring, call.outcome = 0, dice.between(1, 4), "Abandonné"
            return
        for state in ("Disponible", "Tickets"):
            idle = [a for a in self.agents if a.state == state and call.queue in a.queues
                    and (state == "Disponible" or a.task) and not (a.agenda and a.agenda[0][0] <= t)]
            if idle:
                agent = min(idle, key=lambda a: a.since)
                self.stop_task(t, agent)
                self.take(t, agent, call)
                return
        if sum(c.queue == call.queue for c in self.waiting) >= 3:
            call.wait, call.ring, call.outcome = dice.between(4, 12), 0, "Débordement"
            return
        self.waiting.append(call)
        self.at(t + max(1, int(dice.exponential(PATIENCE))), self.lose_patience, call)
        if dice.chance(0.14):
            self.at(t + 120, self.accept_callback, call)

    def leave_queue(self, t, call, outcome):
        self.waiting.remove(call)
        call.wait, call.ring, call.outcome = t - call.queued, 0, outcome

    def lose_patience(self, t, call):
        if call in self.waiting:
            self.leave_queue(t, call, "Abandonné")
            if self.dice.chance(0.4):
                again = t + self.dice.between(120, 2400)
                if is_open(again):
                    self.at(again, self.call_comes, call.client, call.meant, False)

    def accept_callback(self, t, call):
        if call in self.waiting:
            self.leave_queue(t, call, "Rappel")

    def take(self, t, agent, call):
        dice = self.dice
        call.wait, call.ring, call.agent, call.outcome = t - call.queued, dice.between(2, 7), agent.name, "Décroché"
        call.reason = call.meant
        call.talk = min(3000, max(12, dice.lognormal(TALK[call.queue] * agent.pace, 0.55)))
        call.hold = min(600, dice.lognormal(62 * agent.pace, 0.6)) if dice.chance(0.36) else 0
        call.acw = min(420, dice.lognormal(60 * agent.pace, 0.5)) if dice.chance(0.52) else 0
        call.transferred = dice.chance(0.10)
        call.escalated = dice.chance(0.30) if call.transferred else dice.chance(0.02)
        share = RESOLVED[call.queue] + agent.resolve - (0.25 if call.transferred else 0)
        call.resolved = dice.chance(share)
        call.sale = call.resolved and dice.chance(0.11 if call.queue == "Résiliation" else 0.035)
        key = (call.client, call.reason)
        if key not in self.cases:
            self.case_count += 1
            self.cases[key] = self.case_count
        call.case = self.cases[key]
        if call.resolved:
            del self.cases[key]
        if dice.chance(0.055 if call.resolved else 0.72):
            self.call_again(t, call)
        self.set_state(t, agent, "En appel")
        hung_up = t + call.ring + call.talk + call.hold
        if call.acw:
            self.at(hung_up, self.wrap_up, agent, call.acw)
        else:
            self.at(hung_up, self.free, agent)

    def wrap_up(self, t, agent, length):
        self.set_state(t, agent, "Post-appel")
        self.at(t + length, self.free, agent)

    def call_again(self, t, call):
        """The same customer for the same reason, at an opening hour some days later."""
        day = t // DAY + self.dice.between(1, 5)
        while not opening(day):
            day += 1
        span = opening(day)
        again = self.dice.between(span[0] + 60, min(span[1], span[0] + 10 * HOUR) - 600)
        self.at(again, self.call_comes, call.client, call.reason, False)

    # Tickets

    def plan_tickets(self):
        dice = self.dice
        number = 0
        for day in range(DAYS):
            span = opening(day)
            for hour in range(24):
                rate = (2.6 if 8 <= hour < 20 else 0.55) * (1 if span and day % 7 < 5 else 0.45)
                step = dice.exponential(HOUR / rate)
                while step < HOUR:
                    t = day * DAY + hour * HOUR + int(step)
                    if t > 30 * 60:
                        number += 1
                        self.at(t, self.ticket_comes)
                    step += dice.exponential(HOUR / rate)

    def ticket_comes(self, t):
        dice = self.dice
        soon = is_open(t) and is_open(t + 2700)
        channel = dice.weighted([("Chat", 0.28 if soon else 0), ("E-mail", 0.47), ("Formulaire", 0.25)])
        reason = dice.weighted([(name, share) for name, _, _, share in REASONS])
        priority = dice.weighted([("Haute", 0.15), ("Normale", 0.65), ("Basse", 0.20)])
        ticket = Row(channel=channel, priority=priority, client=dice.choice(self.writers), reason=reason, created=t,
                     answered=None, first_resolved=None, resolved=None, reopened=False, agent="", escalated=False,
                     satisfaction=None, bad=None)
        ticket.id = f"T{len(self.tickets) + 1:04}"
        self.tickets.append(ticket)
        self.offer_task(t, ticket, "answer", dice.lognormal(330 if channel == "Chat" else 600, 0.5))

    def offer_task(self, t, ticket, step, work):
        self.order += 1
        urgency = 0 if ticket.channel == "Chat" else {"Haute": 1, "Normale": 2, "Basse": 3}[ticket.priority]
        heapq.heappush(self.tasks, (urgency, t, self.order, Row(ticket=ticket, step=step, work=max(40, work))))
        idle = [a for a in self.agents if a.state == "Disponible" and t < a.until]
        if idle:
            self.start_task(t, min(idle, key=lambda a: a.since))

    def start_task(self, t, agent):
        agent.task = heapq.heappop(self.tasks)
        if agent.state == "Tickets":
            agent.token += 1
        else:
            self.set_state(t, agent, "Tickets")
        agent.started = t
        self.at(t + agent.task[3].work, self.finish_task, agent, agent.token)

    def stop_task(self, t, agent):
        """A call comes first: what is left of the ticket waits for whoever is free next."""
        if agent.task:
            agent.task[3].work = max(20, agent.task[3].work - (t - agent.started))
            heapq.heappush(self.tasks, agent.task)
            agent.task = None

    def finish_task(self, t, agent, token):
        if agent.token != token or not agent.task:
            return
        dice, task, agent.task = self.dice, agent.task[3], None
        ticket, chat = task.ticket, task.ticket.channel == "Chat"
        ticket.agent = agent.name
        if task.step == "answer":
            ticket.answered = t
            ticket.escalated = dice.chance(0.07)
            if not dice.chance(0.75 if chat else 0.45):
                self.at(t + dice.lognormal(HOUR if chat else 7 * HOUR, 0.8), self.offer_task, ticket, "resolve",
                        dice.lognormal(900, 0.5))
                self.free(t, agent)
                return
        if ticket.first_resolved is None:
            ticket.first_resolved = t
        ticket.resolved = t
        if not ticket.reopened and dice.chance(0.09):
            self.at(t + dice.lognormal(20 * HOUR, 0.7), self.reopen, ticket)
        self.free(t, agent)

    def reopen(self, t, ticket):
        ticket.reopened, ticket.resolved = True, None
        self.offer_task(t, ticket, "reopened", self.dice.lognormal(900, 0.5))

    # Outbound calls

    def dial(self, t, agent, until):
        """One session of outbound calls; returns when it ends."""
        dice = self.dice
        predictive = dice.chance(0.5)
        campaign = dice.below(2)
        reach = 0.33 + (0.14 if t % DAY >= 17 * HOUR else 0)
        while t < until:
            call = self.new_call(t, dice.choice(self.callers), None)
            call.direction, call.queue, call.number = "Sortant", CAMPAIGNS[campaign], NUMBERS[dice.below(2)]
            call.mode = "Prédictif" if predictive else "Preview"
            call.outcome = dice.weighted([("Humain", reach), ("Répondeur", 0.26), ("Non-réponse", 0.24), ("Occupé", 0.06),
                                          ("Refusé", 0.07)])
            call.ring = 0 if call.outcome == "Occupé" else dice.between(20, 32) if call.outcome == "Non-réponse" \
                else dice.between(4, 22)
            if call.outcome == "Répondeur" and dice.chance(0.80 if predictive else 0.3):
                call.outcome = "Répondeur filtré"
            t = self.dial_predictive(t, agent, call) if predictive else self.dial_preview(t, agent, call)
        return t

    def talk_out(self, call):
        dice = self.dice
        human = call.outcome == "Humain"
        call.talk = dice.lognormal(95, 0.7) + 8 if human else dice.between(5, 14)
        call.acw = dice.lognormal(25, 0.5) if human else dice.between(2, 8)
        call.sale = human and dice.chance(0.17)

    def dial_preview(self, t, agent, call):
        call.shown, call.agent = t, agent.name
        call.start = t + self.dice.between(8, 30)
        connected = call.start + call.ring
        if call.outcome in ("Humain", "Répondeur"):
            self.talk_out(call)
        else:
            call.talk, call.acw, call.sale = 0, self.dice.between(2, 8), False
        call.closed = connected + call.talk + call.acw
        return call.closed + max(2, self.dice.lognormal(11, 0.5))

    def dial_predictive(self, t, agent, call):
        """The dialler runs while the agent waits; a customer who hears nobody may hang up first."""
        dice = self.dice
        call.sale = False
        if call.outcome not in ("Humain", "Répondeur"):
            return t + max(2, call.ring // 3)
        call.picked_up = t + call.ring
        delay = int(dice.exponential(2.6))
        if call.outcome == "Humain" and delay > 1 + dice.exponential(14):
            call.outcome, call.wait = "Appel muet", delay
            return call.picked_up + delay + 3
        call.agent = agent.name
        call.taken = call.shown = call.picked_up + delay
        self.talk_out(call)
        call.closed = call.taken + call.talk + call.acw
        return call.closed + 1


def read_texts():
    texts = {}
    with open(TEXTS, encoding="utf-8", newline="\n") as source:
        lines = [line.rstrip("\n") for line in source if not line.startswith("#")]
    for line in lines[1:]:
        kind, text = line.split("\t")
        texts.setdefault(kind, []).append(text)
    return texts


def write_messages(centre, texts):
    dice, uses = centre.dice, {}
    for ticket in centre.tickets:
        choices = texts[ticket.reason]
        at = uses.get(ticket.reason, dice.below(len(choices)))
        uses[ticket.reason] = at + 1 + dice.below(2)
        ticket.message = choices[at % len(choices)].format(
            mois=dice.choice(MONTHS), montant=dice.between(12, 89), jours=dice.between(3, 21), ville=dice.choice(TOWNS))
        if ticket.resolved is not None and dice.chance(0.35):
            days = (ticket.resolved - ticket.created) / DAY
            ticket.satisfaction = clamp(4.5 - 0.45 * min(days, 5) - 1.2 * ticket.reopened + dice.noise(0.9), 1, 5)


def clamp(value, low, high):
    return max(low, min(high, int(math.floor(value + 0.5))))


def survey(centre, texts):
    """Invitations and answers: satisfaction falls with wait, non-resolution and transfer, not with handle time."""
    dice = centre.dice
    centre.invitations, centre.answers = 0, []
    for call in centre.calls:
        if call.outcome != "Décroché" or not dice.chance(INVITED):
            continue
        centre.invitations += 1
        if not dice.chance(ANSWERING):
            continue
        waited = call.wait + call.ring
        mood = 9.3 - 0.9 * min(waited, 360) / 60 - 3.2 * (not call.resolved) - 1.5 * call.transferred + dice.noise(1.5)
        kinds = ["wait"] * (waited > 90) + ["unresolved"] * (not call.resolved) + ["transfer"] * call.transferred
        kind = dice.choice(kinds) if kinds and mood < 8 else "good" if mood >= 8 else "neutral"
        centre.answers.append(Row(
            call=call.id, day=(call.start // DAY) + dice.below(3), known=call, second=False,
            csat=None if dice.chance(0.02) else clamp(0.6 + 0.42 * mood + dice.noise(0.4), 1, 5),
            nps=None if dice.chance(0.03) else clamp(mood + dice.noise(0.9), 0, 10),
            ces=None if dice.chance(0.03) else clamp(0.5 + 0.40 * mood + dice.noise(0.6), 1, 5),
            comment=dice.choice(texts[kind]) if dice.chance(0.45) else ""))
    centre.answers.sort(key=lambda a: (a.day, int(a.call)))


def customers(centre):
    """Who was a customer when: nobody starts or leaves within three days of either end of the period."""
    dice = centre.dice
    centre.customers = []
    writers = set(centre.writers)
    busy = {c.client for c in centre.calls} | {t.client for t in centre.tickets}
    for client in range(1, CUSTOMERS + 1):
        row = Row(client=client, start=-dice.between(10, 2400), end=None)
        if client not in busy and dice.chance(0.30):
            row.start = dice.between(3, 37)
            if dice.chance(0.06):
                row.end = dice.between(min(row.start + 5, 38), 38)
        elif dice.chance(0.022):
            row.end = dice.between(4, 38)
        elif client not in busy and client not in writers and dice.chance(0.15):
            row.end = -dice.between(5, 200)
            row.start = min(row.start, row.end - 60)
        centre.customers.append(row)


def leads(centre):
    dice = centre.dice
    centre.leads = []
    for number in range(1, 321):
        created = dice.between(0, 41)
        day = created + dice.between(0, 4)
        while day % 7 == 6:
            day += 1
        contacted = day if day < DAYS and dice.chance(0.88) else None
        converted = None
        if contacted is not None and dice.chance(0.24):
            converted = contacted + int(dice.exponential(6))
            # Nobody at the very edge of the window: inside or outside must not hang on a convention.
            converted -= converted - contacted == LEAD_WINDOW_DAYS
            converted = converted if converted < DAYS else None
        centre.leads.append(Row(id=f"P{number:03}", client=dice.choice(centre.callers) if dice.chance(0.5) else None,
                                created=created, contacted=contacted, converted=converted))
    centre.leads.sort(key=lambda lead: (lead.created, lead.id))


def evaluations(centre):
    dice = centre.dice
    centre.evaluations = []
    number = 0
    for call in centre.calls:
        if call.outcome != "Décroché" or not dice.chance(0.06):
            continue
        listens = dice.chance(0.80 - (0.25 if call.agent == "G. Morel" else 0))
        double = dice.chance(0.22)
        first = dice.below(2)
        for rank in range(1 + double):
            number += 1
            seen = listens if rank == 0 or dice.chance(0.88) else not listens
            note = (clamp(156 if seen else 124, 0, 200) + clamp(dice.noise(20), -44, 44)) / 2
            centre.evaluations.append(Row(id=f"V{number:03}", call=call, evaluator=EVALUATORS[(first + rank) % 2],
                                          day=call.start // DAY + 1 + rank, listens=seen, note=note, rank=rank))


def agents_survey(centre):
    dice = centre.dice
    centre.agent_answers = []
    for wave, mood in [("Septembre 2025", 7.2), ("Octobre 2025", 6.4)]:
        for _ in range(13):
            m = mood + dice.noise(1.9)
            centre.agent_answers.append(Row(wave=wave, satisfaction=clamp(0.4 + 0.45 * m, 1, 5), enps=clamp(m, 0, 10)))


def plant_bad_rows(centre):
    """Rows that cannot be: the truth leaves each out of what it corrupts."""
    dice = centre.dice
    answered = [c for c in centre.calls if c.outcome == "Décroché"]
    chosen = dice.some(answered, 9)
    for i, call in enumerate(chosen):
        if i % 2 == 0:
            call.bad_talk = -dice.between(5, 70)
        else:
            call.no_agent = True
    for state in dice.some([s for s in centre.states if s.state == "Disponible" and s.end - s.start > 90], 3):
        state.flipped = True
    for state in dice.some([s for s in centre.states if s.state == "Pause"], 1):
        state.flipped = True
    for host in dice.some([s for s in centre.states if s.state == "En appel" and s.end - s.start > 300], 3):
        centre.states.append(Row(agent=host.agent, state="Disponible", start=host.start + 60, end=host.start + 130,
                                 flipped=False, overlap=True))
    centre.states.sort(key=lambda s: (s.agent, s.start))
    done = [t for t in centre.tickets if t.resolved is not None and not t.reopened and t.created > 2 * DAY
            and t.answered - t.created > 300]
    for i, ticket in enumerate(dice.some(done, 7)):
        ticket.bad = "before creation" if i % 2 == 0 else "before first response"
        back = ticket.created - dice.between(600, 80000) if i % 2 == 0 else ticket.created + 60
        ticket.first_resolved = ticket.resolved = back
    for ticket in dice.some(centre.answers, 4):
        centre.answers.append(Row(call=ticket.call, day=min(ticket.day + 2, DAYS + 2), known=ticket.known, second=True,
                                  csat=dice.between(1, 5), nps=dice.between(0, 10), ces=dice.between(1, 5), comment=""))
    for i in range(3):
        centre.answers.append(Row(call=str(90001 + 17 * i), day=9 + 11 * i, known=None, second=False,
                                  csat=dice.between(2, 5), nps=dice.between(3, 10), ces=dice.between(2, 5), comment=""))
    centre.answers.sort(key=lambda a: (a.day, int(a.call)))


def simulate(seed):
    centre = Centre(seed)
    centre.run()
    texts = read_texts()
    write_messages(centre, texts)
    survey(centre, texts)
    customers(centre)
    leads(centre)
    evaluations(centre)
    agents_survey(centre)
    plant_bad_rows(centre)
    return centre


def yes(flag):
    return "" if flag is None else "Oui" if flag else "Non"


def plain(value):
    return "" if value is None else str(value)


def comma(value):
    return "" if value is None else f"{value:.2f}".replace(".", ",")


def minutes(seconds):
    if seconds is None:
        return ""
    return f"{'-' if seconds < 0 else ''}{abs(seconds) // 60}:{abs(seconds) % 60:02}"


def person(client):
    return "" if client is None else f"C{client:04}"


def call_fields(c):
    return [c.id, c.direction, moment(c.start), c.queue, "" if c.no_agent else c.agent, plain(c.ivr), plain(c.wait),
            plain(c.ring), minutes(c.talk if c.bad_talk is None else c.bad_talk), plain(c.hold), plain(c.acw), c.outcome,
            yes(c.transferred), yes(c.escalated), yes(c.resolved), "" if c.case is None else f"D{c.case:04}",
            person(c.client), c.reason, yes(c.sale), c.number, c.mode, moment(c.picked_up), moment(c.taken),
            moment(c.shown), moment(c.closed)]


def ticket_fields(t):
    return [t.id, t.channel, t.priority, person(t.client), t.reason, moment(t.created), moment(t.answered),
            moment(t.first_resolved), moment(t.resolved), yes(t.reopened), yes(t.escalated), t.agent,
            plain(t.satisfaction), t.message]


# File, header, records, fields of a record.
FILES = [
    ("appels.csv", "id_appel;direction;date_heure;file;agent;duree_svi;attente;sonnerie;conversation;attente_garde;"
     "post_appel;issue;transfere;escalade;resolu;dossier;client;motif;vente;numero_affiche;mode;decroche_client;"
     "pris_agent;fiche_ouverte;fiche_fermee", "calls", call_fields),
    ("tickets.csv", "id_ticket;canal;priorite;client;motif;cree;premiere_reponse;premiere_resolution;resolu_le;rouvert;"
     "escalade;agent;satisfaction;message", "tickets", ticket_fields),
    ("etats.csv", "agent;etat;debut;fin", "states",
     lambda s: [s.agent, s.state, *(moment(t) for t in ((s.end, s.start) if s.flipped else (s.start, s.end)))]),
    ("planning.csv", "agent;date;heures_planifiees;absence_heures;motif_absence", "roster",
     lambda r: [r.agent, date(r.day), comma(r.hours), comma(r.absent), r.reason]),
    ("clients.csv", "client;debut;fin", "customers", lambda c: [person(c.client), date(c.start), date(c.end)]),
    ("pistes.csv", "piste;client;cree_le;contact_le;converti_le", "leads",
     lambda p: [p.id, person(p.client), date(p.created), date(p.contacted), date(p.converted)]),
    ("evaluations.csv", "evaluation;id_appel;agent;evaluateur;date;ecoute_active;note", "evaluations",
     lambda e: [e.id, e.call.id, e.call.agent, e.evaluator, date(e.day), yes(e.listens), f"{e.note:.1f}".replace(".", ",")]),
    ("enquete.csv", "id_appel;date;csat;nps;ces;commentaire", "answers",
     lambda a: [a.call, date(a.day), plain(a.csat), plain(a.nps), plain(a.ces), a.comment]),
    ("enquete_agents.csv", "vague;satisfaction;enps", "agent_answers",
     lambda a: [a.wave, plain(a.satisfaction), plain(a.enps)]),
]


def write(centre):
    FOLDER.mkdir(exist_ok=True)
    TRUTH.parent.mkdir(parents=True, exist_ok=True)
    for name, header, records, fields in FILES:
        with open(FOLDER / name, "w", encoding="utf-8", newline="") as target:
            out = csv.writer(target, delimiter=";", lineterminator="\n")
            out.writerow(header.split(";"))
            out.writerows(fields(record) for record in getattr(centre, records))


def main():
    from centre_truth import truth
    if sys.argv[1:] == ["--check"]:
        from check_centre import check
        sys.exit(1 if check() else 0)
    if sys.argv[1:]:
        sys.exit(__doc__)
    centre = simulate(SEED)
    write(centre)
    TRUTH.write_text(json.dumps(truth(centre), ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
