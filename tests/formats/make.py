#!/usr/bin/env python3
"""Make the same study of 500 answers in every format and encoding that barometre reads.

    python3 make.py text      CSV, TSV, JSON, gzip: standard library only; the same bytes each time
                              (of gzip, with the same zlib)
    python3 make.py binary    Excel, Parquet, SPSS, Stata, Zstandard: openpyxl 3.1, pyarrow 26, pandas 3.1,
                              pyreadstat 1.3, zstandard 0.25; the same each time with the same versions
    python3 make.py office    .ods and .xls, which LibreOffice 7.4 (soffice) writes from study.xlsx with the date of
                              the day: made once, made again only if the study changes

Run by hand; the files are kept in the repository. The texts hold only characters that Windows-1252 and Mac Roman
both have, so that every file holds the same study. Randomness is random.Random(SEED).random() alone, which gives
the same numbers on every Python 3.
"""

import csv
import datetime
import gzip
import io
import json
import random
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

SEED = 500
ROWS = 500
HERE = Path(__file__).resolve().parent
COLUMNS = ["id", "date", "region", "age", "reco", "satisfaction", "note", "commentaire"]
NO_OPINION = "Ne se prononce pas"
REGIONS = ["Île-de-France", "Auvergne-Rhône-Alpes", "Provence-Alpes-Côte d’Azur", "Bourgogne-Franche-Comté"]
LABELS = ["Très insatisfait", "Insatisfait", "Ni satisfait ni insatisfait", "Satisfait", "Très satisfait"]

BAD = [
    "Délai beaucoup trop long : trois semaines d’attente.",
    "J’ai dû rappeler cinq fois, personne ne répond.",
    "On m’a facturé 49,90 € de trop ; toujours pas remboursé !",
    "Colis arrivé abîmé, le carton était ouvert.",
    "Le technicien n’est jamais venu.",
    "Service client injoignable,\nje suis très déçu.",
    "La vendeuse m’a dit « ce n’est pas mon problème ».",
    "Site inutilisable : l’étape \"paiement\" plante à chaque fois.",
    "Œuvre cassée à la réception, et aucun geste commercial.",
    "Trop cher pour ce que c’est.",
]
MIDDLING = [
    "Correct, sans plus.",
    "Le prix a augmenté de 3 €, dommage.",
    "Bon produit ; livraison un peu lente.",
    "Accueil inégal : tout dépend du conseiller.",
    "Rien à signaler…",
    "Ça va, mais le site gagnerait à être plus clair.",
    "Délai annoncé :\t5 jours ; délai réel :\t8 jours.",
    "Qualité honnête, notice incompréhensible.",
]
GOOD = [
    "Équipe à l’écoute, merci à Zoé et à Loïc !",
    "Livraison rapide, emballage soigné.",
    "Un vrai coup de cœur : je recommande.",
    "Tout est parfait, du choix à la livraison.",
    "Accueil chaleureux,\nconseils précis,\nprix honnêtes.",
    "Très bon rapport qualité-prix, “bluffant” même.",
    "Problème réglé en dix minutes, bravo.",
    "Rien à redire : 20/20.",
    "Le conseiller a trouvé une sœur jumelle à ma vieille cafetière, à 15 € près.",
    "Simple, clair, efficace.",
]


def study():
    """The rows: text, date, int, float, or None for an empty cell."""
    rng = random.Random(SEED)

    def below(n):
        return int(rng.random() * n)

    def unless(share, value):
        return None if rng.random() < share else value

    first = datetime.date(2025, 1, 1)
    days = sorted(below(181) for _ in range(ROWS))
    rows = []
    for i, day in enumerate(days):
        region = below(len(REGIONS))
        # The first region waits longer and says so.
        mood = rng.random() - (0.2 if region == 0 else 0.0)
        reco = max(0, min(10, round(10 * mood ** 0.5))) if mood > 0 else below(5)
        opinion = rng.random()
        level = max(1, min(5, 1 + (reco + below(3) - 1) // 2))
        half_points = max(2, min(10, reco + below(3) - 1))
        texts = BAD if reco <= 6 else MIDDLING if reco <= 8 else GOOD
        words = texts[below(len(texts))]
        if rng.random() < 0.15:
            words += " " + texts[below(len(texts))]
        rows.append({
            "id": f"R{i + 1:03}",
            "date": unless(0.01, first + datetime.timedelta(day)),
            "region": unless(0.02, REGIONS[region]),
            "age": unless(0.05, 18 + below(30) + below(35)),
            "reco": None if opinion < 0.04 else NO_OPINION if opinion < 0.08 else reco,
            "satisfaction": unless(0.05, NO_OPINION if rng.random() < 0.03 else LABELS[level - 1]),
            "note": unless(0.06, half_points / 2),
            "commentaire": unless(0.4, words),
        })
    return rows


def written(value, decimal):
    """A cell of a text file, as a spreadsheet in French or English writes it."""
    if value is None:
        return ""
    if isinstance(value, datetime.date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, float):
        return f"{value:g}".replace(".", decimal)
    return str(value)


def table(rows, separator, decimal, line_end):
    """A text file; line ends inside cells stay LF, as Excel writes them on any system."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([written(row[c], decimal) for c in COLUMNS] for row in rows)
    return out.getvalue().replace("\r\n", line_end)


def text_files(rows):
    english = table(rows, ",", ".", "\n")
    french = table(rows, ";", ",", "\r\n")
    objects = [
        {c: written(v, "") if isinstance(v, datetime.date) else v for c, v in row.items()} for row in rows
    ]
    lines = [json.dumps(o, ensure_ascii=False) for o in objects]
    compressed = io.BytesIO()
    with gzip.GzipFile(filename="study.csv", mode="wb", fileobj=compressed, mtime=0) as out:
        out.write(english.encode())
    return {
        "study.csv": english.encode(),
        "study.semicolon.csv": french.encode("utf-8-sig"),
        "study.tsv": table(rows, "\t", ".", "\n").encode(),
        "study.windows-1252.csv": french.encode("cp1252"),
        "study.macroman.csv": table(rows, ";", ",", "\r").encode("mac_roman"),
        "study.utf16le.csv": b"\xff\xfe" + french.encode("utf-16-le"),
        "study.utf16le-nobom.csv": french.encode("utf-16-le"),
        "study.utf16be-nobom.csv": french.encode("utf-16-be"),
        "study.json": ("[\n" + ",\n".join(lines) + "\n]\n").encode(),
        "study.jsonl": ("\n".join(lines) + "\n").encode(),
        "study.csv.gz": compressed.getvalue(),
    }


def excel(rows, path):
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Réponses"
    sheet.append(COLUMNS)
    for row in rows:
        sheet.append([row[c] for c in COLUMNS])
        sheet.cell(sheet.max_row, COLUMNS.index("date") + 1).number_format = "dd/mm/yyyy"
    made = io.BytesIO()
    book.save(made)
    # openpyxl stamps the archive and its properties with the time of the day.
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                for stamp in (book.properties.created, book.properties.modified):
                    content = content.replace(f"{stamp:%Y-%m-%dT%H:%M:%SZ}".encode(), b"2025-07-01T00:00:00Z")
            new.writestr(zipfile.ZipInfo(name, (2025, 7, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def as_text(value):
    return None if value is None else written(value, ".")


def parquet(rows, path):
    import pyarrow
    import pyarrow.parquet

    types = {"date": pyarrow.date32(), "age": pyarrow.int64(), "note": pyarrow.float64()}
    arrays = {
        c: pyarrow.array([row[c] if c in types else as_text(row[c]) for row in rows], types.get(c, pyarrow.string()))
        for c in COLUMNS
    }
    pyarrow.parquet.write_table(pyarrow.table(arrays), path, compression="zstd")


def spss_and_stata(rows):
    import pandas
    import pyreadstat

    numbers = {"age", "note"}
    frame = pandas.DataFrame({
        c: [row[c] if c in numbers or c == "date" else as_text(row[c]) for row in rows] for c in COLUMNS
    })
    for c in numbers:
        frame[c] = frame[c].astype("float64")
    for name, options in [("study.sav", {"row_compress": True}), ("study.zsav", {"compress": True})]:
        path = HERE / name
        pyreadstat.write_sav(frame, path, variable_format={"date": "EDATE10", "age": "F3.0", "note": "F3.1"}, **options)
        content = bytearray(path.read_bytes())
        # Day and hour of writing, at their place in the header of SPSS.
        content[92:109] = b"01 Jul 25" + b"00:00:00"
        path.write_bytes(content)
    frame["date"] = pandas.to_datetime(frame["date"])
    texts = [c for c in COLUMNS if c not in numbers and c != "date"]
    frame[texts] = frame[texts].astype(object).where(frame[texts].notna(), "")
    frame.to_stata(
        HERE / "study.dta", write_index=False, version=118, convert_dates={"date": "td"},
        time_stamp=datetime.datetime(2025, 7, 1),
    )


def binary_files(rows):
    import zstandard

    excel(rows, HERE / "study.xlsx")
    parquet(rows, HERE / "study.parquet")
    spss_and_stata(rows)
    content = text_files(rows)["study.csv"]
    (HERE / "study.csv.zst").write_bytes(zstandard.ZstdCompressor(level=19).compress(content))


def office_files():
    with tempfile.TemporaryDirectory() as profile:
        for extension in ("ods", "xls"):
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", extension,
                 "--outdir", str(HERE), str(HERE / "study.xlsx")],
                check=True,
            )


def main():
    rows = study()
    for row in rows:
        for encoding in ("cp1252", "mac_roman"):
            (row["commentaire"] or "").encode(encoding)
    match sys.argv[1:]:
        case ["text"]:
            for name, content in text_files(rows).items():
                (HERE / name).write_bytes(content)
        case ["binary"]:
            binary_files(rows)
        case ["office"]:
            office_files()
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
