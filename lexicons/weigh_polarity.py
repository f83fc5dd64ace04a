#!/usr/bin/env python3
"""Weighs polarity.fr.tsv and polarity.en.tsv: turns strengths given by hand into log-odds learnt from scored reviews.

Needs Python 3.9, numpy and scipy. From the root of the repository, with the reviews beside it:

    python3 lexicons/weigh_polarity.py --tokens "target/release/barometre tokens" \
        --reviews ../shared/data/avis-assurance/avis.csv            # rewrites both lexicons
    python3 lexicons/weigh_polarity.py … --evaluate                 # learns on a half, scores the other
    python3 lexicons/weigh_polarity.py … --evaluate --by produit    # learns on the main line, scores the others
    python3 lexicons/weigh_polarity.py … --score OTHER.csv --text COLUMN --note COLUMN   # the lexicon as it is
    python3 lexicons/weigh_polarity.py --check                      # format only: needs neither reviews nor numpy

A review of note 1 or 2 is low, of 4 or 5 high, of 3 left out. The model is the one of src/text/polarity.rs: the
log-odds of a high note are the sum of the weights of the words, each affirmed or negated, times the factors of its
degree, of its capitals and of the exclamation marks; no constant, so that a text without a word of the lexicon is
neutral. Weights are those of a logistic regression, both groups counted alike, with a ridge penalty towards a prior:
the strength given by hand (column `hand`, -3 to 3) times what a point of strength is worth in the reviews, or 0 for
a word that the hand list lacks. A seldom seen word therefore keeps its hand weight. A word that the list lacks enters
only when it is frequent, no name and no word of the trade, and when its weight has the same sign and some size in
both halves of the reviews, in their main line of business and in the others. The same input gives the same file.

To add a word, add a line `form<TAB>0<TAB>0<TAB>hand<TAB>0` and run the first command. A form stands for its family.
Two to four forms separated by spaces are a phrase: where its words follow each other, it counts instead of them, denied
where its first word is.
"""

import argparse
import csv
import hashlib
import sys
from collections import Counter, defaultdict
from pathlib import Path

from polarity_lexicon import HERE, LEARNED_REVIEWS, Entries, Tokenizer, check, read_lexicon, words_of, write_lexicon

LEXICON = HERE / "polarity.fr.tsv"
ENGLISH = HERE / "polarity.en.tsv"
# Month of the weights in the lexicon.
COMPUTED = "2026-11"
# Strength of the ridge: a weight leaves its prior by about 1 / RIDGE for each review that asks for it.
RIDGE = 3.0
# Share of its prior that an affirmed word keeps at least.
LEAST = 0.2
# A word that the hand list lacks has such a weight in every part of the reviews.
LEARNED_WEIGHT = 0.25
# Words that only the trade of the reviews makes good or bad, days and months: no other trade would agree.
TRADE = set(
    "assurance assureur assurer assuré mutuelle contrat sinistre cotisation prime franchise garantie véhicule voiture"
    " auto moto scooter permis conducteur accident bris glace pare-brise vol incendie dégât dégâts eau eaux expert"
    " expertise courtier conseiller agence police devis souscription souscrire résiliation sociétaire adhérent bonus"
    " malus habitation maison appartement logement toiture fissures santé médecin hôpital dentaire dent lunettes"
    " optique opticien ostéopathe kiné vétérinaire chien chat animal animaux décès obsèques succession rente retraite"
    " invalidité prévoyance épargne vie placement capital prêt emprunt crédit banque bancaire bénéficiaire rib iban"
    " carte verte vert grise constat tiers adverse garage garagiste réparateur carrosserie épave remorquage dépannage"
    " dépanneuse parking sécu sécurité sociale cpam télétransmission ameli arrêt maladie employeur indemnité"
    " indemnités indemnisation indemniser indemnisé journalières hospitalisation opération soins chirurgie feuille"
    " mutualiste comparateur boitier relevé information jeune permis étudiant fonctionnaire enseignant"
    " militant janvier février mars avril mai juin juillet août aout septembre octobre novembre décembre lundi mardi"
    " mercredi jeudi vendredi samedi dimanche covid confinement france soirée journée"
    " madame monsieur mme mr allo bonsoir bonjour fils fille mari femme mère père enfant enfants épouse conjoint"
    " agent complémentaire juridique organisme radié justificatifs clientèle dépenses annonce charge cours voulu lettre"
    " privé ras droit démarches motif prise temps place"
    " tracteur camping-car caravane camion plaque immatriculation loi hamon châtel chatel".split()
)
HEADER = """\
# Purpose: what words of judgement say of a French verbatim: log-odds of a high score, added up by src/text/polarity.rs
# Columns: a form that stands for its family, or the forms of a phrase; weight when affirmed; weight when negated; strength by hand (-3 to 3, "-" for a word found in the reviews); reviews that hold it
# Source: strengths written for barometre; weights computed by lexicons/weigh_polarity.py from {reviews} French insurance reviews of 2016-2021 with a note (1-2 against 4-5), computed {computed}: logistic regression, ridge {ridge:g} towards the hand strengths (worth {points})
# Licence: MIT OR Apache-2.0
"""

ENGLISH_HEADER = """\
# Purpose: what words of judgement say of an English verbatim, beside French ones in a French study: as polarity.fr.tsv
# Columns: as in polarity.fr.tsv; no word was found in reviews
# Source: strengths written for barometre; a point is worth what it is in French (lexicons/weigh_polarity.py), a denied good word -{good:g} times its weight, a denied bad one -{bad:g} times
# Licence: MIT OR Apache-2.0
"""
# English denies with one word that the lexicon leaves alone: all of the denial is in the denied word.
DENIED_GOOD, DENIED_BAD = 0.8, 0.4


def matrix(found, entries):
    """Reviews × 2·entries: the factors of each entry affirmed (left half) and negated (right half), added up."""
    from scipy.sparse import csr_matrix

    rows, columns, values = [], [], []
    for row, items in enumerate(found):
        for entry, negated, factor in items:
            rows.append(row)
            columns.append(entry + entries * negated)
            values.append(factor)
    return csr_matrix((values, (rows, columns)), shape=(len(found), 2 * entries))


def fit(x, high, prior, ridge, bounds=None):
    """Weights of a logistic regression without constant, both groups counted alike, drawn to `prior`."""
    import numpy as np
    from scipy.optimize import minimize

    sign = np.where(high, 1.0, -1.0)
    share = np.where(high, 0.5 / high.mean(), 0.5 / (1.0 - high.mean()))

    def loss(weights):
        margin = sign * (x @ weights)
        pull = share * sign / (1.0 + np.exp(np.minimum(margin, 700.0)))
        away = weights - prior
        value = (share * np.logaddexp(0.0, -margin)).sum() + 0.5 * ridge * (away @ away)
        return value, ridge * away - x.T @ pull

    options = {"maxiter": 1000, "ftol": 1e-10}
    return minimize(loss, prior, jac=True, method="L-BFGS-B", bounds=bounds, options=options).x


def signs(prior, strengths):
    """Bounds of the weights: an affirmed word of the hand list keeps its sign, and LEAST of its prior, whatever the
    reviews of one trade say (`bonus`, `dommage`)."""
    none = (None, None)
    affirmed = [
        (LEAST * weight, None) if strength and strength > 0 else (None, LEAST * weight) if strength else none
        for strength, weight in zip(strengths, prior)
    ]
    return affirmed + [none] * len(strengths)


def hand_prior(x, high, hand):
    """Prior weights of the entries (affirmed, then negated), and what a point of hand strength is worth: of good words
    affirmed and negated, of bad words affirmed and negated."""
    import numpy as np

    strength = np.array([hand_strength or 0 for hand_strength in hand], dtype=float)
    good, bad, none = np.maximum(strength, 0), np.minimum(strength, 0), np.zeros(len(strength))
    columns = np.column_stack([np.r_[good, none], np.r_[none, good], np.r_[bad, none], np.r_[none, bad]])
    points = fit(x @ columns, high, np.zeros(4), 1.0)
    return columns @ points, points


def scores(x, weights):
    """Polarity of each review: tanh of half its log-odds."""
    import numpy as np

    return np.tanh(0.5 * (x @ weights))


def quality(high, polarity):
    """Balanced accuracy at 0, a polarity of 0 being half right, and area under the ROC curve."""
    import numpy as np
    from scipy.stats import rankdata

    right = [(np.sign(p).mean() + 1) / 2 for p in (polarity[high], -polarity[~high])]
    n = high.sum()
    ranks = rankdata(polarity)[high].sum()
    return f"balanced accuracy {sum(right) / 2:.4f}, AUC {(ranks - n * (n + 1) / 2) / (n * (len(high) - n)):.4f}"


def half(text):
    """0 or 1 by a hash of the text: identical texts fall into the same half."""
    return hashlib.sha256(text.strip().encode()).digest()[0] & 1


class Reviews:
    """The scored reviews, tokenised: low and high ones only."""

    def __init__(self, path, tokenize, text, note, line, name):
        import numpy as np

        csv.field_size_limit(1 << 30)
        with open(path, encoding="utf-8-sig", newline="") as file:
            delimiter = ";" if file.readline().count(";") else ","
            file.seek(0)
            rows = list(csv.DictReader(file, delimiter=delimiter))
        notes = [float(row[note].replace(",", ".")) for row in rows]
        rows = [(row, value) for row, value in zip(rows, notes) if value <= 2 or value >= 4]
        self.texts = [row[text] or "" for row, _ in rows]
        self.high = np.array([value >= 4 for _, value in rows])
        self.lines = [row.get(line) for row, _ in rows]
        self.names = sorted({row[name] for row, _ in rows if row.get(name)})
        self.tokens = tokenize(self.texts)
        self.words = [words_of(tokens, text) for tokens, text in zip(self.tokens, self.texts)]
        self.halves = np.array([half(text) for text in self.texts])


def candidates(reviews, rows, known, tokenize):
    """Families that the lexicon lacks and that may enter it: {family: its most frequent form}."""
    stopwords = (HERE / "stopwords.tsv").read_text(encoding="utf-8").splitlines()
    stopwords = {line for line in stopwords if not line.startswith("#")}
    trade = {token["family"] for tokens in tokenize(sorted(TRADE) + reviews.names) for token in tokens}
    seen, forms, inside, capital = Counter(), defaultdict(Counter), Counter(), Counter()
    for row in rows:
        here = set()
        before = None
        for token, (family, normal, _, _, joined) in zip(reviews.tokens[row], reviews.words[row]):
            if token["kind"] == "word" and len(normal) > 2 and normal not in stopwords:
                here.add(family)
                forms[family][normal] += 1
                if before:
                    inside[family] += 1
                    capital[family] += token["surface"][0].isupper() and not token["surface"].isupper()
            before = joined
        seen.update(here)
    return {
        family: max(forms[family].items(), key=lambda item: (item[1], item[0]))[0]
        for family in sorted(seen)
        if seen[family] >= LEARNED_REVIEWS
        and family not in known
        and family not in trade
        and 2 * capital[family] <= inside[family]
    }


def learn(reviews, rows, hand, tokenize, ridge=None, grow=True):
    """Learns from the given rows. `hand` holds the strengths by form; with `grow`, words that it lacks are
    added. Returns the entries, the matrix of the rows, prior and learnt weights (affirmed, then negated), and what a
    point of hand strength is worth."""
    ridge = RIDGE if ridge is None else ridge
    if grow:
        known = Entries(hand, tokenize)
        added = candidates(reviews, rows, known.singles, tokenize)
        entries = Entries(hand | dict.fromkeys(added.values()), tokenize)
        x, high, prior, _ = design(reviews, rows, entries)
        stable = steady(reviews, rows, x, high, prior, ridge)
        dropped = {entries.forms[i][0] for i in range(len(stable)) if entries.strengths[i] is None and not stable[i]}
        hand = hand | {form: None for form in added.values() if form not in dropped}
    entries = Entries(hand, tokenize)
    x, high, prior, points = design(reviews, rows, entries)
    weights = fit(x, high, prior, ridge, signs(prior, entries.strengths))
    return entries, x, prior, weights, points


def design(reviews, rows, entries):
    """Matrix, notes, prior weights, and worth of a point of hand strength for some of the reviews."""
    x = matrix([entries.find(reviews.words[row]) for row in rows], len(entries.forms))
    high = reviews.high[rows]
    return (x, high, *hand_prior(x, high, entries.strengths))


def steady(reviews, rows, x, high, prior, ridge):
    """For each entry, whether its affirmed weight has one sign, and some size, in every part of the reviews."""
    import numpy as np

    # Halves by another bit of the hash than the one that sets reviews aside.
    bit = np.array([hashlib.sha256(reviews.texts[row].strip().encode()).digest()[1] & 1 for row in rows])
    main = Counter(reviews.lines[row] for row in rows).most_common(1)[0][0]
    line = np.array([reviews.lines[row] == main for row in rows])
    parts = [bit == 0, bit == 1] + ([line, ~line] if not line.all() else [])
    weights = np.array([fit(x[part], high[part], prior, ridge)[: x.shape[1] // 2] for part in parts])
    return (np.sign(weights) == np.sign(weights[0])).all(axis=0) & (abs(weights).min(axis=0) >= LEARNED_WEIGHT)


def evaluate(reviews, hand, tokenize, by):
    """Prints how well the weights learnt on one part of the reviews score the other."""
    import numpy as np

    if by:
        main = Counter(reviews.lines).most_common(1)[0][0]
        apart = np.array([line != main for line in reviews.lines])
        print(f"learnt on “{main}”, scored on the other lines")
    else:
        apart = reviews.halves == 1
        print("learnt on one half, scored on the other")
    rows, others = np.flatnonzero(~apart), np.flatnonzero(apart)
    for grow in (False, True):
        entries, _, prior, weights, points = learn(reviews, rows, hand, tokenize, grow=grow)
        x = matrix([entries.find(reviews.words[row]) for row in others], len(entries.forms))
        if not grow:
            print(f"hand strengths alone ({len(hand)} forms): {quality(reviews.high[others], scores(x, prior))}")
        name = "with words of the reviews" if grow else "learnt weights, hand list"
        print(f"{name} ({len(entries.forms)} entries): {quality(reviews.high[others], scores(x, weights))}")


def score(reviews, rows, tokenize):
    """Prints how well the lexicon as it is scores the reviews."""
    entries = Entries({form: hand for form, (hand, _, _) in rows.items()}, tokenize)
    first = [rows[forms[0]] for forms in entries.forms]
    weights = [row[1] for row in first] + [row[2] for row in first]
    x = matrix([entries.find(words) for words in reviews.words], len(entries.forms))
    print(f"{len(reviews.high)} reviews: {quality(reviews.high, scores(x, weights))}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only check the format of the lexicons")
    parser.add_argument("--tokens", default="barometre tokens", help="the command that tokenises (default: %(default)s)")
    parser.add_argument("--reviews", type=Path, help="CSV of scored reviews to learn from")
    parser.add_argument("--evaluate", action="store_true", help="learn on a part, score the other, write nothing")
    parser.add_argument("--by", metavar="COLUMN", help="with --evaluate: learn on its most frequent value")
    parser.add_argument("--score", type=Path, metavar="CSV", help="score other reviews with the lexicon as it is")
    parser.add_argument("--text", default="avis", help="column of the text (default: %(default)s)")
    parser.add_argument("--note", default="note", help="column of the note (default: %(default)s)")
    options = parser.parse_args()
    faults = check(LEXICON) + check(ENGLISH)
    if options.check or faults:
        print("\n".join(faults) or "the lexicons are well formed")
        return 1 if faults else 0
    rows = read_lexicon(LEXICON)
    tokenize = Tokenizer(options.tokens)
    if options.score:
        score(Reviews(options.score, tokenize, options.text, options.note, None, None), rows, tokenize)
        return 0
    if not options.reviews:
        parser.error("one of --check, --reviews and --score is needed")
    hand = {form: strength for form, (strength, _, _) in rows.items() if strength is not None}
    reviews = Reviews(options.reviews, tokenize, options.text, options.note, options.by or "produit", "assureur")
    if options.evaluate:
        evaluate(reviews, hand, tokenize, options.by)
        return 0
    entries, x, _, weights, points = learn(reviews, range(len(reviews.high)), hand, tokenize)
    n = len(entries.forms)
    seen = x.getnnz(axis=0)
    learned = {}
    for i, forms in enumerate(entries.forms):
        for form in forms:
            negated = weights[i] if i in entries.denying else weights[i + n]
            learned[form] = (hand.get(form), weights[i], negated, int(seen[i] + seen[i + n]))
    worth = ", ".join(f"{point:.2f}" for point in points)
    header = HEADER.format(reviews=len(reviews.high), computed=COMPUTED, ridge=RIDGE, points=worth)
    write_lexicon(LEXICON, learned, header)
    english = {}
    for form, (strength, _, _) in read_lexicon(ENGLISH).items():
        weight = strength * (points[0] if strength > 0 else points[2])
        english[form] = (strength, weight, -(DENIED_GOOD if strength > 0 else DENIED_BAD) * weight, 0)
    write_lexicon(ENGLISH, english, ENGLISH_HEADER.format(good=DENIED_GOOD, bad=DENIED_BAD))
    return 0


if __name__ == "__main__":
    sys.exit(main())
