#!/usr/bin/env python3
"""Write first_group.tsv, second_group.tsv, masculines.tsv and nouns.tsv, the lists behind the families of forms.

    pip install simplemma==2.0.0 wordfreq==3.1.1
    python3 lexicons/inflection.py

The facts, which form belongs to which lemma, are simplemma's (MIT). Frequencies (wordfreq) decide only which
words are frequent enough to be listed, and for a form of a noun and of a verb which of them it mostly is: no number
of theirs is written. What no fact decides is listed by hand at the head of this script.
"""
import collections
import math
import pathlib
import unicodedata

import simplemma.strategies.dictionaries.dictionary_factory as dictionaries
import wordfreq

HERE = pathlib.Path(__file__).parent
LEMMA = dictionaries.DefaultDictionaryFactory().get_dictionary("fr")
RARE = 0.01  # occurrences in a million words

# Forms that are mostly a verb's, or that a reader of verbatims puts with their verb, though a noun has them too.
VERBS = set("""
aidant anticipée arrivant augmente bordée changeant constituant coordonnée coupant demande déposant entrant essaie essaye
ferrée finissant flambée fortifiée gelée glacée motive pensant propose présente refuse remercie restant reste répartie résilie
tombant télévisée variant variée
""".split())
# Forms that are mostly a noun's.
NOUNS = set("""
active attache caresse cité cliché communiqué concorde conte curé dispute durant défilé embêtant entraide frustrant gravité
calais identifiant manifeste manque marché marrant maîtrise montée nécessité partage pavé percée portée procédé préjugé péché
relance relâche remontée résumé règne semblant transit traversée veille visa énoncé
""".split())
# Participles that are mostly nouns or adjectives, with their feminines.
ADJECTIVES = set("""
carré désolé diplômé divorcé délégué député dérivé dévoué employé ensoleillé expérimenté fiancé handicapé immigré modéré
privé raffiné renommé retraité réfugié réputé sacré salarié sophistiqué émigré
""".split())
# Verbs of the day.
FIRST_GROUP = set("""
arnaquer basculer booster buguer checker coacher digitaliser désabonner finaliser forwarder galérer géolocaliser liker lister
mensualiser paramétrer rebooter recontacter relooker réabonner réengager réinitialiser scanner sécuriser solutionner spammer
surfacturer switcher télécharger upgrader zapper
""".split())
# Masculines whose feminine simplemma takes for a verb.
MASCULINES = set("""
complet con concret coquet discret inquiet lent malin net secret sot
""".split())


def frequency(*forms):
    return sum(wordfreq.word_frequency(form, "fr") for form in forms) * 1e6


def fold(word):
    word = word.replace("œ", "oe").replace("æ", "ae")
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def write(name, purpose, columns, words):
    words = sorted({word.replace("œ", "oe").replace("æ", "ae") for word in words}, key=str.encode)
    header = f"# Purpose: {purpose}\n# Columns: {columns}\n"
    header += "# Source: made by lexicons/inflection.py from the facts of simplemma 2.0.0 (MIT) and lists of its own\n# Licence: MIT\n"
    (HERE / f"{name}.tsv").write_text(header + "".join(f"{word}\n" for word in words), encoding="utf8")
    print(name, len(words))
    return words


FORMS = collections.defaultdict(list)
for form, lemma in LEMMA.items():
    FORMS[lemma].append(form)


def plain(word):
    return word.isalpha() and word == word.lower() and len(word) > 2


def soft(radical, ending):
    """`ending` after a radical in -g or -c."""
    if ending[0] in "aâo":
        if radical.endswith("g"):
            return radical + "e" + ending
        if radical.endswith("c"):
            return radical[:-1] + "ç" + ending
    return radical + ending


def mute(radical):
    """Radicals before a mute e."""
    found = {radical}
    if radical.endswith("y"):
        found.add(radical[:-1] + "i")
    for old in "eé":
        head, mark, tail = radical.rpartition(old)
        if mark and tail and not any(c in "aeiouyéèêâîôû" for c in tail.replace("qu", "q").replace("gu", "g")):
            found.add(head + "è" + tail)
    if radical.endswith(("el", "et")):
        found.add(radical + radical[-1])
    return found


OTHERS = "a ai ais ait aient ant as er ez iez ions ons é ée ées és èrent".split()
FUTURE = "era erai eraient erais erait eras erez eriez erions erons eront".split()


def first_forms(infinitive):
    radical = infinitive[:-2]
    forms = {soft(radical, ending) for ending in OTHERS}
    for stem in mute(radical):
        forms |= {stem + ending for ending in ["e", "es", "ent", *FUTURE]}
    return forms


def second_forms(infinitive):
    radical = infinitive[:-1]
    endings = "r s t e es ra rai raient rais rait ras rez ront ssaient ssais ssait ssant sse ssent ssez ssons".split()
    return {radical} | {radical + ending for ending in endings}


def verbs(ending, forms_of, witnesses):
    """The infinitives in `ending` that are no nouns (premier), since they have forms in `witnesses`, with all forms."""
    found = {}
    for infinitive in list(FORMS):
        if not infinitive.endswith(ending) or not plain(infinitive):
            continue
        forms = forms_of(infinitive)
        own = set(FORMS[infinitive])
        if sum(w in own for w in forms if w.endswith(witnesses)) >= 2:
            if sum(frequency(form) for form in own) > RARE:
                found[infinitive] = forms
    return found


def main():
    first = verbs("er", first_forms, ("ait", "aient", "ez", "èrent"))
    second = verbs("ir", second_forms, ("ssait", "ssent", "ssant", "ssez", "ssaient"))
    second = {v: f for v, f in second.items() if v not in ("haïr", "maudire")}
    first |= {infinitive: first_forms(infinitive) for infinitive in FIRST_GROUP}
    write("first_group", "verbs in -er: their forms are one family", "infinitive", first)
    write("second_group", "verbs in -ir, -issant: their forms are one family", "infinitive", second)
    verb_of = {form: v for group in (second, first) for v, forms in group.items() for form in forms}

    words = [w for w in wordfreq.top_n_list("fr", 60000) if w in LEMMA and plain(w)]
    masculines = ADJECTIVES | MASCULINES
    for word in words:
        if word.endswith("e"):
            masculines |= {m for m in masculines_of(word) if same_adjective(m, word)}
        if word.endswith("ée") and word not in verb_of and LEMMA.get(word[:-1]) == word[:-1]:
            masculines.add(word[:-1])
    masculines = write("masculines", "nouns and adjectives with a feminine that no general rule finds", "singular masculine", masculines)

    bare_forms = {fold(form) for form in verb_of}
    nouns = NOUNS | ADJECTIVES | {word + "e" for word in ADJECTIVES}
    for word in words:
        singular = word[:-1] if word.endswith("s") else word
        for form in {word, singular}:
            if form in verb_of and form not in VERBS:
                known = LEMMA.get(form) not in (verb_of[form], None) or form.endswith(("ante", "ente", "ive"))
                if known and is_noun(form, verb_of[form]):
                    nouns.add(form)
        bare = fold(word)
        if bare != word and bare in bare_forms and word not in verb_of and not word.endswith(("é", "és")):
            if LEMMA[word] == word and frequency(word) > frequency(bare):
                nouns.add(word)
        if word.endswith(("é", "ée")) and word not in verb_of and LEMMA[word] == word:
            nouns.add(word)
        if word.endswith("ons") and word in verb_of and LEMMA.get(singular) == singular:
            nouns.add(singular)
    write("nouns", "nouns and adjectives that are, or look like, forms of a verb", "singular", nouns)


ENDINGS = [("euse", "eur"), ("euse", "eux"), ("ère", "er"), ("ète", "et"), ("enne", "en"), ("onne", "on"), ("anne", "an"),
           ("ette", "et"), ("otte", "ot"), ("lle", "l"), ("sse", "s"), ("sse", "x"), ("che", "c"), ("que", "c"),
           ("gue", "g"), ("ve", "f"), ("ouse", "oux"), ("e", "")]


def masculines_of(word):
    return [word[: len(word) - len(f)] + m for f, m in ENDINGS if word.endswith(f) and len(word) > len(f) + 1]


def same_adjective(masculine, feminine):
    """Whether the facts have both forms under one lemma, in the singular or in the plural."""
    if masculine not in LEMMA or LEMMA[masculine] != masculine:
        return False
    return LEMMA[feminine] == masculine or (LEMMA.get(feminine + "s") == masculine)


def is_noun(form, verb):
    """Whether `form`, of `verb` and of a noun or an adjective too, is mostly the latter.

    A noun has its plural as often as a verb has its third persons (juges, jugent); an adjective has a feminine and a
    plural that a present participle has not. The thresholds were set on the forms of one half of an annotated corpus.
    """
    radical = verb[:-2]
    if form.endswith("ive") and LEMMA.get(form[:-2] + "f") == form[:-2] + "f":
        return True
    if form.endswith(("ante", "ente")):
        return form in LEMMA and (LEMMA.get(form[:-1]) == form[:-1] or LEMMA[form] == form)
    if verb.endswith("er") and form.endswith("e") and not form.endswith("ée"):
        plural = frequency(form + "s") + 0.01
        other = frequency(*{stem + "ent" for stem in mute(radical)}, soft(radical, "ait")) + frequency(verb) / 4 + 0.01
        return math.log(plural / other) + math.log((frequency(form) + 0.01) / other / 3) > -0.5
    if form.endswith("é"):
        return False
    if form.endswith("ée"):
        return frequency(form) > 1 and frequency(form, form + "s") > 1.5 * frequency(form[:-1])
    if form.endswith("ant"):
        return frequency(form + "e", form + "es", form + "s") > 0.15 * frequency(form)
    if form.endswith("ent"):
        return frequency(form + "s") > 0.1
    if form.endswith("ie"):
        return frequency(form, form + "s") > 1.5 * frequency(form[:-1])
    if form.endswith(("on", "ion")):
        return True
    if form.endswith("ons"):
        return False
    if form.endswith("ais"):
        return LEMMA.get(form + "e") == form
    return form.endswith(("a", "ai", "as"))


if __name__ == "__main__":
    main()
