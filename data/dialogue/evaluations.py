"""What quality managers say of the drawn calls: evaluations.csv."""

from pathlib import Path

from dialogue.files import table
from dialogue.source import INTERRUPTION, ITEMS

JUDGED = Path(__file__).resolve().parent / "judged.tsv"
# Headers by item, as the shipped grid labels them; « oui » where the item is heard, for what must not be heard too.
LABELS = {
    "reformulation": "Reformulation", "acknowledgement": "Accusé de réception", "open_question": "Question ouverte",
    "customer_words": "Reprise des mots du client", "empathy": "Empathie", "courtesy": "Courtoisie",
    "summary": "Synthèse", "check": "Vérification finale", INTERRUPTION: "Interruption",
    "forbidden": "Expression à proscrire", "insult": "Insulte ou menace de raccrocher",
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
