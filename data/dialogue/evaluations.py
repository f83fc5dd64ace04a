"""What quality managers say of the drawn calls: evaluations.csv."""

from pathlib import Path

from dialogue.files import table
from dialogue.source import INTERRUPTION, ITEMS

JUDGED = Path(__file__).resolve().parent / "judged.tsv"
# Headers by item, as the grid labels them.
LABELS = {
    "reformulation": "reformulation", "acknowledgement": "acknowledgement", "open_question": "open_question",
    "customer_words": "customer_words", "summary": "summary", "check": "check", "courtesy": "courtesy",
    "empathy": "empathy", INTERRUPTION: INTERRUPTION, "forbidden": "forbidden", "insult": "insult",
}


def judged():
    lines = [line for line in JUDGED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for line in lines[1:]:
        call, evaluator, listening, differs = line.split("\t")
        yield call, evaluator, listening, {ITEMS[tag] for tag in differs.split(",") if tag != "-"}


def evaluations(made):
    by_id = {call.id: call for call in made}
    rows = [["appel", "évaluateur", "écoute active", *LABELS.values()]]
    for name, evaluator, listening, differs in judged():
        call = by_id[name]
        heard = {item for item, _, _ in call.items()} ^ differs
        marks = ["oui" if item in heard else "non" for item in LABELS]
        if not call.timed:
            # Who only reads a call cannot say who cut in.
            marks[list(LABELS).index(INTERRUPTION)] = "NC"
        rows.append([name, evaluator, listening, *marks])
    return table(rows)
