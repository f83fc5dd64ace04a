"""The core task with Polars expressions and a C stemmer, to be timed beside barometre.

    pip install polars PyStemmer
    python3 tests/benches/peers/polars_expressions.py avis.csv --text avis --score note --group assureur

Reads the CSV, cuts the French text into lower-case words, drops elisions and stopwords, stems each distinct word once,
counts each stem in how many answers of a low score (at most 2) and of a high one (at least 4) it occurs, and prints the
fifty stems of highest log-likelihood, the mean score and the top-2 share by group, then the CPU seconds on stderr.
"""
import argparse
import json
import pathlib
import resource
import sys

import polars as pl
import Stemmer

LEXICON = pathlib.Path(__file__).resolve().parents[3] / "lexicons" / "stopwords.tsv"


def xlogy(x, y):
    return pl.when(x > 0).then(x * (x / y).log()).otherwise(0.0)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("file")
    arguments.add_argument("--text", default="avis")
    arguments.add_argument("--score", default="note")
    arguments.add_argument("--group", default="assureur")
    a = arguments.parse_args()

    stopwords = [line for line in LEXICON.read_text(encoding="utf8").splitlines() if line and line[0] != "#"]
    frame = (
        pl.scan_csv(a.file, infer_schema=False)
        .select(
            pl.col(a.score).str.replace(",", ".").cast(pl.Float64, strict=False).alias("score"),
            pl.col(a.text).alias("text"),
            pl.col(a.group).alias("group"),
        )
        .with_row_index("row")
        .collect()
    )
    scored = frame.filter(pl.col("score").is_not_null())
    groups = (
        scored.group_by("group")
        .agg(
            pl.len().alias("n"),
            pl.col("score").mean().alias("mean"),
            (pl.col("score") >= 4).mean().alias("top2"),
        )
        .sort("group")
    )

    sides = scored.filter((pl.col("score") <= 2) | (pl.col("score") >= 4)).with_columns(low=pl.col("score") <= 2)
    words = (
        sides.lazy()
        .select(
            "row",
            "low",
            pl.col("text")
            .str.to_lowercase()
            .str.replace_all("’", "'", literal=True)
            .str.replace_all(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'", " ")
            .str.extract_all(r"\p{L}[\p{L}\p{N}'-]*\p{L}")
            .alias("word"),
        )
        .explode("word")
        .drop_nulls("word")
        .filter(~pl.col("word").is_in(stopwords))
        .collect()
    )
    distinct = words.select(pl.col("word").unique())
    stems = Stemmer.Stemmer("french").stemWords(distinct["word"].to_list())
    distinct = distinct.with_columns(stem=pl.Series(stems))
    bases = sides.group_by("low").len()
    base = {low: n for low, n in bases.iter_rows()}
    keyness = (
        words.lazy()
        .join(distinct.lazy(), on="word")
        .select("row", "low", "stem")
        .unique()
        .group_by("stem")
        .agg(pl.col("low").sum().cast(pl.Float64).alias("a"), (~pl.col("low")).sum().cast(pl.Float64).alias("b"))
        .with_columns(c=base.get(True, 0) - pl.col("a"), d=base.get(False, 0) - pl.col("b"))
        .with_columns(n=pl.col("a") + pl.col("b") + pl.col("c") + pl.col("d"))
        .with_columns(
            g2=2
            * (
                xlogy(pl.col("a"), (pl.col("a") + pl.col("b")) * (pl.col("a") + pl.col("c")) / pl.col("n"))
                + xlogy(pl.col("b"), (pl.col("a") + pl.col("b")) * (pl.col("b") + pl.col("d")) / pl.col("n"))
                + xlogy(pl.col("c"), (pl.col("c") + pl.col("d")) * (pl.col("a") + pl.col("c")) / pl.col("n"))
                + xlogy(pl.col("d"), (pl.col("c") + pl.col("d")) * (pl.col("b") + pl.col("d")) / pl.col("n"))
            )
        )
        .sort(["g2", "stem"], descending=[True, False])
        .head(50)
        .collect()
    )
    json.dump({"metrics": groups.to_dicts(), "keyness": keyness.to_dicts()}, sys.stdout, ensure_ascii=False)
    print()
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(f"CPU {used.ru_utime + used.ru_stime:.2f} s, peak {used.ru_maxrss / 1000:.0f} MB", file=sys.stderr)


if __name__ == "__main__":
    main()
