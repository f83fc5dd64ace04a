"""What was planted, for the tests: tests/transcripts/truth.json."""

import json

from dialogue.source import INTERRUPTION, ITEMS, STEPS


def spread(call):
    """What the written times say: milliseconds of talk of each, of both at once, and from first to last word."""
    pieces = [(p.start, p.end, turn.agent) for turn in call.turns for p in turn.pieces]
    talk = {who: sum(end - start for start, end, agent in pieces if agent == who) for who in (True, False)}
    both = sum(turn.overlap for turn in call.turns)
    duration = max(end for _, end, _ in pieces) - min(start for start, _, _ in pieces)
    return {
        "duration_ms": duration, "agent_ms": talk[True], "client_ms": talk[False], "overlap_ms": both,
        "silence_ms": duration - talk[True] - talk[False] + both,
    }


def truth(made):
    out = []
    for call in made:
        marks = [{"item": item, "turn": turn, **({"words": words} if words else {})}
                 for item, turn, words in call.items()]
        personal = [{"kind": tag.partition(":")[2], "turn": i, "words": words}
                    for i, turn in enumerate(call.turns) for tag, words in turn.marks if tag.startswith("pii:")]
        personal += [{"kind": "agent", "turn": i, "words": call.agent.split()[0]}
                     for i, turn in enumerate(call.turns) if any(tag == "nam" for tag, _ in turn.marks)]
        out.append({
            "call": call.id, "agent": call.agent, "format": call.format, "turns": len(call.turns),
            "roles": "".join("A" if turn.agent else "C" for turn in call.turns),
            "dry": not marks, "marks": marks,
            "steps": {step: call.has(tag) for tag, step in STEPS.items()},
            "pair": next((i for i, t in enumerate(call.turns) if any(tag == "pair" for tag, _ in t.marks)), None),
            "personal": personal,
            **({"times": spread(call)} if call.timed else {}),
        })
    head = {"items": list(ITEMS.values()) + [INTERRUPTION], "steps": list(STEPS.values())}
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in out)
    return f"{json.dumps(head, ensure_ascii=False)[:-1]}, \"calls\": [\n{lines}\n]}}\n"
