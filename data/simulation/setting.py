"""The simulated centre: its period, hours, queues, agents and costs; times and draws.

Times are whole seconds since 2025-09-01 00:00, the civil time of Europe/Paris (no clock change in the period). Draws
are random.Random(SEED).random() through make_telecom's Draw; what logarithms and exponentials give is used as whole
seconds, so that the last bit of a platform's library does not show.
"""

import math
from datetime import datetime, timedelta

from make_telecom import Draw

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
RESOLVED = {"Facturation": 0.875, "Technique": 0.84, "Résiliation": 0.86}
# Calls that ask for an agent, by weekday, and their shape over the day (one weight an hour from 8).
VOLUME = [158, 132, 122, 119, 122, 82]
SHAPE = [0.7, 1.15, 1.45, 1.3, 0.85, 0.8, 1.05, 1.15, 1.15, 1.2, 0.8, 0.4]
PATIENCE = 1080
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
UNPLANNED = ("Maladie", "Enfant malade", "Retard")

# What the files cannot tell: costs in euros over the period, rates by the hour, invitations are counted later.
COSTS = {"total": {"2025-09": 30500.0, "2025-10": 12200.0}, "calls": {"2025-09": 18600.0, "2025-10": 7400.0}}
HOURLY_RATE, HOURLY_WAGE = 27.5, 15.2
INVITED, ANSWERING = 1 / 3, 0.30
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


def clamp(value, low, high):
    return max(low, min(high, int(math.floor(value + 0.5))))
