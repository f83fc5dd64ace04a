"""What is drawn once the calls are known: messages, survey, customers, leads, evaluations, rows that cannot be."""

from pathlib import Path

from simulation.events import Centre
from simulation.setting import ANSWERING, CUSTOMERS, DAY, DAYS, END, EVALUATORS, INVITED, LEAD_WINDOW_DAYS, Row, clamp

TEXTS = Path(__file__).resolve().parent / "texts.tsv"
MONTHS = ["mai", "juin", "juillet", "septembre"]
TOWNS = ["Tours", "Angers", "Le Mans", "Poitiers", "Brest", "Limoges"]


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
        mood = 9.6 - 0.9 * min(waited, 360) / 60 - 3.2 * (not call.resolved) - 1.5 * call.transferred + dice.noise(1.5)
        kinds = ["wait"] * (waited > 90) + ["unresolved"] * (not call.resolved) + ["transfer"] * call.transferred
        kind = dice.choice(kinds) if kinds and mood < 8 else "good" if mood >= 8 else "neutral"
        centre.answers.append(Row(
            call=call.id, day=min(call.start // DAY + dice.below(3), DAYS - 1), known=call, second=False,
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
        if call.outcome != "Décroché" or call.start >= END - 4 * DAY or not dice.chance(0.064):
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
    for wave, mood in [("Septembre 2025", 7.9), ("Octobre 2025", 7.0)]:
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
    for first in dice.some(centre.answers, 4):
        centre.answers.append(Row(call=first.call, day=min(first.day + 2, DAYS - 1), known=first.known, second=True,
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
