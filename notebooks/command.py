"""The `barometre` command, and the tables of the reports that it writes."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import polars as pl

HERE = Path(__file__).resolve().parent
# Where the notebooks write: reports, study files. Git ignores it.
OUTPUT = HERE / "sorties"


def program() -> str:
    """The command: `BAROMETRE`, else the path, else what Cargo built beside this folder."""
    named = os.environ.get("BAROMETRE")
    if named:
        return named
    on_path = shutil.which("barometre")
    if on_path:
        return on_path
    target = Path(os.environ.get("CARGO_TARGET_DIR", HERE.parent / "target"))
    for profile in ("release", "debug"):
        built = target / profile / "barometre"
        if built.exists():
            return str(built)
    raise FileNotFoundError("barometre is not installed: cargo install --path .")


def barometre(*arguments: object) -> str:
    """Runs the command in this folder and gives what it prints; its message when it fails."""
    done = subprocess.run(
        [program(), *map(str, arguments)], capture_output=True, text=True, cwd=HERE, check=False
    )
    # 1 is "done, and a target is missed" (--check).
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr)
    return done.stdout


def write_report(name: str, *command: object) -> Path:
    """Runs a command that writes a report, into `sorties/NAME`, and gives that folder."""
    folder = OUTPUT / name
    OUTPUT.mkdir(exist_ok=True)
    barometre(*command, "-o", folder)
    return folder


def report_json(folder: Path) -> dict:
    """The whole report, as `report.json` has it."""
    return json.loads((folder / "report.json").read_text(encoding="utf-8"))


def table(folder: Path, name: str) -> pl.DataFrame:
    """A table of the report: `tables/NAME.parquet`, else the array of that name in `report.json`.

    `segment`, a list of column and value, becomes two columns, `by` and `value_of`; both are null for the total.
    """
    parquet = folder / "tables" / f"{name}.parquet"
    if parquet.exists():
        return pl.read_parquet(parquet)
    rows = report_json(folder)[name]
    if not rows:
        return pl.DataFrame()
    if "segment" in rows[0]:
        rows = [split_segment(row) for row in rows]
    return pl.DataFrame(rows, infer_schema_length=None)


def split_segment(row: dict) -> dict:
    """The segment of a row as two columns. Rows of one segment column only: reports cross none."""
    segment = row["segment"]
    first = segment[0] if segment else {"column": None, "value": None}
    return {"by": first["column"], "value_of": first["value"]} | {k: v for k, v in row.items() if k != "segment"}
