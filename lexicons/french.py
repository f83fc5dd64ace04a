#!/usr/bin/env python3
"""Compute french.tsv, the French forms that the normaliser knows (standard library only).

    npm pack an-array-of-french-words@2.0.0          (MIT; words)
    pip download --no-deps pyspellchecker==0.9.1     (MIT; counts in subtitles)
    python3 lexicons/french.py an-array-of-french-words-2.0.0.tgz pyspellchecker-0.9.1-py3-none-any.whl

A form stays when both know it, when it is made of letters and has at least LEAST occurrences among some 354
million; what the second list counts below that comes from dictionaries, not from use.
"""
import gzip
import json
import math
import re
import sys
import tarfile
import unicodedata
import zipfile

LEAST = 51
HEADER = """\
# Purpose: French forms in use, for restoring accents and telling a misspelling from a word
# Columns: lower-case form; Zipf value times ten (log10 of occurrences per thousand million words)
# Source: computed by french.py from an-array-of-french-words 2.0.0 (words) and pyspellchecker 0.9.1 (counts)
# Licence: MIT
"""


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
    forms = {}
    for word, n in counts.items():
        if word in words and word.isalpha() and n >= LEAST:
            form = unicodedata.normalize("NFC", ligature(word))
            forms[form] = round(10 * math.log10(1e9 * n / total))
    with open(__file__.replace(".py", ".tsv"), "w", encoding="utf8", newline="\n") as out:
        out.write(HEADER)
        for form in sorted(forms, key=str.encode):
            out.write(f"{form}\t{forms[form]}\n")


main()
