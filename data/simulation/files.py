"""How the simulated records are written: one CSV file each, French headers, `;`, dates as dd/mm/yyyy."""

import csv

from simulation.setting import date, moment


def yes(flag):
    return "" if flag is None else "Oui" if flag else "Non"


def plain(value):
    return "" if value is None else str(value)


def comma(value, digits=2):
    return f"{value:.{digits}f}".replace(".", ",")


def minutes(seconds):
    if seconds is None:
        return ""
    return f"{'-' if seconds < 0 else ''}{abs(seconds) // 60}:{abs(seconds) % 60:02}"


def person(client):
    return "" if client is None else f"C{client:04}"


def call_fields(c):
    talk = c.talk if c.bad_talk is None else c.bad_talk
    return [c.id, c.direction, moment(c.start), c.queue, "" if c.no_agent else c.agent, plain(c.ivr), plain(c.wait),
            plain(c.ring), minutes(talk), plain(c.hold), plain(c.acw), c.outcome,
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
     lambda e: [e.id, e.call.id, e.call.agent, e.evaluator, date(e.day), yes(e.listens), comma(e.note, 1)]),
    ("enquete.csv", "id_appel;date;csat;nps;ces;commentaire", "answers",
     lambda a: [a.call, date(a.day), plain(a.csat), plain(a.nps), plain(a.ces), a.comment]),
    ("enquete_agents.csv", "vague;satisfaction;enps", "agent_answers",
     lambda a: [a.wave, plain(a.satisfaction), plain(a.enps)]),
]


def write(centre, folder):
    folder.mkdir(exist_ok=True)
    for name, header, records, fields in FILES:
        with open(folder / name, "w", encoding="utf-8", newline="") as target:
            out = csv.writer(target, delimiter=";", lineterminator="\n")
            out.writerow(header.split(";"))
            out.writerows(fields(record) for record in getattr(centre, records))
