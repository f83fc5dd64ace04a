"""The events of the centre: shifts, calls that queue, tickets that fill the time between calls, outbound sessions."""

import heapq

from simulation.setting import (
    AGENTS, ALL, CAMPAIGNS, CUSTOMERS, DAY, DAYS, END, HOUR, NUMBERS, OUTBOUND, PATIENCE, QUEUE_OF, REASONS,
    RESOLVED, SATURDAY, SHAPE, SHORT_WEEK, TALK, VOLUME, WEEKDAY, WRITERS, Dice, Row, is_open, opening,
)


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
        self.cases, self.case_count = {}, 0
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
        if place > 0 and dice.chance(0.50 if short else 0.05) or alone and short and dice.chance(0.40):
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
            joined = same and agent.state in ("Disponible", "Tickets") and same.state == agent.state
            if joined and (same.agent, same.end) == (agent.name, agent.since):
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
        call = Row(direction="Entrant", order=self.order, start=t, client=client, ivr=ivr, queue="", agent="",
                   wait=None, ring=None, talk=None, hold=None, acw=None, outcome="", transferred=None, escalated=None,
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
        if sum(c.queue == call.queue for c in self.waiting) >= 2 and dice.chance(0.35):
            call.wait, call.ring, call.outcome = dice.between(4, 12), 0, "Débordement"
            return
        self.waiting.append(call)
        self.at(t + max(1, int(dice.exponential(PATIENCE))), self.lose_patience, call)
        if dice.chance(0.08):
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
                        dice.lognormal(720, 0.5))
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
        self.offer_task(t, ticket, "reopened", self.dice.lognormal(720, 0.5))

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
            call.outcome = dice.weighted([("Humain", reach), ("Répondeur", 0.26), ("Non-réponse", 0.24),
                                          ("Occupé", 0.06), ("Refusé", 0.07)])
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
