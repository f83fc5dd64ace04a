"""The draw of the calls to listen to, as `barometre transcripts draw` makes it (src/transcript/sampling.rs)."""

from collections import defaultdict

from dialogue.files import table

SEED = 2026
PER_STRATUM = 2
ALL = (1 << 64) - 1
HEADER = [
    "appel", "agent", "période", "ordre", "appels de la strate", "tirés", "graine", "à tirer par strate", "découpage",
    "appels écartés", "appels éligibles",
]


def mix(state):
    """SplitMix64."""
    z = (state + 0x9E3779B97F4A7C15) & ALL
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & ALL
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & ALL
    return z ^ (z >> 31)


def rank(seed, name):
    """FNV-1a over the bytes of the name, from the mixed seed, mixed again."""
    state = 0xCBF29CE484222325 ^ mix(seed)
    for byte in name.encode():
        state = ((state ^ byte) * 0x100000001B3) & ALL
    return mix(state)


def drawn(agents):
    """From (call, agent, month): (agent, month, calls, those drawn in order) for each stratum."""
    strata = defaultdict(list)
    for name, agent, month in agents:
        strata[agent, month].append(name)
    for (agent, month), names in sorted(strata.items()):
        yield agent, month, len(names), sorted(names, key=lambda name: rank(SEED, name))[:PER_STRATUM]


def plan(made):
    rows = [HEADER]
    for agent, month, size, names in drawn((c.id, c.agent, f"{c.date:%Y-%m}") for c in made):
        for order, name in enumerate(names, 1):
            rows.append([name, agent, month, order, size, len(names), SEED, PER_STRATUM, "mois", 0, len(made)])
    return table(rows, newline="\n")
