#!/usr/bin/env python3
"""Compute french.tsv and rare.tsv, the French forms that the normaliser knows (standard library only).

    npm pack an-array-of-french-words@2.0.0          (MIT; words)
    pip download --no-deps pyspellchecker==0.9.1     (MIT; counts in subtitles)
    python3 lexicons/french.py an-array-of-french-words-2.0.0.tgz pyspellchecker-0.9.1-py3-none-any.whl

A form is in use when both know it, when it is made of letters and has at least LEAST occurrences among some
354 million; what the second list counts below that comes from dictionaries. Of those, rare.tsv keeps the ones
that are not inflected from another: a word that is rare is no misspelling.
"""
import gzip
import json
import math
import re
import sys
import tarfile
import unicodedata
import zipfile
from pathlib import Path

LEAST = 51
FRENCH = """\
# Purpose: French forms in use, for restoring accents and telling a misspelling from a word
# Columns: lower-case form; Zipf value times ten (log10 of occurrences per thousand million words)
# Source: computed by french.py from an-array-of-french-words 2.0.0 (words) and pyspellchecker 0.9.1 (counts)
# Licence: MIT
"""
RARE = """\
# Purpose: French words too rare for french.tsv, which are no misspellings of others
# Columns: lower-case form, singular masculine or infinitive
# Source: computed by french.py from an-array-of-french-words 2.0.0 (words) and pyspellchecker 0.9.1 (choice)
# Licence: MIT
"""
# Endings of nouns and adjectives, with what stands in their place in the singular masculine.
NOMINAL = {
    "s": [""], "x": [""], "e": [""], "es": ["", "e"], "aux": ["al", "ail"],
    "elle": ["el"], "elles": ["el"], "enne": ["en"], "ennes": ["en"], "ère": ["er"], "ères": ["er"],
    "euse": ["eur", "eux"], "euses": ["eur", "eux"], "trice": ["teur"], "trices": ["teur"],
    "ive": ["if"], "ives": ["if"],
}
FIRST_GROUP = """e es ons ez ent ais ait ions iez aient ai as a âmes âtes èrent erai eras era erons erez eront
    erais erait erions eriez eraient asse asses ât assions assiez assent ant ante ants antes é ée és ées""".split()
SECOND_GROUP = """is it issons issez issent issais issait issions issiez issaient irai iras ira irons irez iront
    irais irait irions iriez iraient isse isses ît îmes îtes irent issant issante issants issantes i ie ies""".split()


def inflected(word, words):
    """Whether a word looks like a form of another one of `words`."""
    for ending, bases in NOMINAL.items():
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= 3 and any(stem + base in words for base in bases):
            return True
    for ending in FIRST_GROUP:
        stem = word.removesuffix(ending)
        if stem != word:
            verbs = {stem + "er", re.sub("e$", "", stem) + "er", re.sub("ç$", "c", stem) + "er"}
            if not words.isdisjoint(verbs - {word}):
                return True
    stems = (word.removesuffix(ending) for ending in SECOND_GROUP if word.endswith(ending))
    return any(stem + "ir" in words for stem in stems)


def ligature(word):
    """The œ that both lists write oe: always before u or i, and in a few words of Greek."""
    word = re.sub("oe(?=u|il)", "œ", word)
    return re.sub("^(f)?oe(?=d|s|no|t)", lambda m: (m[1] or "") + "œ", word)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with tarfile.open(sys.argv[1]) as tar:
        words = set(json.load(tar.extractfile("package/index.json")))
    with zipfile.ZipFile(sys.argv[2]) as wheel:
        counts = json.loads(gzip.decompress(wheel.read("spellchecker/resources/fr.json.gz")))
    total = sum(counts.values())
    forms, rare = {}, set()
    for word, n in counts.items():
        if word not in words or not word.isalpha():
            continue
        form = unicodedata.normalize("NFC", ligature(word))
        if n >= LEAST:
            forms[form] = round(10 * math.log10(1e9 * n / total))
        elif 5 <= len(word) <= 16 and not inflected(word, words):
            rare.add(form)
    write("french.tsv", FRENCH, [f"{form}\t{value}" for form, value in forms.items()])
    write("rare.tsv", RARE, rare - forms.keys())


def write(name, header, entries):
    with open(Path(__file__).with_name(name), "w", encoding="utf8", newline="\n") as out:
        out.write(header)
        out.writelines(f"{entry}\n" for entry in sorted(entries, key=str.encode))


main()
